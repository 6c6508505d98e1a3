/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-turned.h"

#include "import/bb-match-digits.h"
#include "import/bb-match-parts.h"
#include "import/bb-match-place.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Table 3 on its side has 25 columns of figures and some of heads; what is much larger is no table of the form. */
#define MOST_ROWS 80
#define MOST_PLACES 80

/* One row in so many was found upright. */
#define SHARE_UPRIGHT 4

/* 类别, 情形, 件数: rows above the form's own heads. */
#define MOST_ABOVE 2

static void
turned_line_free (gpointer data)
{
  BbMatchLine *line = data;

  g_ptr_array_unref (line->cells);
  g_array_unref (line->spots);
  g_free (line->text);
  g_free (line);
}

/* The places of the longest of @n lines from @first on. */
static guint
count_places (const BbMatch *match,
              guint          first,
              guint          n)
{
  guint most = 0;

  for (guint i = first; i < first + n; i++)
    {
      guint places = bb_match_get_line (match, i)->cells->len;

      most = MAX (most, places);
    }
  return most;
}

/* Place @place of @n lines from @first on as a line. Its texts belong to the source: values are known by address. */
static BbMatchLine *
turned_line_new (const BbMatch *match,
                 guint          first,
                 guint          n,
                 guint          place)
{
  BbMatchLine *line = g_new0 (BbMatchLine, 1);

  line->line = bb_match_get_line (match, first)->line;
  line->text = g_strdup ("");
  line->section = BB_SECTION_NONE;
  line->cells = g_ptr_array_new ();
  line->spots = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));
  line->spot = (BbImportSpot) { bb_match_get_line (match, first)->spot.block, place, -1 };
  for (guint i = first; i < first + n; i++)
    {
      GPtrArray *cells = bb_match_get_line (match, i)->cells;
      char *cell = place < cells->len ? g_ptr_array_index (cells, place) : (char *) "";
      BbImportSpot spot = bb_match_line_spot (bb_match_get_line (match, i), place);

      g_ptr_array_add (line->cells, cell);
      g_array_append_val (line->spots, spot);
      line->n_filled += *cell != '\0';
    }
  return line;
}

static GPtrArray *
turn (const BbMatch *match,
      guint          first,
      guint          n)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (turned_line_free);
  guint n_places = count_places (match, first, n);

  for (guint i = 0; i < n_places; i++)
    g_ptr_array_add (lines, turned_line_new (match, first, n, i));
  return lines;
}

/* A sheet of a workbook is one grid: what stands in a single place there is a line of text. */
static gboolean
can_go_on (const BbMatchLine *line,
           const BbMatchLine *first)
{
  return line->use == BB_LINE_FREE && line->cells != NULL && line->n_filled > 1 && line->spot.block == first->spot.block;
}

/* Rows of one grid, one after another, that nothing was made of. */
static guint
count_rows (const BbMatch *match,
            guint          first)
{
  guint n = 0;

  while (first + n < match->lines->len && can_go_on (bb_match_get_line (match, first + n), bb_match_get_line (match, first)))
    n++;
  return n;
}

static gboolean
has_figure (const BbMatchRow *row)
{
  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    if (bb_number_read (g_ptr_array_index (row->cells, i), NULL).form == BB_NUMBER_PLAIN)
      return TRUE;
  return FALSE;
}

static guint
count_figures (const BbMatchTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    n += has_figure (bb_match_table_get_row (table, i));
  return n;
}

/* 总计 and 其他 are rows and columns: as found upright, a table on its side has a row or two of them. */
static gboolean
is_upright (const BbMatchTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->table->n_blocks; i++)
    n += table->table->blocks[i].n_row_leaves;
  return SHARE_UPRIGHT * count_figures (table) >= n;
}

/*
 * A row that was torn before it was turned has a blank, or its last value stands below the table: each figure would be another
 * column's then. So all places are filled, and what is a sum adds up.
 */
static gboolean
is_whole (const BbMatchTable *table,
          const BbMatchRow   *row,
          const BbBlock      *block)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  int difference = 0;

  if (items->len == 0)
    return TRUE;
  for (guint i = 0; i < items->len; i++)
    if (*(const char *) g_ptr_array_index (items, i) == '\0')
      return FALSE;
  if (items->len != block->n_column_leaves)
    return FALSE;
  return !bb_match_ends_with_sum (table, block) || !bb_match_compare_with_sum (items, &difference) || difference == 0;
}

/* Turned by mistake, something would stand under other heads, or under none. */
static gboolean
is_sure (const BbMatchTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);
      const BbBlock *block = row->label != NULL ? row->label->block : &table->table->blocks[0];

      if (row->is_guessed || (row->label != NULL && !row->label->is_own) || bb_match_trust (table, block) != BB_TRUST_PLACES ||
          !is_whole (table, row, block))
        return FALSE;
    }
  /* Of two years side by side nobody could tell which is this one's. */
  return !table->has_strange_heads && (table->table->n_label_columns > 0 || table->rows->len == 1);
}

static gboolean
read_turned (BbMatchTable *turned,
             guint         first,
             guint         n)
{
  BbMatch *match = turned->match;
  g_autoptr (GPtrArray) lines = turn (match, first, n);
  GPtrArray *upright = match->lines;

  match->lines = lines;
  bb_match_table_walk (turned, BB_SECTION_NONE);
  bb_match_parts_join (turned);
  match->lines = upright;
  return is_sure (turned);
}

