/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-merged.h"

#include "import/bb-match-head.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>

/* What is joined or turned has no spans of its own. */
static gboolean
has_spots (const BbMatchTable *table,
           const BbMatchRow   *row)
{
  return !table->is_turned && row->has_places && row->spots->len == row->cells->len;
}

static gboolean
is_from_above (const BbMatchTable *table,
               const BbMatchRow   *row,
               guint               place)
{
  const BbImportSpot *spot = &g_array_index (row->spots, BbImportSpot, place);
  const BbImportBlock *block = g_ptr_array_index (table->match->source->blocks, spot->block);
  const GArray *above = block->is_grid && spot->row < block->rows->len ? ((BbImportRow *) g_ptr_array_index (block->rows, spot->row))->above : NULL;

  for (guint i = 0; above != NULL && i < above->len; i++)
    if (g_array_index (above, guint, i) == place)
      return TRUE;
  return FALSE;
}

/* How many places the cell at @place takes. */
static guint
count_span (const BbMatchTable *table,
            const BbMatchRow   *row,
            guint               place)
{
  guint end = place + 1;

  while (end < row->cells->len && g_ptr_array_index (row->cells, end) == bb_import_covered && !is_from_above (table, row, end))
    end++;
  return end - place;
}

static gboolean
is_some_figure (const char *text)
{
  BbNumber number = bb_number_read (text, NULL);

  return number.form != BB_NUMBER_BLANK && number.form != BB_NUMBER_WORD && (number.form != BB_NUMBER_PLAIN || bb_decimal_sign (number.value) != 0);
}

/* Whether the merged cell at @place reaches to @other. */
static gboolean
reaches (const BbMatchTable *table,
         const BbMatchRow   *row,
         guint               place,
         guint               other)
{
  return other > place && other < place + count_span (table, row, place);
}

void
bb_match_merged_open (const BbMatchTable *table,
                      const BbMatchRow   *row,
                      const BbBlock      *block,
                      const guint        *cells,
                      BbPlacedRow        *placed)
{
  const BbHeadFit *fit = bb_head_fit (table, row->head, block);
  g_autofree guint *under = g_new (guint, placed->n_columns);

  for (guint i = 0; placed->placing == BB_PLACED && fit->is_complete && has_spots (table, row) && i < placed->n_columns; i++)
    {
      guint place = bb_head_fit_find (fit, i)->place;
      const char *value = placed->values[i];
      guint n = 0;

      /* Values are known by address: one that was placed by order may stand elsewhere. Of 0 each of them is 0. */
      if (value == NULL || *value == '\0' || place >= row->cells->len || g_ptr_array_index (row->cells, place) != value ||
          !is_some_figure (value))
        continue;
      for (guint k = 0; k < placed->n_columns; k++)
        if (k == i || reaches (table, row, place, bb_head_fit_find (fit, k)->place))
          {
            under[n++] = cells[k];
            placed->values[k] = n > 1 ? "" : placed->values[k];
          }
      if (n < 2)
        continue;
      placed->values[i] = "";
      bb_match_note (table->match, "read.merged", BB_SEVERITY_WARNING, under, n, row->line,
                     g_strdup_printf (_("One figure stands over several columns; whose it is can't be told, and none was filled in: %s"), value));
    }
}

gboolean
bb_match_merged_is_uneven (const BbMatchTable *table,
                           const BbMatchRow   *row)
{
  guint least = G_MAXUINT;
  guint widest = 0;

  if (!has_spots (table, row))
    return FALSE;
  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);
      guint span = cell != bb_import_covered ? count_span (table, row, i) : 0;

      if (cell == bb_import_covered)
        continue;
      least = MIN (least, span);
      widest = is_some_figure (cell) ? MAX (widest, span) : widest;
    }
  return widest > least;
}
