/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-flow.h"
#include "import/bb-pdf.h"

G_BEGIN_DECLS

/** bb_pdf_is_continued: whether the piece @next at the top of a page is the same table as the piece @table at the foot of the one before. */
gboolean bb_pdf_is_continued (const BbPdfTable *table, const BbPdfTable *next);

/**
 * bb_pdf_table_emit: hands a table to @flow as one grid, without heads that are repeated on its later pages.
 * @tables: (element-type BbPdfTable): its pieces, page by page
 */
void bb_pdf_table_emit (BbFlow *flow, const GPtrArray *tables);

G_END_DECLS
