/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-other-tables.h"

#include "import/bb-year.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The line above a table: no sentence. */
#define LONGEST_CAPTION 40
#define EXCERPT 60

/* Fewer rows or heads of the form may be a table of the office's own. */
#define FEWEST_ROWS 4

/* Of table 4: the heads of its groups and of their columns. */
#define FEWEST_HEADS 2

/* Values in a row without label. */
#define FEWEST_VALUES 5

/* Of other years; a report has one or two, and each is compared with all tables. */
#define MOST_OTHERS 20

/* Lines of places without a paragraph between them, or one table: from @first up to @end. @caption: the line above, or -1. */
typedef struct
{
  guint first;
  guint end;
  int caption;
} Run;

static gboolean
is_caption (const BbMatchLine *line)
{
  return line->use == BB_LINE_FREE && line->cells == NULL && strstr (line->text, "。") == NULL &&
         g_utf8_strlen (line->text, -1) <= LONGEST_CAPTION;
}

static int
find_caption (const BbMatch *match,
              guint          first)
{
  guint i = first;

  while (i > 0 && bb_match_get_line (match, i - 1)->n_filled == 0)
    i--;
  return i > 0 && is_caption (bb_match_get_line (match, i - 1)) ? (int) i - 1 : -1;
}

/* @single: one table, no more. Returns: %FALSE when there is none from @start on. */
static gboolean
find_run (const BbMatch *match,
          guint          start,
          gboolean       single,
          Run           *run)
{
  guint i = start;

  while (i < match->lines->len && (bb_match_get_line (match, i)->cells == NULL || bb_match_get_line (match, i)->use != BB_LINE_FREE))
    i++;
  run->first = i;
  for (run->end = i; i < match->lines->len && bb_match_get_line (match, i)->use == BB_LINE_FREE; i++)
    if (single && bb_match_get_line (match, i)->spot.block != bb_match_get_line (match, run->first)->spot.block)
      break;
    else if (bb_match_get_line (match, i)->cells != NULL)
      run->end = i + 1;
    else if (bb_match_get_line (match, i)->n_filled > 0)
      break;
  run->caption = run->end > run->first ? find_caption (match, run->first) : -1;
  return run->end > run->first;
}

/* ---- what a run is made of ---- */

/* Rows of @table with values, or, of a table whose row has no label, lines of heads over a row of values. */
static guint
count_rows (const BbMatch *match,
            const Run     *run,
            const BbTable *table)
{
  guint n_rows = 0;
  guint n_heads = 0;
  guint most_values = 0;

  for (guint i = run->first; i < run->end; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);
      guint n_values = 0;
      gboolean is_row = FALSE;
      gboolean is_head = FALSE;

      for (guint c = 0; line->cells != NULL && c < line->cells->len; c++)
        {
          const char *cell = g_ptr_array_index (line->cells, c);
          BbNumberForm form = bb_number_read (cell, NULL).form;

          n_values += form != BB_NUMBER_TEXT && form != BB_NUMBER_BLANK;
          is_row = is_row || (form == BB_NUMBER_TEXT && bb_labels_find_row (match->labels, table->id, cell, 0) != NULL);
          is_head = is_head || (form == BB_NUMBER_TEXT && bb_labels_is_head (match->labels, table->id, cell));
        }
      n_rows += is_row && n_values > 0;
      n_heads += is_head && n_values == 0;
      most_values = MAX (most_values, n_values);
    }
  if (table->n_label_columns > 0)
    return n_rows >= FEWEST_ROWS ? n_rows : 0;
  return n_heads >= FEWEST_HEADS && most_values >= FEWEST_VALUES ? n_heads : 0;
}

/* Returns: (nullable): the table of the form that @run looks like. @n: (out): how many of its rows. */
static const BbTable *
find_table (const BbMatch *match,
            const Run     *run,
            guint         *n)
{
  const BbTable *found = NULL;

  *n = 0;
  for (guint i = 0; i < match->form->n_tables; i++)
    {
      guint rows = count_rows (match, run, &match->form->tables[i]);

      if (rows <= *n)
        continue;
      *n = rows;
      found = &match->form->tables[i];
    }
  return found;
}

