/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/bb-form-private.h"

G_BEGIN_DECLS

/* Appends @record as C: arrays and strings that are there when the program starts, under the name `record_` and its id. */
void bb_form_code_append (GString *code, const BbFormRecord *record);

G_END_DECLS
