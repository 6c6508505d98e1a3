/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbXlsxFormat: how a number is meant, by the format of its cell.
 * @BB_XLSX_SCALED: and all above it: shown by as many decimal places smaller as it is above, as amounts in 元 are for 万元
 */
typedef enum
{
  BB_XLSX_PLAIN,
  BB_XLSX_PERCENT,
  BB_XLSX_DATE,
  BB_XLSX_SCALED
} BbXlsxFormat;

/** BbXlsxFormats: the formats of a workbook, by the index that cells give. */
typedef GArray BbXlsxFormats;

/** bb_xlsx_formats_read: @styles: (nullable): the part; without it, or when it is damaged, all is plain. Returns: (transfer full). */
BbXlsxFormats *bb_xlsx_formats_read (GBytes *styles);

/** bb_xlsx_formats_get: the format of index @style. */
BbXlsxFormat bb_xlsx_formats_get (const BbXlsxFormats *formats, guint style);

/**
 * bb_xlsx_number_text: a number of a cell as people see it: without the noise of binary fractions (0.1, not
 * 0.10000000000000001), without exponent; a date as 2024年1月31日, a part as 95.2%, 25653000 by `0!.0000` as 2565.3.
 *
 * @value: as it stands in the file
 * @is_1904: the workbook counts its days from 1904
 *
 * Returns: (transfer full): @value itself when it is no number
 */
char *bb_xlsx_number_text (const char *value, BbXlsxFormat format, gboolean is_1904);

G_END_DECLS
