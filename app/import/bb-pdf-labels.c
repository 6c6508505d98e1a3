/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-labels.h"

/* In points: labels of one column begin here. */
#define SAME_LEFT 2.5

/* What （一） begins with, and its numbers. */
#define BRACKET 0xff08
#define CLOSING_BRACKET 0xff09
#define ARTICLE 0x7b2c
#define ITEM 0x9879
#define NUMERALS "一二三四五六七八九十"

/* （十二）、 and the character behind it. */
#define LONGEST_NUMBER 8

/* Of the size of the font: characters of one word are not so far apart. */
#define APART 0.12

/* Of the size: the next line of a label is no further below. In points: the same place. */
#define NEAR_LINE 1.8
#define SAME_GLYPH 1.0

/* Of the size: a line with so much room behind it is not full; a column of single words is too narrow to tell. */
#define ROOM 2.0
#define SHORTEST_LINE 3.5

/* Of the distance between lines of one cell: what is further apart is another cell. */
#define NEXT_LINE 1.1

/* Of the size of the font: a row stands so far above the first line of its label, or below the last, at most. */
#define NEAR_ROW 0.45

void
bb_pdf_label_free (gpointer data)
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

/* （三 or （三） alone on a line, broken behind the number. */
static gboolean
is_broken_point (const char *text)
{
  const char *p = g_utf8_get_char (text) == BRACKET ? g_utf8_next_char (text) : "";
  gboolean has_number = *p != '\0';

  while (*p != '\0' && g_utf8_strchr (NUMERALS, -1, g_utf8_get_char (p)) != NULL)
    p = g_utf8_next_char (p);
  if (g_utf8_get_char (p) == CLOSING_BRACKET)
    p = g_utf8_next_char (p);
  return has_number && *p == '\0';
}

static gboolean
begins_point (const BbPdfRun *run,
              guint           at)
{
  BbPdfRun rest = *run;
  g_autofree char *text = NULL;

  rest.start = at;
  rest.end = MIN (rest.end, at + LONGEST_NUMBER);
  text = bb_pdf_run_text (&rest);
  return bb_pdf_has_number (text) || is_broken_point (text);
}

gboolean
bb_pdf_label_begins (const BbPdfRun *run)
{
  return begins_point (run, run->start);
}

/* 第（一）项 is the number of an article, and no point. */
static gboolean
may_begin_point (const BbPdfRun *run,
                 guint           at)
{
  gunichar character = bb_pdf_glyph (run->line->glyphs, at)->character;

  if (bb_pdf_glyph (run->line->glyphs, at - 1)->character == ARTICLE)
    return FALSE;
  return character == BRACKET || (g_unichar_isdigit (character) && !g_unichar_isdigit (bb_pdf_glyph (run->line->glyphs, at - 1)->character));
}

/* （一） in the middle of a run: two labels that touch one another, when it is so in several lines. */
static void
add_inner_points (const GPtrArray *lines,
                  GArray          *beginnings)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        for (guint at = bb_pdf_run (runs, r)->start + 1; at < bb_pdf_run (runs, r)->end; at++)
          {
            double x = bb_pdf_glyph (bb_pdf_run (runs, r)->line->glyphs, at)->box.x1;

            if (may_begin_point (bb_pdf_run (runs, r), at) && begins_point (bb_pdf_run (runs, r), at))
              g_array_append_val (places, x);
          }
    }
  for (guint i = 0; i < places->len; i++)
    for (guint j = 0; j < i; j++)
      if (ABS (g_array_index (places, double, i) - g_array_index (places, double, j)) <= SAME_LEFT)
        {
          g_array_append_val (beginnings, g_array_index (places, double, i));
          break;
        }
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
  add_inner_points (lines, beginnings);
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
  double gap = x - bb_pdf_glyph (run->line->glyphs, at - 1)->box.x2;

  if (!is_beginning (beginnings, x))
    return gap > APART * run->line->size && may_begin_point (run, at) && begins_point (run, at);
  return gap > APART * run->line->size || begins_point (run, at) || bb_pdf_run_find_touching (run) == at;
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

/* Where a label was cut in two, and how far down that goes on. */
typedef struct
{
  double left;
  double x;
  double y;
} Cut;

/* The next line of two labels that touch one another: nothing parts it but where those above it were parted. */
static guint
find_same (const BbPdfRun *run,
           const Cut      *cut)
{
  double step = bb_pdf_middle_y (&run->box) - cut->y;
  guint at = run->start + 1;

  if (step <= 0 || step > NEAR_LINE * run->line->size || ABS (run->box.x1 - cut->left) > run->line->size)
    return run->end;
  while (at < run->end && ABS (bb_pdf_glyph (run->line->glyphs, at)->box.x1 - cut->x) > SAME_GLYPH)
    at++;
  return at;
}

static void
cut_run (GArray       *runs,
         guint         index,
         const GArray *beginnings,
         Cut          *cut)
{
  BbPdfRun *run = &g_array_index (runs, BbPdfRun, index);
  guint at = find_column (run, beginnings);
  BbPdfRun rest;

  if (at == run->end)
    at = find_same (run, cut);
  if (at == run->end)
    return;
  rest = bb_pdf_run_cut (run, at);
  *cut = (Cut) { run->box.x1, rest.box.x1, bb_pdf_middle_y (&run->box) };
  g_array_insert_val (runs, index + 1, rest);
}

