/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-regions.h"

/* Heads that are broken over lines. A head that stands over several and one of these are as near to one another as lines of one head. */

/* Of the distance between lines: the same height. */
#define SAME_HEIGHT 0.2

static double
measure_shared (const BbPdfBox *first,
                const BbPdfBox *second)
{
  return MIN (first->x2, second->x2) - MAX (first->x1, second->x1);
}

/* Whether no other of @runs stands below @above so much as @run does. */
static gboolean
is_most_below (const GArray   *runs,
               const BbPdfRun *run,
               const BbPdfBox *above)
{
  for (guint i = 0; i < runs->len; i++)
    if (measure_shared (&bb_pdf_run (runs, i)->box, above) > measure_shared (&run->box, above))
      return FALSE;
  return measure_shared (&run->box, above) > 0;
}

/* Whether something stands just above @run, one of the @runs of a line. */
static gboolean
has_above (const BbPdfRegion *region,
           guint              index,
           const GArray      *runs,
           const BbPdfRun    *run,
           const BbPdfPlan   *plan)
{
  for (guint i = index; i > 0; i--)
    {
      const BbPdfLine *above = bb_pdf_region_line (region, i - 1);
      g_autoptr (GArray) others = NULL;

      if (bb_pdf_middle_y (&run->box) - bb_pdf_middle_y (&above->box) > BB_PDF_NEXT_LINE * plan->pitch)
        return FALSE;
      others = bb_pdf_line_heads (above);
      for (guint r = 0; r < others->len; r++)
        if (is_most_below (runs, run, &bb_pdf_run (others, r)->box))
          return TRUE;
    }
  return FALSE;
}

/* Heads of one row stand around one height: where most of a line begin on it, none is on its second one. */
gboolean
bb_pdf_joins_begin (const BbPdfRegion *region,
                    guint              index,
                    const BbPdfPlan   *plan)
{
  g_autoptr (GArray) runs = bb_pdf_line_heads (bb_pdf_region_line (region, index));
  guint n = 0;
  guint n_below = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const BbPdfRun *run = bb_pdf_run (runs, i);

      if (bb_pdf_plan_is_label (plan, run))
        continue;
      n++;
      n_below += has_above (region, index, runs, run, plan);
    }
  return 2 * n_below < n;
}

/* The run on the line at @index that stands below @above, or %FALSE. */
static gboolean
find_below (const BbPdfRegion *region,
            guint              index,
            const BbPdfBox    *above,
            BbPdfRun          *below)
{
  g_autoptr (GArray) runs = bb_pdf_line_heads (bb_pdf_region_line (region, index));

  for (guint i = 0; i < runs->len; i++)
    if (bb_pdf_run (runs, i)->box.x1 < above->x2 && above->x1 < bb_pdf_run (runs, i)->box.x2)
      {
        *below = *bb_pdf_run (runs, i);
        return TRUE;
      }
  return FALSE;
}

/* Whether heads stand at the height @y, others than those above or below @box. */
static gboolean
has_heads_at (const BbPdfRegion *region,
              double             y,
              const BbPdfBox    *box,
              const BbPdfPlan   *plan)
{
  for (guint i = 0; i < region->lines->len; i++)
    {
      const BbPdfLine *line = bb_pdf_region_line (region, i);
      g_autoptr (GArray) runs = NULL;

      if (region->is_row[i] || ABS (bb_pdf_middle_y (&line->box) - y) > SAME_HEIGHT * plan->pitch)
        continue;
      runs = bb_pdf_line_heads (line);
      for (guint r = 0; r < runs->len; r++)
        if (!bb_pdf_plan_is_label (plan, bb_pdf_run (runs, r)) && (bb_pdf_run (runs, r)->box.x1 > box->x2 || bb_pdf_run (runs, r)->box.x2 < box->x1))
          return TRUE;
    }
  return FALSE;
}

/* The run that stands next below @above, in the lines from @index on. Returns: the index behind its line, or 0. */
static guint
find_next (const BbPdfRegion *region,
           guint              index,
           const BbPdfRun    *above,
           const BbPdfPlan   *plan,
           BbPdfRun          *below)
{
  for (guint i = index; i < region->lines->len && !region->is_row[i]; i++)
    {
      if (bb_pdf_middle_y (&bb_pdf_region_line (region, i)->box) - bb_pdf_middle_y (&above->box) > BB_PDF_NEXT_LINE * plan->pitch)
        return 0;
      if (find_below (region, i, &above->box, below))
        return i + 1;
    }
  return 0;
}

/* The lines of a broken head are as wide as one another, but the last; and together they stand around the height of those beside it. */
gboolean
bb_pdf_joins_fit (const BbPdfRegion *region,
                  guint              index,
                  const BbPdfPart   *part,
                  const BbPdfRun    *run,
                  const BbPdfPlan   *plan)
{
  double width = part->last.x2 - part->last.x1;
  BbPdfRun last = *run;
  BbPdfRun below;
  double middle;
  guint next = index + 1;

  /* Behind a shorter line nothing goes on. */
  if (part->box.x2 - part->box.x1 - width > part->size / 2)
    return FALSE;
  while ((next = find_next (region, next, &last, plan, &below)) > 0)
    {
      if (ABS (width - (last.box.x2 - last.box.x1)) > part->size / 2)
        return FALSE;
      last = below;
    }
  middle = (part->top + bb_pdf_middle_y (&last.box)) / 2;
  if (bb_pdf_joins_begin (region, index, plan) && ABS (bb_pdf_middle_y (&run->box) - middle) > SAME_HEIGHT * plan->pitch)
    return FALSE;
  return last.box.x2 - last.box.x1 <= width + part->size / 2 && has_heads_at (region, middle, &part->box, plan);
}
