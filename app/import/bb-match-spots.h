/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>
#include <bianbao/bb-import-map.h>

G_BEGIN_DECLS

/** BB_SPOT_NONE: the block of a cell that stands nowhere. */
#define BB_SPOT_NONE G_MAXUINT

/**
 * BbLooseSpots: a row whose values are still to be aligned.
 * @items, @spots: (array length=n_items): what stood there and where, in order
 */
typedef struct
{
  guint *cells;
  guint n_cells;
  char **items;
  BbImportSpot *spots;
  guint n_items;
} BbLooseSpots;

/**
 * BbMatchSpots: where the cells of a form stood in the file.
 * @cells: (element-type BbImportSpot): for each cell of the form
 * @loose: (element-type BbLooseSpots)
 */
typedef struct
{
  GArray *cells;
  GPtrArray *loose;
} BbMatchSpots;

BbMatchSpots *bb_match_spots_new (const BbForm *form);
void bb_match_spots_free (BbMatchSpots *spots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbMatchSpots, bb_match_spots_free)

static inline BbImportSpot *
bb_match_spots_get (const BbMatchSpots *spots, guint cell)
{
  return &g_array_index (spots->cells, BbImportSpot, cell);
}

/** bb_match_spots_add_loose: Returns: (transfer none): for @n_items values, to be filled in. */
BbLooseSpots *bb_match_spots_add_loose (BbMatchSpots *spots, const guint *cells, guint n_cells, guint n_items);

G_END_DECLS
