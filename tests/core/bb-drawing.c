/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-drawing.h"

#include <math.h>
#include <string.h>

/* Of the size: how high characters stand over the baseline, and how low they reach. */
#define ASCENT 0.88
#define DESCENT 0.12

static void
stroke_clear (gpointer data)
{
  g_free (((BbStroke *) data)->text);
}

/* Returns: %FALSE when there is no number that a page may have. */
static gboolean
read_number (const char **p, double *number)
{
  char *end;

  *number = g_ascii_strtod (*p, &end);
  if (end == *p || !isfinite (*number) || fabs (*number) > 1e6)
    return FALSE;
  *p = end;
  return TRUE;
}

static gboolean
parse_line (const char *line, BbStroke *stroke)
{
  static const struct { const char *word; guint n; } kinds[] = { { "page ", 2 }, { "text ", 3 }, { "line ", 4 }, { "field ", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *p = line + strlen (kinds[i].word);

      if (!g_str_has_prefix (line, kinds[i].word))
        continue;
      *stroke = (BbStroke) { .kind = kinds[i].word[0] };
      for (guint n = 0; n < kinds[i].n; n++)
        if (!read_number (&p, &stroke->numbers[n]))
          return FALSE;
      if (stroke->kind == 't' && (*p != ' ' || !g_utf8_validate (p, -1, NULL) || stroke->numbers[2] <= 0))
        return FALSE;
      stroke->text = stroke->kind == 't' ? g_strdup (p + 1) : NULL;
      return TRUE;
    }
  return FALSE;
}

GArray *
bb_drawing_parse (const char *text)
{
  GArray *strokes = g_array_new (FALSE, FALSE, sizeof (BbStroke));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_array_set_clear_func (strokes, stroke_clear);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      BbStroke stroke;

      if (parse_line (lines[i], &stroke))
        g_array_append_val (strokes, stroke);
    }
  return strokes;
}

static void
add_text (BbPdfPage *page, const BbStroke *stroke)
{
  double x = stroke->numbers[0];
  double y = stroke->numbers[1];
  double size = stroke->numbers[2];

  for (const char *p = stroke->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      double width = g_unichar_iswide (character) ? size : size / 2;
      BbPdfGlyph glyph = { { x, y - ASCENT * size, x + width, y + DESCENT * size }, character };

      if (!g_unichar_isspace (character))
        g_array_append_val (page->glyphs, glyph);
      x += width;
    }
}

static void
add_rule (GArray *rules, double at, double from, double to)
{
  BbPdfRule rule = { at, MIN (from, to), MAX (from, to) };

  g_array_append_val (rules, rule);
}

static void
add_stroke (BbPdfPage *page, const BbStroke *stroke)
{
  const double *n = stroke->numbers;

  if (stroke->kind == 't')
    add_text (page, stroke);
  else if (stroke->kind == 'l' && n[1] == n[3])
    add_rule (page->across, n[1], n[0], n[2]);
  else if (stroke->kind == 'l')
    add_rule (page->down, n[0], n[1], n[3]);
  else
    for (guint i = 0; i < 2; i++)
      {
        add_rule (page->across, n[1 + 2 * i], n[0], n[2]);
        add_rule (page->down, n[2 * i], n[1], n[3]);
      }
}

GPtrArray *
bb_drawing_pages (GArray *strokes)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_pdf_page_free);

  for (guint i = 0; i < strokes->len; i++)
    {
      const BbStroke *stroke = &g_array_index (strokes, BbStroke, i);

      if (stroke->kind == 'p')
        g_ptr_array_add (pages, bb_pdf_page_new (pages->len + 1, stroke->numbers[0], stroke->numbers[1]));
      else if (pages->len > 0)
        add_stroke (g_ptr_array_index (pages, pages->len - 1), stroke);
    }
  return pages;
}
