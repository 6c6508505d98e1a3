/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-issue-entry.h"

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_LIST (bb_issue_list_get_type ())
/**
 * BbIssueList: the lines of the issue pane: errors, the open notes of reading that somebody has to look at (bb_note_is_urgent()), the
 * other open issues, the other notes, then the accepted issues below a head. Several notes about one table are folded below a head.
 * Lines that stay are the same objects.
 */
G_DECLARE_FINAL_TYPE (BbIssueList, bb_issue_list, BB, ISSUE_LIST, GObject)

BbIssueList *bb_issue_list_new (BbReport *report, BbChecker *checker);

/** bb_issue_list_get_entries: (transfer none) (element-type BbIssueEntry): the lines to show. */
GListModel *bb_issue_list_get_entries (BbIssueList *self);
/** bb_issue_list_get_items: (transfer none): all issues, then all open notes, whatever is shown. */
GListModel *bb_issue_list_get_items (BbIssueList *self);

/** bb_issue_list_set_section: @section: shows what belongs to this section only; -1 for all. */
void bb_issue_list_set_section (BbIssueList *self, int section);

/** bb_issue_list_toggle: folds or unfolds what belongs to a head. */
void bb_issue_list_toggle (BbIssueList *self, BbIssueEntry *head);

/**
 * bb_issue_list_find_like: (nullable): the line about the same as @issue, which is gone: figures changed, and the checker made
 * another object of it. Returns: (transfer none)
 */
BbIssueEntry *bb_issue_list_find_like (BbIssueList *self, BbIssue *issue);

/** bb_issue_is_like: whether two issues are about the same instance of a rule, whatever the figures. */
gboolean bb_issue_is_like (BbIssue *a, BbIssue *b);

G_END_DECLS
