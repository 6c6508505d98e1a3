/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-text.h"

#include "export/bb-print-breaks.h"

#include <string.h>

/* Rounding: Pango counts in 1024ths of a point. */
#define TOLERANCE 0.1
/* How much of its size may be put between two characters of a justified line: readers of PDF take a tenth for a space. */
#define MOST_STRETCH 0.09
/* What a line lacks then goes where there is white already, beside punctuation and at spaces, and into words and figures at last. */
#define MOST_WHITE 0.5
#define MOST_INNER 0.06
/* A line that ends before this part of it, because a long word follows, breaks the word instead. */
#define LEAST_FULL 0.6
/* Where the line of a Chinese face stands in its square, from above. */
#define BASELINE 0.88

/* A text, character by character. */
typedef struct
{
  const char *text;
  guint n;
  gsize *offsets;   /* n + 1 */
  double *widths;   /* n; of a cluster at its first character */
  BbPrintBreak *breaks;
} Measured;

static double
letter_spacing (BbStyleId id)
{
  const BbStyle *style = bb_style_get (id);

  /* What stands on the grid of the sheet has its squares: 28 characters of 16 pt are a little wider than 156 mm. */
  if (style->pitch != BB_SHEET_LINE_PITCH)
    return 0;

  return BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS - style->points;
}

static void
add_font (BbPrintFonts *fonts, PangoAttrList *attributes, BbStyleId id, double points, gsize begin, gsize end)
{
  PangoFontDescription *description = bb_print_fonts_describe (fonts, bb_style_get (id)->face, points);
  PangoAttribute *attribute = pango_attr_font_desc_new (description);

  attribute->start_index = (guint) begin;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
  pango_font_description_free (description);
}

/* One line of @text from byte @begin to @end. */
static PangoLayout *
layout_new (BbPrintFonts *fonts, const char *text, gsize begin, gsize end, const BbPrintSetting *setting)
{
  double points = bb_style_get (setting->style)->points * setting->scale;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (fonts->context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text + begin, (int) (end - begin));
  add_font (fonts, attributes, setting->style, points, 0, end - begin);
  if (setting->lead > begin)
    add_font (fonts, attributes, setting->lead_style, points, 0, MIN (setting->lead, end) - begin);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
measure_clusters (Measured *measured, PangoLayout *layout, double spacing)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  g_autofree guint *characters = g_new0 (guint, measured->offsets[measured->n] + 1);

  for (guint i = 0; i < measured->n; i++)
    characters[measured->offsets[i]] = i;
  do
    {
      PangoRectangle extents;

      if (pango_layout_iter_get_run_readonly (iter) == NULL)
        continue;
      pango_layout_iter_get_cluster_extents (iter, NULL, &extents);
      measured->widths[characters[pango_layout_iter_get_index (iter)]] += (double) extents.width / PANGO_SCALE + spacing;
    }
  while (pango_layout_iter_next_cluster (iter));
  pango_layout_iter_free (iter);
}

