/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-check.h>

G_BEGIN_DECLS

/** BB_GAP: a column in which no item stands. */
#define BB_GAP (-1)

/**
 * bb_candidates_list: every order-preserving way of putting the items of @row into its columns. With fewer items than
 * columns, columns stay empty; with more, items are left out, values or empty places.
 * Of equal items side by side it makes no difference which is left out: one way is listed.
 * @budget: (inout): lowered by the number of ways
 *
 * Returns: (transfer full) (nullable) (element-type gint16): one item index or BB_GAP for each column of each way; %NULL when
 *   there are more than the budget
 */
GArray *bb_candidates_list (const BbLooseRow *row, guint *budget);

G_END_DECLS
