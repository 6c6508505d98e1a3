/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-figures.h"
#include "import/bb-pdf-regions.h"

#include "util/bb-characters.h"

/* Of the width of a column: a line that is nearly as wide, with the next character, is full. Of a size: the same size. */
#define FULL 0.9
#define SAME_SIZE 0.08

/* Of the size: heads are wider than the figures below them, and may reach so far over the room of these. */
#define HEAD_OVER 0.45

#define FEWEST_HEADS 4

/* Of the size: lines of a figure are no further apart. */
#define NEAR_DIGITS 1.5

#define NEXT_DIGITS 1.3
#define AS_NEAR 1.1

/* 第二十条第（五）项 is a title, （其中 none. */
#define SHORTEST_TITLE 6
#define BRACKET 0xff08

/* Of the distance between lines: no line can be so near to a row; no more lines stand between them. */
#define TOO_NEAR 0.75
#define MOST_BETWEEN 4

/* From its middle to those of the columns beside it: the larger one, and both together. */
static double
column_room (const GArray *columns,
             guint         index,
             double       *width)
{
  double here = bb_pdf_column_middle (columns, index);
  double before = index > 0 ? here - bb_pdf_column_middle (columns, index - 1) : 0;
  double behind = index + 1 < columns->len ? bb_pdf_column_middle (columns, index + 1) - here : before;

  if (index == 0)
    before = behind;
  *width = (before + behind) / 2;
  return MAX (before, behind);
}

/*
 * A head goes on below when its line was full: no other character had fitted in its column. What is wider than the column
 * stands over several, and is a head of its own; as the line of a cell and the next row may be as near, nothing else tells.
 */
static gboolean
is_broken (const BbPdfPart     *part,
           const BbPdfRun *run,
           const BbPdfPlan     *plan)
{
  double column;
  double room = column_room (plan->columns, part->column - BB_PDF_N_LABEL_COLUMNS, &column);
  double width = part->last.x2 - part->last.x1;

  return part->last.x1 < run->box.x2 && run->box.x1 < part->last.x2 && width <= room && width + part->size > FULL * column &&
         width > run->box.x2 - run->box.x1 - part->size && ABS (part->size - run->line->size) < SAME_SIZE * part->size;
}

/* Alone on its line, and wider than the column: a title over several columns. */
static gboolean
is_wide (const BbPdfRegion *region,
         guint              index,
         guint              column,
         const BbPdfRun    *run,
         const BbPdfPlan   *plan)
{
  double width;
  double room = column_room (plan->columns, column - BB_PDF_N_LABEL_COLUMNS, &width);

  return run->start == 0 && run->end == bb_pdf_region_line (region, index)->glyphs->len && run->box.x2 - run->box.x1 > room &&
         plan->columns->len > 1;
}

/* Words enough for a title: what stands below a figure and is part of its cell is shorter, or in brackets. */
static gboolean
is_title (const BbPdfRun *run)
{
  if (run->end - run->start < SHORTEST_TITLE || bb_pdf_glyph (run->line->glyphs, run->start)->character == BRACKET)
    return FALSE;
  for (guint i = run->start; i < run->end; i++)
    {
      gunichar character = bb_pdf_glyph (run->line->glyphs, i)->character;

      if (!g_unichar_iswide (character) || g_unichar_isdigit (character))
        return FALSE;
    }
  return TRUE;
}

/* What the run stands beside in its column, or goes on with. */
static BbPdfPart *
find_part (const BbPdfRegion *region,
           guint              index,
           guint              column,
           const BbPdfRun    *run,
           const BbPdfPlan   *plan)
{
  double y = bb_pdf_middle_y (&run->box);

  for (guint i = region->parts->len; i > 0; i--)
    {
      BbPdfPart *part = g_ptr_array_index (region->parts, i - 1);

      if (part->column != column)
        continue;
      if (ABS (y - part->bottom) <= BB_PDF_LEVEL * run->line->size)
        return part;
      if (region->is_row[index] || y - part->bottom > BB_PDF_NEXT_LINE * plan->pitch)
        return NULL;
      /* What stands below a figure, digits or a unit, is nothing of its own: it makes a text of it, for people to look at. */
      if (part->is_row)
        return is_title (run) || is_wide (region, index, column, run, plan) ? NULL : part;
      if (bb_pdf_run_is_value (run))
        return NULL;
      if (!bb_pdf_joins_begin (region, index, plan) && is_broken (part, run, plan))
        return part;
      return bb_pdf_joins_fit (region, index, part, run, plan) ? part : NULL;
    }
  return NULL;
}

