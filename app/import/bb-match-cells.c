/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-cells.h"

#include "import/bb-match-broken.h"
#include "import/bb-match-head.h"
#include "import/bb-match-marks.h"
#include "import/bb-match-merged.h"
#include "import/bb-match-mixed.h"
#include "util/bb-unit.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 60

guint *
bb_match_cells_of (const BbBlock *block,
                   guint          row)
{
  guint *cells = g_new (guint, block->n_column_leaves);

  for (guint i = 0; i < block->n_column_leaves; i++)
    cells[i] = block->first_cell + row * block->n_column_leaves + i;
  return cells;
}

void
bb_match_cells_put (BbMatch    *match,
                    guint       cell,
                    const char *text,
                    BbOrigin    origin,
                    const char *source,
                    const char *unit)
{
  BbContent content = { (char *) text, origin, FALSE, (char *) source, (char *) unit };

  bb_report_edit_content (match->report, bb_report_get_cell (match->report, cell), &content);
}

static void
put_missing (BbMatch *match,
             guint    cell)
{
  BbContent content = { (char *) "", BB_ORIGIN_READ, TRUE, NULL, NULL };

  bb_report_edit_content (match->report, bb_report_get_cell (match->report, cell), &content);
}

char *
bb_match_cells_source (const BbMatchTable *table,
                       const BbMatchRow   *row)
{
  g_autofree char *place = bb_import_source_place (table->match->source, row->line);
  g_autofree char *excerpt = bb_match_row_excerpt (row);

  const char *number = table->table->id + strcspn (table->table->id, "0123456789");

  if (*excerpt == '\0')
    /* Translators: "table 3, line 41": a row in which nothing stood */
    return g_strdup_printf (_("table %s, %s"), number, place);
  /* Translators: "table 3, line 41: 3 0 0 0 0 0 3" */
  return g_strdup_printf (_("table %s, %s: %s"), number, place, excerpt);
}

/* ---- marks of footnotes ---- */

/* Returns: (transfer full): the figure in @text; a mark that was behind it is told. */
static char *
take_figure (BbMatch          *match,
             const guint      *cells,
             guint             n_cells,
             const char       *text,
             const BbMatchRow *row)
{
  g_autofree char *figure = bb_match_marks_cut (text);

  if (!g_str_equal (figure, text))
    bb_match_note (match, "read.mark", BB_SEVERITY_WARNING, cells, n_cells, row->line,
                   g_strdup_printf (_("“%s” is %s with the mark of a footnote, which was left out"), text, figure));
  return g_steal_pointer (&figure);
}

/* ---- units in heads ---- */

/*
 * A head may state a unit. Where the form has none it is recorded with the number; where the form has another one (元 over
 * 万元) the number is no number of this cell: its unit is written behind it, and the check offers to convert it.
 */
static void
put_value (BbMatch          *match,
           guint             index,
           const char       *found,
           const char       *head,
           const BbMatchRow *row,
           const char       *source)
{
  g_autofree char *text = take_figure (match, &index, 1, found, row);
  const BbCell *cell = &match->form->cells[index];
  BbNumber number = bb_number_read (text, cell->unit);
  g_autofree char *unit = head != NULL && cell->kind == BB_KIND_AMOUNT && number.form == BB_NUMBER_PLAIN ? bb_head_unit (head) : NULL;

  if (unit == NULL || bb_decimal_sign (number.value) == 0 || (cell->unit != NULL && bb_unit_matches (unit, cell->unit)))
    bb_match_cells_put (match, index, text, BB_ORIGIN_READ, source, unit != NULL && cell->unit == NULL ? unit : NULL);
  else if (cell->unit == NULL)
    bb_match_cells_put (match, index, text, BB_ORIGIN_READ, source, unit);
  else
    {
      g_autofree char *marked = g_strconcat (text, unit, NULL);

      bb_match_cells_put (match, index, marked, BB_ORIGIN_READ, source, NULL);
      bb_match_note (match, "read.unit", BB_SEVERITY_WARNING, &index, 1, row->line,
                     g_strdup_printf (_("The head of the column says %s; the form counts in %s"), unit, cell->unit));
    }
}

/* ---- loose rows ---- */

