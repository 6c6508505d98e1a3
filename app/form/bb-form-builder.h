/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/bb-form-draft.h"

G_BEGIN_DECLS

/* Turns the draft into the form: flat arrays, full ids, names, layout, equations. FALSE with a BB_FORM_ERROR. */
gboolean bb_form_build (const BbDraft *draft, GError **error);

G_END_DECLS
