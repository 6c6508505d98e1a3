/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/bb-sheet-describe.h"
#include "sheet/bb-sheet-moves.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BbSheetSide: on which side of a marked issue a cell stands. */
typedef enum
{
  BB_SHEET_SIDE_NONE,
  BB_SHEET_SIDE_LEFT,
  BB_SHEET_SIDE_RIGHT
} BbSheetSide;

#define BB_TYPE_SHEET_CELL (bb_sheet_cell_get_type ())
/**
 * BbSheetCell: the entry of one cell. What is typed goes to the report at every keystroke, so totals and checks follow;
 * nothing is written while an input method composes. A total is read-only unless it is typed by hand (the action
 * `cell.override`): it is written when the cell is left, because half a number would be taken for another total.
 *
 * Signals:
 * - `entered ()`: the keyboard focus came in
 * - `move (int direction)`: a key that leaves the cell (a BbSheetMove)
 * - `pasted (const char *text)`: text arrived that is more than one cell takes, or that came to a read-only cell; nothing
 *   was inserted
 *
 * Actions: `cell.confirm`, `cell.clear`, `cell.follow`, `cell.override`, in its context menu while they apply.
 */
G_DECLARE_FINAL_TYPE (BbSheetCell, bb_sheet_cell, BB, SHEET_CELL, GtkEntry)

/** bb_sheet_cell_new: the entry of @field, which must be a cell of @report. */
GtkWidget *bb_sheet_cell_new (BbReport *report, BbField *field);
BbField *bb_sheet_cell_get_field (BbSheetCell *self);
/** bb_sheet_cell_sync: shows the field as it is now: text, look, accessible state. */
void bb_sheet_cell_sync (BbSheetCell *self);
/** bb_sheet_cell_set_finding: shows what the checks say; @finding is copied. */
void bb_sheet_cell_set_finding (BbSheetCell *self, const BbSheetFinding *finding);
void bb_sheet_cell_set_side (BbSheetCell *self, BbSheetSide side);
/** bb_sheet_cell_enter: takes the focus with everything selected: what is typed next replaces it. */
void bb_sheet_cell_enter (BbSheetCell *self);
/** bb_sheet_cell_has_keyboard: whether the focus is in the text itself, not in the context menu. */
gboolean bb_sheet_cell_has_keyboard (BbSheetCell *self);
/** bb_sheet_cell_get_columns: how many columns of a fixed-width face the content takes, marks included. */
guint bb_sheet_cell_get_columns (BbSheetCell *self);

G_END_DECLS
