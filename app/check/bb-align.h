/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-interval.h"

G_BEGIN_DECLS

/**
 * BbPlacing: what alignment found out about one cell of a loose row.
 * @item: (nullable): the text that every surviving alignment puts here (not necessarily the same place of the row)
 * @word: @item is no number
 * @value: the one number, when @known
 * @known: every survivor puts or implies this number
 * @read: no survivor leaves the cell empty
 */
typedef struct
{
  const char *item;
  gboolean word;
  gint64 value;
  gboolean known;
  gboolean read;
} BbPlacing;

/**
 * BbAlignment: all alignments of one loose row and which of them survive (form.md, "Aligning and deducing").
 * @survivors: how many are left
 * @too_many: there are more than we try; the row stays open
 */
typedef struct
{
  const BbLooseRow *row;
  GPtrArray *candidates;
  guint survivors;
  gboolean too_many;
} BbAlignment;

BbAlignment *bb_alignment_new (const BbLooseRow *row);
void bb_alignment_free (BbAlignment *self);

/**
 * bb_align: lets alignments of all rows fall that violate a relation or non-negativity, until none falls any more.
 * @alignments: (element-type BbAlignment)
 * @cells: (array): intervals of all cells, those of loose rows open
 */
void bb_align (const BbForm *form, const BbRelations *relations, GPtrArray *alignments, const BbInterval *cells);

/** bb_alignment_get_placing: what is known of column @column of the row after bb_align(). */
BbPlacing bb_alignment_get_placing (const BbForm *form, BbAlignment *self, guint column);

G_END_DECLS
