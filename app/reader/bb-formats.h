/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

G_BEGIN_DECLS

/* What a reading program reads: each of them has its own bb-formats*.c. */

/** bb_formats_read: as bb_import_source_read(). */
BbImportSource *bb_formats_read (GBytes *bytes, const char *format, char **encoding, gboolean *guessed, GError **error);

/** bb_formats_folders: (nullable): as of bb_sandbox_enter(). */
extern const char *const *const bb_formats_folders;

G_END_DECLS
