/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-check.h>

G_BEGIN_DECLS

/** BB_INTERVAL_OPEN: the upper end of an interval that has none. */
#define BB_INTERVAL_OPEN G_MAXINT64

/** BbInterval: the whole numbers from @low to @high; @high is at most BB_NUMBER_LIMIT, or open. */
typedef struct
{
  gint64 low;
  gint64 high;
} BbInterval;

/** BB_INTERVAL_ANY: any count. */
#define BB_INTERVAL_ANY ((BbInterval) { 0, BB_INTERVAL_OPEN })

static inline gboolean
bb_interval_is_point (BbInterval interval)
{
  return interval.low == interval.high;
}

/** BbTerm: a cell that is added or subtracted; @cell is an index into whatever array of intervals is worked on. */
typedef struct
{
  guint cell;
  gboolean negative;
} BbTerm;

/** BbEnds: the least and the greatest value of a sum; terms without an end are counted, not added. */
typedef struct
{
  gint64 low;
  gint64 high;
  guint open_lows;
  guint open_highs;
} BbEnds;

/** bb_ends_add: adds a term to the sum. In the innermost loop of alignment, hence here. */
static inline void
bb_ends_add (BbEnds *ends, BbInterval cell, gboolean negative)
{
  gboolean open = cell.high == BB_INTERVAL_OPEN;

  if (negative)
    {
      ends->high -= cell.low;
      ends->low -= open ? 0 : cell.high;
      ends->open_lows += open;
    }
  else
    {
      ends->low += cell.low;
      ends->high += open ? 0 : cell.high;
      ends->open_highs += open;
    }
}

/**
 * bb_ends_tighten: narrows the intervals of @terms so that with a further sum in @others the whole can still be @constant.
 * @changed: (inout): set to %TRUE when something became narrower
 *
 * Returns: %FALSE when no numbers in the intervals can: some are of no use then.
 */
gboolean bb_ends_tighten (BbEnds others, const BbTerm *terms, guint n_terms, gint64 constant, BbInterval *cells, gboolean *changed);

/** BbRelation: the sum of the @n_terms terms from @first on is @constant. */
typedef struct
{
  guint first;
  guint n_terms;
  gint64 constant;
  guint part;
} BbRelation;

/** BB_NO_PART: of a cell that is in no relation. */
#define BB_NO_PART G_MAXUINT

/**
 * BbRelations: every relation that a report must fulfil, and the connected parts of the form that they make: table 3 is
 * one, each group of table 4 is one. What is wrong in one part tells nothing about another.
 * @terms: (element-type BbTerm); @relations: (element-type BbRelation)
 * @parts: (array): for each cell its part
 * @by_cell: (array): for each cell the indices of its relations
 */
typedef struct
{
  guint n_cells;
  guint n_parts;
  GArray *terms;
  GArray *relations;
  guint *parts;
  GArray **by_cell;
} BbRelations;

/** bb_relations_new: the equations of @form that are over counts, and the sums that reading found. @sums: (element-type BbLooseSum) (nullable). */
BbRelations *bb_relations_new (const BbForm *form, GPtrArray *sums);
void bb_relations_free (BbRelations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbRelations, bb_relations_free)

static inline const BbRelation *
bb_relations_get (const BbRelations *self, guint relation)
{
  return &g_array_index (self->relations, BbRelation, relation);
}

static inline const BbTerm *
bb_relations_get_terms (const BbRelations *self, guint relation)
{
  return &g_array_index (self->terms, BbTerm, bb_relations_get (self, relation)->first);
}

/**
 * bb_relations_propagate: narrows until nothing changes any more.
 * @broken: (array length=n_parts) (inout): parts to leave alone; a part that can't be fulfilled, or whose bounds only creep,
 *   is added. Its intervals are of no use then
 *
 * Returns: whether anything changed.
 */
gboolean bb_relations_propagate (const BbRelations *self, BbInterval *cells, gboolean *broken);

/** bb_interval_of_number: @interval: (out): the point. Returns: whether @value can stand in a cell of @kind: whole and not negative, or else by its kind. */
gboolean bb_interval_of_number (BbDecimal value, BbKind kind, BbInterval *interval);

G_END_DECLS
