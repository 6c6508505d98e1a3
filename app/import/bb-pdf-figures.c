/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-figures.h"

#include "import/bb-import-limits.h"

/*
 * Where a table has a figure in each place, its rows say where the columns are, better than any heads: the first figure of a row
 * stands in the first column. It is believed where no figure of any row stands in two columns, or between them.
 */

/* Of the size of the font: digits of a figure are no further apart. */
#define FIGURE_GAP 0.15

/* So many columns have tables with a figure in each place; so many a row that has nothing to compare it with. */
#define FEWEST_COLUMNS 5
#define FEWEST_ALONE 12

/* So many rows say where they are, and such a share of all. */
#define FEWEST_ROWS 3
#define SHARE 0.3

/* Of the size: lines of a broken figure stand so far above and below those beside it, and as far as one another. */
#define HALF_STEP 1.0
#define STEP_ERROR 0.25

/* The unit that may stand behind a count: 件. */
#define UNIT 0x4ef6

static gboolean
is_figure (const BbPdfRun *run)
{
  BbPdfRun digits = *run;

  if (run->end - run->start > 1 && bb_pdf_glyph (run->line->glyphs, run->end - 1)->character == UNIT)
    digits.end--;
  return bb_pdf_run_is_value (&digits);
}

GArray *
bb_pdf_line_figures (const BbPdfLine *line)
{
  GArray *runs = bb_pdf_runs_new (line, FIGURE_GAP);
  guint first = runs->len;

  while (first > 0 && is_figure (bb_pdf_run (runs, first - 1)))
    first--;
  g_array_remove_range (runs, 0, first);
  return runs;
}

/* ---- how many there are ---- */

/* (element-type GArray): the figures of each line that has any */
static GPtrArray *
collect_rows (const GPtrArray *regions)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint r = 0; r < regions->len; r++)
    {
      const BbPdfRegion *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        {
          GArray *figures = bb_pdf_line_figures (bb_pdf_region_line (region, i));

          if (figures->len > 0)
            g_ptr_array_add (rows, figures);
          else
            g_array_unref (figures);
        }
    }
  return rows;
}

static guint
count_rows (const GPtrArray *rows,
            guint            least,
            guint            most)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const GArray *row = g_ptr_array_index (rows, i);

      n += row->len >= least && row->len <= most;
    }
  return n;
}

/* Returns: how many figures a full row has; 0 when that is not certain. */
static guint
count_columns (const GPtrArray *rows)
{
  guint most = 0;
  guint n_rows = count_rows (rows, 2, G_MAXUINT);
  guint n_full;

  for (guint i = 0; i < rows->len; i++)
    most = MAX (most, ((const GArray *) g_ptr_array_index (rows, i))->len);
  n_full = count_rows (rows, most, most);
  if (most > BB_IMPORT_PLACE_LIMIT)
    return 0;
  return most >= FEWEST_COLUMNS && n_full >= FEWEST_ROWS && n_full >= SHARE * n_rows ? most : 0;
}

/* ---- where they are ---- */

static gboolean
are_apart (const GArray *columns)
{
  for (guint i = 1; i < columns->len; i++)
    if (bb_pdf_column (columns, i - 1)->x2 >= bb_pdf_column (columns, i)->x1)
      return FALSE;
  return TRUE;
}

static void
widen (BbPdfColumn    *column,
       const BbPdfBox *box)
{
  column->x1 = MIN (column->x1, box->x1);
  column->x2 = MAX (column->x2, box->x2);
}

static GArray *
measure_full_rows (const GPtrArray *rows,
                   guint            n)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (BbPdfColumn));

  for (guint i = 0; i < n; i++)
    {
      BbPdfColumn none = { G_MAXDOUBLE, -G_MAXDOUBLE };

      g_array_append_val (columns, none);
    }
  for (guint r = 0; r < rows->len; r++)
    {
      const GArray *row = g_ptr_array_index (rows, r);

      for (guint i = 0; row->len == n && i < n; i++)
        widen (bb_pdf_column (columns, i), &bb_pdf_run (row, i)->box);
    }
  return columns;
}

