/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-title.h"

#include "export/bb-fit-title.h"

/* How near to the narrowest measure is near enough, in points. */
#define NEAR_ENOUGH 2.0
/* Faces that are wider than their square have so many half characters in a line at least. */
#define LEAST_COLUMNS 34

/* The narrowest measure that needs no more lines than @width does. */
static BbPrintText *
balanced_new (BbPrintFonts *fonts, const char *title, const BbPrintSetting *setting, guint n_lines)
{
  double low = setting->width / 2, high = setting->width;
  BbPrintSetting narrow = *setting;

  while (high - low > NEAR_ENOUGH)
    {
      g_autoptr (BbPrintText) trial = NULL;

      narrow.measure = (low + high) / 2;
      trial = bb_print_text_new (fonts, title, &narrow);
      if (trial->n_lines > n_lines)
        low = narrow.measure;
      else
        high = narrow.measure;
    }

  narrow.measure = high;
  return bb_print_text_new (fonts, title, &narrow);
}

/* In the lines in which its sense is whole; NULL where the faces are too wide for one of them. */
static BbPrintText *
parted_new (BbPrintFonts *fonts, const char *title, const BbPrintSetting *setting, guint columns)
{
  gsize ends[BB_FIT_TITLE_LINES];
  BbPrintSetting parted = *setting;
  g_autoptr (BbPrintText) text = NULL;
  guint n_lines = bb_fit_title (title, columns, ends);

  if (n_lines == 1)
    return NULL;
  parted.ends = ends;
  parted.n_ends = n_lines - 1;
  text = bb_print_text_new (fonts, title, &parted);

  return text->n_lines == n_lines ? g_steal_pointer (&text) : NULL;
}

BbPrintText *
bb_print_title_new (BbPrintFonts *fonts, const char *title, double width)
{
  BbPrintSetting setting = { .style = BB_STYLE_TITLE, .width = width, .scale = 1 };
  g_autoptr (BbPrintText) text = bb_print_text_new (fonts, title, &setting);
  guint n_lines = text->n_lines;

  if (n_lines == 1)
    return g_steal_pointer (&text);

  for (guint columns = bb_fit_title_columns (); columns >= LEAST_COLUMNS; columns--)
    {
      BbPrintText *parted = parted_new (fonts, title, &setting, columns);

      if (parted != NULL)
        return parted;
    }

  return balanced_new (fonts, title, &setting, n_lines);
}
