/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * BbEntryKind: what a line of the issue pane is.
 * @BB_ENTRY_ISSUE: an issue, open or accepted
 * @BB_ENTRY_NOTE: a note of reading
 * @BB_ENTRY_NOTES: the head of several notes about one table, which folds them away
 * @BB_ENTRY_ACCEPTED: the head of the accepted issues, which folds them away
 */
typedef enum
{
  BB_ENTRY_ISSUE,
  BB_ENTRY_NOTE,
  BB_ENTRY_NOTES,
  BB_ENTRY_ACCEPTED
} BbEntryKind;

#define BB_TYPE_ISSUE_ENTRY (bb_issue_entry_get_type ())
/**
 * BbIssueEntry: one line of the issue pane.
 *
 * Signals:
 * - `changed ()`: of a head: how many it has, or whether they are shown
 */
G_DECLARE_FINAL_TYPE (BbIssueEntry, bb_issue_entry, BB, ISSUE_ENTRY, GObject)

/** bb_issue_entry_new: @item: a BbIssue or a BbNote. @is_part: whether it stands below a head. */
BbIssueEntry *bb_issue_entry_new (GObject *item, gboolean is_part);

/** bb_issue_entry_new_head: @kind: one of the heads; @table: index of the table, -1 for none. It is folded. */
BbIssueEntry *bb_issue_entry_new_head (BbEntryKind kind, int table);

BbEntryKind bb_issue_entry_get_kind (BbIssueEntry *self);
gboolean bb_issue_entry_is_head (BbIssueEntry *self);
/** bb_issue_entry_get_item: (transfer none) (nullable): the BbIssue or BbNote, %NULL for a head. */
GObject *bb_issue_entry_get_item (BbIssueEntry *self);
/** bb_issue_entry_get_issue: (transfer none) (nullable): the BbIssue, %NULL when it is none. */
BbIssue *bb_issue_entry_get_issue (BbIssueEntry *self);
gboolean bb_issue_entry_is_part (BbIssueEntry *self);
int bb_issue_entry_get_table (BbIssueEntry *self);

/** bb_issue_entry_get_items: (transfer none) (element-type GObject): what a head stands for. */
GPtrArray *bb_issue_entry_get_items (BbIssueEntry *self);
void bb_issue_entry_set_items (BbIssueEntry *self, GPtrArray *items);
gboolean bb_issue_entry_get_expanded (BbIssueEntry *self);
void bb_issue_entry_set_expanded (BbIssueEntry *self, gboolean expanded);

/** bb_issue_entry_find_target: (transfer none) (nullable): the field that the line is about; a head of notes leads to its first one. */
BbField *bb_issue_entry_find_target (BbIssueEntry *self, BbReport *report);

/** bb_issue_entry_get_group: (transfer none) (nullable): the heading that the line stands under, translated. */
const char *bb_issue_entry_get_group (BbIssueEntry *self);

/** bb_note_is_urgent: whether something may be missing or wrong in the report until somebody looks at the file: no mere hint. */
gboolean bb_note_is_urgent (BbNote *note);

G_END_DECLS
