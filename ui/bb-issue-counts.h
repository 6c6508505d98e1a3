/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_ISSUE_COUNTS (bb_issue_counts_get_type ())
/** BbIssueCounts: how many errors, warnings and hints there are, each with its icon; one icon when there are none. */
G_DECLARE_FINAL_TYPE (BbIssueCounts, bb_issue_counts, BB, ISSUE_COUNTS, AdwBin)

void bb_issue_counts_show (BbIssueCounts *self, BbReport *report, BbChecker *checker);

G_END_DECLS
