/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/**
 * BbPdfMargins: where the text of a page begins and ends; the size of its font.
 */
typedef struct
{
  double left;
  double right;
  double size;
} BbPdfMargins;

/** bb_pdf_margins_new: @items: (element-type BbPdfItem). Returns: (transfer full) (element-type BbPdfMargins): of each page. */
GArray *bb_pdf_margins_new (const GPtrArray *items, guint n_pages);

/** bb_pdf_goes_on: whether the line @next belongs to the paragraph that begins with @first and ends with @line so far. */
gboolean bb_pdf_goes_on (const BbPdfItem *first, const BbPdfItem *line, const BbPdfItem *next, const GArray *margins);

G_END_DECLS
