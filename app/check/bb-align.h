/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-interval.h"

G_BEGIN_DECLS

/** BB_ALIGN_BUDGET: how many alignments are tried for one report: table 4 has 6435 at most, a row of table 3 thirty-five. */
#define BB_ALIGN_BUDGET 12000

/**
 * BbPlacingKind: what alignment says of one cell of a loose row.
 * @BB_PLACING_OPEN: the alignments that are left differ
 * @BB_PLACING_EMPTY: an empty place, and nothing tells its value
 * @BB_PLACING_WORD: all put the same words here
 * @BB_PLACING_READ: all put the same number here
 * @BB_PLACING_DEDUCED: all put or imply the same number, but some leave the cell empty
 */
typedef enum
{
  BB_PLACING_OPEN,
  BB_PLACING_EMPTY,
  BB_PLACING_WORD,
  BB_PLACING_READ,
  BB_PLACING_DEDUCED
} BbPlacingKind;

/** BbPlacing: @text: (nullable): as it stood, when that is certain; @value: of READ and DEDUCED. */
typedef struct
{
  BbPlacingKind kind;
  const char *text;
  BbDecimal value;
} BbPlacing;

/**
 * BbVerdict: how a loose row came out.
 * @BB_VERDICT_OPEN: several alignments are left
 * @BB_VERDICT_NONE: none is: the row contradicts the relations however it is placed
 * @BB_VERDICT_TOO_MANY: not tried
 * @BB_VERDICT_ALONE: figures elsewhere in its part contradict one another: only its own relations were asked, and nothing deduced
 */
typedef enum
{
  BB_VERDICT_OPEN,
  BB_VERDICT_NONE,
  BB_VERDICT_TOO_MANY,
  BB_VERDICT_ALONE
} BbVerdict;

/** BbAlignment: all order-preserving alignments of one loose row, and those that are left. */
typedef struct _BbAlignment BbAlignment;

/** bb_alignment_new: @row: borrowed. @budget: (inout): how many alignments may still be made. */
BbAlignment *bb_alignment_new (const BbForm *form, const BbRelations *relations, const BbLooseRow *row, guint *budget);
void bb_alignment_free (BbAlignment *self);

/**
 * bb_align:
 * @alignments: (element-type BbAlignment)
 * @given: (array): the intervals of all cells as they stand in the report
 * @cells: (array) (inout): begins as @given, ends as what is possible under all relations
 * @broken: (array) (inout): parts that can't be fulfilled
 *
 * Lets alignments fall that violate a relation or non-negativity, with what the other rows can be as intervals, until
 * nothing falls any more (form.md, "Aligning and deducing").
 */
void bb_align (const BbRelations *relations, GPtrArray *alignments, const BbInterval *given, BbInterval *cells, gboolean *broken);

const BbLooseRow *bb_alignment_get_row (BbAlignment *self);
BbVerdict bb_alignment_get_verdict (BbAlignment *self);
/** bb_alignment_count: how many alignments are left. */
guint bb_alignment_count (BbAlignment *self);

/** bb_alignment_place: @placings: (array) (out caller-allocates): one for each cell of the row. */
void bb_alignment_place (BbAlignment *self, BbPlacing *placings);

/** bb_alignment_get_dropped: Returns: (transfer container) (nullable): the items that every alignment that is left leaves out, %NULL when they differ or nothing is left out. */
GPtrArray *bb_alignment_get_dropped (BbAlignment *self);

G_END_DECLS