static void
measure_text (Measured *measured, BbPrintFonts *fonts, const char *text, const BbPrintSetting *setting)
{
  gsize length = strlen (text);
  g_autoptr (PangoLayout) layout = layout_new (fonts, text, 0, length, setting);
  const PangoLogAttr *attributes;
  int n_attributes;
  guint i = 0;

  measured->text = text;
  measured->n = (guint) g_utf8_strlen (text, -1);
  measured->offsets = g_new0 (gsize, measured->n + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    measured->offsets[i++] = (gsize) (p - text);
  measured->offsets[measured->n] = length;
  measured->widths = g_new0 (double, measured->n + 1);
  measure_clusters (measured, layout, letter_spacing (setting->style));
  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  measured->breaks = bb_print_breaks (text, attributes, measured->n);
}

static void
measured_clear (Measured *measured)
{
  g_free (measured->offsets);
  g_free (measured->widths);
  g_free (measured->breaks);
}

static gunichar
character_at (const Measured *measured, guint i)
{
  return g_utf8_get_char (measured->text + measured->offsets[i]);
}

/* Where the line that begins with character @first ends. Spaces at its end may stand in the margin. */
static guint
fill_line (const Measured *measured, guint first, double width)
{
  guint best = 0, last_resort = 0;
  double x = 0, best_x = 0;

  for (guint i = first; i < measured->n; i++)
    {
      if (i > first && measured->breaks[i] == BB_PRINT_BREAK)
        {
          best = i;
          best_x = x;
        }
      else if (i > first && measured->breaks[i] == BB_PRINT_LAST_RESORT)
        last_resort = i;

      x += measured->widths[i];
      if (x <= width + TOLERANCE || character_at (measured, i) == ' ')
        continue;
      if (best != 0 && (best_x >= LEAST_FULL * width || last_resort < best))
        return best;
      if (last_resort != 0)
        return last_resort;
    }

  return measured->n;
}

/* How wide the characters are, without the spaces at the end. @end becomes the end without them. */
static double
visible_width (const Measured *measured, guint first, guint *end)
{
  double width = 0;

  while (*end > first && character_at (measured, *end - 1) == ' ')
    (*end)--;
  for (guint i = first; i < *end; i++)
    width += measured->widths[i];

  return width;
}

static gboolean
is_gap (const Measured *measured, guint before)
{
  return measured->breaks[before + 1] != BB_PRINT_NO_BREAK
    && (bb_print_is_wide (character_at (measured, before)) || bb_print_is_wide (character_at (measured, before + 1)));
}

/* Beside white: the inner side of no bracket, and not between two marks, which belong together. */
static gboolean
is_white (const Measured *measured, guint before)
{
  gunichar first = character_at (measured, before), second = character_at (measured, before + 1);

  if (first == ' ')
    return TRUE;
  return is_gap (measured, before) && !bb_print_is_closing (second) && (bb_print_is_closing (first) || bb_print_is_opening (second));
}

/* Inside a figure or a foreign word. */
static gboolean
is_inner (const Measured *measured, guint before)
{
  gunichar first = character_at (measured, before), second = character_at (measured, before + 1);

  return measured->breaks[before + 1] != BB_PRINT_NO_BREAK && first != ' ' && second != ' ' && !bb_print_is_wide (first) &&
    !bb_print_is_wide (second);
}

/* Where room can be made in a line, and how much of the size of the type there may be: the first ones first. */
static const struct
{
  gboolean (*is_here) (const Measured *measured, guint before);
  double most;
} rooms[] = {
  { is_gap, MOST_STRETCH },
  { is_white, MOST_WHITE },
  { is_inner, MOST_INNER },
  { is_white, MOST_WHITE },
};

/* A line, and what goes between its characters so that it is full. */
typedef struct
{
  const Measured *measured;
  guint first; /* characters of the line */
  guint end;
  double spacing;                    /* after every cluster */
  double more[G_N_ELEMENTS (rooms)]; /* besides, in each of the rooms */
  gboolean is_spread;
} Spread;

static void
fill_up (Spread *spread, double missing, double points)
{
  for (guint room = 0; room < G_N_ELEMENTS (rooms) && missing > 0; room++)
    {
      guint n = 0;

      for (guint i = spread->first; i + 1 < spread->end; i++)
        n += rooms[room].is_here (spread->measured, i);
      if (n == 0)
        continue;
      spread->is_spread = TRUE;
      spread->more[room] = MIN (missing / n, rooms[room].most * points);
      missing -= n * spread->more[room];
    }
}

static double
more_after (const Spread *spread, guint character)
{
  double more = spread->spacing;

  for (guint room = 0; character + 1 < spread->end && room < G_N_ELEMENTS (rooms); room++)
    if (spread->more[room] > 0 && rooms[room].is_here (spread->measured, character))
      more += spread->more[room];

  return more;
}

static void
spread_run (const Spread *spread, PangoGlyphItem *run, const char *text)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      guint last = spread->first + (guint) g_utf8_pointer_to_offset (text, text + iter.end_index) - 1;
      gboolean forward = iter.end_glyph > iter.start_glyph;
      PangoGlyphInfo *glyph = &run->glyphs->glyphs[forward ? iter.end_glyph - 1 : iter.start_glyph];

      glyph->geometry.width += (int) (more_after (spread, last) * PANGO_SCALE);
    }
}

static void
spread_line (const Spread *spread, PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line (layout, 0);

  if (!spread->is_spread)
    return;
  for (GSList *l = line->runs; l != NULL; l = l->next)
    spread_run (spread, l->data, pango_layout_get_text (layout));
}

