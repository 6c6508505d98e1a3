/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_xlsx_blocks_read: an Excel workbook as blocks, sheet after sheet: rows as grids, a text merged over the whole width
 * of its sheet as a paragraph. Of formulas the result counts that the file holds; one without a result is told, and so
 * are hidden sheets, which are not read.
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 */
BbImportSource *bb_xlsx_blocks_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
