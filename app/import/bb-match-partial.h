/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-head.h"

G_BEGIN_DECLS

/**
 * bb_match_partial_fits: whether @row stands under heads that name some columns of @block and nothing else: the table was printed
 * without the others. Every row under these heads has its values under heads, and no sum is smaller than its parts.
 */
gboolean bb_match_partial_fits (const BbMatchTable *table, const BbMatchRow *row, const BbBlock *block);

/**
 * bb_match_partial_append: figures under the title of a group alone (自然人 · 法人或其他组织 · 总计) belong to no column.
 * @left_over: they are appended, with the title
 */
void bb_match_partial_append (const BbMatchTable *table, const BbMatchRow *row, const BbBlock *block, GString *left_over);

G_END_DECLS
