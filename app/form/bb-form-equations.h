/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/bb-form-draft.h"

G_BEGIN_DECLS

/*
 * Writes all equations of the form in the order of its rules, then what follows from them: which equation computes a
 * derived cell, in which order, and in which equations a cell takes part. Sections, tables, cells and rules must be there.
 */
gboolean bb_form_write_equations (const BbDraft *draft, GError **error);

/* For the table of rule kinds: the equations of one rule. */
gboolean bb_equations_balance (BbEquationWriter *writer, GError **error);
gboolean bb_equations_sum (BbEquationWriter *writer, GError **error);

/* The names of a head's groups and its own, outermost first, " › " between them, silent ones left out. @head may be -1. */
char *bb_draft_spoken_path (GPtrArray *heads, int head);

G_END_DECLS
