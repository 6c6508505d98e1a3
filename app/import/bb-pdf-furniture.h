/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/**
 * bb_pdf_furniture_drop: takes out what stands on pages for turning them: page numbers, and a line that is the same at the same
 * height of every page.
 * @items: (element-type BbPdfItem)
 */
void bb_pdf_furniture_drop (GPtrArray *items, guint n_pages);

G_END_DECLS
