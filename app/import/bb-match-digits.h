/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/** bb_match_ends_with_sum: whether the last column of @block is the sum of all others of its row. */
gboolean bb_match_ends_with_sum (const BbMatchTable *table, const BbBlock *block);

/** bb_match_compare_with_sum: @difference: (out): sign of the last value less the sum of the others. Returns: %FALSE where that says nothing: with words among them, or all 0. */
gboolean bb_match_compare_with_sum (GPtrArray *items, int *difference);

/**
 * bb_match_digits_join: narrow cells break numbers over lines, and a page may end between these: below @row stands @cells, a
 * row without a label whose digits belong to the numbers above them. They are put together when the sum of the row comes out
 * by that; else, when it does not come out as it is, the row is doubtful.
 *
 * Returns: whether @cells belong to @row
 */
gboolean bb_match_digits_join (const BbMatchTable *table, BbMatchRow *row, const GPtrArray *cells);

G_END_DECLS
