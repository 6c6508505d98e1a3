/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_docx_blocks_read: a Word file as blocks: paragraphs with the numbers that Word counts, tables with merged cells,
 * text boxes. Text that was deleted with changes tracked, hidden text, notes and comments are not read; page heads and
 * feet are other parts of the file.
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 */
BbImportSource *bb_docx_blocks_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
