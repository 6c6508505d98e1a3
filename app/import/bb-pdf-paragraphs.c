/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-paragraphs.h"

/* Of the size of its font: an indentation; a line that ends so far from the margin is the last of its paragraph. */
#define INDENT 0.8
#define SHORT 2.3
/* Of its size: a line that begins so far from the margin is not the first of a paragraph. */
#define DEEP 3

/* Of the size: lines end as near to the same margin. */
#define SAME_MARGIN 0.4

/* Of the size: from line to line; of the other's size: another one. */
#define PITCH 2.6
#define OTHER_SIZE 1.2

/* Of the size of the text: a title is as much larger. Of its own: so much of a full line is free; it stands so near the middle. */
#define LARGER 1.15
#define SHORT_TITLE 3.2
#define MIDDLE 0.6

/* Of the longest line of all: what is as long shows where the margins are. */
#define LONG 0.7
/* Of the widest page: one that shows less than this has only first lines, or only short ones, between its margins. */
#define WHOLE 0.97

static double
measure_longest (const GPtrArray *items)
{
  double longest = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const BbPdfLine *line = bb_pdf_item (items, i)->line;

      if (line != NULL)
        longest = MAX (longest, line->box.x2 - line->box.x1);
    }
  return longest;
}

/* The margins that the long lines of a page show, or of all pages: @page 0. */
static gboolean
find_margins (const GPtrArray *items,
              guint            page,
              double           longest,
              BbPdfMargins    *margins)
{
  *margins = (BbPdfMargins) { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE };
  for (guint i = 0; i < items->len; i++)
    {
      const BbPdfItem *item = bb_pdf_item (items, i);

      if (item->line == NULL || (page > 0 && item->page != page) || item->line->box.x2 - item->line->box.x1 < LONG * longest)
        continue;
      margins->left = MIN (margins->left, item->line->box.x1);
      margins->right = MAX (margins->right, item->line->box.x2);
      margins->size = MIN (margins->size, item->line->size);
    }
  return margins->left < margins->right;
}

/*
 * Where every long line of a page is the first of its paragraph, the margin is where other pages have it that end at the same right
 * margin: left and right pages may have others.
 */
static void
share_margins (GArray             *margins,
               const BbPdfMargins *all)
{
  for (guint i = 0; i < margins->len; i++)
    {
      BbPdfMargins *own = &g_array_index (margins, BbPdfMargins, i);

      own->size = all->size;
      for (guint j = 0; j < margins->len; j++)
        {
          const BbPdfMargins *other = &g_array_index (margins, BbPdfMargins, j);

          if (ABS (other->right - own->right) < SAME_MARGIN * all->size)
            own->left = MIN (own->left, other->left);
        }
    }
}

GArray *
bb_pdf_margins_new (const GPtrArray *items,
                    guint            n_pages)
{
  GArray *margins = g_array_new (FALSE, FALSE, sizeof (BbPdfMargins));
  double longest = measure_longest (items), widest = 0;
  BbPdfMargins all;

  find_margins (items, 0, longest, &all);
  for (guint i = 0; i < n_pages; i++)
    {
      BbPdfMargins own;

      g_array_append_vals (margins, find_margins (items, i + 1, longest, &own) ? &own : &all, 1);
      widest = MAX (widest, own.right - own.left);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      BbPdfMargins *own = &g_array_index (margins, BbPdfMargins, i);

      if (own->right - own->left < WHOLE * widest)
        *own = all;
    }
  share_margins (margins, &all);
  return margins;
}

static const BbPdfMargins *
get_margins (const GArray    *margins,
             const BbPdfItem *item)
{
  return &g_array_index (margins, BbPdfMargins, item->page - 1);
}

