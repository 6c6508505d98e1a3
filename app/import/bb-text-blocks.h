/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_text_blocks_read:
 * @text: decoded text
 *
 * Plain text as blocks: a line with tabs, bars or commas between its parts is a row (bb-text-rows.h), any other a paragraph.
 * Blank lines separate nothing. Whether several words on a line are a row of a table is for the matcher to say, which
 * knows the form. Control characters are shown as U+FFFD and counted in a note.
 *
 * Returns: (transfer full): or %NULL with %BB_IMPORT_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
BbImportSource *bb_text_blocks_read (const char *text, GCancellable *cancellable, GError **error);

G_END_DECLS
