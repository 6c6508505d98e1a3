/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/bb-form-private.h"

G_BEGIN_DECLS

/* Appends @edition as C: arrays and strings that are there when the program starts, under the name `edition_` and the edition's id. */
void bb_form_code_append (GString *code, const BbFormRecord *edition);

G_END_DECLS
