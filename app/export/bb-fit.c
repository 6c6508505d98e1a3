/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-fit.h"

#include <bianbao/bb-text.h>
#include <math.h>
#include <string.h>

/* Spreadsheets know no line pitch: a line is as high as its face wants, and Chinese faces want up to this, in ems. */
#define LINE_HEIGHT 1.4

/* Figures of 宋体 are half as wide as high; those of the faces that stand in for it a little more. */
#define FIGURE_WIDTH 0.56

/* What follows the organisation where the year stands at the beginning. */
#define SUBJECT "政府信息公开"

/* Where `2024年` begins, 0 for nowhere but at the beginning. */
static gsize
find_year (const char *title)
{
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *digit = p;

      while (g_ascii_isdigit (*digit))
        digit++;
      if (digit - p == 4 && g_utf8_get_char (digit) == 0x5e74)
        return (gsize) (p - title);
      if (digit > p)
        p = digit - 1;
    }

  return 0;
}

guint
bb_fit_characters (double width, BbStyleId style, double scale)
{
  double fitting = floor (width / (bb_style_get (style)->points * scale));

  return fitting < 1 ? 1 : (guint) fitting;
}

/* How many lines of @columns half characters @line takes; an empty one takes one. */
static guint
wrapped_lines (const char *line, guint columns)
{
  guint needed = (bb_text_width (line) + columns - 1) / columns;

  return MAX (1, needed);
}

double
bb_fit_height (const char *text, double width, BbStyleId style, double scale)
{
  double line = bb_style_get (style)->points * scale * LINE_HEIGHT;
  guint columns = 2 * bb_fit_characters (width, style, scale);
  g_auto (GStrv) lines = NULL;
  guint n_lines = 0;

  if (strchr (text, '\n') == NULL)
    return wrapped_lines (text, columns) * line;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += wrapped_lines (lines[i], columns);
  return n_lines * line;
}

double
bb_fit_size (const char *text, double width)
{
  guint columns = bb_text_width (text);

  return columns == 0 ? G_MAXDOUBLE : floor (2 * width / (columns * FIGURE_WIDTH)) / 2;
}

guint
bb_fit_head (const char *text, double width, BbStyleId style)
{
  guint fitting = bb_fit_characters (width, style, 1.0);

  if (bb_text_width (text) <= 2 * fitting)
    return 0;

  return MAX (2, fitting - fitting % 2);
}

gsize
bb_fit_group (const char *text, double width)
{
  const char *close = strstr (text, "）");

  if (close == NULL || bb_text_width (text) <= 2 * bb_fit_characters (width, BB_STYLE_GROUP, 1.0))
    return 0;

  return (gsize) (close - text) + strlen ("）");
}

void
bb_fit_title_breaks (const char *title, gsize *offsets)
{
  const char *subject = strstr (title, SUBJECT);

  offsets[0] = find_year (title);
  offsets[1] = subject != NULL ? (gsize) (subject - title) : 0;
}

gsize
bb_fit_title (const char *title)
{
  guint fitting = 2 * bb_fit_characters (BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH), BB_STYLE_TITLE, 1.0);
  gsize offsets[BB_FIT_TITLE_BREAKS];

  if (bb_text_width (title) <= fitting)
    return 0;

  bb_fit_title_breaks (title, offsets);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autofree char *before = g_strndup (title, offsets[i]);

      if (offsets[i] > 0 && bb_text_width (before) <= fitting && bb_text_width (title + offsets[i]) <= fitting)
        return offsets[i];
    }

  return 0;
}
