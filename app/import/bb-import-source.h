/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_import_source_read: bytes to blocks, here and now: for the reading process, for tests and for fuzzing. Everybody else reads
 * through bb_import_bytes(), which lets the reading process do it.
 *
 * @format: BbFileKind.reader
 * @encoding, @guessed: (out): as of BbReading; left alone by formats that have no encoding
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 */
BbImportSource *bb_import_source_read (GBytes *bytes, const char *format, char **encoding, gboolean *guessed, GCancellable *cancellable, GError **error);

/** bb_import_is_office: whether @format, a BbFileKind.reader, is read by bb_import_read_office(). */
static inline gboolean
bb_import_is_office (const char *format)
{
  return g_str_equal (format, "docx") || g_str_equal (format, "xlsx");
}

/* The two halves of it, which take different libraries: what is text, and what is packed. */
BbImportSource *bb_import_read_page (GBytes *bytes, const char *format, char **encoding, gboolean *guessed, GCancellable *cancellable, GError **error);
BbImportSource *bb_import_read_office (GBytes *bytes, const char *format, GCancellable *cancellable, GError **error);

/**
 * bb_import_source_match: the second half of bb_import_bytes(): what was read becomes a report.
 *
 * @encoding: (nullable): as of BbReading, copied
 *
 * Returns: (transfer full): or %NULL with an error
 */
BbReading *bb_import_source_match (const BbImportSource *source, const char *format, const char *encoding, gboolean guessed, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
