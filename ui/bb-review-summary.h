/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_REVIEW_SUMMARY (bb_review_summary_get_type ())
/**
 * BbReviewSummary: what was understood of a file, section by section, what to look at, and the lines that nothing was made of. It
 * follows the report.
 *
 * Signals:
 * - `section-chosen (guint section)`, `cell-chosen (guint cell)`, `line-chosen (guint line)`: a row was activated
 */
G_DECLARE_FINAL_TYPE (BbReviewSummary, bb_review_summary, BB, REVIEW_SUMMARY, AdwBin)

/** bb_review_summary_set_report: once. */
void bb_review_summary_set_report (BbReviewSummary *self, BbReport *report, BbImportMap *map);

/** bb_review_summary_set_stops: @stops: (element-type BbImportStop): as bb_import_list_stops() lists them now. */
void bb_review_summary_set_stops (BbReviewSummary *self, GArray *stops);

/** bb_review_dup_counts: Returns: (transfer full): "168 read, 4 deduced, 2 blank"; what there is none of is left out. */
char *bb_review_dup_counts (const BbImportCounts *counts);

/** bb_review_dup_reason: Returns: (transfer full): why to look at @stop. */
char *bb_review_dup_reason (const BbImportStop *stop);

/** bb_review_count_unused: how many lines of the file nothing was made of. */
guint bb_review_count_unused (const BbImportMap *map);

G_END_DECLS
