/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-anchors.h"

#include "import/bb-pdf-bands.h"
#include "import/bb-pdf-figures.h"

/*
 * The figures of a row stand on one line, but for those that are broken over several; its label stands around that line, broken over
 * as many lines as it needs. There must be as many rows as labels, one for each, and all that stands in the columns must belong to
 * one of them; or the table is left to others.
 */

/* Of the size of the font: a row stands no further above or below the lines of its label; the next line of a label is no further. */
#define NEAR_ROW 0.6
#define NEXT_LINE 2.0
#define SAME_LINE 0.3
#define LETTER_PITCH 1.5

/* The nearest row is so many times as near as the next one, and no further than that, of the size. */
#define NEARER 1.5
#define FAR 2.6

/* Of the size: digits that belong together. In points: lines as wide as the widest in the column. */
#define PIECE 0.15
#define AS_WIDE 0.5

/* A full line, with another digit, takes so much of the room from its column to the next one. */
#define SHARE_OF_ROOM 0.6

/* A row: @line has most of its figures. @label: (transfer none) */
typedef struct
{
  guint line;
  double y;
  BbPdfLabel *label;
} Anchor;

static Anchor *
get_anchor (const GArray *anchors,
            guint         index)
{
  return &g_array_index (anchors, Anchor, index);
}

static BbPdfLabel *
get_label (const GPtrArray *labels,
           guint            index)
{
  return g_ptr_array_index (labels, index);
}

static GArray *
find_anchors (const BbPdfRegion *region,
              const BbPdfPlan   *plan)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = 0; i < region->lines->len; i++)
    {
      const BbPdfLine *line = bb_pdf_region_line (region, i);
      g_autoptr (GArray) figures = bb_pdf_line_figures (line);
      Anchor anchor = { i, figures->len > 0 ? bb_pdf_middle_y (&bb_pdf_run (figures, 0)->box) : 0, NULL };

      if (2 * figures->len > plan->columns->len)
        g_array_append_val (anchors, anchor);
    }
  return anchors;
}

/* ---- labels ---- */

/* The label above that @run goes on with, however far apart the lines of this one are. */
static BbPdfLabel *
find_above (const GPtrArray *labels,
            const BbPdfRun  *run)
{
  BbPdfLabel *best = NULL;
  double least = NEXT_LINE * run->line->size;

  for (guint i = 0; i < labels->len; i++)
    {
      BbPdfLabel *label = get_label (labels, i);
      double step = bb_pdf_middle_y (&run->box) - label->bottom;
      double shared = MIN (label->box.x2, run->box.x2) - MAX (label->box.x1, run->box.x1);

      if (step <= SAME_LINE * run->line->size || step >= least || 2 * shared < MIN (run->box.x2 - run->box.x1, label->box.x2 - label->box.x1))
        continue;
      best = label;
      least = step;
    }
  return best;
}

static GPtrArray *
make_labels (const BbPdfRegion *region)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (bb_pdf_label_free);

  for (guint i = 0; i < region->lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (region->labels, i);

      for (guint r = 0; r < runs->len; r++)
        {
          const BbPdfRun *run = bb_pdf_run (runs, r);
          BbPdfLabel *above = bb_pdf_label_begins (run) ? NULL : find_above (labels, run);

          if (bb_pdf_labels_begin_letters (region->labels, i, run, above, LETTER_PITCH * run->line->size))
            above = NULL;
          bb_pdf_labels_add (labels, above, run);
        }
    }
  return labels;
}

static gboolean
is_near (const BbPdfLabel *label,
         double            y)
{
  return y > label->top - NEAR_ROW * label->size && y < label->bottom + NEAR_ROW * label->size;
}

/* Another one stands right of it: it is the title of a group. */
static gboolean
is_title (const GPtrArray  *labels,
          const BbPdfLabel *label)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const BbPdfLabel *other = get_label (labels, i);

      if (other->is_point && other->box.x1 > label->box.x2 - SAME_LINE * label->size &&
          other->bottom > label->top - NEAR_ROW * label->size && other->top < label->bottom + NEAR_ROW * label->size)
        return TRUE;
    }
  return FALSE;
}

