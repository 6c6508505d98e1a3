/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BbSheetMove: where the keyboard wants to go from a cell. */
typedef enum
{
  BB_SHEET_MOVE_UP,
  BB_SHEET_MOVE_DOWN,
  BB_SHEET_MOVE_LEFT,
  BB_SHEET_MOVE_RIGHT,
  BB_SHEET_MOVE_ENTER,
  BB_SHEET_MOVE_BACK_ENTER
} BbSheetMove;

/** BbSheetSide: on which side of a marked issue a cell stands. */
typedef enum
{
  BB_SHEET_SIDE_NONE,
  BB_SHEET_SIDE_LEFT,
  BB_SHEET_SIDE_RIGHT
} BbSheetSide;

#define BB_TYPE_SHEET_CELL (bb_sheet_cell_get_type ())
/**
 * BbSheetCell: the entry of one cell. What is typed goes to the report at every keystroke, so totals and checks
 * follow; nothing is written while an input method composes.
 *
 * Signals:
 * - `move (int direction)`: a key that leaves the cell (a BbSheetMove)
 * - `block (const char *text)`: text with tabs or line breaks arrived by paste or drop; nothing was inserted
 */
G_DECLARE_FINAL_TYPE (BbSheetCell, bb_sheet_cell, BB, SHEET_CELL, GtkEntry)

/** bb_sheet_cell_new: the entry of @field, which must be a cell of @report. */
GtkWidget *bb_sheet_cell_new (BbReport *report, BbChecker *checker, BbField *field);
BbField *bb_sheet_cell_get_field (BbSheetCell *self);
/** bb_sheet_cell_is_input: whether Tab and Enter stop here: an input, or a total that is being typed by hand. */
gboolean bb_sheet_cell_is_input (BbSheetCell *self);
/** bb_sheet_cell_sync: shows the field as it is now: text, look, tooltip, accessible state. */
void bb_sheet_cell_sync (BbSheetCell *self);
/** bb_sheet_cell_sync_issues: shows the worst issue over the cell. */
void bb_sheet_cell_sync_issues (BbSheetCell *self);
void bb_sheet_cell_set_side (BbSheetCell *self, BbSheetSide side);
/** bb_sheet_cell_enter: takes the focus with everything selected: what is typed next replaces it. */
void bb_sheet_cell_enter (BbSheetCell *self);

G_END_DECLS
