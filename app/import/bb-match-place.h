/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * BbRowPlacing: what is known of the columns of a row's values.
 * @BB_PLACED: each value has its column
 * @BB_PLACED_PARTLY: columns of the form are under no head; what stands under other heads has no column
 * @BB_PLACED_LOOSE: more or fewer values than columns: for bb_settle() to align
 * @BB_PLACED_NOT: no column can be told
 */
typedef enum
{
  BB_PLACED,
  BB_PLACED_PARTLY,
  BB_PLACED_LOOSE,
  BB_PLACED_NOT
} BbRowPlacing;

/**
 * BbPlacedRow:
 * @values: (array): for each column of the block the text, "" for a blank, %NULL where there is no such place
 * @heads: (array): for each column the text of its head, where it is known; not owned
 * @left_over: (nullable): text of values that have no column, for a note
 */
typedef struct
{
  BbRowPlacing placing;
  guint n_columns;
  const char **values;
  const char **heads;
  char *left_over;
} BbPlacedRow;

/**
 * bb_match_place_row:
 * @block: the block that the row's label belongs to
 * @regular: bb_match_is_regular() of the row's block
 *
 * Places by the heads when the whole grid is regular; else by order, when there are exactly as many values as columns. What
 * stands under heads of another edition stays in the columns by position when there are as many (form.md, `form.mixed`).
 */
void bb_match_place_row (const BbMatchTable *table, const BbMatchRow *row, const BbBlock *block, gboolean regular, BbPlacedRow *placed);
void bb_placed_row_clear (BbPlacedRow *placed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbPlacedRow, bb_placed_row_clear)

/**
 * bb_match_is_regular: whether the places of the rows of @block can be trusted: the heads name all its columns at different
 * places, and in every row the labels stand left of the first and values only under heads. One torn row makes all doubtful.
 */
gboolean bb_match_is_regular (const BbMatchTable *table, const BbBlock *block);

G_END_DECLS
