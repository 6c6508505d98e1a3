/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_CELL_ACTIONS (bb_cell_actions_get_type ())
/**
 * BbCellActions: the buttons that fit a cell: confirm or clear a deduced value, let a total follow its parts again.
 *
 * Signals:
 * - `acted (guint cell)`: a button changed the cell: it wants the focus back
 */
G_DECLARE_FINAL_TYPE (BbCellActions, bb_cell_actions, BB, CELL_ACTIONS, AdwBin)

/** bb_cell_actions_show: @cell: -1 for none. To be called again when the report changed. */
void bb_cell_actions_show (BbCellActions *self, BbReport *report, int cell);

G_END_DECLS
