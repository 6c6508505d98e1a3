/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-fit.h"

#include <bianbao/bb-text.h>
#include <math.h>
#include <string.h>

/* Spreadsheets know no line pitch: a line is as high as its face wants, and Chinese faces want up to this, in ems. */
#define LINE_HEIGHT 1.4

/* Figures of 宋体 are half as wide as high; those of the faces that stand in for it up to this, in ems. */
#define FIGURE_WIDTH 0.64

/* After these an address may go on in the next line. */
#define ADDRESS_JOINTS "/.-_?&=:"

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
bb_fit_figure (const char *text)
{
  return bb_text_width (text) * FIGURE_WIDTH * bb_style_get (BB_STYLE_VALUE)->points;
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

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 && g_ascii_isalpha ((char) c);
}

static gboolean
is_joint (gunichar c)
{
  return c != 0 && c < 0x80 && strchr (ADDRESS_JOINTS, (int) c) != NULL;
}

static gboolean
is_narrow_word (gunichar c)
{
  return c < 0x250 && g_unichar_isalnum (c);
}

gboolean
bb_fit_breaks_address (gunichar two_before, gunichar before, gunichar after)
{
  if (!is_joint (before) || !is_narrow_word (after) || !(is_narrow_word (two_before) || is_joint (two_before)))
    return FALSE;

  return is_letter (two_before) || is_letter (after);
}
