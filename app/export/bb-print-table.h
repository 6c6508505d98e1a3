/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"
#include "export/bb-print-text.h"

G_BEGIN_DECLS

/*
 * A table set in type. Its rows are those of the form; only a row that is higher than a whole page (somebody wrote an essay
 * into a cell) becomes several.
 */

/**
 * BbPrintRow:
 * @grid_row: the row of the form
 * @part: counts from 0 in a row that is higher than a page
 * @cost: of a page that ends before it: 0 for none, %BB_PRINT_NEVER for a row that belongs to the one before
 */
typedef struct
{
  guint grid_row;
  guint part;
  double height;
  guint cost;
} BbPrintRow;

#define BB_PRINT_NEVER 100u

/**
 * BbPrintCell:
 * @x, @width: of its rectangle, in points
 * @inner: width that its text has
 * @first_row, @n_rows: in the rows of the #BbPrintTable
 * @text_row: the first row of those that its text stands in the middle of, @n_text_rows: how many these are
 */
typedef struct
{
  const BbPageSlot *slot;
  BbPrintText *text;
  double x;
  double width;
  double inner;
  guint first_row;
  guint n_rows;
  guint text_row;
  guint n_text_rows;
} BbPrintCell;

/**
 * BbPrintTable:
 * @cells: (array length=n_cells): as the slots of @table, row by row
 * @head_height: of the rows that each further page repeats, 0 for none
 */
typedef struct
{
  const BbPageTable *table;
  BbPrintCell *cells;
  guint n_cells;
  BbPrintRow *rows;
  guint n_rows;
  double head_height;
} BbPrintTable;

/** bb_print_table_new: Returns: (transfer full): @table on pages that have room for @page_height */
BbPrintTable *bb_print_table_new (BbPrintFonts *fonts, const BbPageTable *table, double page_height);
void bb_print_table_free (BbPrintTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPrintTable, bb_print_table_free)

/** bb_print_table_height: Returns: the height of @n rows from row @first on, without repeated heads */
double bb_print_table_height (const BbPrintTable *table, guint first, guint n);

/**
 * bb_print_table_fit: how many rows from @first on a page takes that has @available points left of @page_height. Pages
 * end between groups of rows where that costs little.
 *
 * Returns: 0 when the table should rather begin on the next page; never 0 on an empty page
 */
guint bb_print_table_fit (const BbPrintTable *table, guint first, double available, double page_height);

/**
 * bb_print_table_settle: tells each cell that runs over several pages in which part its text stands: in the highest one.
 * @firsts: (array length=n_firsts): the rows that the pages begin with
 */
void bb_print_table_settle (BbPrintTable *table, const guint *firsts, guint n_firsts);

/**
 * bb_print_table_text_at: whether the text of @cell, or a part of it, begins in row @row.
 * @n_rows: (out): in the middle of how many rows it stands
 * @first_line, @n_lines: (out): which of its lines; all but in a row that is in parts
 */
gboolean bb_print_table_text_at (const BbPrintTable *table, const BbPrintCell *cell, guint row, guint *n_rows,
                                 guint *first_line, guint *n_lines);

G_END_DECLS
