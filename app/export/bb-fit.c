/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-fit.h"

#include <bianbao/bb-text.h>
#include <math.h>

/* Spreadsheets know no line pitch: a line is as high as its face wants, and Chinese faces want up to this, in ems. */
#define LINE_HEIGHT 1.4

/* Figures of 宋体 are half as wide as high; those of the faces that stand in for it a little more. */
#define FIGURE_WIDTH 0.56

guint
bb_fit_characters (double width, BbStyleId style, double scale)
{
  double fitting = floor (width / (bb_style_get (style)->points * scale));

  return fitting < 1 ? 1 : (guint) fitting;
}

double
bb_fit_height (const char *text, double width, BbStyleId style, double scale)
{
  guint columns = 2 * bb_fit_characters (width, style, scale);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += MAX (1, (bb_text_width (lines[i]) + columns - 1) / columns);

  return MAX (1, n_lines) * bb_style_get (style)->points * scale * LINE_HEIGHT;
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