static void
add_line (GArray *lines, BbPrintFonts *fonts, const Measured *measured, guint first, guint end, double indent,
          const BbPrintSetting *setting)
{
  const BbStyle *style = bb_style_get (setting->style);
  guint visible_end = end;
  double width = visible_width (measured, first, &visible_end);
  double missing = setting->width - indent - width;
  Spread spread = { measured, first, visible_end, letter_spacing (setting->style), { 0 }, letter_spacing (setting->style) != 0 };
  BbPrintLine line = { NULL, indent };

  if (style->align == BB_ALIGN_JUSTIFY && end < measured->n)
    fill_up (&spread, missing, style->points);
  if (style->align == BB_ALIGN_CENTRE)
    line.x += missing / 2;
  line.layout = layout_new (fonts, measured->text, measured->offsets[first], measured->offsets[end], setting);
  spread_line (&spread, line.layout);
  g_array_append_val (lines, line);
}

static double
line_indent (gboolean is_first, const BbPrintSetting *setting)
{
  const BbStyle *style = bb_style_get (setting->style);

  if (setting->left > 0)
    return is_first ? setting->first : setting->left;

  return is_first ? style->indent * (style->points + letter_spacing (setting->style)) : 0;
}

static guint
line_end (const Measured *measured, guint first, double indent, const BbPrintSetting *setting)
{
  double measure = setting->measure > 0 ? setting->measure : setting->width;

  guint end = fill_line (measured, first, measure - indent);

  for (guint i = 0; i < setting->n_ends; i++)
    if (setting->ends[i] > measured->offsets[first] && setting->ends[i] < measured->offsets[end])
      return (guint) g_utf8_pointer_to_offset (measured->text, measured->text + setting->ends[i]);

  return end;
}

BbPrintText *
bb_print_text_new (BbPrintFonts *fonts, const char *text, const BbPrintSetting *setting)
{
  const BbStyle *style = bb_style_get (setting->style);
  BbPrintText *result = g_new0 (BbPrintText, 1);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (BbPrintLine));
  Measured measured;
  guint first = 0;

  measure_text (&measured, fonts, text, setting);
  do
    {
      double indent = line_indent (first == 0, setting);
      guint end = line_end (&measured, first, indent, setting);

      add_line (lines, fonts, &measured, first, end, indent, setting);
      first = end;
    }
  while (first < measured.n);
  measured_clear (&measured);

  result->points = style->points * setting->scale;
  result->pitch = style->pitch * setting->scale;
  result->n_lines = lines->len;
  result->lines = (BbPrintLine *) (gpointer) g_array_free (lines, FALSE);

  return result;
}

void
bb_print_text_free (BbPrintText *text)
{
  if (text == NULL)
    return;

  for (guint i = 0; i < text->n_lines; i++)
    g_object_unref (text->lines[i].layout);
  g_free (text->lines);
  g_free (text);
}

double
bb_print_text_longest (BbPrintFonts *fonts, const char *text, BbStyleId style)
{
  BbPrintSetting setting = { .style = style, .scale = 1 };
  double longest = 0, piece = 0;
  Measured measured;

  measure_text (&measured, fonts, text, &setting);
  for (guint i = 0; i < measured.n; i++)
    {
      if (measured.breaks[i] == BB_PRINT_BREAK)
        piece = 0;
      if (character_at (&measured, i) != ' ')
        piece += measured.widths[i];
      longest = MAX (longest, piece);
    }
  measured_clear (&measured);

  return longest;
}

double
bb_print_text_measure (BbPrintFonts *fonts, const char *text, gsize length, BbStyleId style)
{
  BbPrintSetting setting = { .style = style, .scale = 1 };
  double width = 0;
  Measured measured;

  measure_text (&measured, fonts, text, &setting);
  for (guint i = 0; i < measured.n && measured.offsets[i] < length; i++)
    width += measured.widths[i];
  measured_clear (&measured);

  return width;
}

void
bb_print_text_draw (const BbPrintText *text, cairo_t *cr, double x, double y, guint first, guint n)
{
  double baseline = y + (text->pitch - text->points) / 2 + BASELINE * text->points;

  for (guint i = 0; i < n && first + i < text->n_lines; i++)
    {
      const BbPrintLine *line = &text->lines[first + i];

      cairo_move_to (cr, x + line->x, baseline + i * text->pitch);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, 0));
    }
}
