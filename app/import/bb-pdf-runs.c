/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-runs.h"

#include "import/bb-pdf-lines.h"

#include "util/bb-characters.h"

#include <bianbao/bb-text.h>

/* In points: cells that touch one another are so far apart, characters of a word no more than that. */
#define TOUCHING 0.25
#define NO_ROOM 0.12

/* Of the size: figures in letters of two sizes are so far apart; of a height: another size. */
#define FIGURES_APART 0.25
#define OTHER_HEIGHT 0.08

static BbPdfRun
make_run (const BbPdfLine *line,
          guint            start,
          guint            end)
{
  BbPdfRun run = { line, start, end, bb_pdf_glyph (line->glyphs, start)->box };

  for (guint i = start + 1; i < end; i++)
    bb_pdf_box_add (&run.box, &bb_pdf_glyph (line->glyphs, i)->box);
  return run;
}

static gboolean
is_digit (const BbPdfGlyph *glyph)
{
  return g_unichar_isdigit (bb_character_half_width (glyph->character));
}

/* Digits of two sizes with room between them: figures that were made to fit into their columns, each by itself. */
static gboolean
are_two_figures (const BbPdfGlyph *glyph,
                 const BbPdfGlyph *next,
                 double            size)
{
  double height = glyph->box.y2 - glyph->box.y1;

  return is_digit (glyph) && is_digit (next) && next->box.x1 - glyph->box.x2 > FIGURES_APART * size &&
         ABS (next->box.y2 - next->box.y1 - height) > OTHER_HEIGHT * height;
}

static gboolean
are_together (const BbPdfLine *line,
              guint            index,
              double           gap)
{
  const BbPdfGlyph *glyph = bb_pdf_glyph (line->glyphs, index);
  const BbPdfGlyph *next = bb_pdf_glyph (line->glyphs, index + 1);

  return next->box.x1 - glyph->box.x2 <= gap * line->size && !are_two_figures (glyph, next, line->size);
}

GArray *
bb_pdf_runs_new (const BbPdfLine *line,
                 double           gap)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));
  guint start = 0;

  for (guint i = 1; i <= line->glyphs->len; i++)
    {
      BbPdfRun run;

      if (i < line->glyphs->len && are_together (line, i - 1, gap))
        continue;
      run = make_run (line, start, i);
      g_array_append_val (runs, run);
      start = i;
    }
  return runs;
}

char *
bb_pdf_run_text (const BbPdfRun *run)
{
  GString *text = g_string_new (NULL);

  bb_pdf_line_text (run->line, run->start, run->end, text);
  return g_string_free (text, FALSE);
}

gboolean
bb_pdf_run_is_value (const BbPdfRun *run)
{
  gboolean is_value = FALSE;

  for (guint i = run->start; i < run->end; i++)
    {
      gunichar character = bb_character_half_width (bb_pdf_glyph (run->line->glyphs, i)->character);

      /* 无 is a word and an answer. */
      if (run->end - run->start == 1 && character == 0x65e0)
        return TRUE;
      if (g_unichar_isdigit (character) || bb_character_is_dash (character) || character == '/')
        is_value = TRUE;
      else if (character != '.' && character != ',' && character != '%')
        return FALSE;
    }
  return is_value;
}

BbPdfRun
bb_pdf_run_cut (BbPdfRun *run,
                guint     at)
{
  BbPdfRun rest = make_run (run->line, at, run->end);

  *run = make_run (run->line, run->start, at);
  return rest;
}

static double
gap_before (const BbPdfRun *run,
            guint           at)
{
  return bb_pdf_glyph (run->line->glyphs, at)->box.x1 - bb_pdf_glyph (run->line->glyphs, at - 1)->box.x2;
}

guint
bb_pdf_run_find_touching (const BbPdfRun *run)
{
  guint at = run->start + 1;

  while (at < run->end && ABS (gap_before (run, at)) <= NO_ROOM)
    at++;
  return at < run->end && gap_before (run, at) >= TOUCHING ? at : run->end;
}

gboolean
bb_pdf_has_number (const char *text)
{
  g_autofree char *folded = bb_text_fold_label (text);

  return bb_text_strip_number (folded) != folded;
}
