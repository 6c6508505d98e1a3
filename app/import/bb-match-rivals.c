/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-rivals.h"

#include <bianbao/bb-number.h>

/* Tables with fewer columns have no row that is too short for them. */
#define FEWEST_COLUMNS 5

static gboolean
has_figures (const BbMatchLine *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    if (bb_number_read (g_ptr_array_index (line->cells, i), NULL).form == BB_NUMBER_PLAIN)
      return TRUE;
  return FALSE;
}

/* Returns: the index of the line that @row stands on, or -1 for a paragraph. */
static int
find_line (const BbMatch    *match,
           const BbMatchRow *row)
{
  const BbImportSpot *spot = row->spots->len > 0 ? &g_array_index (row->spots, BbImportSpot, 0) : NULL;

  for (guint i = 0; spot != NULL && i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (line->spot.block == spot->block && line->spot.row == spot->row)
        return line->cells != NULL ? (int) i : -1;
    }
  return -1;
}

/* The first line above without figures: heads, which nothing was made of. */
static gboolean
stands_under_other_heads (const BbMatch *match,
                          int            index)
{
  guint block = bb_match_get_line (match, (guint) index)->spot.block;

  for (int i = index - 1; i >= 0; i--)
    {
      const BbMatchLine *line = bb_match_get_line (match, (guint) i);

      if (line->cells == NULL || line->spot.block != block)
        return FALSE;
      if (!has_figures (line))
        return line->use == BB_LINE_FREE && line->n_filled > 1;
    }
  return FALSE;
}

void
bb_match_rivals_doubt (BbMatchTable *table)
{
  for (guint i = 0; table->table->n_label_columns > 0 && i < table->rows->len; i++)
    {
      BbMatchRow *row = g_ptr_array_index (table->rows, i);
      guint n = row->label != NULL ? row->label->block->n_column_leaves : 0;
      g_autoptr (GPtrArray) items = bb_match_row_items (row);
      int index = n >= FEWEST_COLUMNS && 2 * items->len < n && items->len > 0 ? find_line (table->match, row) : -1;

      if (index >= 0 && stands_under_other_heads (table->match, index))
        row->is_doubtful = TRUE;
    }
}
