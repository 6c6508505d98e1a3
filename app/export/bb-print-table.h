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
 * @left, @inner: where its text begins, from its left edge, and the width that it has
 * @first_row, @n_rows: in the rows of the #BbPrintTable
 * @text_row: the first row of those that its text stands in the middle of, @n_text_rows: how many these are
 */
typedef struct
{
  const BbPageSlot *slot;
  BbPrintText *text;
  double x;
  double width;
  double left;
  double inner;
  guint first_row;
  guint n_rows;
  guint text_row;
  guint n_text_rows;
} BbPrintCell;

/**
 * BbPrintRepeat: a label once more, beside those of its rows that are on another page.
 * @row: the first row of those that it stands in the middle of, @n_rows: how many these are
 * @own: (nullable): the text, set smaller, where the cell's is too high for these rows
 */
typedef struct
{
  const BbPrintCell *cell;
  guint row;
  guint n_rows;
  BbPrintText *own;
} BbPrintRepeat;

/**
 * BbPrintTable:
 * @cells: (array length=n_cells): as the slots of @table, row by row
 * @repeats: (element-type BbPrintRepeat)
 * @head_height: of the rows that each further page repeats, 0 for none
 */
typedef struct
{
  const BbPageTable *table;
  BbPrintCell *cells;
  guint n_cells;
  BbPrintRow *rows;
  guint n_rows;
  GArray *repeats;
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
 * bb_print_table_settle: tells each label that runs over several pages in which part its text stands: the first one that has
 * room for it. In the others it is repeated, smaller where that lets it in.
 * @firsts: (array length=n_firsts): the rows that the pages begin with
 */
void bb_print_table_settle (BbPrintTable *table, BbPrintFonts *fonts, const guint *firsts, guint n_firsts);

/** bb_print_table_text_fits: whether @text stands in @n_rows rows from row @row on. */
gboolean bb_print_table_text_fits (const BbPrintTable *table, const BbPrintText *text, guint row, guint n_rows);

/** bb_print_table_set_smaller: Returns: (transfer full): the text of @cell, set at @scale of its size. */
BbPrintText *bb_print_table_set_smaller (const BbPrintCell *cell, BbPrintFonts *fonts, double scale);

/**
 * bb_print_table_text_at: whether the text of @cell, or a part of it, begins in row @row.
 * @n_rows: (out): in the middle of how many rows it stands
 * @first_line, @n_lines: (out): which of its lines; all but in a row that is in parts
 */
gboolean bb_print_table_text_at (const BbPrintTable *table, const BbPrintCell *cell, guint row, guint *n_rows,
                                 guint *first_line, guint *n_lines);

G_END_DECLS
