/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bianbao/bb-figures.h"

#include "check/bb-text-figures.h"

#include <string.h>

/* The paragraph up to @offset: no phrase reaches over its beginning. */
static char *
dup_words_before (BbField *field, guint offset)
{
  const char *text = bb_field_get_text (field);
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *before = g_utf8_substring (text, 0, MIN ((glong) offset, length));
  const char *line = strrchr (before, '\n');

  return g_strdup (line != NULL ? line + 1 : before);
}

static void
append_once (GArray *cells, guint cell)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, guint, i) == cell)
      return;
  g_array_append_val (cells, cell);
}

static void
append_guessed (BbReport *report, guint section, const char *words, GArray *guessed)
{
  g_autofree char *sentence = g_strconcat (words, "1件", NULL);
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (BbTextFigure));
  guint place = (guint) g_utf8_strlen (words, -1);

  bb_text_figures_find (bb_report_get_form (report), section, sentence, figures);
  for (guint i = 0; i < figures->len; i++)
    {
      const BbTextFigure *figure = &g_array_index (figures, BbTextFigure, i);

      for (guint alternative = 0; figure->start == place && alternative < BB_TEXT_FIGURE_MEANINGS; alternative++)
        {
          guint cells[BB_TEXT_FIGURE_CELLS];
          guint n = bb_text_figure_cells (figure, alternative, cells);

          for (guint c = 0; c < n; c++)
            append_once (guessed, cells[c]);
        }
    }
}

/* A figure is put behind the words, and the reader of texts is asked what it would be. Words that do not say of what are most
 * likely about requests: it is offered, not claimed. */
GArray *
bb_figures_guess (BbReport *report, guint section, guint offset)
{
  GArray *guessed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *words = dup_words_before (bb_report_get_section (report, section), offset);
  int requests = bb_form_find_section (bb_report_get_form (report), "requests");

  append_guessed (report, section, words, guessed);
  if (guessed->len == 0 && requests >= 0)
    append_guessed (report, (guint) requests, words, guessed);
  return guessed;
}
