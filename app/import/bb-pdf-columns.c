/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-columns.h"

#include "import/bb-import-limits.h"

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const GArray *first = *(GArray *const *) a;
  const GArray *second = *(GArray *const *) b;

  return first->len > second->len ? -1 : first->len < second->len;
}

/* How many columns stand above what is between @x1 and @x2; @found is the last of them. */
static guint
count_over (const GArray *columns,
            double        x1,
            double        x2,
            guint        *found)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    if (bb_pdf_column (columns, i)->x1 <= x2 && x1 <= bb_pdf_column (columns, i)->x2)
      {
        *found = i;
        n++;
      }
  return n;
}

void
bb_pdf_columns_insert (GArray         *columns,
                       const BbPdfBox *box)
{
  BbPdfColumn column = { box->x1, box->x2 };
  guint at = 0;

  while (at < columns->len && bb_pdf_column (columns, at)->x1 < box->x1)
    at++;
  g_array_insert_val (columns, at, column);
}

/* The rows with most values show where the columns are; what the others have joins them, or stands between them. */
GArray *
bb_pdf_columns_new (const GPtrArray *rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (BbPdfColumn));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (rows, i));
  g_ptr_array_sort (sorted, compare_lengths);
  for (guint r = 0; r < sorted->len; r++)
    {
      const GArray *row = g_ptr_array_index (sorted, r);

      for (guint i = 0; i < row->len; i++)
        {
          const BbPdfBox *box = &bb_pdf_run (row, i)->box;
          guint found = 0;
          guint n = count_over (columns, box->x1, box->x2, &found);

          if (n == 0 && columns->len < BB_IMPORT_PLACE_LIMIT)
            bb_pdf_columns_insert (columns, box);
          else if (n == 1)
            {
              bb_pdf_column (columns, found)->x1 = MIN (bb_pdf_column (columns, found)->x1, box->x1);
              bb_pdf_column (columns, found)->x2 = MAX (bb_pdf_column (columns, found)->x2, box->x2);
            }
        }
    }
  return columns;
}

guint
bb_pdf_columns_find (const GArray *columns,
                     double        x1,
                     double        x2)
{
  double at = (x1 + x2) / 2;
  guint best = 0;

  if (count_over (columns, x1, x2, &best) == 1)
    return best;
  best = 0;
  for (guint i = 1; i < columns->len; i++)
    if (ABS (bb_pdf_column_middle (columns, i) - at) < ABS (bb_pdf_column_middle (columns, best) - at))
      best = i;
  return best;
}
