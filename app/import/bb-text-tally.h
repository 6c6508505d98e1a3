/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/** BbTextTally: characters of a text that say nothing, and the lines of the first of them. Starts as zeros. */
typedef struct
{
  guint n_controls;
  guint first_control;
  guint n_replaced;
  guint first_replaced;
} BbTextTally;

/**
 * bb_text_tally_line: counts the control characters and the U+FFFD of @text, which stands on @line.
 *
 * Returns: (transfer full): @text with U+FFFD for control characters, but for tabs and line breaks
 */
char *bb_text_tally_line (BbTextTally *tally, const char *text, guint line);

/** bb_text_tally_tell: adds a note of each kind that was counted. */
void bb_text_tally_tell (const BbTextTally *tally, BbImportSource *source);

G_END_DECLS
