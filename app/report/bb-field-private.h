/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/bb-value.h"

G_BEGIN_DECLS

/* What only the report may do with its fields. */

/** bb_field_new_cell: a blank cell of @form; a total begins as one that is computed. */
BbField *bb_field_new_cell (const BbForm *form, const BbCell *cell);
BbField *bb_field_new_section (const BbSection *section);
/** bb_field_new_meta: @id: static; @label: static, untranslated. */
BbField *bb_field_new_meta (const char *id, const char *label);

/** bb_field_get_form: Returns: (nullable): the form of a cell. */
const BbForm *bb_field_get_form (BbField *self);
BbValue *bb_field_get_stored (BbField *self);

/** bb_field_store: replaces the content without telling anybody; bb_field_announce() tells. */
void bb_field_store (BbField *self, BbValue *value);
void bb_field_set_pinned (BbField *self, gboolean pinned);

/**
 * bb_field_remember: keeps what the field shows to the world until bb_field_announce().
 * Returns: %FALSE when it is being remembered already.
 */
gboolean bb_field_remember (BbField *self);

/** bb_field_announce: notifies the properties that differ from the remembered ones. Returns: whether any does. */
gboolean bb_field_announce (BbField *self);

G_END_DECLS
