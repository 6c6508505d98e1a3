/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_markup_append: appends @text with what markup is made of (&, <, >) escaped: no text is ever taken for markup.
 * @length: bytes, -1 for all
 * @quotes: quotation marks too, for attributes
 */
void bb_markup_append (GString *out, const char *text, gssize length, gboolean quotes);

G_END_DECLS
