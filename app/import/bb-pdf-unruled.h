/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/**
 * bb_pdf_unruled_find: makes tables of lines where figures stand in columns without rules.
 * @items: (element-type BbPdfItem): what stands on the pages, in order; lines are replaced by the tables that they make
 */
void bb_pdf_unruled_find (GPtrArray *items);

/**
 * bb_pdf_unruled_build: one table, or the pieces of it on several pages.
 * @regions: (element-type GPtrArray): of each page the lines (BbPdfLine) that it has there, from top to bottom
 * @pages: (array): the page of each of @regions
 *
 * Returns: (transfer full) (element-type BbPdfTable): a table for each of @regions, with the same columns
 */
GPtrArray *bb_pdf_unruled_build (const GPtrArray *regions, const guint *pages);

/** bb_pdf_unruled_is_row: whether @line is a row of figures: two of them in columns, or one far behind words. */
gboolean bb_pdf_unruled_is_row (const BbPdfLine *line);

G_END_DECLS
