/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-merges.h"

#include "import/bb-import-limits.h"

#include <bianbao/bb-import.h>
#include <glib/gi18n-lib.h>

/* @places: for each place of @rows × columns the number of its range + 1, or 0. */
struct _BbXlsxMerges
{
  const GArray *ranges;
  GArray *rows;
  guint left;
  guint width;
  guint32 *places;
  gsize n_marked;
};

static guint
get_row (const BbXlsxMerges *merges,
         guint               index)
{
  return g_array_index (merges->rows, guint, index);
}

/* Returns: the first of the rows that is not above @row. */
static guint
find_row (const BbXlsxMerges *merges,
          guint               row)
{
  guint low = 0;
  guint high = merges->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_row (merges, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first one that claims a place has it. Returns: FALSE when there is too much to mark. */
static gboolean
mark (BbXlsxMerges *merges,
      guint         index)
{
  const BbXlsxRange *range = &g_array_index (merges->ranges, BbXlsxRange, index);
  guint left = MAX (range->left, merges->left);
  guint end = MIN (range->right + 1, merges->left + merges->width);

  for (guint row = find_row (merges, range->top); row < merges->rows->len && get_row (merges, row) <= range->bottom && left < end; row++)
    {
      merges->n_marked += end - left;
      if (merges->n_marked > BB_IMPORT_PLACES_LIMIT)
        return FALSE;
      for (guint column = left; column < end; column++)
        {
          guint32 *place = &merges->places[(gsize) row * merges->width + (column - merges->left)];

          if (*place == 0)
            *place = index + 1;
        }
    }
  return TRUE;
}

BbXlsxMerges *
bb_xlsx_merges_new (const GArray  *ranges,
                    const GArray  *rows,
                    guint          left,
                    guint          right,
                    GError       **error)
{
  g_autoptr (BbXlsxMerges) merges = g_new0 (BbXlsxMerges, 1);

  merges->ranges = ranges;
  merges->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (merges->rows, rows->data, rows->len);
  merges->left = left;
  merges->width = right >= left ? right - left + 1 : 0;
  merges->places = g_new0 (guint32, (gsize) rows->len * merges->width);
  for (guint i = 0; i < ranges->len; i++)
    if (!mark (merges, i))
      {
        g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The merged cells of a sheet cover more than %d places"), BB_IMPORT_PLACES_LIMIT);
        return NULL;
      }
  return g_steal_pointer (&merges);
}

void
bb_xlsx_merges_free (BbXlsxMerges *merges)
{
  if (merges == NULL)
    return;
  g_array_unref (merges->rows);
  g_free (merges->places);
  g_free (merges);
}

const BbXlsxRange *
bb_xlsx_merges_find (const BbXlsxMerges *merges,
                     guint               row,
                     guint               column)
{
  guint index = find_row (merges, row);
  guint32 range;

  if (index == merges->rows->len || get_row (merges, index) != row || column < merges->left || column - merges->left >= merges->width)
    return NULL;
  range = merges->places[(gsize) index * merges->width + (column - merges->left)];
  return range > 0 ? &g_array_index (merges->ranges, BbXlsxRange, range - 1) : NULL;
}
