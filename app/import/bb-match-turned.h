/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_turned_read: when no figure of @table was found, looks for it among the grids that stand on their side: rows where the
 * form has columns. Such a grid is taken only when all its heads are those of the form; it is told in a note.
 *
 * Returns: whether it was found
 */
gboolean bb_match_turned_read (BbMatchTable *table);

G_END_DECLS