/* Two as near as each other are none: who comes first may not tell. */
static BbPdfLabel *
find_label (const GPtrArray *labels,
            double           y)
{
  BbPdfLabel *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < labels->len; i++)
    {
      BbPdfLabel *label = get_label (labels, i);
      double distance = ABS ((label->top + label->bottom) / 2 - y);

      if (!label->is_point || label->is_used || !is_near (label, y) || distance >= least || is_title (labels, label))
        continue;
      best = label;
      least = distance;
    }
  return best;
}

/* Below the first row, each numbered label has its row. */
static gboolean
are_complete (const GPtrArray *labels,
              const GArray    *anchors)
{
  double top = get_anchor (anchors, 0)->label->top;

  for (guint i = 0; i < labels->len; i++)
    {
      const BbPdfLabel *label = get_label (labels, i);

      if (label->is_point && !label->is_used && label->top >= top && !is_title (labels, label))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_labels (GArray          *anchors,
             const GPtrArray *labels)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      Anchor *anchor = get_anchor (anchors, i);

      anchor->label = find_label (labels, anchor->y);
      if (anchor->label == NULL)
        return FALSE;
      anchor->label->is_used = TRUE;
    }
  return anchors->len > 0 && are_complete (labels, anchors);
}

/* ---- figures ---- */

/* The row that a line of figures belongs to: its own, or the nearest one. Returns: how many there are when that is not certain. */
static guint
find_anchor (const GArray   *anchors,
             guint           line,
             const BbPdfRun *run)
{
  double y = bb_pdf_middle_y (&run->box);
  double least = FAR * run->line->size;
  double next = G_MAXDOUBLE;
  guint best = anchors->len;

  for (guint i = 0; i < anchors->len; i++)
    {
      double distance = ABS (get_anchor (anchors, i)->y - y);

      if (get_anchor (anchors, i)->line == line)
        return i;
      if (distance < least)
        {
          next = best < anchors->len ? least : next;
          best = i;
          least = distance;
        }
      else
        next = MIN (next, distance);
    }
  return next > NEARER * least ? best : anchors->len;
}

/* A line of a cell that is as wide as the widest in its column is full, where the column beside it leaves no room for much more. */
static gboolean
is_full (const BbPdfPlan *plan,
         guint            at,
         const BbPdfRun  *run)
{
  const GArray *columns = plan->columns;
  const BbPdfColumn *column = bb_pdf_column (columns, at);
  double middle = bb_pdf_column_middle (columns, at);
  double before = at > 0 ? middle - bb_pdf_column_middle (columns, at - 1) : G_MAXDOUBLE;
  double behind = at + 1 < columns->len ? bb_pdf_column_middle (columns, at + 1) - middle : G_MAXDOUBLE;
  double width = run->box.x2 - run->box.x1;

  return width >= column->x2 - column->x1 - AS_WIDE && width + width / (run->end - run->start) >= SHARE_OF_ROOM * MIN (before, behind);
}

static void
add_glyphs (BbPdfRow        *row,
            guint            at,
            const BbPdfPlan *plan,
            const BbPdfRun  *run)
{
  GArray **cell = &row->cells[BB_PDF_N_LABEL_COLUMNS + at];

  if (*cell == NULL)
    *cell = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
  g_array_append_vals (*cell, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
  if (is_full (plan, at, run))
    row->is_full[BB_PDF_N_LABEL_COLUMNS + at] = TRUE;
}

static gboolean
place_run (const GPtrArray *found,
           const GArray    *anchors,
           const BbPdfPlan *plan,
           guint            line,
           const BbPdfRun  *run)
{
  guint anchor = find_anchor (anchors, line, run);
  guint column = bb_pdf_figures_place (plan->columns, &run->box, 0);

  if (anchor == anchors->len || column == plan->columns->len)
    return FALSE;
  add_glyphs (g_ptr_array_index (found, anchor), column, plan, run);
  return TRUE;
}

static gboolean
place_line (const BbPdfRegion *region,
            const BbPdfPlan   *plan,
            const GArray      *anchors,
            guint              index,
            const GPtrArray   *found)
{
  const GArray *labels = g_ptr_array_index (region->labels, index);
  g_autoptr (GArray) pieces = bb_pdf_runs_new (bb_pdf_region_line (region, index), PIECE);
  guint start = labels->len > 0 ? bb_pdf_run (labels, labels->len - 1)->end : 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      BbPdfRun piece = *bb_pdf_run (pieces, i);

      if (piece.end <= start)
        continue;
      if (piece.start < start)
        piece = bb_pdf_run_cut (&piece, start);
      if (!place_run (found, anchors, plan, index, &piece))
        return FALSE;
    }
  return TRUE;
}

