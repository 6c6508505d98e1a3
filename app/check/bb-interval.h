/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-check.h>

G_BEGIN_DECLS

/** BB_INTERVAL_OPEN: the upper end of an interval that has none; far above any sum of a report, far below overflow. */
#define BB_INTERVAL_OPEN (G_MAXINT64 / 64)

/** BbInterval: the whole numbers from @low to @high. */
typedef struct
{
  gint64 low;
  gint64 high;
} BbInterval;

/**
 * BbRelation: sum of the cells @left = sum of the cells @right + @constant. The arrays belong to the form or to a BbLooseSum.
 * @part: the connected part of the form that it belongs to
 */
typedef struct
{
  const guint *left;
  guint n_left;
  const guint *right;
  guint n_right;
  gint64 constant;
  guint part;
} BbRelation;

/**
 * BbRelations: every relation that a report must fulfil, by cell.
 * @by_cell: (array): for each cell the indices of its relations
 * @parts: for each cell the connected part it belongs to (G_MAXUINT for a cell in no relation)
 */
typedef struct
{
  GArray *relations;
  GArray **by_cell;
  guint *parts;
  guint n_cells;
  guint n_parts;
} BbRelations;

/** bb_relations_new: the equations of @form and the sums that reading found. @sums: (element-type BbLooseSum) (nullable), borrowed. */
BbRelations *bb_relations_new (const BbForm *form, GPtrArray *sums);
void bb_relations_free (BbRelations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbRelations, bb_relations_free)

/** bb_interval_of_field: a point for a whole number, else everything from 0 on. */
BbInterval bb_interval_of_field (BbField *field);
/** bb_interval_of_text: the same for a text that is not in a field yet. @number: (out): whether it is a whole number. */
BbInterval bb_interval_of_text (const char *text, const char *unit, gboolean *number);

static inline gboolean
bb_interval_is_point (BbInterval interval)
{
  return interval.low == interval.high;
}

/**
 * bb_relation_tighten: narrows the intervals of the relation's cells to what the others leave.
 * @changed: (inout): set to %TRUE when something became narrower
 *
 * Returns: %FALSE when no numbers in the intervals fulfil the relation.
 */
gboolean bb_relation_tighten (const BbRelation *relation, BbInterval *cells, gboolean *changed);

/**
 * bb_relations_propagate: tightens until nothing changes (or a bound of rounds, which only leaves intervals wider).
 * @contradictory: (array length=n_parts): set to %TRUE for a part that can't be fulfilled; its intervals are of no use
 */
void bb_relations_propagate (const BbRelations *self, BbInterval *cells, gboolean *contradictory);

G_END_DECLS