static BbPdfPart *
find_stack (const BbPdfRegion *region,
            guint              column)
{
  for (guint i = 0; i < region->parts->len; i++)
    {
      BbPdfPart *part = g_ptr_array_index (region->parts, i);

      if (part->is_stack && part->column == column)
        return part;
    }
  return NULL;
}

static guint
find_room (const BbPdfPlan *plan,
           const BbPdfRun  *run)
{
  return bb_pdf_figures_place (plan->columns, &run->box, HEAD_OVER * run->line->size);
}

/* Heads on the line at @index, no wider than a column, none of which stands between two. */
static gboolean
are_in_columns (const BbPdfRegion *region,
                guint              index,
                const BbPdfPlan   *plan)
{
  g_autoptr (GArray) runs = bb_pdf_line_heads (bb_pdf_region_line (region, index));

  for (guint i = 0; runs->len >= FEWEST_HEADS && i < runs->len; i++)
    {
      const BbPdfRun *run = bb_pdf_run (runs, i);
      double width;

      column_room (plan->columns, bb_pdf_columns_find (plan->columns, run->box.x1, run->box.x2), &width);
      if (run->box.x2 - run->box.x1 <= width && find_room (plan, run) == plan->columns->len)
        return FALSE;
    }
  return TRUE;
}

/*
 * Where the columns of a table without labels are certain, lines of one head stand below one another in the room of its column. Only
 * titles of groups stand above them, and there are few of these on a line.
 */
static gboolean
has_stacks (const BbPdfRegion *region,
            const BbPdfPlan   *plan)
{
  if (!plan->is_certain || plan->edge > -G_MAXDOUBLE)
    return FALSE;
  for (guint i = 0; i < region->lines->len; i++)
    if (!region->is_row[i] && !are_in_columns (region, i, plan))
      return FALSE;
  return TRUE;
}

static gboolean
is_stacked (const BbPdfRegion *region,
            guint              column,
            const BbPdfRun    *run,
            const BbPdfPlan   *plan)
{
  g_autoptr (GArray) beside = NULL;

  if (!region->has_stacks || find_room (plan, run) == plan->columns->len)
    return FALSE;
  beside = bb_pdf_line_heads (run->line);
  return beside->len >= FEWEST_HEADS || find_stack (region, column) != NULL;
}

static BbPdfPart *
new_part (BbPdfRegion    *region,
          guint           column,
          const BbPdfRun *run,
          double          top,
          gboolean        is_row)
{
  BbPdfPart *part = g_new0 (BbPdfPart, 1);

  part->column = column;
  part->top = part->bottom = top;
  part->box = part->last = run->box;
  part->size = run->line->size;
  part->is_row = is_row;
  part->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
  g_ptr_array_add (region->parts, part);
  return part;
}

