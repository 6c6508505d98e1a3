/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_pdf_blocks_read: a PDF file with text. Its characters are put together again by where they stand: to lines, paragraphs, and
 * tables, ruled or not, that may go on over pages. Page numbers and running heads are left out.
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR: a file of pictures has nothing to read, a locked one says so
 */
BbImportSource *bb_pdf_blocks_read (GBytes *bytes, GCancellable *cancellable, GError **error);

/** bb_pdf_blocks_read_limited: the same; @before_page is called before each page. */
BbImportSource *bb_pdf_blocks_read_limited (GBytes *bytes, void (*before_page) (void), GCancellable *cancellable, GError **error);

G_END_DECLS
