/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-prose-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_PROSE_COUNT (bb_prose_count_get_type ())
/**
 * BbProseCount: how many characters a text has, and how many of them are selected. It follows each key; screen readers hear it
 * when typing pauses, and as the description of the text.
 */
G_DECLARE_FINAL_TYPE (BbProseCount, bb_prose_count, BB, PROSE_COUNT, AdwBin)

/** bb_prose_count_watch: counts the text of @view from now on, once; @limit: characters that it should not exceed, 0 for none. */
void bb_prose_count_watch (BbProseCount *self, BbProseView *view, guint limit);

/** bb_prose_count_get_text: what it says now. */
const char *bb_prose_count_get_text (BbProseCount *self);

/** bb_prose_count_set_wraps: it has a line of its own, and begins another one where that is too narrow. */
void bb_prose_count_set_wraps (BbProseCount *self);

G_END_DECLS
