/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/bb-report-private.h"

G_BEGIN_DECLS

/*
 * Totals that the program computes (contract.md). Whether a total follows its parts is not stored but seen: it does when,
 * before the step, it was empty or computed, or was the sum of its parts; it does not when it was set in this very step.
 * So a total that was read and is right follows, one that differs stays, and no flag has to be saved or undone.
 */

/** bb_totals_is_pinned: see bb_field_is_pinned(). */
gboolean bb_totals_is_pinned (const BbEdition *edition, const BbCell *cell);

/** bb_totals_computed_by: Returns: (nullable): the cell that @equation computes; %NULL for a relation that only has to hold. */
const BbCell *bb_totals_computed_by (const BbForm *form, guint equation);

/** bb_totals_follow: recomputes the totals that follow @changed, which was just written with @origin. Reading and deducing overwrite no total. */
void bb_totals_follow (BbReport *report, const BbCell *changed, BbOrigin origin);

/** bb_totals_compute: makes @total the sum of its parts, or blank when they are not all numbers. Returns: whether that changed it. */
gboolean bb_totals_compute (BbReport *report, const BbCell *total);

/** bb_totals_fill: as bb_totals_compute(), for a total that is empty, when its parts are complete, or that was computed. */
gboolean bb_totals_fill (BbReport *report, const BbCell *total);

G_END_DECLS
