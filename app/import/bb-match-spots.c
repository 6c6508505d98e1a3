/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-spots.h"

static void
loose_spots_free (gpointer data)
{
  BbLooseSpots *loose = data;

  g_free (loose->cells);
  g_strfreev (loose->items);
  g_free (loose->spots);
  g_free (loose);
}

BbMatchSpots *
bb_match_spots_new (const BbForm *form)
{
  BbMatchSpots *spots = g_new0 (BbMatchSpots, 1);

  spots->cells = g_array_sized_new (FALSE, FALSE, sizeof (BbImportSpot), form->n_cells);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbImportSpot none = { BB_SPOT_NONE, 0, -1 };

      g_array_append_val (spots->cells, none);
    }
  spots->loose = g_ptr_array_new_with_free_func (loose_spots_free);
  return spots;
}

void
bb_match_spots_free (BbMatchSpots *spots)
{
  if (spots == NULL)
    return;
  g_array_unref (spots->cells);
  g_ptr_array_unref (spots->loose);
  g_free (spots);
}

BbLooseSpots *
bb_match_spots_add_loose (BbMatchSpots *spots,
                          const guint  *cells,
                          guint         n_cells,
                          guint         n_items)
{
  BbLooseSpots *loose = g_new0 (BbLooseSpots, 1);

  loose->cells = g_memdup2 (cells, n_cells * sizeof *cells);
  loose->n_cells = n_cells;
  loose->items = g_new0 (char *, n_items + 1);
  loose->spots = g_new0 (BbImportSpot, n_items);
  loose->n_items = n_items;
  g_ptr_array_add (spots->loose, loose);
  return loose;
}
