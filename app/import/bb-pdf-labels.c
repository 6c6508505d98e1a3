/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-labels.h"

/* In points: labels of one column begin here. */
#define SAME_LEFT 2.5

/* （十二）、 and the character behind it. */
#define LONGEST_NUMBER 8

/* Of the size of the font: characters of one word are not so far apart. */
#define APART 0.12

/* Of the distance between lines of one cell: what is further apart is another cell. */
#define NEXT_LINE 1.1

/* Of the size of the font: a row stands so far above the first line of its label, or below the last, at most. */
#define NEAR_ROW 0.45

static void
label_free (gpointer data)
{
  BbPdfLabel *label = data;

  g_array_unref (label->glyphs);
  g_free (label);
}

static BbPdfLabel *
get_label (const GPtrArray *labels,
           guint            index)
{
  return g_ptr_array_index (labels, index);
}

/* ---- points in the middle of a run ---- */

static gboolean
begins_point (const BbPdfRun *run,
              guint           at)
{
  BbPdfRun rest = *run;
  g_autofree char *text = NULL;

  rest.start = at;
  rest.end = MIN (rest.end, at + LONGEST_NUMBER);
  text = bb_pdf_run_text (&rest);
  return bb_pdf_has_number (text);
}

/* Where the points of all lines begin. */
static GArray *
find_beginnings (const GPtrArray *lines)
{
  GArray *beginnings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        if (begins_point (bb_pdf_run (runs, r), bb_pdf_run (runs, r)->start))
          g_array_append_val (beginnings, bb_pdf_run (runs, r)->box.x1);
    }
  bb_pdf_cluster (beginnings, SAME_LEFT);
  return beginnings;
}

static gboolean
is_beginning (const GArray *beginnings,
              double        x)
{
  for (guint i = 0; i < beginnings->len; i++)
    if (ABS (g_array_index (beginnings, double, i) - x) <= SAME_LEFT)
      return TRUE;
  return FALSE;
}

/* What goes on in the next column: it stands where points of other lines begin, and is one, or stands a little apart. */
static gboolean
begins_column (const BbPdfRun *run,
               guint           at,
               const GArray   *beginnings)
{
  double x = bb_pdf_glyph (run->line->glyphs, at)->box.x1;

  if (!is_beginning (beginnings, x))
    return FALSE;
  return x - bb_pdf_glyph (run->line->glyphs, at - 1)->box.x2 > APART * run->line->size || begins_point (run, at);
}

static guint
find_column (const BbPdfRun *run,
             const GArray   *beginnings)
{
  guint at = run->start + 1;

  while (at < run->end && !begins_column (run, at, beginnings))
    at++;
  return at;
}

void
bb_pdf_labels_cut (const GPtrArray *lines)
{
  g_autoptr (GArray) beginnings = find_beginnings (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        {
          BbPdfRun *run = &g_array_index (runs, BbPdfRun, r);
          guint at = find_column (run, beginnings);

          if (at < run->end)
            {
              BbPdfRun rest = bb_pdf_run_cut (run, at);

              g_array_insert_val (runs, r + 1, rest);
            }
        }
    }
}

/* ---- labels over several lines ---- */

static gboolean
overlap (const BbPdfBox *first,
         const BbPdfBox *second)
{
  return first->x1 < second->x2 && second->x1 < first->x2;
}

static gboolean
is_next_line (const BbPdfLabel *label,
              const BbPdfRun   *run,
              double            pitch)
{
  double step = bb_pdf_middle_y (&run->box) - bb_pdf_middle_y (&label->last);

  return step > 0 && step <= NEXT_LINE * pitch && overlap (&label->last, &run->box);
}

/* The label above that @run goes on with: the one that it stands under most. */
static BbPdfLabel *
find_above (const GPtrArray *labels,
            const BbPdfRun  *run,
            gboolean         is_row,
            double           pitch)
{
  BbPdfLabel *best = NULL;
  double most = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      BbPdfLabel *label = get_label (labels, i);
      double shared = MIN (label->box.x2, run->box.x2) - MAX (label->box.x1, run->box.x1);

      if (shared <= most || !is_next_line (label, run, pitch) || (is_row && label->has_row))
        continue;
      best = label;
      most = shared;
    }
  return best;
}

static void
add_run (GPtrArray      *labels,
         BbPdfLabel     *label,
         const BbPdfRun *run,
         gboolean        has_row)
{
  if (label == NULL)
    {
      label = g_new0 (BbPdfLabel, 1);
      label->box = run->box;
      label->size = run->line->size;
      label->top = bb_pdf_middle_y (&run->box);
      label->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
      g_ptr_array_add (labels, label);
    }
  bb_pdf_box_add (&label->box, &run->box);
  label->last = run->box;
  label->bottom = bb_pdf_middle_y (&run->box);
  label->has_row = label->has_row || has_row;
  g_array_append_vals (label->glyphs, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
}

GPtrArray *
bb_pdf_labels_new (const GPtrArray *lines,
                   const gboolean  *is_row,
                   const gboolean  *is_closed,
                   double           pitch)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (label_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        {
          const BbPdfRun *run = bb_pdf_run (runs, r);
          gboolean is_innermost = r + 1 == runs->len;
          BbPdfLabel *above = begins_point (run, run->start) ? NULL : find_above (labels, run, (is_row[i] || is_closed[i]) && is_innermost, pitch);

          add_run (labels, above, run, is_closed[i] && is_innermost);
        }
    }
  return labels;
}

static double
distance (const BbPdfLabel *label,
          double            y)
{
  return ABS ((label->top + label->bottom) / 2 - y);
}

BbPdfLabel *
bb_pdf_labels_find (const GPtrArray *labels,
                    double           y)
{
  BbPdfLabel *best = NULL;

  for (guint i = 0; i < labels->len; i++)
    {
      BbPdfLabel *label = get_label (labels, i);
      double room = NEAR_ROW * label->size;

      if (y < label->top - room || y > label->bottom + room)
        continue;
      if (best == NULL || label->box.x1 > best->box.x1 + SAME_LEFT ||
          (label->box.x1 > best->box.x1 - SAME_LEFT && distance (label, y) < distance (best, y)))
        best = label;
    }
  return best;
}
