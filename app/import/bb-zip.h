/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-import.h>

G_BEGIN_DECLS

/**
 * BbZip: the parts of an office file, inflated. Names are compared without regard to case, as the package convention
 * says, and never become paths.
 */
typedef GHashTable BbZip;

/**
 * bb_zip_read: inflates the parts that are wanted, within the limits of bb-import-limits.h (safety.md, "Limits").
 *
 * @wanted: whether the part @name, in lower case and with slashes, is needed; the others are not inflated
 *
 * Two parts of one name are refused: programs differ on which of them counts.
 *
 * Returns: (transfer full): or %NULL with %BB_IMPORT_ERROR_DAMAGED, %BB_IMPORT_ERROR_TOO_LARGE, %BB_IMPORT_ERROR_PROTECTED
 *   or %G_IO_ERROR_CANCELLED
 */
BbZip *bb_zip_read (GBytes *bytes, gboolean (*wanted) (const char *name), GCancellable *cancellable, GError **error);

/** bb_zip_get: Returns: (transfer none) (nullable): the part @name, in any case, with or without a leading slash. */
GBytes *bb_zip_get (BbZip *zip, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbZip, g_hash_table_unref)

G_END_DECLS
