/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-cells.h"

#include "import/bb-pdf-lines.h"

#include "util/bb-characters.h"

/* Of the size of its font: lines of one number are no further apart. */
#define PITCH 1.9

/* In points: words that are broken over lines leave no more room between rules than that, or they were broken by hand. */
#define MOST_PADDING 14.0

/* In points: what rules themselves take of the room between them. */
#define RULE 1.0

/* Of the size: so much room may be left at the end of a full line, for marks that may not begin the next. */
#define FULL 2.2

static gboolean
is_digit (gunichar character)
{
  return g_unichar_isdigit (bb_character_half_width (character));
}

/* Digits, and what may stand between digits. */
static gboolean
is_number_line (const BbPdfLine *line)
{
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      gunichar character = bb_character_half_width (bb_pdf_glyph (line->glyphs, i)->character);

      if (!g_unichar_isdigit (character) && character != '.' && character != ',')
        return FALSE;
    }
  return TRUE;
}

static double
digit_width (const BbPdfLine *line)
{
  double widest = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const BbPdfGlyph *glyph = bb_pdf_glyph (line->glyphs, i);

      if (is_digit (glyph->character))
        widest = MAX (widest, glyph->box.x2 - glyph->box.x1);
    }
  return widest;
}

static double
cell_room (const BbPdfCell *cell,
           const BbPdfLine *line)
{
  return (cell->box.x2 - cell->box.x1) - (line->box.x2 - line->box.x1);
}

static const BbPdfLine *
get_line (const GPtrArray *lines,
          guint            index)
{
  return g_ptr_array_index (lines, index);
}

/* Commas part a number into threes: then its lines can't be two figures. Returns: -1 when they do not, 0 without commas. */
static int
check_commas (const GPtrArray *lines)
{
  guint n_commas = 0;
  guint n_digits = 0;

  for (guint l = 0; l < lines->len; l++)
    for (guint i = 0; i < get_line (lines, l)->glyphs->len; i++)
      {
        gunichar character = bb_character_half_width (bb_pdf_glyph (get_line (lines, l)->glyphs, i)->character);

        if (character != ',')
          {
            n_digits++;
            continue;
          }
        if (n_commas > 0 ? n_digits != 3 : n_digits == 0 || n_digits > 3)
          return -1;
        n_commas++;
        n_digits = 0;
      }
  if (n_commas == 0)
    return 0;
  return n_digits == 3 ? 1 : -1;
}

/* Not the last line, or one that goes on: nothing but digits, and no room for a further one. */
static gboolean
is_full_number (const BbPdfCell *cell,
                const BbPdfLine *line,
                double           padding)
{
  return is_number_line (line) && cell_room (cell, line) - padding - RULE < digit_width (line);
}

/* No further digit had fitted on any line but the last, and that is no longer than the others. */
static BbPdfDigits
judge_digits (const BbPdfCell *cell,
              const GPtrArray *lines,
              double           padding)
{
  int commas = check_commas (lines);
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < lines->len; i++)
    {
      const BbPdfLine *line = get_line (lines, i);

      if (!is_number_line (line) || line->glyphs->len > get_line (lines, 0)->glyphs->len)
        return BB_PDF_DIGITS_NONE;
      if (i > 0 && bb_pdf_middle_y (&line->box) - bb_pdf_middle_y (&get_line (lines, i - 1)->box) > PITCH * line->size)
        return BB_PDF_DIGITS_NONE;
      if (i + 1 == lines->len)
        continue;
      if (!is_full_number (cell, line, padding))
        return BB_PDF_DIGITS_NONE;
      fewest = MIN (fewest, line->glyphs->len);
    }
  if (lines->len < 2 || commas < 0)
    return BB_PDF_DIGITS_NONE;
  return commas > 0 || fewest >= BB_PDF_FEWEST_DIGITS ? BB_PDF_DIGITS_ONE : BB_PDF_DIGITS_FULL;
}

double
bb_pdf_table_padding (const BbPdfTable *table)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BbPdfCell *cell = bb_pdf_table_cell (table, i);
      g_autoptr (GPtrArray) lines = bb_pdf_lines_new (cell->glyphs);

      for (guint l = 0; l + 1 < lines->len; l++)
        if (!is_number_line (get_line (lines, l)) && cell_room (cell, get_line (lines, l)) >= 0)
          least = MIN (least, cell_room (cell, get_line (lines, l)));
    }
  return least <= MOST_PADDING ? least : 0;
}

char *
bb_pdf_cell_text (const BbPdfCell *cell,
                  double           padding,
                  BbPdfDigits     *digits)
{
  g_autoptr (GPtrArray) lines = bb_pdf_lines_new (cell->glyphs);
  GString *text = g_string_new (NULL);

  *digits = judge_digits (cell, lines, padding);
  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0 && *digits != BB_PDF_DIGITS_ONE)
        g_string_append_c (text, '\n');
      bb_pdf_line_text (get_line (lines, i), 0, get_line (lines, i)->glyphs->len, text);
    }
  return g_string_free (text, FALSE);
}

guint
bb_pdf_cell_count_full (const BbPdfCell *cell,
                        double           padding)
{
  g_autoptr (GPtrArray) lines = bb_pdf_lines_new (cell->glyphs);
  const BbPdfLine *last = lines->len > 0 ? get_line (lines, lines->len - 1) : NULL;

  return last != NULL && is_full_number (cell, last, padding) ? last->glyphs->len : 0;
}

gboolean
bb_pdf_cell_is_full (const BbPdfCell *cell,
                     double           padding)
{
  g_autoptr (GPtrArray) lines = bb_pdf_lines_new (cell->glyphs);
  const BbPdfLine *last = lines->len > 0 ? get_line (lines, lines->len - 1) : NULL;

  if (last == NULL)
    return FALSE;
  return is_full_number (cell, last, padding) || (!is_number_line (last) && cell_room (cell, last) - padding - RULE < FULL * last->size);
}
