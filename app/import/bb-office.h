/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bb_office_convert: has LibreOffice, where it is installed, make of an old office file one that we read.
 *
 * It works in a temporary folder of its own with a profile of its own: no macros, no network where that can be taken away,
 * nothing of the user's settings, and it is ended with all that it started when it takes too long or @cancellable says so.
 * BIANBAO_SOFFICE names another program, BIANBAO_SOFFICE_SECONDS another time limit.
 *
 * @suffix: what the file is (".doc")
 * @target: "docx" or "xlsx"
 *
 * Returns: (transfer full): the converted file, or %NULL with %BB_IMPORT_ERROR_NOT_SUPPORTED where there is no LibreOffice,
 *   %BB_IMPORT_ERROR_DAMAGED where it makes nothing of the file, %BB_IMPORT_ERROR_TOO_SLOW, %BB_IMPORT_ERROR_FAILED or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *bb_office_convert (GBytes *bytes, const char *suffix, const char *target, GCancellable *cancellable, GError **error);

G_END_DECLS
