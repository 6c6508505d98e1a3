/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/*
 * Text whose look changes what it says, in every format that has looks: a raised digit is the mark of a footnote or an
 * exponent, never one more digit of the number before it; what is struck through is no longer part of the document.
 */

/** bb_run_text_raise: Returns: (transfer full): @text with superscript digits for its digits: "22" and a raised "1" is "22¹". */
char *bb_run_text_raise (const char *text, gssize length);

/** bb_run_text_raise_digit: Returns: the superscript digit for @digit, which is one of any script. */
gunichar bb_run_text_raise_digit (gunichar digit);

/** bb_run_text_is_raised: Returns: whether @character is a superscript digit. */
gboolean bb_run_text_is_raised (gunichar character);

/** bb_run_text_note_struck: notes that @n passages were left out because they are struck through; nothing for 0. */
void bb_run_text_note_struck (BbImportSource *source, guint n);

G_END_DECLS
