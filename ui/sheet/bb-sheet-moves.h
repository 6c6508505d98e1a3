/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * BbSheetMove: where the keyboard wants to go from a cell.
 * @BB_SHEET_MOVE_UP, @BB_SHEET_MOVE_DOWN, @BB_SHEET_MOVE_LEFT, @BB_SHEET_MOVE_RIGHT: the next cell in the grid, totals included
 * @BB_SHEET_MOVE_ENTER, @BB_SHEET_MOVE_BACK_ENTER: the next input below or above; past the end, the next one in reading order
 * @BB_SHEET_MOVE_NEXT, @BB_SHEET_MOVE_PREVIOUS: the next input in reading order
 */
typedef enum
{
  BB_SHEET_MOVE_UP,
  BB_SHEET_MOVE_DOWN,
  BB_SHEET_MOVE_LEFT,
  BB_SHEET_MOVE_RIGHT,
  BB_SHEET_MOVE_ENTER,
  BB_SHEET_MOVE_BACK_ENTER,
  BB_SHEET_MOVE_NEXT,
  BB_SHEET_MOVE_PREVIOUS
} BbSheetMove;

/** bb_sheet_move: Returns: the cell of @table where @move leads from @cell, -1 when the table ends there. */
int bb_sheet_move (const BbForm *form, const BbTable *table, guint cell, BbSheetMove move);

/** bb_sheet_first_input: Returns: the first input of @table in reading order, or the last one. */
int bb_sheet_first_input (const BbForm *form, const BbTable *table, gboolean last);

/** bb_sheet_find_move: what the key @keyval asks for; sideways keys are the text's until its end. Returns: %FALSE when nothing. */
gboolean bb_sheet_find_move (guint keyval, gboolean shift, BbSheetMove *move);

G_END_DECLS
