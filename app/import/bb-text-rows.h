/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/** BbTextRow: what separates the cells of a line of plain text. */
typedef enum
{
  BB_TEXT_ROW_NONE, /* a paragraph */
  BB_TEXT_ROW_RULE, /* nothing but the line between two rows: |---|:--|, ├──┼──┤ */
  BB_TEXT_ROW_TABS,
  BB_TEXT_ROW_BARS, /* | ｜ │ ┃ ║ with a frame or without one */
  BB_TEXT_ROW_COMMAS
} BbTextRow;

/**
 * bb_text_row_kind: Bars make a row when there is space on both sides of one, or the parts are no longer than a label and no
 * sentence (a single bar wants a figure behind it); commas do when there are three at least, in no sentence, and none that
 * may stand inside a number.
 */
BbTextRow bb_text_row_kind (const char *line);

/**
 * bb_text_row_split: adds the cells of @line, which is a row of @kind, to @row. Marks that programs write around the text of a
 * cell are no part of it: quotes of Excel, and in rows with bars those of Markdown.
 *
 * Returns: how many passages were left out because they are struck through (~~12~~)
 */
guint bb_text_row_split (BbTextRow kind, const char *line, BbImportRow *row);

G_END_DECLS
