/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a text may be cut for showing a part of it: never inside a number, its sign of percent included, or a Latin word. A word that
 * is longer than any number is cut all the same: what is shown has to stay short. */

/** bb_word_border_before: Returns: the last place at or before @at in @text where it may be cut. */
const char *bb_word_border_before (const char *text, const char *at);

/** bb_word_border_behind: Returns: the first place at or behind @at in @text where it may be cut. */
const char *bb_word_border_behind (const char *text, const char *at);

/** bb_word_border_shorten: Returns: (transfer full): @text, cut behind @limit characters or where the word ends that stands there, with
 * an ellipsis where it was cut. */
char *bb_word_border_shorten (const char *text, guint limit);

G_END_DECLS