/* A title stands in the middle, in larger letters; its first line is full, or it would not have a second one. */
static gboolean
is_title (const BbPdfItem    *item,
          const BbPdfItem    *next,
          const BbPdfMargins *margins)
{
  const BbPdfBox *above = &item->line->box;
  const BbPdfBox *below = &next->line->box;
  double size = item->line->size;

  return item->page == next->page && size > LARGER * margins->size && above->x2 - above->x1 > margins->right - margins->left - SHORT_TITLE * size &&
         ABS (bb_pdf_middle_x (above) - bb_pdf_middle_x (below)) < MIDDLE * size && bb_pdf_middle_y (below) - bb_pdf_middle_y (above) < PITCH * size;
}

static gboolean
is_chinese_number (gunichar character)
{
  static const gunichar numbers[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] == character)
      return TRUE;
  return FALSE;
}

/* A short line that begins with 二、 is a heading, wherever it begins. */
static gboolean
is_heading (const BbPdfItem    *item,
            const BbPdfMargins *margins)
{
  const GArray *glyphs = item->line->glyphs;
  guint n = 0;

  while (n < glyphs->len && is_chinese_number (bb_pdf_glyph (glyphs, n)->character))
    n++;
  return n > 0 && n < glyphs->len && bb_pdf_glyph (glyphs, n)->character == 0x3001 &&
         item->line->box.x2 < margins->right - SHORT * item->line->size;
}

/* 1. 1． 1、 */
static gboolean
is_number_mark (gunichar character)
{
  return character == '.' || character == 0xff0e || character == 0x3001;
}

/*
 * Where the name behind `附件：`, `1.` or both begins, from the left margin: what is attached hangs on it, line by line. 0 when
 * something else begins the line.
 */
static double
find_hang (const BbPdfItem    *first,
           const BbPdfMargins *margins)
{
  static const gunichar caption[] = { 0x9644, 0x4ef6, 0xff1a };
  const GArray *glyphs = first->line->glyphs;
  guint n = 0, n_figures = 0;

  while (n < glyphs->len && n < G_N_ELEMENTS (caption) && bb_pdf_glyph (glyphs, n)->character == caption[n])
    n++;
  if (n != 0 && n != G_N_ELEMENTS (caption))
    return 0;
  while (n + n_figures < glyphs->len && bb_pdf_glyph (glyphs, n + n_figures)->character < 0x80 &&
         g_ascii_isdigit ((char) bb_pdf_glyph (glyphs, n + n_figures)->character))
    n_figures++;
  if (n_figures > 0 && n + n_figures < glyphs->len && is_number_mark (bb_pdf_glyph (glyphs, n + n_figures)->character))
    n += n_figures + 1;
  return n > 0 && n < glyphs->len ? bb_pdf_glyph (glyphs, n)->box.x1 - margins->left : 0;
}

/* Deeper than the first line of a paragraph stands, which is two characters from the margin. */
static gboolean
hangs (const BbPdfItem *first,
       const BbPdfItem *next,
       const GArray    *margins)
{
  double size = next->line->size;
  double hang = find_hang (first, get_margins (margins, first));

  return hang > DEEP * size && ABS (next->line->box.x1 - get_margins (margins, next)->left - hang) < SAME_MARGIN * size;
}

gboolean
bb_pdf_goes_on (const BbPdfItem *first,
                const BbPdfItem *item,
                const BbPdfItem *next,
                const GArray    *margins)
{
  const BbPdfBox *above = &item->line->box;
  const BbPdfBox *below = &next->line->box;
  double size = MIN (item->line->size, next->line->size);

  if (MAX (item->line->size, next->line->size) > OTHER_SIZE * size)
    return FALSE;
  if (is_title (item, next, get_margins (margins, item)))
    return TRUE;
  if (is_heading (next, get_margins (margins, next)))
    return FALSE;
  if (above->x2 < get_margins (margins, item)->right - SHORT * size)
    return FALSE;
  if (below->x1 > get_margins (margins, next)->left + INDENT * size && !hangs (first, next, margins))
    return FALSE;
  return item->page != next->page || bb_pdf_middle_y (below) - bb_pdf_middle_y (above) < PITCH * size;
}
