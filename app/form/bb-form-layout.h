/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/bb-form-private.h"

G_BEGIN_DECLS

/*
 * Computes the grid of @table from the trees of its blocks: slots, grid size, head rows, label columns. The blocks and
 * their cells must be there; widths are the caller's.
 */
void bb_form_layout (BbFormData *data, BbTable *table);

G_END_DECLS
