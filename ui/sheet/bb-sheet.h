/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_SHEET (bb_sheet_get_type ())
/**
 * BbSheet: the one widget for all official tables: heads, row labels and editable cells laid out from the form's slots.
 * It fills in through bb_report_edit() only and follows the report's `field-changed`.
 *
 * Signals:
 * - `cell-focused (guint cell)`: the keyboard focus entered a cell
 * - `refused (const char *message)`: something the user did could not be done (a paste that does not fit); show it (a toast)
 *
 * Properties: `report` (construct-only), `checker` (construct-only), `table` (uint, construct-only).
 */
G_DECLARE_FINAL_TYPE (BbSheet, bb_sheet, BB, SHEET, GtkWidget)

/** bb_sheet_new: @table: index of the table in the report's form. The widget is of no use after the report's form changed: make another. */
GtkWidget *bb_sheet_new (BbReport *report, BbChecker *checker, guint table);

/** bb_sheet_reveal_cell: focuses @cell and scrolls so that it is in full view, with its row label and below any head. */
void bb_sheet_reveal_cell (BbSheet *self, guint cell);

/** bb_sheet_show_cell: scrolls as bb_sheet_reveal_cell() does; the focus stays where it is. */
void bb_sheet_show_cell (BbSheet *self, guint cell);

/** bb_sheet_mark_sides: tints the cells of an issue: left side and right side in two colours; 0 and 0 to clear. */
void bb_sheet_mark_sides (BbSheet *self, const guint *left, guint n_left, const guint *right, guint n_right);

/** bb_sheet_get_focused_cell: Returns: the cell with the focus (or the last that had it), -1 for none. */
int bb_sheet_get_focused_cell (BbSheet *self);

G_END_DECLS
