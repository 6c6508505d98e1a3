/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * bb_xlsx_write: writes @page as a workbook to @path: a sheet with the narrative, then a sheet a table. Numbers are
 * numbers, texts are strings (never formulas), totals that follow their parts are formulas with their result cached.
 * The same page gives the same bytes. Errors: %G_IO_ERROR_FAILED.
 */
gboolean bb_xlsx_write (const BbPage *page, const char *path, GError **error);

G_END_DECLS