static BbPdfPart *
add_part (BbPdfRegion     *region,
          guint            index,
          guint            column,
          const BbPdfRun  *run,
          const BbPdfPlan *plan)
{
  gboolean is_stack = !region->is_row[index] && is_stacked (region, column, run, plan);
  gboolean is_regular = plan->is_regular && bb_pdf_heads_are_regular (region, index, plan->columns, plan->edge);
  BbPdfPart *part = is_stack ? find_stack (region, column) : find_part (region, index, column, run, plan);

  /* Heads that stand over each column are no second lines of a title. */
  if (part != NULL && is_regular && !part->is_regular && !part->is_row)
    part = NULL;

  if (part == NULL)
    part = new_part (region, column, run, bb_pdf_middle_y (&run->box), region->is_row[index]);
  part->is_stack = is_stack;
  part->is_regular = is_regular;
  part->bottom = bb_pdf_middle_y (&run->box);
  part->last = run->box;
  bb_pdf_box_add (&part->box, &run->box);
  g_array_append_vals (part->glyphs, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
  return part;
}

/* The column of a head: where there is one for each, they stand in their order. */
static guint
find_head_column (const BbPdfRegion *region,
                  guint              index,
                  const BbPdfRun    *run,
                  const BbPdfPlan   *plan)
{
  g_autoptr (GArray) heads = NULL;
  guint at = 0;

  if (!plan->is_regular || !bb_pdf_heads_are_regular (region, index, plan->columns, plan->edge))
    return bb_pdf_columns_find (plan->columns, run->box.x1, run->box.x2);
  heads = bb_pdf_line_heads (run->line);
  for (guint i = 0; i < heads->len; i++)
    at += bb_pdf_run (heads, i)->box.x1 > plan->edge && bb_pdf_run (heads, i)->box.x1 < run->box.x1;
  return MIN (at, plan->columns->len - 1);
}

/* Where tables of other columns stand above one another: a head right over the middle of the figure, in the nearest line of heads. */
static gboolean
has_own_head (const BbPdfRegion *region,
              guint              index,
              const BbPdfRun    *run)
{
  double digit = (run->box.x2 - run->box.x1) / (run->end - run->start);
  g_autoptr (GArray) heads = NULL;

  while (index > 0 && region->is_row[index])
    index--;
  if (region->is_row[index])
    return FALSE;
  heads = bb_pdf_line_heads (bb_pdf_region_line (region, index));
  for (guint i = 0; i < heads->len; i++)
    {
      const BbPdfBox *head = &bb_pdf_run (heads, i)->box;

      if (ABS (head->x1 + head->x2 - run->box.x1 - run->box.x2) < digit / 2)
        return TRUE;
    }
  return FALSE;
}

/* Figures of two columns that touch one another look like one: it stands in both, and is for people to part. */
static void
add_figure (BbPdfRegion     *region,
            guint            index,
            const BbPdfRun  *run,
            const BbPdfPlan *plan)
{
  guint column;
  guint n = bb_pdf_plan_span (plan, run, &column);
  BbPdfPart *part;

  if (n == 2 && has_own_head (region, index, run))
    {
      column = bb_pdf_columns_find (plan->columns, run->box.x1, run->box.x2);
      n = 1;
    }
  part = add_part (region, index, BB_PDF_N_LABEL_COLUMNS + column, run, plan);
  part->n_columns = MAX (part->n_columns, n);
}

/* Heads stand closer to one another than figures do. */
static void
add_heads (BbPdfRegion     *region,
           guint            index,
           const BbPdfRun  *run,
           const BbPdfPlan *plan)
{
  g_autoptr (GArray) parts = region->is_row[index] ? NULL : bb_pdf_plan_part (plan, run);

  if (parts == NULL)
    add_figure (region, index, run, plan);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const BbPdfRun *part = bb_pdf_run (parts, i);

      add_part (region, index, BB_PDF_N_LABEL_COLUMNS + find_head_column (region, index, part, plan), part, plan);
    }
}

void
bb_pdf_parts_find_labels (BbPdfRegion     *region,
                          const BbPdfPlan *plan)
{
  for (guint i = 0; i < region->lines->len; i++)
    {
      g_autoptr (GArray) runs = bb_pdf_plan_runs (plan, bb_pdf_region_line (region, i));
      GArray *labels = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));

      g_ptr_array_add (region->labels, labels);
      for (guint r = 0; r < runs->len; r++)
        if (bb_pdf_plan_is_label (plan, bb_pdf_run (runs, r)))
          g_array_append_vals (labels, bb_pdf_run (runs, r), 1);
        else
          region->is_closed[i] = TRUE;
    }
}

