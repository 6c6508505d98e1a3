/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-place.h"

G_BEGIN_DECLS

/**
 * bb_match_merged_open: takes figures that stand in one cell over several columns of the form out of @placed, each with a note
 * of its columns: 1824 under all of 法人或其他组织 belongs to none of them alone.
 * @cells: (array): of the row
 */
void bb_match_merged_open (const BbMatchTable *table, const BbMatchRow *row, const BbBlock *block, const guint *cells, BbPlacedRow *placed);

/**
 * bb_match_merged_is_uneven: whether a figure of @row, of which the columns are not known by heads, is merged over more places than
 * another cell: it may stand over two columns then.
 */
gboolean bb_match_merged_is_uneven (const BbMatchTable *table, const BbMatchRow *row);

G_END_DECLS