static void
add_loose (const BbMatchTable *table,
           const BbMatchRow   *row,
           const guint        *cells,
           const BbPlacedRow  *placed,
           const char         *source)
{
  GPtrArray *items = placed->items;
  guint n_cells = placed->n_columns;
  BbLooseRow *loose = g_new0 (BbLooseRow, 1);

  loose->cells = g_memdup2 (cells, n_cells * sizeof *cells);
  loose->n_cells = n_cells;
  loose->items = g_new0 (char *, items->len + 1);
  loose->n_items = items->len;
  for (guint i = 0; i < items->len; i++)
    loose->items[i] = take_figure (table->match, cells, n_cells, g_ptr_array_index (items, i), row);
  loose->place = bb_import_source_place (table->match->source, row->line);
  loose->source = g_strdup (source);
  g_ptr_array_add (table->match->rows, loose);
}

/* ---- where they stood ---- */

/* Values are known by address: they are the texts of the row's own places. A merged place is many. */
static int
find_place (const BbMatchRow *row,
            const char       *value)
{
  for (guint i = 0; value != bb_import_covered && i < row->cells->len; i++)
    if (g_ptr_array_index (row->cells, i) == value)
      return (int) i;
  return -1;
}

static void
keep_loose_spots (BbMatch           *match,
                  const BbMatchRow  *row,
                  const guint       *cells,
                  const BbPlacedRow *placed)
{
  GPtrArray *items = placed->items;
  BbLooseSpots *loose = bb_match_spots_add_loose (match->spots, cells, placed->n_columns, items->len);

  for (guint i = 0; i < items->len; i++)
    {
      loose->items[i] = g_strdup (g_ptr_array_index (items, i));
      loose->spots[i] = g_array_index (row->spots, BbImportSpot, find_place (row, g_ptr_array_index (items, i)));
    }
}

void
bb_match_cells_keep_row (BbMatch          *match,
                         const BbMatchRow *row,
                         const guint      *cells,
                         guint             n_cells)
{
  for (guint i = 0; row->spots->len > 0 && i < n_cells; i++)
    {
      BbImportSpot *spot = bb_match_spots_get (match->spots, cells[i]);

      if (spot->block != BB_SPOT_NONE)
        continue;
      *spot = g_array_index (row->spots, BbImportSpot, 0);
      spot->column = -1;
    }
}

static void
keep_spots (BbMatch           *match,
            const BbMatchRow  *row,
            const guint       *cells,
            const BbPlacedRow *placed)
{
  bb_match_cells_keep_row (match, row, cells, placed->n_columns);
  for (guint i = 0; i < placed->n_columns; i++)
    {
      int place = placed->values[i] != NULL ? find_place (row, placed->values[i]) : -1;

      if (place >= 0)
        *bb_match_spots_get (match->spots, cells[i]) = g_array_index (row->spots, BbImportSpot, place);
    }
  if (placed->placing == BB_PLACED_LOOSE)
    keep_loose_spots (match, row, cells, placed);
}

/* ---- rows ---- */

static void
note_unplaced (const BbMatchTable *table,
               const BbMatchRow   *row,
               const guint        *cells,
               guint               n_cells,
               gboolean            mixed)
{
  g_autofree char *excerpt = bb_match_row_excerpt (row);

  const char *format = row->is_other_year ? _("These figures are said to be another year's; none was taken: %s")
                       : mixed ? _("The columns over these values are not those of the form; none was taken: %s")
                       : _("The columns of these values can't be told; none was taken: %s");

  bb_match_note (table->match, mixed ? "form.mixed" : "read.unplaced-row", BB_SEVERITY_WARNING, cells, n_cells, row->line,
                 g_strdup_printf (format, excerpt));
}

static void
note_row (const BbMatchTable *table,
          const BbMatchRow   *row,
          const guint        *cells,
          const BbPlacedRow  *placed)
{
  const char *label = row->label_place >= 0 ? g_ptr_array_index (row->cells, (guint) row->label_place) : "";

  if (row->is_guessed)
    bb_match_note (table->match, "read.label", BB_SEVERITY_WARNING, cells, placed->n_columns, row->line,
                   g_strdup_printf (_("“%s” was taken for “%s”"), label, bb_label_title (row->label)));
  if (placed->left_over != NULL)
    bb_match_note (table->match, "form.mixed", BB_SEVERITY_WARNING, cells, placed->n_columns, row->line,
                   g_strdup_printf (_("The form of %s has no column for: %s"), table->match->form->id, placed->left_over));
}

