/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/**
 * bb_worker_read: has @bytes read by the program `bianbao-reader`, packed files by `bianbao-office-reader`, PDF files by
 * `bianbao-pdf-reader`, in a process of its own that is ended when it takes too long, when @cancellable says so, and in any case
 * before this returns.
 *
 * @format: BbFileKind.reader
 * @encoding, @guessed: (out): as of BbReading
 *
 * The program is the one of the build tree this program runs in, else the installed one; BIANBAO_READER names another one.
 * BIANBAO_READER_SECONDS is another time limit, for tests.
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 */
BbImportSource *bb_worker_read (GBytes *bytes, const char *format, char **encoding, gboolean *guessed, GCancellable *cancellable, GError **error);

/* How the reading process ends when memory was what it lacked, or time; any other status but 0 is a failure without a name. */
#define BB_WORKER_NO_MEMORY 3
#define BB_WORKER_TOO_LONG 4

G_END_DECLS
