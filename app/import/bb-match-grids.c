/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-regroup.h"

#include <bianbao/bb-number.h>

static gboolean
is_row (const BbMatchLine *line)
{
  return line->cells != NULL && line->use == BB_LINE_FREE;
}

gboolean
bb_grid_run_find (const BbMatch *match,
                  guint          start,
                  BbGridRun     *run)
{
  guint i = start;

  while (i < match->lines->len && !is_row (bb_match_get_line (match, i)))
    i++;
  *run = (BbGridRun) { i, i, 0 };
  for (; run->end < match->lines->len; run->end++)
    {
      const BbMatchLine *line = bb_match_get_line (match, run->end);

      if (!is_row (line) || line->spot.block != bb_match_get_line (match, run->first)->spot.block)
        break;
      run->n_places = MAX (run->n_places, line->cells->len);
    }
  return run->end > run->first;
}

const char *
bb_grid_cell (const BbMatchLine *line,
              guint              place)
{
  return place < line->cells->len ? g_ptr_array_index (line->cells, place) : "";
}

gboolean
bb_grid_has_figure (const BbMatchLine *line,
                    guint              first)
{
  for (guint i = first; i < line->cells->len; i++)
    if (bb_number_read (g_ptr_array_index (line->cells, i), NULL).form == BB_NUMBER_PLAIN)
      return TRUE;
  return FALSE;
}
