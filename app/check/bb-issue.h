/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

G_BEGIN_DECLS

/**
 * bb_issue_new: what @finding says, in an object that lives longer than the run.
 * Returns: (transfer full)
 */
BbIssue *bb_issue_new (const BbRun *run, const BbFinding *finding);

/** bb_finding_compare: the order of the list: severity, section, rule, first cell, then whatever tells two findings apart. */
int bb_finding_compare (const BbFinding *a, const GArray *pool_a, const BbFinding *b, const GArray *pool_b);

/** bb_issue_compare: as bb_finding_compare(), of an issue and a finding of @run. */
int bb_issue_compare (BbIssue *self, const BbRun *run, const BbFinding *finding);

G_END_DECLS
