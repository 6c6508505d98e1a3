/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * bb_text_write: appends @page as plain text: UTF-8, `\n`, an empty line between blocks, each table as a regular grid of
 * tab-separated places (bb_page_n_places()), so that every value stands under its head and every line of a table has
 * the same number of places.
 */
void bb_text_write (const BbPage *page, GString *out);

G_END_DECLS
