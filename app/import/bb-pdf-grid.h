/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/**
 * bb_pdf_grid_find: the tables that are ruled on a page.
 *
 * The characters that stand in them are taken out of @page.
 *
 * Returns: (transfer full) (element-type BbPdfTable)
 */
GPtrArray *bb_pdf_grid_find (BbPdfPage *page);

G_END_DECLS
