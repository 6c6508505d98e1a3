/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_ROW (bb_issue_row_get_type ())
/**
 * BbIssueRow: one line of the issue pane: an issue with its repairs, or a note of reading that can be dismissed.
 *
 * Signals:
 * - `fixed (BbIssueRow *row)`: a repair was carried out, or the note dismissed; the row is about to go
 */
G_DECLARE_FINAL_TYPE (BbIssueRow, bb_issue_row, BB, ISSUE_ROW, GtkListBoxRow)

/** bb_issue_row_new: @item: a BbIssue or a BbNote. */
GtkWidget *bb_issue_row_new (BbReport *report, GObject *item);

/** bb_issue_row_get_item: (transfer none): the BbIssue or BbNote. */
GObject *bb_issue_row_get_item (BbIssueRow *self);

/** bb_issue_row_find_target: (transfer none) (nullable): the field that the row is about. */
BbField *bb_issue_row_find_target (BbIssueRow *self);

/** bb_issue_item_group: (transfer none): the heading that @item, a BbIssue or BbNote, stands under, translated. */
const char *bb_issue_item_group (GObject *item);

G_END_DECLS
