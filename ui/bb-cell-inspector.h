/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_CELL_INSPECTOR (bb_cell_inspector_get_type ())
/**
 * BbCellInspector: what is known about one cell, on one line below the table: its full name, how its content came there, and what
 * is wrong with it. A deduced value can be confirmed or cleared here. More is told by BbCellDetails.
 *
 * Signals:
 * - `acted (guint cell)`: a button changed the cell: it wants the focus back
 */
G_DECLARE_FINAL_TYPE (BbCellInspector, bb_cell_inspector, BB, CELL_INSPECTOR, AdwBin)

/** bb_cell_inspector_set_report: once, before anything is shown. */
void bb_cell_inspector_set_report (BbCellInspector *self, BbReport *report, BbChecker *checker);

/** bb_cell_inspector_set_last: @last: (nullable): the report whose figures are told beside this year's. */
void bb_cell_inspector_set_last (BbCellInspector *self, BbLastYear *last);

/** bb_cell_inspector_set_cell: @cell: -1 for none. */
void bb_cell_inspector_set_cell (BbCellInspector *self, int cell);

G_END_DECLS
