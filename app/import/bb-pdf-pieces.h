/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-cells.h"

G_BEGIN_DECLS

/**
 * BbPdfPlace: a cell with its text, in the columns of the whole table.
 * @digits: what its lines are
 * @n_full: how many digits stand on its last line, when no more had fitted
 * @is_full: nothing more had fitted on its last line
 */
typedef struct
{
  guint row;
  guint column;
  guint rows;
  guint columns;
  char *text;
  BbPdfDigits digits;
  guint n_full;
  gboolean is_full;
} BbPdfPlace;

/**
 * BbPdfPiece: the piece of a table on one page.
 * @places: (element-type BbPdfPlace): from top to bottom, from left to right
 */
typedef struct
{
  guint page;
  guint n_rows;
  GPtrArray *places;
} BbPdfPiece;

/** bb_pdf_piece_new: @xs: (element-type double): the lines between the columns of the whole table, from its left side. */
BbPdfPiece *bb_pdf_piece_new (const BbPdfTable *table, const GArray *xs);
void bb_pdf_piece_free (BbPdfPiece *piece);

/** bb_pdf_piece_drop_head: takes the rows out of @piece that repeat the heads of the table, whose first piece is @first. */
void bb_pdf_piece_drop_head (BbPdfPiece *piece, const BbPdfPiece *first);

/**
 * bb_pdf_piece_join_row: puts a row together that a page break has torn: the words at the foot of @above go on in @piece. Of figures
 * that stand in both, those are one that filled their cells, beside others that did not go on; else both are a text.
 */
void bb_pdf_piece_join_row (BbPdfPiece *above, BbPdfPiece *piece);

G_END_DECLS
