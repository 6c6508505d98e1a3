/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbCopyArea: a rectangle of a table's grid, in the rows and columns of its slots, heads included.
 */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} BbCopyArea;

/**
 * BbCopy: a part of a table as other programs take it from a clipboard.
 * @html: a table with spans, borders and widths on every cell: a merged table in Word and WPS, cells in Excel
 * @tsv: rows of cells with tabs between, quoted where they hold line breaks, tabs or quotation marks
 * @text: the same without quoting, labels broken over several lines in one
 */
typedef struct
{
  char *html;
  char *tsv;
  char *text;
} BbCopy;

/**
 * bb_copy_table:
 * @table: index of the table
 * @area: (nullable): %NULL, or one that holds every cell of the table, copies the whole table with its heads; any other copies
 *   the cells in it, one beside the other
 *
 * Texts that a spreadsheet would take for a formula get a `'` in @tsv and
 * are marked as text in @html (safety.md); numbers stay as written.
 *
 * Returns: (transfer full)
 */
BbCopy *bb_copy_table (BbReport *report, guint table, const BbCopyArea *area);
void bb_copy_free (BbCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbCopy, bb_copy_free)

G_END_DECLS
