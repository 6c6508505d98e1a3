/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * bb_pdf_write: @page as PDF: fonts embedded, bookmarks for the headings, tags for who hears it read, the title as its
 * only metadata. The same page gives the same bytes.
 *
 * Returns: (transfer full): or %NULL with a %G_IO_ERROR
 */
GBytes *bb_pdf_write (const BbPage *page, GError **error);

G_END_DECLS
