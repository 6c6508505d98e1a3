/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/bb-sheet-describe.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BbSheetSide: on which side of a marked issue a cell stands. */
typedef enum
{
  BB_SHEET_SIDE_NONE,
  BB_SHEET_SIDE_LEFT,
  BB_SHEET_SIDE_RIGHT
} BbSheetSide;

/**
 * BbSheetCellMode: what a key does to a cell.
 * @BB_SHEET_CELL_READY: what is typed replaces the content; nothing was typed yet
 * @BB_SHEET_CELL_TYPING: the content is being replaced; arrows leave the cell
 * @BB_SHEET_CELL_EDITING: the content is being edited; arrows sideways move the caret
 */
typedef enum
{
  BB_SHEET_CELL_READY,
  BB_SHEET_CELL_TYPING,
  BB_SHEET_CELL_EDITING
} BbSheetCellMode;

#define BB_TYPE_SHEET_CELL (bb_sheet_cell_get_type ())
/**
 * BbSheetCell: the entry of one cell. What is typed goes to the report at every keystroke, so totals and checks follow;
 * nothing is written while an input method composes, and one that is given up without a character changes nothing. A total is read-only unless it is typed by hand (the action
 * `cell.override`): it is written when the cell is left, because half a number would be taken for another total.
 *
 * Signals:
 * - `entered ()`: the keyboard focus came in
 * - `pasted (const char *text)`: text arrived that is more than one cell takes, or that came to a read-only cell; nothing
 *   was inserted
 *
 * Actions: `cell.confirm`, `cell.clear`, `cell.follow`, `cell.override`, enabled while they apply.
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
/** bb_sheet_cell_set_note: @note: (nullable): what the sheet has to say to who is in the cell: how much is selected. */
void bb_sheet_cell_set_note (BbSheetCell *self, const char *note);

/**
 * bb_sheet_cell_set_last:
 * @text: (nullable): what stood here last year: shown small and grey under the content
 * @words: (nullable): the same with its year, for those who point at the cell or listen
 */
void bb_sheet_cell_set_last (BbSheetCell *self, const char *text, const char *words);

BbSheetCellMode bb_sheet_cell_get_mode (BbSheetCell *self);
/** bb_sheet_cell_is_composing: whether an input method is in the middle of something: every key is its own. */
gboolean bb_sheet_cell_is_composing (BbSheetCell *self);
/** bb_sheet_cell_enter: takes the focus and is ready: what is typed next replaces everything. */
void bb_sheet_cell_enter (BbSheetCell *self);
/** bb_sheet_cell_rest: is ready for the next time; the focus is elsewhere. */
void bb_sheet_cell_rest (BbSheetCell *self);
/** bb_sheet_cell_prepare: a key comes that may begin to type: all is selected again, should another program have taken that away. */
void bb_sheet_cell_prepare (BbSheetCell *self);
/** bb_sheet_cell_begin_edit: the caret behind the content, which stays. Returns: %FALSE when it is a total. */
gboolean bb_sheet_cell_begin_edit (BbSheetCell *self);
/** bb_sheet_cell_begin_empty: the content is gone, and something else is typed. */
void bb_sheet_cell_begin_empty (BbSheetCell *self);
/** bb_sheet_cell_cancel: what was typed is taken back. Returns: %FALSE when there was nothing. */
gboolean bb_sheet_cell_cancel (BbSheetCell *self);
/** bb_sheet_cell_commit: what was typed so far is in the report, whatever is still being composed (saving does not wait). */
void bb_sheet_cell_commit (BbSheetCell *self);
/** bb_sheet_cell_finish: commits, also a total that is being typed by hand, which otherwise waits until its cell is left. */
void bb_sheet_cell_finish (BbSheetCell *self);
/** bb_sheet_cell_has_keyboard: whether the focus is in the text itself, not in the context menu. */
gboolean bb_sheet_cell_has_keyboard (BbSheetCell *self);
/** bb_sheet_cell_get_columns: how many columns of a fixed-width face the content takes, marks included. */
guint bb_sheet_cell_get_columns (BbSheetCell *self);

G_END_DECLS
