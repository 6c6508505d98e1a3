/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-issue-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_ROW (bb_issue_row_get_type ())
/**
 * BbIssueRow: one line of the issue pane with what can be done about it: repairs, accepting with a reason and taking that back,
 * dismissing a note, confirming all notes of a head.
 *
 * Signals:
 * - `acted (BbIssueRow *row)`: a button changed the report; the row is about to go
 */
G_DECLARE_FINAL_TYPE (BbIssueRow, bb_issue_row, BB, ISSUE_ROW, GtkListBoxRow)

GtkWidget *bb_issue_row_new (BbReport *report, BbChecker *checker, BbIssueEntry *entry);

/** bb_issue_row_get_entry: (transfer none). */
BbIssueEntry *bb_issue_row_get_entry (BbIssueRow *self);

/** bb_issue_row_offer_cell: offers to put the difference of an equation into the input @cell; -1, or a cell that it can't be put into, for none. */
void bb_issue_row_offer_cell (BbIssueRow *self, int cell);

G_END_DECLS
