/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_matcher_read:
 * @source: what a reader made of a file
 * @name: the file's name, for messages, and as a last resort for organisation and year
 *
 * Turns blocks into a report: title, sections by their titles, rows by their labels. It knows the form and no format.
 *
 * Returns: (transfer full): without @format and @encoding; or %NULL with %BB_IMPORT_ERROR_NO_REPORT,
 *   %BB_IMPORT_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
BbReading *bb_matcher_read (const BbImportSource *source, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
