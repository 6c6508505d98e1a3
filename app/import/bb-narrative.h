/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/**
 * bb_narrative_fill: gives every line that is left to the narrative of its section; rows of a table that fit nothing, and
 * lines before the report, are told in notes. A section that was not found is `missing`.
 *
 * Returns: %FALSE with %BB_IMPORT_ERROR_TOO_LARGE when a section is too long
 */
gboolean bb_narrative_fill (BbMatch *match, GError **error);

G_END_DECLS
