/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"
#include "import/bb-xlsx-values.h"

G_BEGIN_DECLS

/**
 * BbXlsxBook: what the cells of all sheets need.
 * @strings: (element-type utf8): the shared strings
 */
typedef struct
{
  GPtrArray *strings;
  BbXlsxFormats *formats;
  gboolean is_1904;
} BbXlsxBook;

/**
 * bb_xlsx_strings_read:
 * @part: (nullable)
 * @n_struck: (out): runs of text that were left out because they are struck through
 *
 * Returns: (transfer full) (element-type utf8): without the readings of characters
 */
GPtrArray *bb_xlsx_strings_read (GBytes *part, guint *n_struck, GCancellable *cancellable, GError **error);

/**
 * bb_xlsx_sheet_read: adds the blocks of one sheet.
 * @sheet: number of the sheet in @source
 */
gboolean bb_xlsx_sheet_read (BbImportSource *source, guint sheet, GBytes *part, const BbXlsxBook *book, GCancellable *cancellable, GError **error);

G_END_DECLS
