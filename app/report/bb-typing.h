/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbTyping: how a text is being typed, so that undo takes back a word at a time.
 * @step: +1 while characters are typed, -1 while they are deleted, 0 when the next change begins something new
 * @position: where the caret stands, in characters
 * @last: the last character typed or deleted
 */
typedef struct
{
  int step;
  guint position;
  gunichar last;
} BbTyping;

/**
 * bb_typing_goes_on: takes note of the change from @before to @after.
 *
 * A word goes on character by character at the caret, with the white space and punctuation behind it; Chinese, which has no
 * spaces, from one mark of punctuation to the next. More than one character at a time (a paste, a phrase from an input
 * method, a fix) is a step of its own.
 *
 * Returns: whether the change belongs to the same word as the last one
 */
gboolean bb_typing_goes_on (BbTyping *self, const char *before, const char *after);

G_END_DECLS