void
bb_pdf_labels_cut (const GPtrArray *lines)
{
  g_autoptr (GArray) beginnings = find_beginnings (lines);
  Cut cut = { 0, 0, -G_MAXDOUBLE };

  for (guint i = 0; i < lines->len; i++)
    {
      GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        cut_run (runs, r, beginnings, &cut);
    }
}

/* ---- labels over several lines ---- */

static gboolean
overlap (const BbPdfBox *first,
         const BbPdfBox *second)
{
  return first->x1 < second->x2 && second->x1 < first->x2;
}

/* It begins and ends further right: the line above had room for more, and this is none of its cell, but a title over all columns. */
static gboolean
is_shifted (const BbPdfBox *above,
            const BbPdfRun *run)
{
  return run->box.x1 > above->x1 + run->line->size && run->box.x2 > above->x2 + run->line->size;
}

/* In the column of @box: how far right any line of it reaches. */
static double
find_right (const GPtrArray *lines,
            const BbPdfBox  *box)
{
  double right = box->x2;

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        if (overlap (&bb_pdf_run (runs, r)->box, box))
          right = MAX (right, bb_pdf_run (runs, r)->box.x2);
    }
  return right;
}

/* 第二十条第（一）项 is a title of its own, whatever stands below it. */
static gboolean
is_article (const BbPdfLabel *label)
{
  return bb_pdf_glyph (label->glyphs, 0)->character == ARTICLE && bb_pdf_glyph (label->glyphs, label->glyphs->len - 1)->character == ITEM;
}

/* A label without a number that leaves room for more characters does not go on: what stands below it is another one. */
static gboolean
is_complete (const GPtrArray  *lines,
             const BbPdfLabel *label,
             const BbPdfRun   *run)
{
  if (is_article (label))
    return TRUE;
  if (label->is_point || run->end - run->start == 1 || label->last.x2 - label->last.x1 < SHORTEST_LINE * label->size)
    return FALSE;
  return label->last.x2 + ROOM * label->size < find_right (lines, &label->last);
}

static gboolean
is_next_line (const BbPdfLabel *label,
              const BbPdfRun   *run,
              double            pitch)
{
  double step = bb_pdf_middle_y (&run->box) - bb_pdf_middle_y (&label->last);

  return step > 0 && step <= NEXT_LINE * pitch && overlap (&label->last, &run->box) && !is_shifted (&label->last, run);
}

/* The label above that @run goes on with: the one that it stands under most. */
static BbPdfLabel *
find_above (const GPtrArray *lines,
            const GPtrArray *labels,
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

      if (shared <= most || !is_next_line (label, run, pitch) || (is_row && label->has_row) || is_complete (lines, label, run))
        continue;
      best = label;
      most = shared;
    }
  return best;
}

void
bb_pdf_labels_add (GPtrArray      *labels,
                   BbPdfLabel     *label,
                   const BbPdfRun *run)
{
  if (label == NULL)
    {
      label = g_new0 (BbPdfLabel, 1);
      label->box = run->box;
      label->size = run->line->size;
      label->is_point = begins_point (run, run->start);
      label->top = bb_pdf_middle_y (&run->box);
      label->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
      g_ptr_array_add (labels, label);
    }
  bb_pdf_box_add (&label->box, &run->box);
  label->last = run->box;
  label->bottom = bb_pdf_middle_y (&run->box);
  g_array_append_vals (label->glyphs, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
}

static void
add_run (GPtrArray      *labels,
         BbPdfLabel     *above,
         const BbPdfRun *run,
         gboolean        has_row)
{
  BbPdfLabel *label;

  bb_pdf_labels_add (labels, above, run);
  label = above != NULL ? above : get_label (labels, labels->len - 1);
  label->has_row = label->has_row || has_row;
}

/* One character, below which stands another one: a label that is written from top to bottom. */
static const BbPdfRun *
find_letter_below (const GPtrArray *lines,
                   guint            index,
                   const BbPdfRun  *run,
                   double           pitch)
{
  for (guint i = index + 1; run->end - run->start == 1 && i < lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        {
          const BbPdfRun *below = bb_pdf_run (runs, r);

          if (bb_pdf_middle_y (&below->box) - bb_pdf_middle_y (&run->box) > NEXT_LINE * pitch)
            return NULL;
          if (below->end - below->start == 1 && ABS (bb_pdf_middle_x (&below->box) - bb_pdf_middle_x (&run->box)) <= SAME_LEFT)
            return below;
        }
    }
  return NULL;
}

gboolean
bb_pdf_labels_begin_letters (const GPtrArray  *lines,
                             guint             index,
                             const BbPdfRun   *run,
                             const BbPdfLabel *above,
                             double            pitch)
{
  const BbPdfRun *below = find_letter_below (lines, index, run, pitch);

  return below != NULL && above != NULL && above->last.x2 - above->last.x1 > 1.5 * (run->box.x2 - run->box.x1) &&
         find_letter_below (lines, index + 1, below, pitch) != NULL;
}

GPtrArray *
bb_pdf_labels_new (const GPtrArray *lines,
                   const gboolean  *is_row,
                   const gboolean  *is_closed,
                   double           pitch)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (bb_pdf_label_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *runs = g_ptr_array_index (lines, i);

      for (guint r = 0; r < runs->len; r++)
        {
          const BbPdfRun *run = bb_pdf_run (runs, r);
          gboolean is_innermost = r + 1 == runs->len;
          BbPdfLabel *above = begins_point (run, run->start) ? NULL : find_above (lines, labels, run, (is_row[i] || is_closed[i]) && is_innermost, pitch);

          if (bb_pdf_labels_begin_letters (lines, i, run, above, pitch))
            above = NULL;
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
