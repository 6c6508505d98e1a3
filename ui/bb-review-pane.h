/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_REVIEW_PANE (bb_review_pane_get_type ())
/**
 * BbReviewPane: the file that was read, beside the form: a summary of what was understood, and the file itself with the place of the
 * cell looked at marked.
 *
 * Signals:
 * - `field-chosen (BbField *field)`: show it in the form
 * - `section-chosen (guint section)`
 */
G_DECLARE_FINAL_TYPE (BbReviewPane, bb_review_pane, BB, REVIEW_PANE, AdwBin)

/** bb_review_pane_set_session: once; its report must have been read from a file (bb_session_get_map()). */
void bb_review_pane_set_session (BbReviewPane *self, BbSession *session);

/** bb_review_pane_look_at: the form shows @field now. */
void bb_review_pane_look_at (BbReviewPane *self, BbField *field);

/** bb_review_pane_look_at_section: the form shows this section, and no cell has the focus. */
void bb_review_pane_look_at_section (BbReviewPane *self, guint section);

/** bb_review_pane_step: goes to the next (1) or previous (-1) place to look at. Returns: %FALSE when there is none further on;
 * during the review the next step that way starts over. */
gboolean bb_review_pane_step (BbReviewPane *self, int step);

/** bb_review_pane_show_source: shows the file itself rather than the summary. */
void bb_review_pane_show_source (BbReviewPane *self);

/** bb_review_pane_count_stops: how many places there are to look at now. */
guint bb_review_pane_count_stops (BbReviewPane *self);

G_END_DECLS
