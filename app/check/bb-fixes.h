/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

G_BEGIN_DECLS

/** bb_fix_id: "total-to-sum". Static. */
const char *bb_fix_id (BbFixKind kind);

/** bb_fix_label: Returns: (transfer full): translated: what @plan of @finding would change. */
char *bb_fix_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan);

/**
 * bb_fix_apply:
 * @form: the edition that @finding was made for
 * @pool: where the slices of @finding point to
 *
 * Carries @plan out as one undoable group named @label. Returns: %FALSE, with nothing changed, when the report is no longer as
 * @finding found it.
 */
gboolean bb_fix_apply (BbReport *report, const BbForm *form, const BbFinding *finding, const GArray *pool,
                       const BbPlan *plan, const char *label);

G_END_DECLS
