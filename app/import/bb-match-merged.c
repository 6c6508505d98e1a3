/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-merged.h"

#include "import/bb-match-head.h"

#include <glib/gi18n-lib.h>

/* Returns: whether the merged cell at @place reaches to @other. */
static gboolean
reaches (const BbMatchRow *row,
         guint             place,
         guint             other)
{
  if (other <= place || other >= row->cells->len)
    return FALSE;
  for (guint i = place + 1; i <= other; i++)
    if (g_ptr_array_index (row->cells, i) != bb_import_covered)
      return FALSE;
  return TRUE;
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

  for (guint i = 0; placed->placing == BB_PLACED && fit->is_complete && i < placed->n_columns; i++)
    {
      guint place = bb_head_fit_find (fit, i)->place;
      const char *value = placed->values[i];
      guint n = 0;

      /* Values are known by address: one that was placed by order may stand elsewhere. */
      if (value == NULL || *value == '\0' || place >= row->cells->len || g_ptr_array_index (row->cells, place) != value)
        continue;
      for (guint k = 0; k < placed->n_columns; k++)
        if (k == i || reaches (row, place, bb_head_fit_find (fit, k)->place))
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