/* ---- lines beside rows ---- */

static guint
count_values (const BbPdfRegion *region,
              guint              index)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (bb_pdf_region_line (region, index), BB_PDF_PART);
  g_autoptr (GArray) values = bb_pdf_line_values (runs);

  return values->len;
}

/* Whether a label on the line at @index stands where the innermost one of the line at @row does, if there is one; else whether there is any. */
static gboolean
has_own_label (const BbPdfRegion *region,
               guint              index,
               guint              row)
{
  const GArray *labels = g_ptr_array_index (region->labels, index);
  const GArray *others = g_ptr_array_index (region->labels, row);
  const BbPdfBox *box = others->len > 0 ? &bb_pdf_run (others, others->len - 1)->box : NULL;

  for (guint i = 0; i < labels->len; i++)
    if (box == NULL || (bb_pdf_run (labels, i)->box.x1 < box->x2 && box->x1 < bb_pdf_run (labels, i)->box.x2))
      return TRUE;
  return FALSE;
}

/* Where the figures of a line stand: its labels may be a little higher or lower. */
static double
figures_middle (const BbPdfRegion *region,
                guint              index)
{
  g_autoptr (GArray) figures = bb_pdf_line_figures (bb_pdf_region_line (region, index));

  return bb_pdf_middle_y (figures->len > 0 ? &bb_pdf_run (figures, 0)->box : &bb_pdf_region_line (region, index)->box);
}

/* The row that the line at @index is too near to be another line of the table: it is a line of a cell in it. Returns: @index if there is none. */
static guint
find_row_beside (const BbPdfRegion *region,
                 guint              index,
                 const BbPdfPlan   *plan)
{
  const BbPdfLine *line = bb_pdf_region_line (region, index);
  guint best = index;
  guint own = region->is_row[index] ? count_values (region, index) : 0;
  double least = G_MAXDOUBLE;
  double y = figures_middle (region, index);

  for (guint i = index > MOST_BETWEEN ? index - MOST_BETWEEN : 0; i < region->lines->len && i <= index + MOST_BETWEEN; i++)
    {
      double distance = ABS (figures_middle (region, i) - y);
      /* Figures without a label, just above or below more of them, may be lines of theirs. */
      gboolean is_rest = region->is_row[index] && !has_own_label (region, index, i);
      double near = is_rest ? MAX (BB_PDF_NEXT_LINE * plan->pitch, NEXT_DIGITS * line->size) : TOO_NEAR * plan->pitch;
      guint n = i != index && region->is_row[i] && distance < near ? count_values (region, i) : 0;

      /* One with more figures; of several, the nearest, and of two as near as one another the one above: what is broken goes on below. */
      distance *= i > index ? AS_NEAR : 1;
      if (n <= own || distance >= least)
        continue;
      best = i;
      least = distance;
    }
  return best;
}

