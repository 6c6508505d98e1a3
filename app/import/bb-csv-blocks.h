/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_csv_blocks_read:
 * @text: decoded text
 *
 * A table of text as programs of tables write it (RFC 4180): cells between commas, semicolons or tabs, whichever the file has most
 * of; in quotes a cell may hold these, and line breaks. A record with one long text and nothing else is a paragraph, any other a
 * row, as in the workbook that it was saved from.
 *
 * Returns: (transfer full): or %NULL with %BB_IMPORT_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
BbImportSource *bb_csv_blocks_read (const char *text, GCancellable *cancellable, GError **error);

G_END_DECLS
