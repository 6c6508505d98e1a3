/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-lines.h"

/* Of the height of its characters: what stands higher or lower is another line. */
#define SAME_LINE 0.4

/* Of the size: a space between letters or digits; between them and Chinese, where typesetting leaves a quarter; between Chinese. */
#define SPACE 0.17
#define SPACE_MIXED 0.5
#define SPACE_WIDE 0.7

/* Of the size: no space is so wide. */
#define COLUMN_GAP 1.3

void
bb_pdf_line_free (BbPdfLine *line)
{
  if (line == NULL)
    return;
  g_array_unref (line->glyphs);
  g_free (line);
}

static int
compare_middles (gconstpointer a,
                 gconstpointer b)
{
  const BbPdfGlyph *first = a;
  const BbPdfGlyph *second = b;
  double y1 = bb_pdf_middle_y (&first->box);
  double y2 = bb_pdf_middle_y (&second->box);

  if (y1 != y2)
    return y1 < y2 ? -1 : 1;
  return first->box.x1 < second->box.x1 ? -1 : first->box.x1 > second->box.x1;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const BbPdfGlyph *first = a;
  const BbPdfGlyph *second = b;

  if (first->box.x1 != second->box.x1)
    return first->box.x1 < second->box.x1 ? -1 : 1;
  return first->box.y1 < second->box.y1 ? -1 : first->box.y1 > second->box.y1;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static gboolean
is_any (gunichar character)
{
  return TRUE;
}

/*
 * The size of a font, told by its widths: of Chinese characters, else of digits, else by the height of all. The height of a
 * box says more of the font than of its size.
 */
typedef struct
{
  gboolean (*applies) (gunichar character);
  double width;
  double height;
} Measure;

static const Measure measures[] = { { g_unichar_iswide, 1, 0 }, { g_unichar_isdigit, 1.9, 0 }, { is_any, 0, 0.75 } };

static double
measure_size (const GArray  *glyphs,
              const Measure *measure)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < glyphs->len; i++)
    {
      const BbPdfGlyph *glyph = bb_pdf_glyph (glyphs, i);
      double size = measure->width * (glyph->box.x2 - glyph->box.x1) + measure->height * (glyph->box.y2 - glyph->box.y1);

      if (measure->applies (glyph->character))
        g_array_append_val (sizes, size);
    }
  g_array_sort (sizes, compare_numbers);
  return sizes->len > 0 ? g_array_index (sizes, double, sizes->len / 2) : 0;
}

static void
close_line (BbPdfLine *line)
{
  g_array_sort (line->glyphs, compare_lefts);
  line->box = bb_pdf_glyph (line->glyphs, 0)->box;
  for (guint i = 0; i < line->glyphs->len; i++)
    bb_pdf_box_add (&line->box, &bb_pdf_glyph (line->glyphs, i)->box);
  line->size = 0;
  for (guint i = 0; line->size <= 0 && i < G_N_ELEMENTS (measures); i++)
    line->size = measure_size (line->glyphs, &measures[i]);
}

GPtrArray *
bb_pdf_lines_new (const GArray *glyphs)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_pdf_line_free);
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) glyphs);
  BbPdfLine *line = NULL;
  double middle = 0;

  g_array_sort (sorted, compare_middles);
  for (guint i = 0; i < sorted->len; i++)
    {
      const BbPdfGlyph *glyph = bb_pdf_glyph (sorted, i);
      double y = bb_pdf_middle_y (&glyph->box);

      if (line == NULL || y - middle > SAME_LINE * MAX (line->size, glyph->box.y2 - glyph->box.y1))
        {
          line = g_new0 (BbPdfLine, 1);
          line->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
          line->size = glyph->box.y2 - glyph->box.y1;
          middle = y;
          g_ptr_array_add (lines, line);
        }
      g_array_append_vals (line->glyphs, glyph, 1);
    }
  g_ptr_array_foreach (lines, (GFunc) (void (*) (void)) close_line, NULL);
  return lines;
}

/* ---- text ---- */

static double
space_between (gunichar before,
               gunichar after)
{
  gboolean wide_before = g_unichar_iswide (before);
  gboolean wide_after = g_unichar_iswide (after);

  if (wide_before && wide_after)
    return SPACE_WIDE;
  return wide_before || wide_after ? SPACE_MIXED : SPACE;
}

void
bb_pdf_line_text (const BbPdfLine *line,
                  guint            start,
                  guint            end,
                  GString         *text)
{
  for (guint i = start; i < end; i++)
    {
      const BbPdfGlyph *glyph = bb_pdf_glyph (line->glyphs, i);

      if (i > start)
        {
          const BbPdfGlyph *before = bb_pdf_glyph (line->glyphs, i - 1);

          double gap = (glyph->box.x1 - before->box.x2) / line->size;

          /* 1 234 is a number; what stands further apart, two. */
          if (gap > space_between (before->character, glyph->character))
            g_string_append (text, gap > SPACE_WIDE && g_unichar_isdigit (glyph->character) ? "  " : " ");
        }
      g_string_append_unichar (text, glyph->character);
    }
}

gboolean
bb_pdf_line_gap (const BbPdfLine *line,
                 guint            index)
{
  return bb_pdf_glyph (line->glyphs, index)->box.x1 - bb_pdf_glyph (line->glyphs, index - 1)->box.x2 > COLUMN_GAP * line->size;
}

void
bb_pdf_join (GString    *text,
             const char *next)
{
  if (text->len > 0 && *next != '\0')
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));

      if (!g_unichar_iswide (before) && !g_unichar_iswide (g_utf8_get_char (next)))
        g_string_append_c (text, ' ');
    }
  g_string_append (text, next);
}
