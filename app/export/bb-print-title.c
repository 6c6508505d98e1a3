/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-title.h"

#include "export/bb-fit.h"

/* How near to the narrowest measure is near enough, in points. */
#define NEAR_ENOUGH 2.0

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

/* In two lines, the second from @offset on; NULL where that is the beginning or more does not fit. */
static BbPrintText *
parted_new (BbPrintFonts *fonts, const char *title, const BbPrintSetting *setting, gsize offset)
{
  BbPrintSetting parted = *setting;
  g_autoptr (BbPrintText) text = NULL;

  if (offset == 0)
    return NULL;
  parted.first_line = offset;
  text = bb_print_text_new (fonts, title, &parted);

  return text->n_lines == 2 && text->lines[0].x >= 0 ? g_steal_pointer (&text) : NULL;
}

BbPrintText *
bb_print_title_new (BbPrintFonts *fonts, const char *title, double width)
{
  BbPrintSetting setting = { .style = BB_STYLE_TITLE, .width = width, .scale = 1 };
  g_autoptr (BbPrintText) text = bb_print_text_new (fonts, title, &setting);
  gsize offsets[BB_FIT_TITLE_BREAKS];
  guint n_lines = text->n_lines;

  if (n_lines == 1)
    return g_steal_pointer (&text);

  bb_fit_title_breaks (title, offsets);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      BbPrintText *parted = parted_new (fonts, title, &setting, offsets[i]);

      if (parted != NULL)
        return parted;
    }

  return balanced_new (fonts, title, &setting, n_lines);
}
