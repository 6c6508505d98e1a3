/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_PANE (bb_issue_pane_get_type ())
/**
 * BbIssuePane: the list of what the checks found, by severity, below it what reading noted, and folded away what was accepted.
 * It follows the checker and never takes the focus by itself.
 *
 * Signals:
 * - `chosen (GObject *item, BbField *target)`: the user wants to see the place of @item (a BbIssue or a BbNote), or of what was
 *   repaired just now, when @item is %NULL; @target may be %NULL
 */
G_DECLARE_FINAL_TYPE (BbIssuePane, bb_issue_pane, BB, ISSUE_PANE, AdwBin)

/** bb_issue_pane_set_session: once. */
void bb_issue_pane_set_session (BbIssuePane *self, BbSession *session);

/** bb_issue_pane_set_section: @section: the page shown, for “This Section”. */
void bb_issue_pane_set_section (BbIssuePane *self, guint section);

/** bb_issue_pane_set_cell: @cell: the cell looked at, -1 for none: the line that is selected offers to repair it. */
void bb_issue_pane_set_cell (BbIssuePane *self, int cell);

/** bb_issue_pane_step: chooses the next (@step 1) or previous (-1) open line, round the ends. Returns: %FALSE when there is none. */
gboolean bb_issue_pane_step (BbIssuePane *self, int step);

/** bb_issue_pane_get_items: (transfer none): all issues, then the notes that are open. */
GListModel *bb_issue_pane_get_items (BbIssuePane *self);

G_END_DECLS