/* What stands too near to a row belongs to its cells: a text of several lines, whatever the lines are. */
static void
add_beside (BbPdfRegion     *region,
            guint            row,
            const BbPdfRun  *run,
            const BbPdfPlan *plan)
{
  guint column = BB_PDF_N_LABEL_COLUMNS + bb_pdf_columns_find (plan->columns, run->box.x1, run->box.x2);
  double y = bb_pdf_middle_y (&bb_pdf_region_line (region, row)->box);
  BbPdfPart *found = NULL;

  for (guint i = 0; i < region->parts->len && found == NULL; i++)
    {
      BbPdfPart *part = g_ptr_array_index (region->parts, i);

      if (part->column == column && part->is_row && ABS (part->top - y) <= BB_PDF_LEVEL * run->line->size)
        found = part;
    }
  if (found == NULL)
    {
      found = new_part (region, column, run, y, TRUE);
      found->is_beside = TRUE;
    }
  found->is_above = found->is_above || bb_pdf_middle_y (&run->box) < y;
  found->is_below = found->is_below || bb_pdf_middle_y (&run->box) > y;
  bb_pdf_box_add (&found->box, &run->box);
  g_array_append_vals (found->glyphs, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
}

/* Nothing stands in the row itself, nor on both sides of it: then it may belong to another one. */
static void
set_apart (BbPdfRegion *region)
{
  for (guint i = 0; i < region->parts->len; i++)
    {
      BbPdfPart *part = g_ptr_array_index (region->parts, i);

      if (!part->is_beside || (part->is_above && part->is_below))
        continue;
      part->is_row = FALSE;
      part->top = part->bottom = bb_pdf_middle_y (&part->box);
    }
}

static gboolean
is_digits (const BbPdfPart *part)
{
  for (guint i = 0; i < part->glyphs->len; i++)
    if (!g_unichar_isdigit (bb_character_half_width (bb_pdf_glyph (part->glyphs, i)->character)))
      return FALSE;
  return TRUE;
}

/* The figure that @part, digits on a line of their own, stands just above or below. */
static BbPdfPart *
find_figure (const BbPdfRegion *region,
             const BbPdfPart   *part)
{
  for (guint i = 0; i < region->parts->len; i++)
    {
      BbPdfPart *other = g_ptr_array_index (region->parts, i);
      double step = MIN (ABS (other->top - part->bottom), ABS (part->top - other->bottom));

      if (other != part && other->is_row && other->column == part->column && step <= NEAR_DIGITS * part->size)
        return other;
    }
  return NULL;
}

/* Digits so near to a figure may be the rest of it: it is not taken for the whole. */
static void
join_digits (const BbPdfRegion *region)
{
  for (guint i = region->parts->len; i > 0; i--)
    {
      BbPdfPart *part = g_ptr_array_index (region->parts, i - 1);
      BbPdfPart *figure = !part->is_row && !part->is_stack && is_digits (part) ? find_figure (region, part) : NULL;

      if (figure == NULL)
        continue;
      g_array_append_vals (figure->glyphs, part->glyphs->data, part->glyphs->len);
      bb_pdf_box_add (&figure->box, &part->box);
      g_ptr_array_remove_index (region->parts, i - 1);
    }
}

/* They are the heads of one row, however many lines each has, and stands over. */
static void
level_stacks (const BbPdfRegion *region)
{
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < region->parts->len; i++)
    {
      const BbPdfPart *part = g_ptr_array_index (region->parts, i);

      bottom = part->is_stack ? MAX (bottom, part->bottom) : bottom;
    }
  for (guint i = 0; i < region->parts->len; i++)
    {
      BbPdfPart *part = g_ptr_array_index (region->parts, i);

      if (part->is_stack)
        part->top = part->bottom = bottom;
    }
}

void
bb_pdf_parts_find (BbPdfRegion     *region,
                   const BbPdfPlan *plan,
                   guint            end)
{
  g_autofree guint *rows = g_new (guint, end + 1);

  region->has_stacks = has_stacks (region, plan);
  for (guint i = 0; i < end; i++)
    {
      g_autoptr (GArray) runs = bb_pdf_plan_runs (plan, bb_pdf_region_line (region, i));

      rows[i] = find_row_beside (region, i, plan);
      for (guint r = 0; r < runs->len; r++)
        if (rows[i] == i && !bb_pdf_plan_is_label (plan, bb_pdf_run (runs, r)))
          add_heads (region, i, bb_pdf_run (runs, r), plan);
    }
  for (guint i = 0; i < end; i++)
    {
      g_autoptr (GArray) runs = rows[i] != i && rows[i] < end ? bb_pdf_plan_runs (plan, bb_pdf_region_line (region, i)) : NULL;

      for (guint r = 0; runs != NULL && r < runs->len; r++)
        if (!bb_pdf_plan_is_label (plan, bb_pdf_run (runs, r)))
          add_beside (region, rows[i], bb_pdf_run (runs, r), plan);
    }
  set_apart (region);
  join_digits (region);
  level_stacks (region);
}