static void
leave_out (BbMatch       *match,
           const Run     *run,
           const BbTable *table,
           const char    *named,
           const char    *unnamed)
{
  const BbMatchLine *caption = run->caption >= 0 ? bb_match_get_line (match, (guint) run->caption) : NULL;
  guint line = bb_match_get_line (match, run->first)->line;
  const char *title = match->form->sections[table->section].title;

  for (guint i = caption != NULL ? (guint) run->caption : run->first; i < run->end; i++)
    bb_match_get_line (match, i)->use = BB_LINE_NOTED;
  if (caption != NULL)
    {
      g_autofree char *excerpt = bb_match_excerpt (caption->text, EXCERPT);

      bb_match_note (match, "read.other-table", BB_SEVERITY_WARNING, NULL, 0, caption->line, g_strdup_printf (named, title, excerpt));
    }
  else
    bb_match_note (match, "read.other-table", BB_SEVERITY_WARNING, NULL, 0, line, g_strdup_printf (unnamed, title));
}

/* ---- another year's ---- */

/* 2022年办理情况（对比）：, 上年度情况, and nothing of this year. */
static gboolean
names_other_year (const BbMatch *match,
                  const Run     *run)
{
  static const char *const words[] = { "上年度", "上一年度", "去年" };
  const char *p = run->caption >= 0 ? bb_match_get_line (match, (guint) run->caption)->text : "";
  gboolean names_other = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    names_other = names_other || strstr (p, words[i]) != NULL;
  if (strstr (p, "本年") != NULL || strstr (p, "今年") != NULL || match->year == 0)
    return FALSE;
  for (int year = bb_year_find (p, NULL, &p); year != 0; year = bb_year_find (p, NULL, &p))
    {
      if (year == match->year)
        return FALSE;
      names_other = TRUE;
    }
  return names_other;
}

/* Whether a table like this stands elsewhere, not under another year, so that this one is not all there is. */
static gboolean
has_own (const BbMatch *match,
         const Run     *other,
         const BbTable *table,
         guint          n)
{
  Run run;

  for (guint i = 0; find_run (match, i, FALSE, &run); i = run.end)
    if (run.first != other->first && !names_other_year (match, &run) &&
        bb_match_get_line (match, run.first)->section == (int) table->section && 2 * count_rows (match, &run, table) >= n)
      return TRUE;
  return FALSE;
}

void
bb_other_tables_set_apart (BbMatch *match)
{
  guint n_others = 0;
  Run run;

  for (guint i = 0; find_run (match, i, FALSE, &run) && n_others < MOST_OTHERS; i = run.end)
    {
      guint n = 0;
      const BbTable *table = names_other_year (match, &run) ? find_table (match, &run, &n) : NULL;

      n_others += table != NULL;
      if (table != NULL && has_own (match, &run, table, n))
        leave_out (match, &run, table,
                   /* Translators: the first %s is the title of a section, the second the line above the table. */
                   _("A table like that of “%s” is of another year and was left out: “%s”"),
                   _("A table like that of “%s” is of another year and was left out"));
    }
}

/* ---- in the text of another section ---- */

static guint
count_found (const GPtrArray *tables,
             const BbTable   *table)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const BbMatchTable *found = g_ptr_array_index (tables, i);

      if (found->table == table)
        return found->rows->len;
    }
  return 0;
}

void
bb_other_tables_leave_out (BbMatch         *match,
                           const GPtrArray *tables)
{
  Run run;

  for (guint i = 0; find_run (match, i, TRUE, &run); i = run.end)
    {
      guint n = 0;
      const BbTable *table = find_table (match, &run, &n);
      guint found = table != NULL ? count_found (tables, table) : 0;

      if (table == NULL || bb_match_get_line (match, run.first)->section == (int) table->section)
        continue;
      if (table->n_label_columns > 0 ? found >= n : found > 0)
        leave_out (match, &run, table, _("Another table like that of “%s” stands in the text and was left out: “%s”"),
                   _("Another table like that of “%s” stands in the text and was left out"));
    }
}
