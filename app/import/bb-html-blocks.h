/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_html_decode: bytes of a page to UTF-8: as bb_import_decode(), but where they are no UTF-8 the page's own word for its
 * encoding is tried first. gb2312 and gbk are taken for what pages mean by them, GB 18030 (safety.md).
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR
 */
char *bb_html_decode (GBytes *bytes, char **encoding, gboolean *guessed, GError **error);

/**
 * bb_html_blocks_read: a web page as blocks, read as browsers do, without what they do not show: scripts, styles, hidden
 * elements, fields of forms.
 *
 * @html: as of bb_html_decode(); what stands before the first mark-up of a Windows clipboard is left out
 *
 * Returns: (transfer full): or %NULL with %BB_IMPORT_ERROR_TOO_LARGE
 */
BbImportSource *bb_html_blocks_read (const char *html, GCancellable *cancellable, GError **error);

G_END_DECLS
