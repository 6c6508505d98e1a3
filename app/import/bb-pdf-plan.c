/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-figures.h"
#include "import/bb-pdf-regions.h"

#include "util/bb-characters.h"

/* Of the size of the font: what stands in the middle of its column. */
#define IN_MIDDLE 0.25

/* A single row of so many has no label: what stands in it are all values, words among them. */
#define FEWEST_ALONE 8

static guint
count_rows (const GPtrArray *regions)
{
  guint n = 0;

  for (guint r = 0; r < regions->len; r++)
    {
      const BbPdfRegion *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        n += region->is_row[i];
    }
  return n;
}

static GArray *
find_columns (const GPtrArray *regions)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gboolean is_single = count_rows (regions) == 1;

  for (guint r = 0; r < regions->len; r++)
    {
      const BbPdfRegion *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        if (region->is_row[i])
          {
            g_autoptr (GArray) runs = bb_pdf_runs_new (bb_pdf_region_line (region, i), BB_PDF_PART);

            if (is_single && runs->len >= FEWEST_ALONE)
              g_ptr_array_add (rows, g_array_ref (runs));
            else
              g_ptr_array_add (rows, bb_pdf_line_values (runs));
          }
    }
  return bb_pdf_columns_new (rows);
}

/* Labels end where the words left of the first column do. Returns: where that is; far left when there are none. */
static double
find_right (const GPtrArray *regions,
            const GArray    *columns)
{
  double first = bb_pdf_column (columns, 0)->x1;
  double right = -G_MAXDOUBLE;

  for (guint r = 0; r < regions->len; r++)
    {
      const BbPdfRegion *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        {
          g_autoptr (GArray) runs = region->is_row[i] ? bb_pdf_runs_new (bb_pdf_region_line (region, i), BB_PDF_PART) : NULL;

          for (guint n = 0; runs != NULL && n < runs->len; n++)
            if (bb_pdf_run (runs, n)->box.x2 < first && !bb_pdf_run_is_value (bb_pdf_run (runs, n)))
              right = MAX (right, bb_pdf_run (runs, n)->box.x2);
        }
    }
  return right;
}

static gboolean
has_full_row (const GPtrArray *regions,
              guint            n)
{
  for (guint r = 0; r < regions->len; r++)
    {
      const BbPdfRegion *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        {
          g_autoptr (GArray) figures = region->is_row[i] ? bb_pdf_line_figures (bb_pdf_region_line (region, i)) : NULL;

          if (figures != NULL && figures->len == n)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_regular (const GPtrArray *regions,
            const GArray    *columns,
            double           right)
{
  if (!has_full_row (regions, columns->len))
    return FALSE;
  for (guint r = 0; r < regions->len; r++)
    {
      const BbPdfRegion *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        if (bb_pdf_heads_are_regular (region, i, columns, right))
          return TRUE;
    }
  return FALSE;
}

/* A head that stands behind all figures: the column below it is empty. Between them it may be that of several columns. */
static gboolean
has_empty_column (const GPtrArray *regions,
                  const GArray    *columns)
{
  g_autoptr (GArray) more = g_array_copy ((GArray *) columns);
  double right = find_right (regions, columns);
  double end = bb_pdf_column (columns, columns->len - 1)->x2;

  if (right > -G_MAXDOUBLE && is_regular (regions, columns, right))
    return FALSE;
  /* Figures may stand to the left in their column, and its head in the middle. */
  if (columns->len > 1)
    end += (bb_pdf_column_middle (columns, columns->len - 1) - bb_pdf_column_middle (columns, columns->len - 2)) / 2;
  for (guint i = 0; i < regions->len; i++)
    bb_pdf_heads_add_columns (g_ptr_array_index (regions, i), more, right);
  return more->len > columns->len && bb_pdf_column_middle (more, more->len - 1) > end;
}

void
bb_pdf_plan_make (BbPdfPlan       *plan,
                  const GPtrArray *regions)
{
  double right;

  plan->columns = bb_pdf_figures_columns (regions);
  if (plan->columns != NULL && has_empty_column (regions, plan->columns))
    g_clear_pointer (&plan->columns, g_array_unref);
  plan->is_certain = plan->columns != NULL;
  if (!plan->is_certain)
    plan->columns = find_columns (regions);
  plan->edge = -G_MAXDOUBLE;
  if (plan->columns->len == 0)
    return;
  right = find_right (regions, plan->columns);
  plan->is_regular = right > -G_MAXDOUBLE && is_regular (regions, plan->columns, right);
  for (guint i = 0; i < regions->len && !plan->is_certain && !plan->is_regular; i++)
    bb_pdf_heads_add_columns (g_ptr_array_index (regions, i), plan->columns, right);
  if (right > -G_MAXDOUBLE)
    plan->edge = (right + bb_pdf_column (plan->columns, 0)->x1) / 2;
}

/* What crosses the edge from far left is a title over all columns. */
gboolean
bb_pdf_plan_is_label (const BbPdfPlan *plan,
                      const BbPdfRun  *run)
{
  if (run->box.x2 <= plan->edge || bb_pdf_middle_x (&run->box) < plan->edge)
    return TRUE;
  return run->box.x1 < plan->edge && run->box.x1 < bb_pdf_column (plan->columns, 0)->x1 - 2 * run->line->size;
}

static gboolean
is_digit (const BbPdfRun *run,
          guint           at)
{
  return g_unichar_isdigit (bb_character_half_width (bb_pdf_glyph (run->line->glyphs, at)->character));
}

/* 251000 元 is one cell however it is set; a number without its unit would be another one. */
static gboolean
is_number_with_unit (const BbPdfRun *first,
                     const BbPdfRun *second)
{
  return is_digit (first, first->end - 1) != is_digit (second, second->start);
}

/* Cells that touch one another: between them is a little room, between the characters in them none. */
static GArray *
cut_touching (const GArray *runs)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));

  for (guint i = 0; i < runs->len; i++)
    {
      BbPdfRun run = *bb_pdf_run (runs, i);
      guint at;

      while ((at = bb_pdf_run_find_touching (&run)) < run.end)
        {
          BbPdfRun rest = bb_pdf_run_cut (&run, at);

          g_array_append_val (parts, run);
          run = rest;
        }
      g_array_append_val (parts, run);
    }
  return parts;
}