/* ---- the whole ---- */

/* The line that the rows begin at: that of the first label, or of figures above it that are broken over lines. */
static guint
find_first (const BbPdfRegion *region,
            const GArray      *anchors)
{
  const Anchor *anchor = get_anchor (anchors, 0);
  guint first = anchor->line;

  while (first > 0)
    {
      const BbPdfLine *line = bb_pdf_region_line (region, first - 1);
      g_autoptr (GArray) figures = bb_pdf_line_figures (line);
      double y = bb_pdf_middle_y (&line->box);

      if (y < anchor->label->top - SAME_LINE * line->size &&
          (figures->len == 0 || bb_pdf_run (figures, 0)->start > 0 || anchor->y - y > FAR * line->size))
        break;
      first--;
    }
  return first;
}

/* The second line of a head may stand no higher than the first line of a label. */
static gboolean
fill_rows (const BbPdfRegion *region,
           const BbPdfPlan   *plan,
           const GArray      *anchors,
           guint              first,
           GPtrArray         *found)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const Anchor *anchor = get_anchor (anchors, i);
      BbPdfRow *row = bb_pdf_rows_add (found, anchor->y, TRUE, BB_PDF_N_LABEL_COLUMNS + plan->columns->len);

      if (anchor->label != NULL)
        row->cells[BB_PDF_LABEL_COLUMN] = g_array_ref (anchor->label->glyphs);
    }
  for (guint i = first; i < region->lines->len; i++)
    if (!place_line (region, plan, anchors, i, found))
      return FALSE;
  return TRUE;
}

/* Without labels there is one row: all lines of figures. Returns: the first of them, or how many lines there are. */
static guint
find_alone (const BbPdfRegion *region,
            GArray            *anchors)
{
  guint first = region->lines->len;
  Anchor anchor = { 0, 0, NULL };

  for (guint i = 0; i < region->lines->len; i++)
    {
      const BbPdfLine *line = bb_pdf_region_line (region, i);
      g_autoptr (GArray) figures = bb_pdf_line_figures (line);
      gboolean is_whole = figures->len > 0 && bb_pdf_run (figures, 0)->start == 0;

      if (is_whole && first == region->lines->len)
        first = i;
      /* Words below figures are the heads of something else. */
      if (!is_whole && first < region->lines->len)
        return region->lines->len;
    }
  if (first == region->lines->len)
    return first;
  anchor.line = first;
  anchor.y = (bb_pdf_middle_y (&bb_pdf_region_line (region, first)->box) +
              bb_pdf_middle_y (&bb_pdf_region_line (region, region->lines->len - 1)->box)) / 2;
  g_array_set_size (anchors, 0);
  g_array_append_val (anchors, anchor);
  return first;
}

/* The line that the rows begin at, each with its label; or how many lines there are. */
static guint
find_labelled (const BbPdfRegion *region,
               GArray            *anchors,
               const GPtrArray   *labels)
{
  return give_labels (anchors, labels) ? find_first (region, anchors) : region->lines->len;
}

GPtrArray *
bb_pdf_anchors_find (const BbPdfRegion *region,
                     const BbPdfPlan   *plan,
                     GPtrArray         *rows,
                     guint             *first)
{
  g_autoptr (GArray) anchors = plan->is_certain ? find_anchors (region, plan) : NULL;
  g_autoptr (GPtrArray) labels = anchors != NULL ? make_labels (region) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (bb_pdf_row_free);
  guint begin;

  if (labels == NULL)
    return NULL;
  begin = plan->edge > -G_MAXDOUBLE ? find_labelled (region, anchors, labels) : find_alone (region, anchors);
  if (begin == region->lines->len || !fill_rows (region, plan, anchors, begin, found))
    return NULL;
  while (found->len > 0)
    g_ptr_array_add (rows, g_ptr_array_steal_index (found, 0));
  *first = begin;
  return bb_pdf_bands_take_labels (region, plan, begin, labels);
}
