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
 * @items: (element-type utf8): for bb_settle(): what stands behind the label, with the blanks at both ends where they count
 * @left_over: (nullable): text of values that have no column, for a note
 */
typedef struct
{
  BbRowPlacing placing;
  guint n_columns;
  const char **values;
  const char **heads;
  GPtrArray *items;
  char *left_over;
} BbPlacedRow;

/**
 * BbTrust: what the rows of one block tell together.
 * @BB_TRUST_PLACES: the grid is regular: the heads name all columns at different places, and in every row the labels stand
 *   left of the first and values only under heads
 * @BB_TRUST_MOST_PLACES: the same, but a few rows have more places than the heads, blank ones: those are no columns; or most rows
 *   end before the last column: one that does not may have been shifted
 * @BB_TRUST_TRIMMED: the same, but every row ends before the last column, and what stands last is no sum: the sums are blank
 * @BB_TRUST_ORDER: it is torn, but most rows have as many values as columns: those are in order
 * @BB_TRUST_NOTHING: most rows have fewer or more; one with the right number may be wrong twice
 */
typedef enum
{
  BB_TRUST_PLACES,
  BB_TRUST_MOST_PLACES,
  BB_TRUST_TRIMMED,
  BB_TRUST_ORDER,
  BB_TRUST_NOTHING
} BbTrust;

/** bb_match_trust: how far the rows of @block can be trusted. One torn row makes all doubtful; one that is too short is loose itself. */
BbTrust bb_match_trust (const BbMatchTable *table, const BbBlock *block);

/**
 * bb_match_place_row:
 * @block: the block that the row's label belongs to
 * @trust: bb_match_trust() of that block
 *
 * Places by the heads, or by order when there are exactly as many values as columns. What stands under heads of another
 * edition stays in the columns by position when there are as many (form.md, `form.mixed`).
 */
void bb_match_place_row (const BbMatchTable *table, const BbMatchRow *row, const BbBlock *block, BbTrust trust, BbPlacedRow *placed);
void bb_placed_row_clear (BbPlacedRow *placed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbPlacedRow, bb_placed_row_clear)

G_END_DECLS
