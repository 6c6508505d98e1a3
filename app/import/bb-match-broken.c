/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-broken.h"

#include "import/bb-match-cells.h"
#include "import/bb-match-digits.h"

#include "util/bb-characters.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- what is broken ---- */

/* Several lines, each of digits: one number or several. */
static gboolean
has_lines_of_digits (const char *text)
{
  gboolean was_digit = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = bb_character_half_width (g_utf8_get_char (p));
      gboolean is_digit = g_unichar_isdigit (character) || character == ',' || character == '.';

      if (!is_digit && (character != '\n' || !was_digit))
        return FALSE;
      was_digit = is_digit;
    }
  return was_digit && strchr (text, '\n') != NULL;
}

/* Several lines, one of them a number and another one none: its rest, or what belongs to another cell. */
static gboolean
has_number_among_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean has_number = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    has_number = has_number || bb_number_read (lines[i], NULL).form == BB_NUMBER_PLAIN;
  return has_number && g_strv_length (lines) > 1;
}

/* Whether the reader says that what stands at @place of @row is broken over full lines. */
static gboolean
is_marked (const BbMatchTable *table,
           const BbMatchRow   *row,
           guint               place)
{
  const BbImportSpot *spot = place < row->spots->len ? &g_array_index (row->spots, BbImportSpot, place) : NULL;
  const BbImportBlock *block;

  if (spot == NULL || spot->column < 0 || spot->block >= table->match->source->blocks->len)
    return FALSE;
  block = g_ptr_array_index (table->match->source->blocks, spot->block);
  return block->is_grid && spot->row < block->rows->len &&
         bb_import_row_is_broken (g_ptr_array_index (block->rows, spot->row), (guint) spot->column);
}

static gboolean
is_open (const BbMatchTable *table,
         const BbMatchRow   *row,
         guint               place)
{
  return (int) place > row->label_place && has_lines_of_digits (g_ptr_array_index (row->cells, place)) && is_marked (table, row, place);
}

/* ---- what the sums say ---- */

static void
text_free (gpointer data)
{
  if (data != bb_import_covered)
    g_free (data);
}

static char *
drop_line_breaks (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("", lines);
}

static gboolean
has_open (const BbMatchTable *table,
          const BbMatchRow   *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (is_open (table, row, i))
      return TRUE;
  return FALSE;
}

/* The places of @row with what is broken put together. */
static GPtrArray *
join_all (const BbMatchTable *table,
          const BbMatchRow   *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (text_free);

  for (guint i = 0; i < row->cells->len; i++)
    {
      char *text = g_ptr_array_index (row->cells, i);

      if (is_open (table, row, i))
        text = drop_line_breaks (text);
      else if (text != bb_import_covered)
        text = g_strdup (text);
      g_ptr_array_add (cells, text);
    }
  return cells;
}

/* 1 when the sum comes out with what is put together, -1 when it does not, 0 when it says nothing: it may be broken itself. */
static int
ask_sum (const BbMatchTable *table,
         const BbMatchRow   *row,
         GPtrArray          *joined)
{
  g_autoptr (GPtrArray) before = bb_match_row_items (row);
  BbMatchRow whole = *row;
  g_autoptr (GPtrArray) items = NULL;
  int difference = 0;

  if (row->label == NULL || !row->label->is_own || !bb_match_ends_with_sum (table, row->label->block) ||
      before->len != row->label->block->n_column_leaves || strchr (g_ptr_array_index (before, before->len - 1), '\n') != NULL)
    return 0;
  whole.cells = joined;
  items = bb_match_row_items (&whole);
  if (!bb_match_compare_with_sum (items, &difference))
    return 0;
  return difference == 0 ? 1 : -1;
}

static void
put_together (BbMatchRow *row,
              GPtrArray  *joined)
{
  g_ptr_array_unref (row->cells);
  row->cells = g_ptr_array_ref (joined);
}

/* @proven: (element-type guint): places where a sum has shown that numbers are broken there */
static gboolean
are_proven (const BbMatchTable *table,
            const BbMatchRow   *row,
            GHashTable         *proven)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (is_open (table, row, i) && !g_hash_table_contains (proven, GUINT_TO_POINTER (i + 1)))
      return FALSE;
  return TRUE;
}

static void
join_row (const BbMatchTable *table,
          BbMatchRow         *row,
          GHashTable         *proven,
          gboolean            by_sum)
{
  g_autoptr (GPtrArray) joined = NULL;
  int answer;

  if (!has_open (table, row))
    return;
  joined = join_all (table, row);
  answer = ask_sum (table, row, joined);
  if (by_sum ? answer <= 0 : answer < 0 || !are_proven (table, row, proven))
    return;
  for (guint i = 0; i < row->cells->len; i++)
    if (by_sum && is_open (table, row, i))
      g_hash_table_add (proven, GUINT_TO_POINTER (i + 1));
  put_together (row, joined);
}

/* ---- public API ---- */

void
bb_match_broken_join (BbMatchTable *table)
{
  g_autoptr (GHashTable) proven = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < table->rows->len; i++)
    join_row (table, g_ptr_array_index (table->rows, i), proven, TRUE);
  for (guint i = 0; g_hash_table_size (proven) > 0 && i < table->rows->len; i++)
    join_row (table, g_ptr_array_index (table->rows, i), proven, FALSE);
}

