/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_NOTE (bb_issue_note_get_type ())
/**
 * BbIssueNote: a line in a window beside the main one: how many errors and warnings are open in a report that is handed out,
 * and a button that closes the window and shows them in the main one (`win.show-all-issues`). Hidden where there are none.
 */
G_DECLARE_FINAL_TYPE (BbIssueNote, bb_issue_note, BB, ISSUE_NOTE, AdwBin)

void bb_issue_note_show (BbIssueNote *self, BbReport *report);

/** bb_issue_note_count: the errors and warnings of @report as it would be published: what is not filled in counts. */
void bb_issue_note_count (BbReport *report, guint *n_errors, guint *n_warnings);

G_END_DECLS