/* The room of a column goes half the way to the next one. */
guint
bb_pdf_figures_place (const GArray   *columns,
                      const BbPdfBox *box,
                      double          over)
{
  for (guint i = 0; i < columns->len; i++)
    {
      double left = i > 0 ? (bb_pdf_column (columns, i - 1)->x2 + bb_pdf_column (columns, i)->x1) / 2 : -G_MAXDOUBLE;
      double right = i + 1 < columns->len ? (bb_pdf_column (columns, i)->x2 + bb_pdf_column (columns, i + 1)->x1) / 2 : G_MAXDOUBLE;

      if (box->x1 >= left - over && box->x2 <= right + over)
        return i;
    }
  return columns->len;
}

/* What the other rows have stands in one of these columns each. */
static gboolean
place_others (GArray          *columns,
              const GPtrArray *rows)
{
  for (guint r = 0; r < rows->len; r++)
    {
      const GArray *row = g_ptr_array_index (rows, r);

      for (guint i = 0; row->len < columns->len && i < row->len; i++)
        {
          guint at = bb_pdf_figures_place (columns, &bb_pdf_run (row, i)->box, 0);

          if (at == columns->len)
            return FALSE;
          widen (bb_pdf_column (columns, at), &bb_pdf_run (row, i)->box);
        }
    }
  return are_apart (columns);
}

/* ---- a row alone ---- */

static gboolean
stands_in (const GArray   *columns,
           const BbPdfBox *box)
{
  for (guint i = 0; i < columns->len; i++)
    if (box->x1 <= bb_pdf_column (columns, i)->x2 && box->x2 >= bb_pdf_column (columns, i)->x1)
      return TRUE;
  return FALSE;
}

static double
row_middle (const GPtrArray *rows,
            guint            index)
{
  return bb_pdf_middle_y (&bb_pdf_run (g_ptr_array_index (rows, index), 0)->box);
}

/* Figures over two lines, and between these lines the others: what stands below stands where something does above, and nothing between. */
static gboolean
are_broken_lines (const GPtrArray *rows,
                  const GArray    *above)
{
  const GArray *between = g_ptr_array_index (rows, 1);
  const GArray *below = g_ptr_array_index (rows, 2);
  double size = bb_pdf_run (between, 0)->line->size;
  double steps[] = { row_middle (rows, 1) - row_middle (rows, 0), row_middle (rows, 2) - row_middle (rows, 1) };

  if (MAX (steps[0], steps[1]) > HALF_STEP * size || ABS (steps[0] - steps[1]) > STEP_ERROR * size)
    return FALSE;
  for (guint i = 0; i < between->len; i++)
    if (stands_in (above, &bb_pdf_run (between, i)->box))
      return FALSE;
  for (guint i = 0; i < below->len; i++)
    if (!stands_in (above, &bb_pdf_run (below, i)->box))
      return FALSE;
  return TRUE;
}

/* The columns of a table with one row, which has nothing to compare it with but its own lines. */
static GArray *
find_alone (const GPtrArray *rows)
{
  g_autoptr (GArray) columns = NULL;
  const GArray *between = rows->len == 3 ? g_ptr_array_index (rows, 1) : NULL;

  if (rows->len != 1 && rows->len != 3)
    return NULL;
  columns = measure_full_rows (rows, ((const GArray *) g_ptr_array_index (rows, 0))->len);
  if (between != NULL && (!are_apart (columns) || !are_broken_lines (rows, columns)))
    return NULL;
  for (guint i = 0; between != NULL && i < between->len; i++)
    bb_pdf_columns_insert (columns, &bb_pdf_run (between, i)->box);
  return columns->len >= FEWEST_ALONE && columns->len <= BB_IMPORT_PLACE_LIMIT && are_apart (columns) ? g_steal_pointer (&columns) : NULL;
}

GArray *
bb_pdf_figures_columns (const GPtrArray *regions)
{
  g_autoptr (GPtrArray) rows = collect_rows (regions);
  g_autoptr (GArray) columns = find_alone (rows);
  guint n = columns == NULL ? count_columns (rows) : 0;

  if (n > 0)
    columns = measure_full_rows (rows, n);
  if (columns == NULL || !are_apart (columns) || !place_others (columns, rows))
    return NULL;
  return g_steal_pointer (&columns);
}
