/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

G_BEGIN_DECLS

/*
 * Warnings and hints that somebody accepted with a reason. They are kept in the report's field "meta.accepted", one a line:
 * what the finding is about, a digest of the figures that it was accepted for, and the reason, with tabs between. So they
 * are saved, undone and redone like everything else.
 */
typedef struct _BbAcceptances BbAcceptances;

/** bb_acceptances_read: Returns: (transfer full): what the report's field says; lines that say nothing are left out. */
BbAcceptances *bb_acceptances_read (BbReport *report);
void bb_acceptances_free (BbAcceptances *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbAcceptances, bb_acceptances_free)

/**
 * bb_acceptances_allow: whether @finding may be accepted: every warning and hint; of the errors only `carry.requests`, since a figure
 * of last year may have been corrected after it was published (form.md).
 */
gboolean bb_acceptances_allow (const BbForm *form, const BbFinding *finding);

/** bb_acceptances_apply: sets acceptance and reason of each finding of @run; the reasons belong to @self. */
void bb_acceptances_apply (const BbAcceptances *self, BbRun *run);

/**
 * bb_acceptances_set: accepts @finding as the report is now, or takes that back.
 * @pool: where the cells of @finding are
 * @reason: (nullable): %NULL takes it back
 * Returns: whether that changed anything
 */
gboolean bb_acceptances_set (BbReport *report, const BbForm *form, const BbFinding *finding, const GArray *pool, const char *reason);

G_END_DECLS
