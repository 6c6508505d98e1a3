/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-labels.h"
#include "import/bb-pdf-regions.h"

G_BEGIN_DECLS

/**
 * bb_pdf_anchors_find: the rows of a table without rules whose columns are certain: each is where its figures are, and has the
 * numbered label around them. As bb_pdf_bands_find(), which asks for less of the figures, and for more of the lines.
 */
GPtrArray *bb_pdf_anchors_find (const BbPdfRegion *region, const BbPdfPlan *plan, GPtrArray *rows, guint *first);

G_END_DECLS