static gboolean
has_digits (const char *text)
{
  static const char numerals[] = "〇零一二三四五六七八九十百千万两⁰¹²³⁴⁵⁶⁷⁸⁹";

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)) || g_utf8_strchr (numerals, -1, g_utf8_get_char (p)) != NULL)
      return TRUE;
  return FALSE;
}

/* Figures in no writing of a number are kept as words: 98 and 339 on two lines, 十二. */
static void
note_words (const BbMatchTable *table,
            const BbMatchRow   *row,
            const guint        *cells,
            const BbPlacedRow  *placed)
{
  g_autofree guint *own = g_new (guint, placed->n_columns);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *excerpt = NULL;
  guint n = 0;

  for (guint i = 0; i < placed->n_columns; i++)
    {
      const char *text = placed->values[i] != NULL ? placed->values[i] : "";

      if (bb_number_read (text, NULL).form != BB_NUMBER_TEXT || !has_digits (text) || bb_match_marks_is_marked (text))
        continue;
      own[n++] = cells[i];
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
    }
  g_strdelimit (words->str, "\n", ' ');
  excerpt = bb_match_excerpt (words->str, EXCERPT);
  if (n > 0)
    bb_match_note (table->match, "read.words", BB_SEVERITY_WARNING, own, n, row->line,
                   g_strdup_printf (_("No number that can be read without doubt; the text was kept: %s"), excerpt));
}

static void
fill_row (const BbMatchTable *table,
          const BbMatchRow   *row,
          const BbBlock      *block,
          guint               leaf,
          BbTrust             trust)
{
  g_autofree guint *cells = bb_match_cells_of (block, leaf);
  g_autofree char *source = bb_match_cells_source (table, row);
  g_auto (BbPlacedRow) placed = { 0 };

  bb_match_place_row (table, row, block, trust, &placed);
  bb_match_merged_open (table, row, block, cells, &placed);
  for (guint i = 0; i < placed.n_columns; i++)
    if (placed.values[i] == NULL)
      put_missing (table->match, cells[i]);
    else
      put_value (table->match, cells[i], placed.values[i], placed.heads[i], row, source);
  keep_spots (table->match, row, cells, &placed);
  note_row (table, row, cells, &placed);
  note_words (table, row, cells, &placed);
  bb_match_broken_note (table, row, cells, &placed);
  if (placed.placing == BB_PLACED_LOOSE)
    add_loose (table, row, cells, &placed, source);
  else if (placed.placing == BB_PLACED_NOT)
    note_unplaced (table, row, cells, placed.n_columns, bb_head_fit (table, row->head, block)->n_stray > 0);
}

static gboolean
is_row_of (const BbMatchRow *row,
           const BbBlock    *block,
           guint             leaf)
{
  if (row->label == NULL)
    return leaf == 0;
  return row->label->is_own && row->label->block == block && row->label->kind == BB_LABEL_ROW && bb_label_leaf (row->label) == leaf;
}

/* A row that stands twice, with something else in it: the first is kept, the other one is told. */
static void
note_repeated (const BbMatchTable *table,
               const BbMatchRow   *first,
               const BbMatchRow   *row,
               const guint        *cells,
               guint               n_cells)
{
  g_autofree char *kept = bb_match_row_excerpt (first);
  g_autofree char *other = bb_match_row_excerpt (row);
  g_autofree char *place = bb_import_source_place (table->match->source, first->line);

  if (*other != '\0' && !g_str_equal (kept, other))
    bb_match_note (table->match, "read.repeated-row", BB_SEVERITY_WARNING, cells, n_cells, row->line,
                   g_strdup_printf (_("This row stands twice; %s was taken, not: %s"), place, other));
}

/* How many rows belong to the same printing of the table: figures of other years beside it are fewer, or come later. */
static guint
count_copy (const BbMatchTable *table,
            const BbMatchRow   *row)
{
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    n += bb_match_table_get_row (table, i)->copy == row->copy;
  return n;
}

static guint
count_leaves (const BbTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_blocks; i++)
    n += table->blocks[i].n_row_leaves;
  return n;
}

