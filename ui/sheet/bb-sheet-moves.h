/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * BbSheetMove: where the keyboard wants to go from a cell.
 * @BB_SHEET_MOVE_UP, @BB_SHEET_MOVE_DOWN, @BB_SHEET_MOVE_LEFT, @BB_SHEET_MOVE_RIGHT: the next cell in the grid, totals included
 * @BB_SHEET_MOVE_EDGE_UP, @BB_SHEET_MOVE_EDGE_DOWN, @BB_SHEET_MOVE_EDGE_LEFT, @BB_SHEET_MOVE_EDGE_RIGHT: as far as cells are
 *   filled in, or over empty ones to the next filled one; at the latest to the end of the table
 * @BB_SHEET_MOVE_ROW_START, @BB_SHEET_MOVE_ROW_END: the first or last cell of the row
 * @BB_SHEET_MOVE_START, @BB_SHEET_MOVE_END: the first or last cell of the table
 * @BB_SHEET_MOVE_ENTER, @BB_SHEET_MOVE_BACK_ENTER: the next input below or above; past the end, the top of the next column
 *   or the bottom of the one before
 * @BB_SHEET_MOVE_NEXT, @BB_SHEET_MOVE_PREVIOUS: the next input in reading order
 */
typedef enum
{
  BB_SHEET_MOVE_UP,
  BB_SHEET_MOVE_DOWN,
  BB_SHEET_MOVE_LEFT,
  BB_SHEET_MOVE_RIGHT,
  BB_SHEET_MOVE_EDGE_UP,
  BB_SHEET_MOVE_EDGE_DOWN,
  BB_SHEET_MOVE_EDGE_LEFT,
  BB_SHEET_MOVE_EDGE_RIGHT,
  BB_SHEET_MOVE_ROW_START,
  BB_SHEET_MOVE_ROW_END,
  BB_SHEET_MOVE_START,
  BB_SHEET_MOVE_END,
  BB_SHEET_MOVE_ENTER,
  BB_SHEET_MOVE_BACK_ENTER,
  BB_SHEET_MOVE_NEXT,
  BB_SHEET_MOVE_PREVIOUS
} BbSheetMove;

/**
 * bb_sheet_move:
 * @form: that of @table; @report may have left it
 * @column: the column of the grid to keep to in cells that are wider, -1 for none
 *
 * Returns: the cell of @table where @move leads from @cell, -1 when the table ends there.
 */
int bb_sheet_move (BbReport *report, const BbForm *form, const BbTable *table, guint cell, BbSheetMove move, int column);

/** bb_sheet_first_input: Returns: the first input of @table in reading order, or the last one. */
int bb_sheet_first_input (const BbForm *form, const BbTable *table, gboolean last);

G_END_DECLS
