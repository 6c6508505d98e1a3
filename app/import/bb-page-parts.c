/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-page-parts.h"

#include "import/bb-page-words.h"
#include "import/bb-title.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>

/* As many lines above a title may be the head of the report itself: each of them is told. */
#define FEWEST_ABOVE 3

/* Values in a row: a row of table 4 has no label. */
#define FEWEST_VALUES 5

#define EXCERPT 60

/* Of a running head; what is shorter may be anything. */
#define SHORTEST_HEAD 5

/* So many lines above the title are compared with what follows. */
#define MOST_ABOVE 20u

static gboolean
is_label (const BbMatch *match,
          const char    *text)
{
  for (guint i = 0; i < match->form->n_tables; i++)
    if (bb_labels_find_row (match->labels, match->form->tables[i].id, text, 0) != NULL ||
        bb_labels_is_head (match->labels, match->form->tables[i].id, text))
      return TRUE;
  return FALSE;
}

gboolean
bb_page_parts_is_of_table (const BbMatch     *match,
                           const BbMatchLine *line)
{
  guint n_values = 0;

  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);
      BbNumberForm form = bb_number_read (cell, NULL).form;

      n_values += form != BB_NUMBER_TEXT && form != BB_NUMBER_BLANK;
      if (form == BB_NUMBER_TEXT && is_label (match, cell))
        return TRUE;
    }
  return n_values >= FEWEST_VALUES;
}

static gboolean
is_open (const BbMatchLine *line)
{
  return line->use == BB_LINE_FREE && line->n_filled > 0;
}

/* What a part says, in one line. */
static void
add_text (GString           *text,
          const BbMatchLine *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", line->text);
}

/* @format: of the number of lines and the excerpt */
static void
tell (BbMatch    *match,
      const char *format,
      GString    *text,
      guint       n,
      guint       line)
{
  g_autofree char *excerpt = bb_match_excerpt (text->str, EXCERPT);

  g_strdelimit (excerpt, "\n\t", ' ');
  bb_match_note (match, "read.page", BB_SEVERITY_HINT, NULL, 0, line, g_strdup_printf (format, n, excerpt));
}

/* ---- above the title ---- */

static void
set_head_apart (BbMatch *match,
                guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < first; i++)
    n += is_open (bb_match_get_line (match, i)) && !bb_page_parts_is_of_table (match, bb_match_get_line (match, i));
  if (n < FEWEST_ABOVE)
    return;
  for (guint i = 0; i < first; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line) || bb_page_parts_is_of_table (match, line))
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
    }
  tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line above the title was left out as part of the page: “%s”",
                            "%u lines above the title were left out as part of the page: “%s”", n), text, n, 0);
}

/* ---- on each page ---- */

static gboolean
stands_above (const BbMatch     *match,
              const BbMatchLine *line,
              guint              first)
{
  for (guint i = 0; i < first; i++)
    {
      const BbMatchLine *above = bb_match_get_line (match, i);

      if (above->use == BB_LINE_FREE && above->cells == NULL && g_str_equal (above->text, line->text))
        return TRUE;
    }
  return FALSE;
}

/* What stands above the title and comes again further down is the head of every page; an office is who signs. */
static void
set_running_heads_apart (BbMatch *match,
                         guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint line_number = 0;
  guint n = 0;

  for (guint i = first; first > 0 && i < match->lines->len; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line) || line->cells != NULL || !bb_page_is_scrap (line) || g_utf8_strlen (line->text, -1) < SHORTEST_HEAD ||
          bb_title_is_office (line->text) || !stands_above (match, line, MIN (first, MOST_ABOVE)))
        continue;
      if (n++ == 0)
        {
          add_text (text, line);
          line_number = line->line;
        }
      line->use = BB_LINE_NOTED;
    }
  if (n > 0)
    tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line that stands above the title, too, was left out as the head of a page: “%s”",
                              "%u lines that stand above the title, too, were left out as heads of pages: “%s”", n), text, n, line_number);
}

/* ---- below the title ---- */

/* Rows of labels and what they say, of which more than one is a page's: 索引号, 发文机关, 成文日期. */
static gboolean
is_metadata (const BbMatch     *match,
             const BbMatchLine *line,
             guint              index)
{
  guint n = 0;

  if (line->cells == NULL || line->n_filled < 2)
    return FALSE;
  for (guint i = index; i > 0 && bb_match_get_line (match, i - 1)->spot.block == line->spot.block; i--)
    n += bb_page_is_lead (bb_match_get_line (match, i - 1));
  for (guint i = index + 1; i < match->lines->len && bb_match_get_line (match, i)->spot.block == line->spot.block; i++)
    n += bb_page_is_lead (bb_match_get_line (match, i));
  return n > 1;
}

static void
set_lead_apart (BbMatch *match,
                guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int intro = bb_form_find_section (match->form, "intro");
  guint n = 0;

  for (guint i = first; i < match->lines->len && bb_match_get_line (match, i)->section == intro; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line) || bb_page_parts_is_of_table (match, line) || (!bb_page_is_lead (line) && !is_metadata (match, line, i)))
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
      n++;
    }
  if (n > 0)
    tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line below the title was left out as part of the page: “%s”",
                              "%u lines below the title were left out as part of the page: “%s”", n), text, n, 0);
}