GArray *
bb_pdf_line_heads (const BbPdfLine *line)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_HEAD_PART);

  return cut_touching (runs);
}

/* Returns: the column that @run stands in the middle of, or how many there are. */
static guint
find_column (const BbPdfPlan *plan,
             const BbPdfRun  *run)
{
  guint column = bb_pdf_columns_find (plan->columns, run->box.x1, run->box.x2);

  return ABS (bb_pdf_column_middle (plan->columns, column) - bb_pdf_middle_x (&run->box)) <= IN_MIDDLE * run->line->size ? column : plan->columns->len;
}

/* Each in the middle of a column of its own. */
static gboolean
are_two_cells (const BbPdfPlan *plan,
               const BbPdfRun  *first,
               const BbPdfRun  *second)
{
  guint column = find_column (plan, first);
  guint other = find_column (plan, second);

  return column < other && other < plan->columns->len;
}

GArray *
bb_pdf_plan_part (const BbPdfPlan *plan,
                  const BbPdfRun  *run)
{
  g_autoptr (GArray) all = bb_pdf_line_heads (run->line);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));

  for (guint i = 0; i < all->len; i++)
    {
      const BbPdfRun *part = bb_pdf_run (all, i);
      BbPdfRun *last = parts->len > 0 ? &g_array_index (parts, BbPdfRun, parts->len - 1) : NULL;

      if (part->start < run->start || part->end > run->end)
        continue;
      if (last == NULL || !is_number_with_unit (last, part) || are_two_cells (plan, last, part))
        {
          g_array_append_vals (parts, part, 1);
          continue;
        }
      last->end = part->end;
      bb_pdf_box_add (&last->box, &part->box);
    }
  return parts;
}

guint
bb_pdf_plan_span (const BbPdfPlan *plan,
                  const BbPdfRun  *run,
                  guint           *first)
{
  double digit = (run->box.x2 - run->box.x1) / (run->end - run->start);
  guint n = 0;

  *first = bb_pdf_columns_find (plan->columns, run->box.x1, run->box.x2);
  for (guint i = 0; bb_pdf_run_is_value (run) && i < plan->columns->len; i++)
    {
      const BbPdfColumn *column = bb_pdf_column (plan->columns, i);

      if (MIN (column->x2, run->box.x2) - MAX (column->x1, run->box.x1) < digit / 2)
        continue;
      *first = n == 0 ? i : *first;
      n++;
    }
  return n;
}

/* Where the label that touches what stands beside it ends. */
static guint
find_edge (const BbPdfPlan *plan,
           const BbPdfRun  *run)
{
  g_autoptr (GArray) parts = bb_pdf_line_heads (run->line);

  for (guint i = 0; i < parts->len; i++)
    {
      const BbPdfRun *part = bb_pdf_run (parts, i);

      if (part->start > run->start && part->start < run->end && part->box.x1 >= plan->edge - run->line->size)
        return part->start;
    }
  return run->end;
}

GArray *
bb_pdf_plan_runs (const BbPdfPlan *plan,
                  const BbPdfLine *line)
{
  GArray *runs = bb_pdf_runs_new (line, BB_PDF_PART);

  for (guint i = 0; i < runs->len; i++)
    {
      BbPdfRun *run = &g_array_index (runs, BbPdfRun, i);
      guint at = run->box.x1 < plan->edge && run->box.x2 > plan->edge ? find_edge (plan, run) : run->end;
      BbPdfRun rest;

      if (at == run->end)
        continue;
      rest = bb_pdf_run_cut (run, at);
      g_array_insert_val (runs, i + 1, rest);
      i++;
    }
  return runs;
}
