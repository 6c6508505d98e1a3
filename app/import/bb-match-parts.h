/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_parts_join: a table whose only row has no label (table 4) may stand in pieces, one for each group of its columns,
 * below one another or each in a row of its own with the group's title in front. When all columns are there the pieces become
 * one row; else they are left as they are.
 */
void bb_match_parts_join (BbMatchTable *table);

/** bb_match_parts_label: Returns: place of the last title of a group of columns in front of the values, -1 when @cells are no such row. */
int bb_match_parts_label (BbMatch *match, const BbTable *table, const GPtrArray *cells);

G_END_DECLS
