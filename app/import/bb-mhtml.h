/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bb_mhtml_find_page: the web page in a page saved with all that belongs to it (.mht; Word writes it as a single file web page).
 *
 * Returns: (transfer full): the bytes of the first part that is a web page, or %NULL with %BB_IMPORT_ERROR_DAMAGED
 */
GBytes *bb_mhtml_find_page (GBytes *bytes, GError **error);

G_END_DECLS