static void
tell (BbMatchTable *table,
      guint         line)
{
  const char *number = table->table->id + strcspn (table->table->id, "0123456789");
  g_autofree guint *cells = g_new (guint, table->match->form->n_cells);
  guint n = 0;

  for (guint i = 0; i < table->match->form->n_cells; i++)
    if (table->match->form->cells[i].table == table->table->index)
      cells[n++] = i;
  bb_match_note (table->match, "read.turned-table", BB_SEVERITY_WARNING, cells, n, line,
                 g_strdup_printf (_("Table %s stands on its side here; it was read with rows and columns exchanged"), number));
}

/* Its lines are free, as long as @table is read from elsewhere. */
static void
set_use (BbMatchTable *table,
         BbLineUse     use)
{
  for (guint i = 0; i < table->marked->len; i++)
    bb_match_get_line (table->match, g_array_index (table->marked, guint, i))->use = use;
}

/* @above: lines in front of the table that belong to it, and to nothing of the form. */
static void
take_over (BbMatchTable *table,
           BbMatchTable *turned,
           guint         first,
           guint         above,
           guint         n)
{
  BbMatch *match = table->match;

  for (guint i = first; i < first + n; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      line->use = i < first + above ? BB_LINE_NOTED : BB_LINE_TABLE;
      if (i < first + above)
        bb_match_note_unmatched (match, line, line->text);
    }
  tell (table, bb_match_get_line (match, first + above)->line);
  bb_match_table_swap (table, turned);
}

/* A figure alone right below: the last of a row that was too long. */
static gboolean
has_figure_below (const BbMatch *match,
                  guint          next)
{
  const BbMatchLine *line = next < match->lines->len ? bb_match_get_line (match, next) : NULL;

  if (line == NULL || line->cells == NULL || line->spot.block != bb_match_get_line (match, next - 1)->spot.block)
    return FALSE;
  for (guint i = 0; i < line->cells->len; i++)
    {
      BbNumberForm form = bb_number_read (g_ptr_array_index (line->cells, i), NULL).form;

      if (form != BB_NUMBER_BLANK && form != BB_NUMBER_TEXT)
        return TRUE;
    }
  return FALSE;
}

/* The table in @n rows from @first on, or below the first of them. */
static gboolean
find_turned (BbMatchTable *table,
             guint         first,
             guint         n)
{
  BbMatch *match = table->match;
  gboolean found = FALSE;

  if (n < 2 || n > MOST_ROWS || count_places (match, first, n) > MOST_PLACES || has_figure_below (match, first + n))
    return FALSE;
  for (guint above = 0; !found && above <= MOST_ABOVE && above + 1 < n; above++)
    {
      g_autoptr (BbMatchTable) turned = bb_match_table_new (match, table->table);

      turned->is_turned = TRUE;
      found = read_turned (turned, first + above, n - above) && count_figures (turned) > count_figures (table);
      if (found)
        take_over (table, turned, first, above, n);
    }
  return found;
}

gboolean
bb_match_turned_read (BbMatchTable *table)
{
  BbMatch *match = table->match;
  gboolean found = FALSE;
  guint n;

  if (is_upright (table))
    return FALSE;
  set_use (table, BB_LINE_FREE);
  for (guint i = 0; i < match->lines->len && !found && !g_cancellable_is_cancelled (match->cancellable); i += n > 0 ? n : 1)
    {
      n = count_rows (match, i);
      found = find_turned (table, i, n);
    }
  if (!found)
    set_use (table, BB_LINE_TABLE);
  return found;
}

/* ---- a part of a table on its side ---- */

/* 自然人 in front of figures: the name of a column, and of no row. */
static gboolean
is_turned_line (const BbMatchTable *table,
                const BbMatchLine  *line)
{
  BbLabels *labels = table->match->labels;
  const char *id = table->table->id;
  gboolean has_name = FALSE;
  guint n_figures = 0;

  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);

      has_name = has_name || (*cell != '\0' && n_figures == 0 && bb_labels_find (labels, id, BB_LABEL_COLUMN, cell) != NULL &&
                              bb_labels_find_row (labels, id, cell, 0) == NULL);
      n_figures += bb_number_read (cell, NULL).form == BB_NUMBER_PLAIN;
    }
  return has_name && n_figures > 0;
}

/* @block: a grid of the source */
static gboolean
has_turned_lines (const BbMatchTable *table,
                  guint               block)
{
  for (guint i = 0; i < table->match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (table->match, i);

      if (line->spot.block == block && is_turned_line (table, line))
        return TRUE;
    }
  return FALSE;
}

void
bb_match_turned_doubt (BbMatchTable *table)
{
  for (guint i = 0; table->table->n_label_columns > 0 && i < table->rows->len; i++)
    {
      BbMatchRow *row = g_ptr_array_index (table->rows, i);
      const char *label = row->label_place >= 0 ? g_ptr_array_index (row->cells, (guint) row->label_place) : "";

      if (row->spots->len > 0 && bb_labels_is_head (table->match->labels, table->table->id, label) &&
          has_turned_lines (table, g_array_index (row->spots, BbImportSpot, 0).block))
        row->is_doubtful = TRUE;
    }
}
