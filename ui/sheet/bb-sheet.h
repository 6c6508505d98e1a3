/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/bb-sheet-selection.h"

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
 * - `selection-changed ()`: other cells are selected, or other figures stand in them; once before the next frame
 * - `refused (const char *message)`: something the user did could not be done (a paste that does not fit); show it (a toast)
 *
 * Actions, for menus around it: `sheet.cut`, `sheet.copy`, `sheet.paste`, `sheet.clear`, `sheet.fill-down`,
 * `sheet.fill-right`, `sheet.edit`, `sheet.select-all`, `sheet.select-row`, `sheet.select-column`; and those of the cell with the focus: `sheet.confirm`,
 * `sheet.follow`, `sheet.override`.
 *
 * Properties: `report` (construct-only), `checker` (construct-only), `table` (uint, construct-only), `zoom` (double).
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

/** bb_sheet_set_last_year: @last: (nullable): the report whose figures stand small and grey under those of the cells. */
void bb_sheet_set_last_year (BbSheet *self, BbLastYear *last);

/** bb_sheet_get_focused_cell: Returns: the cell with the focus (or the last that had it), -1 for none. */
int bb_sheet_get_focused_cell (BbSheet *self);

/**
 * bb_sheet_get_selection: the selected cells; one of them has the focus (bb_sheet_get_focused_cell()).
 *
 * @area: (out) (optional): their rectangle of the table's grid; heads and totals may lie in it
 *
 * Returns: (transfer full) (element-type guint): their indices in reading order, empty before the sheet had the focus
 */
GArray *bb_sheet_get_selection (BbSheet *self, BbSheetArea *area);

/** bb_sheet_describe_selection: Returns: (transfer full): "6 cells selected, sum 123", "" when it is one cell or none. */
char *bb_sheet_describe_selection (BbSheet *self);

/** BB_SHEET_LEAST_ZOOM, BB_SHEET_MOST_ZOOM: how small and how large a sheet can be. */
#define BB_SHEET_LEAST_ZOOM 0.5
#define BB_SHEET_MOST_ZOOM 2.0

double bb_sheet_get_zoom (BbSheet *self);
/** bb_sheet_set_zoom: @zoom: 1 is the size of the text around the sheet; beyond the limits the nearest one counts. */
void bb_sheet_set_zoom (BbSheet *self, double zoom);

/** bb_sheet_commit: what was typed so far is in the report (before saving). */
void bb_sheet_commit (BbSheet *self);

G_END_DECLS
