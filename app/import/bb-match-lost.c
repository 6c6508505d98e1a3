/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-lost.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 60

/* Fewer figures at the end of a paragraph are a sentence's. */
#define FEWEST_FIGURES 3

/* In bytes; a longer paragraph is text. */
#define LONGEST_ROW 600

/* Of a table; more rows are only counted. */
#define MOST_ROWS_NAMED 3

/* ---- cells ---- */

static void
list_note (BbMatch  *match,
           BbNote   *note,
           gboolean *noted)
{
  for (const char *const *id = bb_note_get_cells (note); *id != NULL; id++)
    {
      int cell = bb_form_find_cell (match->form, *id);

      if (cell >= 0)
        noted[cell] = TRUE;
    }
}

/* The cells of @table in @state that no note is about, but for those of loose rows, which settling tells. */
static GArray *
list_cells (const BbMatchTable *table,
            BbState             state,
            const gboolean     *noted)
{
  const BbForm *form = table->match->form;
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].table == table->table->index && !noted[i] &&
        bb_field_get_state (bb_report_get_cell (table->match->report, i)) == state)
      g_array_append_val (cells, i);
  return cells;
}

static gboolean *
list_noted (BbMatch *match)
{
  gboolean *noted = g_new0 (gboolean, match->form->n_cells);

  for (guint i = 0; i < match->notes->len; i++)
    list_note (match, g_ptr_array_index (match->notes, i), noted);
  for (guint i = 0; i < match->rows->len; i++)
    {
      const BbLooseRow *row = g_ptr_array_index (match->rows, i);

      for (guint c = 0; c < row->n_cells; c++)
        noted[row->cells[c]] = TRUE;
    }
  return noted;
}

/* ---- figures that nothing was made of ---- */

static gboolean
is_figure (const char *text)
{
  BbNumber number = bb_number_read (text, NULL);

  return number.form != BB_NUMBER_BLANK && number.form != BB_NUMBER_TEXT && number.form != BB_NUMBER_WORD;
}

/* A paragraph that ends with a row of figures, whatever stands before them. */
static gboolean
ends_with_figures (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      n = is_figure (words[i]) ? n + 1 : 0;
  return n >= FEWEST_FIGURES;
}

/* A row with a figure in it, or a paragraph of nothing else. */
static gboolean
has_figures (const BbMatchLine *line)
{
  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    if (is_figure (g_ptr_array_index (line->cells, i)))
      return TRUE;
  if (line->cells != NULL || *line->text == '\0' || strlen (line->text) > LONGEST_ROW)
    return FALSE;
  return is_figure (line->text) || line->text[strspn (line->text, "0123456789 ,.")] == '\0' || ends_with_figures (line->text);
}

static gboolean
is_beside (const BbMatchTable *table,
           const BbMatchLine  *line)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GArray *spots = bb_match_table_get_row (table, i)->spots;

      if (spots->len > 0 && g_array_index (spots, BbImportSpot, 0).block == line->spot.block)
        return TRUE;
    }
  return line->section == (int) table->table->section;
}

/* Beside @table: in its section or in a grid with rows of it; when no row of it was found, anywhere. */
static const BbMatchLine *
find_left_over (const BbMatchTable *table)
{
  BbMatch *match = table->match;
  const BbMatchLine *elsewhere = NULL;

  for (guint i = 0; i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (line->use != BB_LINE_FREE || !has_figures (line))
        continue;
      if (is_beside (table, line))
        return line;
      if (elsewhere == NULL && line->cells != NULL)
        elsewhere = line;
    }
  return table->rows->len == 0 ? elsewhere : NULL;
}

/* ---- telling ---- */

static const char *
number_of (const BbMatchTable *table)
{
  return table->table->id + strcspn (table->table->id, "0123456789");
}

static void
tell (const BbMatchTable *table,
      const GArray       *cells,
      guint               line,
      char               *message)
{
  bb_match_note (table->match, "read.lost", BB_SEVERITY_WARNING, (const guint *) (const void *) cells->data, cells->len, line, message);
}

/* Where the table should stand. Returns: 0 when its section is not there either. */
static guint
find_heading (const BbMatchTable *table)
{
  for (guint i = 0; i < table->match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (table->match, i);

      if (line->use == BB_LINE_HEADING && line->section == (int) table->table->section)
        return line->line;
    }
  return 0;
}

static void
tell_table (const BbMatchTable *table,
            const GArray       *cells)
{
  const BbMatchLine *left_over = find_left_over (table);
  g_autofree char *excerpt = left_over != NULL ? bb_match_excerpt (left_over->text, EXCERPT) : NULL;

  if (left_over == NULL)
    tell (table, cells, find_heading (table), g_strdup_printf (_("Table %s was not found"), number_of (table)));
  else
    tell (table, cells, left_over->line,
          g_strdup_printf (_("Table %s was not found; nothing was made of the figures here: “%s”"), number_of (table), excerpt));
}

/* The first rows by name, and how many there are. */
static char *
name_rows (const BbMatchTable *table,
           const GArray       *cells,
           guint              *n)
{
  GString *names = g_string_new (NULL);
  const char *last = NULL;

  *n = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      const BbCell *cell = &table->match->form->cells[g_array_index (cells, guint, i)];
      const BbBlock *block = &table->table->blocks[cell->block];
      const char *title = block->rows[block->row_leaves[cell->row]].title;

      if (title == last)
        continue;
      last = title;
      if ((*n)++ < MOST_ROWS_NAMED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", title);
    }
  if (*n > MOST_ROWS_NAMED)
    g_string_append (names, "…");
  return g_string_free (names, FALSE);
}

static void
tell_rows (const BbMatchTable *table,
           const GArray       *cells)
{
  const BbMatchLine *left_over = find_left_over (table);
  guint line = left_over != NULL ? left_over->line : bb_match_table_get_row (table, 0)->line;
  guint n;
  g_autofree char *names = name_rows (table, cells, &n);

  tell (table, cells, line,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row of table %s is not complete here, or was not found: %s",
                                      "%u rows of table %s are not complete here, or were not found: %s", n), n, number_of (table), names));
}

static void
tell_blanks (const BbMatchTable *table,
             const GArray       *cells)
{
  const BbMatchLine *left_over = find_left_over (table);
  g_autofree char *excerpt = left_over != NULL ? bb_match_excerpt (left_over->text, EXCERPT) : NULL;

  if (left_over != NULL)
    tell (table, cells, left_over->line,
          g_strdup_printf (_("Cells of table %s are blank; nothing was made of the figures here: “%s”"), number_of (table), excerpt));
}

void
bb_match_lost_tell (BbMatch         *match,
                    const GPtrArray *tables)
{
  g_autofree gboolean *noted = list_noted (match);

  for (guint i = 0; i < tables->len; i++)
    {
      const BbMatchTable *table = g_ptr_array_index (tables, i);
      g_autoptr (GArray) missing = list_cells (table, BB_STATE_MISSING, noted);
      g_autoptr (GArray) blank = list_cells (table, BB_STATE_BLANK, noted);

      if (missing->len > 0 && table->rows->len == 0)
        tell_table (table, missing);
      else if (missing->len > 0)
        tell_rows (table, missing);
      if (blank->len > 0)
        tell_blanks (table, blank);
    }
}
