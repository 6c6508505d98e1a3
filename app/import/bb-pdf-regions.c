/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-regions.h"

#include "import/bb-pdf-unruled.h"

/* A label and its only figure stand so far apart, of the size of the font. */
#define FAR 1.3

/* Of the size: lines can't be nearer. */
#define LEAST_PITCH 0.9

/* Of the height of most letters: as high. */
#define SAME_HEIGHT 0.03

static void
part_free (gpointer data)
{
  BbPdfPart *part = data;

  g_array_unref (part->glyphs);
  g_free (part);
}

GArray *
bb_pdf_line_values (const GArray *runs)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));

  for (guint i = 0; i < runs->len; i++)
    if (bb_pdf_run_is_value (bb_pdf_run (runs, i)))
      g_array_append_vals (values, bb_pdf_run (runs, i), 1);
  return values;
}

/* Where the figures of a line begin, behind its label; nearly all that follows are figures, or it is a sentence. */
static guint
find_first_value (const GArray *runs)
{
  guint first = 0;
  guint n = 0;

  while (first < runs->len && !bb_pdf_run_is_value (bb_pdf_run (runs, first)))
    first++;
  for (guint i = first; i < runs->len; i++)
    n += bb_pdf_run_is_value (bb_pdf_run (runs, i));
  return 3 * n >= 2 * (runs->len - first) ? first : runs->len;
}

gboolean
bb_pdf_unruled_is_row (const BbPdfLine *line)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);
  guint first = find_first_value (runs);

  if (first + 1 < runs->len)
    return TRUE;
  return first > 0 && first < runs->len && bb_pdf_run (runs, first)->box.x1 - bb_pdf_run (runs, first - 1)->box.x2 > FAR * line->size;
}

static double
line_middle (const BbPdfLine *line)
{
  return bb_pdf_middle_y (&line->box);
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
run_height (const BbPdfRun *run)
{
  return run->box.y2 - run->box.y1;
}

/*
 * What stands beside one another may be a little higher or lower, and the middle of its line is that of none: each is measured by
 * itself. Cells in smaller letters, whose lines are nearer, are measured as if they had those of the others. A figure may stand
 * half a line below the last line of its head.
 */
static double
least_step (const GArray *runs,
            const GArray *above,
            double        height,
            double        least)
{
  for (guint i = 0; i < runs->len; i++)
    for (guint j = 0; j < above->len; j++)
      {
        const BbPdfRun *run = bb_pdf_run (runs, i);
        const BbPdfRun *other = bb_pdf_run (above, j);
        double step = bb_pdf_middle_y (&run->box) - bb_pdf_middle_y (&other->box);

        if (ABS (run_height (run) - run_height (other)) > SAME_HEIGHT * height || bb_pdf_run_is_value (run) != bb_pdf_run_is_value (other))
          continue;
        if (step > LEAST_PITCH * run->line->size && run->box.x1 < other->box.x2 && other->box.x1 < run->box.x2)
          least = MIN (least, step * height / run_height (run));
      }
  return least;
}

/* Returns: how high the letters of most lines are. */
static double
common_height (const GPtrArray *lines)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const BbPdfLine *line = g_ptr_array_index (lines, i);

      for (guint g = 0; g < line->glyphs->len; g++)
        {
          const BbPdfBox *box = &bb_pdf_glyph (line->glyphs, g)->box;
          double height = box->y2 - box->y1;

          g_array_append_val (heights, height);
        }
    }
  g_array_sort (heights, compare_heights);
  return heights->len > 0 ? g_array_index (heights, double, heights->len / 2) : 0;
}

double
bb_pdf_region_pitch (const GPtrArray *lines)
{
  double height = common_height (lines);
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < lines->len; i++)
    {
      const BbPdfLine *line = g_ptr_array_index (lines, i);
      g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);

      for (guint j = i; j > 0; j--)
        {
          const BbPdfLine *above = g_ptr_array_index (lines, j - 1);
          g_autoptr (GArray) others = NULL;

          if (line->box.y1 - above->box.y2 >= least)
            break;
          others = bb_pdf_runs_new (above, BB_PDF_PART);
          least = least_step (runs, others, height, least);
        }
    }
  return least;
}

/* Figures alone, far from any row: a row of its own, whose label stands around it. */
static gboolean
is_lone_row (const BbPdfRegion *region,
             guint         index,
             double        pitch)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (bb_pdf_region_line (region, index), BB_PDF_PART);
  g_autoptr (GArray) values = bb_pdf_line_values (runs);

  if (values->len == 0 || values->len < runs->len)
    return FALSE;
  for (guint i = 0; i < region->lines->len; i++)
    if (region->is_row[i] && ABS (line_middle (bb_pdf_region_line (region, i)) - line_middle (bb_pdf_region_line (region, index))) <= BB_PDF_NEXT_LINE * pitch)
      return FALSE;
  return TRUE;
}

void
bb_pdf_region_find_rows (BbPdfRegion *region,
           double  pitch)
{
  for (guint i = 0; i < region->lines->len; i++)
    region->is_row[i] = bb_pdf_unruled_is_row (bb_pdf_region_line (region, i));
  for (guint i = 0; i < region->lines->len; i++)
    region->is_row[i] = region->is_row[i] || is_lone_row (region, i, pitch);
}

void
bb_pdf_row_free (gpointer data)
{
  BbPdfRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i] != NULL)
      g_array_unref (row->cells[i]);
  g_free (row->cells);
  g_free (row->spans);
  g_free (row->is_full);
  g_free (row);
}

BbPdfRow *
bb_pdf_rows_add (GPtrArray *rows,
                 double     y,
                 gboolean   is_row,
                 guint      n_cells)
{
  BbPdfRow *row = g_new0 (BbPdfRow, 1);

  row->y = y;
  row->is_row = is_row;
  row->n_cells = n_cells;
  row->cells = g_new0 (GArray *, n_cells);
  row->spans = g_new0 (guint, n_cells);
  row->is_full = g_new0 (gboolean, n_cells);
  g_ptr_array_add (rows, row);
  return row;
}

void
bb_pdf_region_free (gpointer data)
{
  BbPdfRegion *region = data;

  g_free (region->is_row);
  g_free (region->is_closed);
  g_ptr_array_unref (region->labels);
  g_ptr_array_unref (region->parts);
  g_free (region);
}

BbPdfRegion *
bb_pdf_region_new (const GPtrArray *lines,
            guint            page)
{
  BbPdfRegion *region = g_new0 (BbPdfRegion, 1);

  region->page = page;
  region->lines = lines;
  region->is_row = g_new0 (gboolean, lines->len);
  region->is_closed = g_new0 (gboolean, lines->len);
  region->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  region->parts = g_ptr_array_new_with_free_func (part_free);
  return region;
}
