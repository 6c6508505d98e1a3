/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_SIDES (bb_issue_sides_get_type ())
/**
 * BbIssueSides: the two sides of the equation that is marked in the table, with their sums and the difference: the key to the
 * colours of the frames. Hidden without an equation.
 *
 * Signals:
 * - `closed ()`: nobody wants to see the marks any more
 */
G_DECLARE_FINAL_TYPE (BbIssueSides, bb_issue_sides, BB, ISSUE_SIDES, AdwBin)

/** bb_issue_sides_show: @issue: (nullable). */
void bb_issue_sides_show (BbIssueSides *self, BbReport *report, BbIssue *issue);

G_END_DECLS
