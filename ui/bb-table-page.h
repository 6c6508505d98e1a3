/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-page.h"

G_BEGIN_DECLS

#define BB_TYPE_TABLE_PAGE (bb_table_page_get_type ())
/**
 * BbTablePage: a section with an official table, the sentence that may stand before it, and what is known about the focused cell.
 *
 * Property: `show-details` (boolean): whether everything about the cell stands beside the table.
 *
 * Signals:
 * - `cell-focused (guint cell)`: the keyboard focus entered a cell
 * - `marks-closed ()`: nobody wants to see the marks of an issue any more
 */
G_DECLARE_FINAL_TYPE (BbTablePage, bb_table_page, BB, TABLE_PAGE, BbPage)

void bb_table_page_set_show_details (BbTablePage *self, gboolean show);

/** bb_table_page_edit_note: shows the details and puts the focus into the note of the cell with the focus. */
void bb_table_page_edit_note (BbTablePage *self);

G_END_DECLS
