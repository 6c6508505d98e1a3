/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-labels.h"
#include "import/bb-pdf-regions.h"

G_BEGIN_DECLS

/**
 * bb_pdf_bands_find: the rows of a table without rules whose labels are numbered.
 * @rows: (element-type BbPdfRow): they are added to these, with labels and values
 * @first: (out): the line that they begin at: those above it are heads
 *
 * Returns: (transfer full) (nullable) (element-type BbPdfLabel): all labels of @region; %NULL: it is no such table, or something in
 *   it is at the height of no row; nothing is added then
 */
GPtrArray *bb_pdf_bands_find (const BbPdfRegion *region, const BbPdfPlan *plan, GPtrArray *rows, guint *first);

/**
 * bb_pdf_bands_take_labels: all labels of @region. Those above @first are of heads, which are read alike on each page, whatever stands
 * below them; the others are taken from @body.
 *
 * Returns: (transfer full) (element-type BbPdfLabel)
 */
GPtrArray *bb_pdf_bands_take_labels (const BbPdfRegion *region, const BbPdfPlan *plan, guint first, GPtrArray *body);

G_END_DECLS