/* The cells that the value at @place went to: where that is still open, all of the row. */
static void
add_cells (GArray            *found,
           const BbMatchRow  *row,
           guint              place,
           const guint       *cells,
           const BbPlacedRow *placed)
{
  guint n = found->len;

  for (guint i = 0; i < placed->n_columns; i++)
    if (placed->values[i] != NULL && placed->values[i] == g_ptr_array_index (row->cells, place))
      g_array_append_val (found, cells[i]);
  if (found->len == n && placed->placing != BB_PLACED)
    {
      g_array_set_size (found, 0);
      g_array_append_vals (found, cells, placed->n_columns);
    }
}

static void
add_excerpt (GString    *texts,
             const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  g_string_append_printf (texts, texts->len > 0 ? " | %s" : "%s", line);
}

/* One more value that stands at @place of @row. */
static void
tell (GArray            *found,
      GString           *texts,
      const BbMatchRow  *row,
      guint              place,
      const guint       *cells,
      const BbPlacedRow *placed)
{
  add_cells (found, row, place, cells, placed);
  add_excerpt (texts, g_ptr_array_index (row->cells, place));
}

static void
note (const BbMatchTable *table,
      const BbMatchRow   *row,
      const char         *id,
      const GArray       *cells,
      const char         *format,
      const char         *texts)
{
  if (cells->len > 0)
    bb_match_note (table->match, id, BB_SEVERITY_WARNING, &g_array_index (cells, guint, 0), cells->len, row->line,
                   g_strdup_printf (format, texts));
}

void
bb_match_broken_note (const BbMatchTable *table,
                      const BbMatchRow   *row,
                      const guint        *cells,
                      const BbPlacedRow  *placed)
{
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) mixed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) joined_texts = g_string_new (NULL);
  g_autoptr (GString) open_texts = g_string_new (NULL);
  g_autoptr (GString) mixed_texts = g_string_new (NULL);

  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    {
      const char *text = g_ptr_array_index (row->cells, i);

      if (has_lines_of_digits (text))
        tell (open, open_texts, row, i, cells, placed);
      else if (has_number_among_lines (text))
        tell (mixed, mixed_texts, row, i, cells, placed);
      else if (*text != '\0' && is_marked (table, row, i))
        tell (joined, joined_texts, row, i, cells, placed);
    }
  note (table, row, "read.joined-digits", joined, _("A number was broken over lines in its narrow cell and was put together; compare it with the file: %s"),
        joined_texts->str);
  note (table, row, "read.broken-number", open, _("Digits stand in several lines of one cell; whether they are one number or several can’t be told: %s"),
        open_texts->str);
  note (table, row, "read.broken-number", mixed, _("Several lines stand in one cell, a number among them; it was not taken for the whole: %s"),
        mixed_texts->str);
}

/* ---- figures that go on in the next row ---- */

static const BbImportSpot *
row_spot (const BbMatchRow *row)
{
  return row->spots->len > 0 ? &g_array_index (row->spots, BbImportSpot, 0) : NULL;
}

static gboolean
is_right_below (const BbMatchRow *row,
                const BbMatchRow *below)
{
  const BbImportSpot *spot = row_spot (row);
  const BbImportSpot *next = row_spot (below);

  return spot != NULL && next != NULL && row->has_places && below->label == NULL && next->block == spot->block && next->row == spot->row + 1;
}

/* Digits below digits; a long dash goes on in the next line as well. */
static gboolean
goes_on (const BbMatchRow *row,
         const BbMatchRow *below)
{
  guint n = 0;

  for (guint i = 0; i < below->cells->len; i++)
    {
      const char *rest = g_ptr_array_index (below->cells, i);
      const char *text = i < row->cells->len ? g_ptr_array_index (row->cells, i) : "";

      if (*rest == '\0' || g_str_equal (rest, text))
        continue;
      if (rest[strspn (rest, "0123456789")] != '\0' || bb_number_read (text, NULL).form != BB_NUMBER_PLAIN)
        return FALSE;
      n++;
    }
  return n > 0;
}

gboolean
bb_match_broken_leave_open (const BbMatchTable *table,
                            const BbMatchRow   *row,
                            const guint        *cells,
                            guint               n_cells)
{
  for (guint i = 0; row->label == NULL && i < table->rows->len; i++)
    {
      const BbMatchRow *below = bb_match_table_get_row (table, i);
      g_autofree char *figures = NULL;
      g_autofree char *rest = NULL;
      g_autofree char *both = NULL;

      if (!is_right_below (row, below) || !goes_on (row, below))
        continue;
      figures = bb_match_row_excerpt (row);
      rest = bb_match_row_excerpt (below);
      both = g_strdup_printf ("%s / %s", figures, rest);
      bb_match_note (table->match, "read.broken-number", BB_SEVERITY_WARNING, cells, n_cells, row->line,
                     g_strdup_printf (_("Digits stand in several lines of one cell; whether they are one number or several can’t be told: %s"), both));
      return TRUE;
    }
  return FALSE;
}
