/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-zip.h"

G_BEGIN_DECLS

/**
 * bb_package_open: the parts of an office file that have text or say where it is; pictures, fonts, themes are left packed.
 * A file that is no zip gets its own message: an old .doc or .xls under a new name, or one with a password.
 *
 * Returns: (transfer full): or %NULL with a %BB_IMPORT_ERROR
 */
BbZip *bb_package_open (GBytes *bytes, GCancellable *cancellable, GError **error);

/**
 * bb_package_find_part: follows a relationship.
 *
 * @source: (nullable): the part whose relationships are looked at ("xl/workbook.xml"), %NULL for those of the file
 * @type: (nullable): last word of the relationship's type ("officeDocument", "styles"), %NULL when @id is given
 * @id: (nullable): its id ("rId3")
 *
 * Returns: (transfer full) (nullable): name of the part that the first such relationship leads to, in lower case
 */
char *bb_package_find_part (BbZip *zip, const char *source, const char *type, const char *id);

G_END_DECLS
