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

/**
 * bb_match_turned_doubt: 总计 and 其他 name rows and columns: in a grid with rows that only columns are named like (自然人) they are no
 * rows of @table. Such rows get no figures; they are told as all rows whose columns nobody can tell.
 */
void bb_match_turned_doubt (BbMatchTable *table);

G_END_DECLS
