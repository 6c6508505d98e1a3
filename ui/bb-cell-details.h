/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_CELL_DETAILS (bb_cell_details_get_type ())
/**
 * BbCellDetails: everything that is known about one cell, beside the table: its full name, value, where that came from with the
 * excerpt of the file, last year's value, what is wrong with it, the relations it takes part in, and a person's note.
 * It follows the report once the frame that shows a figure is out.
 *
 * Signals:
 * - `acted (guint cell)`: a button changed the cell, or its note was left: it wants the focus back
 */
G_DECLARE_FINAL_TYPE (BbCellDetails, bb_cell_details, BB, CELL_DETAILS, AdwBin)

/**
 * BbPreviousFunc: what stood in @cell a year ago.
 * Returns: (transfer full) (nullable): as people read it ("3525"), %NULL when it is not known
 */
typedef char *(*BbPreviousFunc) (guint cell, gpointer user_data);

/** bb_cell_details_set_report: once, before anything is shown. */
void bb_cell_details_set_report (BbCellDetails *self, BbReport *report, BbChecker *checker);

/** bb_cell_details_set_cell: @cell: -1 for none. */
void bb_cell_details_set_cell (BbCellDetails *self, int cell);

/** bb_cell_details_set_previous: asks @func for last year's values; without it nothing is said of last year. */
void bb_cell_details_set_previous (BbCellDetails *self, BbPreviousFunc func, gpointer user_data, GDestroyNotify destroy);

/** bb_cell_details_set_previous_year: @year: the one of last year's values, 0 where it is not known. */
void bb_cell_details_set_previous_year (BbCellDetails *self, int year);

/** bb_cell_details_commit: the note written so far is in the report (before saving). */
void bb_cell_details_commit (BbCellDetails *self);

/** bb_cell_details_edit_note: puts the focus into the note. */
void bb_cell_details_edit_note (BbCellDetails *self);

G_END_DECLS
