/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_CELL_NOTE (bb_cell_note_get_type ())
/**
 * BbCellNote: a person's note to a cell, written in place. It goes into the report as one step when the field is left.
 *
 * Signals:
 * - `left ()`: Escape or Ctrl+Enter: the person wants to be back in the cell
 */
G_DECLARE_FINAL_TYPE (BbCellNote, bb_cell_note, BB, CELL_NOTE, AdwBin)

/** bb_cell_note_show: @field: (nullable). What was written to another one is committed first. To be called again when the report changed. */
void bb_cell_note_show (BbCellNote *self, BbReport *report, BbField *field);

/** bb_cell_note_commit: what was written so far is in the report (before saving). */
void bb_cell_note_commit (BbCellNote *self);

void bb_cell_note_focus (BbCellNote *self);

G_END_DECLS