/* A label alone in a grid whose blank places are not in the file; a title, when the row itself comes too. */
static gboolean
is_blank_row (const BbMatchTable *table,
              const BbMatchRow   *row)
{
  for (guint i = 0; row->has_places && i < table->rows->len; i++)
    {
      const BbMatchRow *other = bb_match_table_get_row (table, i);
      g_autoptr (GPtrArray) items = bb_match_row_items (other);

      if (items->len > 0 && other->copy == row->copy && other->label == row->label)
        return FALSE;
    }
  return row->has_places;
}

/*
 * How well a row fits that stands twice: one with values before a blank one, which was a title; one with values for most of the
 * columns before another; then the one with more rows of its printing around it.
 */
static guint
rate_row (const BbMatchTable *table,
          const BbBlock      *block,
          const BbMatchRow   *row)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  gboolean has_blanks = row->cells->len > (guint) (row->label_place + 1);
  guint whole = (count_leaves (table->table) + 1) / 2;
  guint size = count_copy (table, row);
  gboolean is_full;

  if (row->is_other_year)
    return 0;
  /* Among all the rows of a printing a blank one is a blank one. */
  if (items->len == 0 && ((!has_blanks && !is_blank_row (table, row)) || 2 * size <= block->n_row_leaves))
    return 0;
  /* Of two whole printings the first, also when a row of it is torn or nearly blank; of a place in a grid and a line, the grid. */
  is_full = size >= whole || items->len == 0 || 2 * items->len >= block->n_column_leaves;
  return 1 + 2 * (MIN (size, whole) + (is_full ? table->rows->len : 0)) + (row->has_places ? 1 : 0);
}

/* More rows of one label are no report's. */
#define MOST_COMPARED 16

/* The best row, the first of them when several are. */
static const BbMatchRow *
choose_row (const BbMatchTable *table,
            const BbBlock      *block,
            guint               leaf)
{
  const BbMatchRow *chosen = NULL;
  const BbMatchRow *first = NULL;
  guint n = 0;
  guint best = 0;

  for (guint i = 0; i < table->rows->len; i++)
    if (is_row_of (bb_match_table_get_row (table, i), block, leaf))
      {
        first = first != NULL ? first : bb_match_table_get_row (table, i);
        n++;
      }
  for (guint i = 0; n > 1 && n <= MOST_COMPARED && i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);
      guint rating = is_row_of (row, block, leaf) ? rate_row (table, block, row) : 0;

      if (rating > best)
        chosen = row;
      best = MAX (best, rating);
    }
  return chosen != NULL ? chosen : first;
}

/* The heads are there, and what stands below them was no row: figures may be lost. */
static void
note_no_values (const BbMatchTable *table,
                const guint        *cells,
                guint               n_cells)
{
  const BbMatchHead *head = g_ptr_array_index (table->heads, 0);
  guint line = head->cells->len > 0 ? g_array_index (head->cells, BbHeadCell, 0).line : 0;

  bb_match_note (table->match, "read.unplaced-row", BB_SEVERITY_WARNING, cells, n_cells, line,
                 g_strdup (_("The heads of this table are here, but no row with values was found")));
}

static void
fill_leaf (const BbMatchTable *table,
           const BbBlock      *block,
           guint               leaf,
           BbTrust             trust)
{
  const BbMatchRow *chosen = choose_row (table, block, leaf);
  g_autofree guint *cells = bb_match_cells_of (block, leaf);

  gboolean is_open = chosen != NULL && bb_match_broken_leave_open (table, chosen, cells, block->n_column_leaves);

  for (guint i = 0; (chosen == NULL || is_open) && i < block->n_column_leaves; i++)
    put_missing (table->match, cells[i]);
  if (chosen == NULL && table->rows->len == 0 && table->heads->len > 0)
    note_no_values (table, cells, block->n_column_leaves);
  if (chosen == NULL || is_open)
    return;
  fill_row (table, chosen, block, leaf, trust);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);

      if (row != chosen && is_row_of (row, block, leaf))
        note_repeated (table, chosen, row, cells, block->n_column_leaves);
    }
}

void
bb_match_cells_fill (BbMatchTable *table)
{
  bb_match_broken_join (table);
  for (guint b = 0; b < table->table->n_blocks; b++)
    {
      const BbBlock *block = &table->table->blocks[b];
      BbTrust trust = bb_match_trust (table, block);

      for (guint leaf = 0; leaf < block->n_row_leaves; leaf++)
        fill_leaf (table, block, leaf, trust);
    }
  bb_match_mixed_tell (table);
}