/* ---- behind the last section ---- */

static guint
get_sheet (const BbMatch *match,
           guint          index)
{
  return g_array_index (match->source->places, BbImportPlace, bb_match_get_line (match, index)->line - 1).table;
}

/* Behind the text: in a workbook the sheets of the tables may follow the one that all headings stand on. */
static guint
find_end (const BbMatch *match,
          guint          first)
{
  guint last = first;
  guint end;

  if (match->source->sheets == NULL)
    return match->lines->len;
  for (guint i = first; i < match->lines->len; i++)
    if (bb_match_get_line (match, i)->use == BB_LINE_HEADING)
      last = i;
  for (end = last; end < match->lines->len && get_sheet (match, end) == get_sheet (match, last); end++)
    ;
  return end;
}

/* Of sheet @sheet, from line @first on. */
typedef struct
{
  guint first;
  guint end;
  gboolean is_of_report;
} Sheet;

/* A sheet with a heading, a row of a table or a sentence is the report's. */
static Sheet
look_at_sheet (const BbMatch *match,
               guint          first)
{
  Sheet sheet = { first, first, FALSE };

  for (; sheet.end < match->lines->len && get_sheet (match, sheet.end) == get_sheet (match, first); sheet.end++)
    {
      const BbMatchLine *line = bb_match_get_line (match, sheet.end);

      sheet.is_of_report = sheet.is_of_report || (line->use != BB_LINE_FREE && line->use != BB_LINE_NOTED) || bb_page_parts_is_of_table (match, line) ||
                           (line->n_filled > 0 && !bb_page_is_scrap (line));
    }
  return sheet;
}

static void
tell_sheet (BbMatch     *match,
            const Sheet *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *excerpt = NULL;
  guint n = 0;

  for (guint i = sheet->first; i < sheet->end; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line))
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
      n++;
    }
  if (n == 0)
    return;
  excerpt = bb_match_excerpt (text->str, EXCERPT);
  g_strdelimit (excerpt, "\n\t", ' ');
  bb_match_note (match, "read.page", BB_SEVERITY_HINT, NULL, 0, bb_match_get_line (match, sheet->first)->line,
                 /* Translators: of a workbook; the last %s is the beginning of what stands on the sheet. */
                 g_strdup_printf (_("The sheet “%s” is no part of the report and was left out: “%s”"),
                                  (const char *) g_ptr_array_index (match->source->sheets, get_sheet (match, sheet->first) - 1), excerpt));
}

/* In a workbook what is left on a sheet of its own would be taken for text of the section before. */
static void
set_sheets_apart (BbMatch *match,
                  guint    first)
{
  guint next;

  for (guint i = first; match->source->sheets != NULL && i < match->lines->len; i = next)
    {
      Sheet sheet = look_at_sheet (match, i);

      next = sheet.end;
      if (!sheet.is_of_report && (i == 0 || get_sheet (match, i - 1) != get_sheet (match, i)))
        tell_sheet (match, &sheet);
    }
}

/* The first line from which on there is nothing but the page. Returns: @end when there is none. */
static guint
find_tail (const BbMatch *match,
           guint          first,
           guint          end)
{
  guint tail = end;

  for (guint i = end; i > first; i--)
    {
      const BbMatchLine *line = bb_match_get_line (match, i - 1);

      /* Another report behind this one, and heads of pages. */
      if (line->use == BB_LINE_NOTED)
        continue;
      if (line->use != BB_LINE_FREE || (line->n_filled > 0 && (!bb_page_is_scrap (line) || bb_page_parts_is_of_table (match, line))))
        return tail;
      if (line->n_filled > 0 && bb_page_is_furniture (line))
        tail = i - 1;
    }
  return tail;
}

static void
set_tail_apart (BbMatch *match,
                guint    first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint end = find_end (match, first);
  guint tail;
  guint n = 0;

  /* Behind another report that was left out there is nothing to look at. */
  while (end > first && bb_match_get_line (match, end - 1)->use == BB_LINE_NOTED)
    end--;
  tail = find_tail (match, first, end);

  for (guint i = tail; i < end; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (!is_open (line))
        continue;
      add_text (text, line);
      line->use = BB_LINE_NOTED;
      n++;
    }
  if (n > 0)
    tell (match, g_dngettext (GETTEXT_PACKAGE, "%u line behind the report was left out as part of the page: “%s”",
                              "%u lines behind the report were left out as part of the page: “%s”", n), text, n,
          bb_match_get_line (match, tail)->line);
}

void
bb_page_parts_set_apart (BbMatch *match,
                         guint    first)
{
  set_running_heads_apart (match, first);
  set_head_apart (match, first);
  set_lead_apart (match, first);
  set_sheets_apart (match, first);
  set_tail_apart (match, first);
}
