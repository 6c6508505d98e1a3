/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"
#include "import/bb-pdf.h"

G_BEGIN_DECLS

/** BbPdfDocument: puts lines, paragraphs and tables together again of what stands on pages. Knows nothing of the file. */
typedef struct _BbPdfDocument BbPdfDocument;

BbPdfDocument *bb_pdf_document_new (void);
void bb_pdf_document_free (BbPdfDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPdfDocument, bb_pdf_document_free)

/**
 * bb_pdf_document_add_page: the next page. What stands in tables is taken out of @page.
 *
 * Returns: %FALSE with %BB_IMPORT_ERROR_TOO_LARGE
 */
gboolean bb_pdf_document_add_page (BbPdfDocument *document, BbPdfPage *page, GError **error);

/** bb_pdf_document_read: once, at the end. Returns: (transfer full): the blocks, or %NULL with an error that says why there are none. */
BbImportSource *bb_pdf_document_read (BbPdfDocument *document, GCancellable *cancellable, GError **error);

G_END_DECLS
