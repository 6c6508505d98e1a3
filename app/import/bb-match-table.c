/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-table.h"

#include "import/bb-match-copies.h"
#include "import/bb-match-digits.h"
#include "import/bb-match-head.h"
#include "import/bb-match-marks.h"
#include "import/bb-match-parts.h"
#include "import/bb-match-rivals.h"
#include "import/bb-match-turned.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <string.h>

/* A table without its heading is believed when so many of its rows are there. */
#define FEWEST_ROWS 2

/* The form has three rows of heads with a dozen words; what goes on much longer is no head. */
#define MOST_HEADS 200

/* A broken label is completed by the next line only. */
#define LONGEST_BROKEN 60

/*
 * A line of the table.
 * @head: (nullable): when it belongs to a head
 * @cells: (nullable) (element-type utf8): of a head with words that the form does not have
 */
typedef struct
{
  guint index;
  const BbMatchHead *head;
  GPtrArray *cells;
} Claim;

/*
 * The walk through the lines of a table. Lines are only marked at the end, when the table is believed.
 *
 * @section: only its lines, or %BB_SECTION_NONE for all
 * @after: order of the last row with values
 * @head: what stands over the next row; @head_open while its own rows go on
 * @has_grid: there are rows with places: then a paragraph has to be a whole row to be one
 * @claimed: (element-type Claim)
 * @last, @last_row: indices of the line read before, and of the last row
 * @broken: index of the line above, when it is part of a row whose label goes on here; else -1
 * @open: a row that waits for its values, one a line
 * @open_values, @open_lines: what came so far, and for each value its line
 */
typedef struct
{
  BbMatchTable *table;
  int section;
  guint after;
  BbMatchHead *head;
  gboolean head_open;
  gboolean has_grid;
  GArray *claimed;
  guint last;
  guint last_row;
  int broken;
  BbMatchRow *open;
  GPtrArray *open_values;
  GArray *open_lines;
} Walk;

static gboolean
has_labels (const Walk *walk)
{
  return walk->table->table->n_label_columns > 0;
}

static guint
count_columns (const Walk    *walk,
               const BbLabel *label)
{
  return label != NULL ? label->block->n_column_leaves : walk->table->table->blocks[0].n_column_leaves;
}

static void
claim_clear (gpointer data)
{
  g_clear_pointer (&((Claim *) data)->cells, g_ptr_array_unref);
}

static void
claim (Walk  *walk,
       guint  index)
{
  Claim claimed = { index, NULL, NULL };

  g_array_append_val (walk->claimed, claimed);
}

/* ---- heads ---- */

static void
open_head (Walk *walk)
{
  walk->head = bb_match_head_new ();
  walk->head->has_places = TRUE;
  walk->head_open = TRUE;
  g_ptr_array_add (walk->table->heads, walk->head);
}

static gboolean
has_block_title (const Walk         *walk,
                 const BbRowReading *reading)
{
  BbMatch *match = walk->table->match;

  for (guint i = 0; i < reading->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (reading->cells, i);

      if (*cell != '\0' && bb_labels_find (match->labels, walk->table->table->id, BB_LABEL_BLOCK_TITLE, cell) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Words of a head that the form does not have at all are told, never passed over. */
static void
note_unknown_heads (BbMatchTable *table,
                    const Claim  *claimed)
{
  BbMatch *match = table->match;

  for (guint i = 0; i < claimed->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (claimed->cells, i);

      if (*cell != '\0' && !bb_labels_is_head (match->labels, table->table->id, cell) &&
          !bb_labels_is_head_part (match->labels, table->table->id, cell))
        bb_match_note_unmatched (match, bb_match_get_line (match, claimed->index), cell);
    }
}

static void
claim_head (Walk               *walk,
            guint               index,
            const BbRowReading *reading)
{
  Claim claimed = { index, walk->head, reading->n_unknown > 0 ? g_ptr_array_ref (reading->cells) : NULL };

  g_array_append_val (walk->claimed, claimed);
}

/* A word alone on a line is a torn head only below other heads; above a table it is a word, but for the titles that are nothing else. */
static gboolean
is_word (const Walk         *walk,
         const BbMatchLine  *line,
         const BbRowReading *reading)
{
  BbLabels *labels = walk->table->match->labels;
  const char *id = walk->table->table->id;

  if (line->cells != NULL || !walk->has_grid || walk->head_open || reading->cells->len != 1)
    return FALSE;
  return bb_labels_find_row (labels, id, line->text, 0) != NULL || !bb_labels_is_head (labels, id, line->text);
}

/* Words of a paragraph that are all columns of the table, but in another order than the form's: each says what stands below it. */
static gboolean
is_other_order (const Walk         *walk,
                const BbRowReading *reading)
{
  const BbBlock *block = &walk->table->table->blocks[0];
  guint last = 0;
  gboolean is_other = FALSE;

  if (walk->table->table->n_blocks != 1 || !has_labels (walk) || reading->cells->len != block->n_column_leaves)
    return FALSE;
  for (guint i = 0; i < reading->cells->len; i++)
    {
      const BbLabel *label = bb_labels_find (walk->table->match->labels, walk->table->table->id, BB_LABEL_COLUMN, g_ptr_array_index (reading->cells, i));

      if (label == NULL)
        return FALSE;
      is_other = is_other || bb_label_leaf (label) < last;
      last = bb_label_leaf (label);
    }
  return is_other;
}

static void
read_head (Walk               *walk,
           guint               index,
           const BbRowReading *reading)
{
  const BbMatchLine *line = bb_match_get_line (walk->table->match, index);
  gboolean is_told;

  if (is_word (walk, line, reading))
    return;
  if (walk->head == NULL || !walk->head_open || has_block_title (walk, reading))
    open_head (walk);
  is_told = line->cells == NULL && is_other_order (walk, reading);
  walk->head->has_places = walk->head->has_places && line->cells != NULL && walk->head->cells->len < MOST_HEADS;
  for (guint i = 0; i < reading->cells->len; i++)
    {
      BbHeadCell cell = { i, line->line, line->cells != NULL ? g_ptr_array_index (line->cells, i) : "" };

      if (is_told)
        cell.text = bb_match_text (walk->table->match, g_ptr_array_index (reading->cells, i), -1);
      if (*cell.text != '\0' && walk->head->cells->len < MOST_HEADS)
        g_array_append_val (walk->head->cells, cell);
    }
  claim_head (walk, index, reading);
}

/* ---- rows ---- */

/* Words of a paragraph have no place but the paragraph. */
static GArray *
spots_of (const BbMatchLine  *line,
          const BbRowReading *reading)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));

  for (guint i = 0; i < reading->cells->len; i++)
    {
      BbImportSpot spot = bb_match_line_spot (line, reading->places != NULL ? g_array_index (reading->places, guint, i) : i);

      g_array_append_val (spots, spot);
    }
  return spots;
}

static BbMatchRow *
add_row (Walk               *walk,
         guint               index,
         const BbRowReading *reading)
{
  const BbMatchLine *line = bb_match_get_line (walk->table->match, index);
  BbMatchRow *row = g_new0 (BbMatchRow, 1);

  row->label = reading->label;
  row->line = line->line;
  row->cells = g_ptr_array_ref (reading->cells);
  row->label_place = reading->label_place;
  row->has_places = line->cells != NULL && !reading->is_split;
  row->is_guessed = reading->is_guessed;
  row->head = walk->head != NULL ? walk->head : walk->table->no_head;
  row->head->n_rows++;
  walk->last_row = index;
  row->spots = spots_of (line, reading);
  g_ptr_array_add (walk->table->rows, row);
  walk->head_open = FALSE;
  claim (walk, index);
  return row;
}

/* A row without a label that did not get all its values was none. */
static void
close_row (Walk *walk)
{
  if (walk->open != NULL && !has_labels (walk))
    g_ptr_array_remove (walk->table->rows, walk->open);
  walk->open = NULL;
  g_ptr_array_set_size (walk->open_values, 0);
  g_array_set_size (walk->open_lines, 0);
}

/* （六）其他处理 with values of its own: in this edition the title of a group, in another one a row. */
static gboolean
resolve_group (Walk         *walk,
               BbRowReading *reading)
{
  if (reading->label->kind != BB_LABEL_ROW_GROUP)
    return TRUE;
  reading->label = bb_labels_find_other_row (walk->table->match->labels, reading->label);
  return reading->label != NULL;
}

static void
read_data (Walk         *walk,
           guint         index,
           BbRowReading *reading)
{
  const BbMatchLine *line = bb_match_get_line (walk->table->match, index);
  guint n_values = bb_row_count_values (reading);
  BbMatchRow *row;

  if (line->cells == NULL && walk->has_grid && n_values != count_columns (walk, reading->label))
    return;
  if (n_values > 0 && !resolve_group (walk, reading))
    return;
  row = add_row (walk, index, reading);
  /* Blank places are the row's values; what comes below it is a page's number. */
  if (n_values == 0 && row->cells->len == (guint) (row->label_place + 1))
    walk->open = row;
  else if (n_values > 0 && reading->label->is_own)
    walk->after = reading->label->order;
}

/* ---- values without a label ---- */

/* The open row has all its values: they were one a line, or a few. */
static void
fill_open (Walk *walk)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_array_set_size (walk->open->spots, 0);
  for (guint i = 0; i < walk->open_values->len; i++)
    {
      guint line = g_array_index (walk->open_lines, guint, i);

      g_ptr_array_add (cells, g_strdup (g_ptr_array_index (walk->open_values, i)));
      g_array_append_val (walk->open->spots, bb_match_get_line (walk->table->match, line)->spot);
    }
  g_ptr_array_unref (walk->open->cells);
  walk->open->cells = cells;
  walk->open->label_place = -1;
  walk->open->has_places = FALSE;
  for (guint i = 0; i < walk->open_lines->len; i++)
    claim (walk, g_array_index (walk->open_lines, guint, i));
  if (walk->open->label != NULL)
    walk->after = walk->open->label->order;
  walk->open = NULL;
  close_row (walk);
}

/* A table without labels has one row: it opens with the first value. */
static void
open_unlabelled (Walk  *walk,
                 guint  index)
{
  BbRowReading reading = { .label_place = -1, .cells = g_ptr_array_new_with_free_func (g_free) };

  walk->open = add_row (walk, index, &reading);
  g_array_set_size (walk->claimed, walk->claimed->len - 1);
  bb_row_reading_clear (&reading);
}

static void
gather_values (Walk               *walk,
               guint               index,
               const BbRowReading *reading)
{
  guint n = walk->open != NULL ? count_columns (walk, walk->open->label) : 0;

  if (walk->open == NULL || walk->open_values->len + reading->cells->len > n)
    {
      close_row (walk);
      return;
    }
  for (guint i = 0; i < reading->cells->len; i++)
    {
      g_ptr_array_add (walk->open_values, g_strdup (g_ptr_array_index (reading->cells, i)));
      g_array_append_val (walk->open_lines, index);
    }
  if (walk->open_values->len == n)
    fill_open (walk);
}

static void
read_values (Walk         *walk,
             guint         index,
             BbRowReading *reading)
{
  const BbMatchLine *line = bb_match_get_line (walk->table->match, index);
  guint n = bb_row_count_values (reading);

  if (!has_labels (walk) && (n == count_columns (walk, NULL) || (line->cells != NULL && walk->head != NULL)))
    {
      add_row (walk, index, reading);
      return;
    }
  /* A row of places without a label stays what it is: whose values they are, nobody can tell, but for the ends of numbers. */
  if (line->cells != NULL)
    {
      BbMatchRow *above = walk->table->rows->len > 0 ? g_ptr_array_index (walk->table->rows, walk->table->rows->len - 1) : NULL;

      if (above != NULL && walk->last_row + 1 == index && n < count_columns (walk, above->label) &&
          bb_match_digits_join (walk->table, above, line->cells))
        claim (walk, index);
      return;
    }
  if (!has_labels (walk) && walk->head != NULL && walk->open == NULL)
    open_unlabelled (walk, index);
  gather_values (walk, index, reading);
}

/* Blank places under the heads of a table whose row has no label: its row, not filled in. */
static void
read_empty (Walk         *walk,
            guint         index,
            BbRowReading *reading)
{
  if (!has_labels (walk) && walk->head_open && reading->cells->len == count_columns (walk, NULL))
    add_row (walk, index, reading);
}

/* ---- labels broken over two lines ---- */

static gboolean
is_value (const char *text)
{
  BbNumber number = bb_number_read (text, NULL);

  return (number.form != BB_NUMBER_BLANK && number.form != BB_NUMBER_TEXT) || bb_match_marks_is_marked (text);
}

/* The last text before the values. Returns: its place, or -1. */
static int
find_text_place (const BbMatchLine *line)
{
  int place = -1;

  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);

      if (*cell != '\0' && is_value (cell))
        break;
      if (*cell != '\0')
        place = (int) i;
    }
  return place;
}

static const char *
get_broken_text (const BbMatchLine *line,
                 int                place)
{
  return place >= 0 ? g_ptr_array_index (line->cells, (guint) place) : line->text;
}

/* Joins the label of the line above and of this one; the values stand in one of them. */
static gboolean
read_broken (Walk  *walk,
             guint  index)
{
  BbMatch *match = walk->table->match;
  const BbMatchLine *here = bb_match_get_line (match, index);
  const BbMatchLine *above = bb_match_get_line (match, (guint) walk->broken);
  const BbMatchLine *values = here->n_filled > 1 ? here : above;
  int place = find_text_place (values);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_auto (BbRowReading) reading = { 0 };
  g_autofree char *label = NULL;

  if (place < 0 || (here->n_filled > 1) == (above->n_filled > 1))
    return FALSE;
  label = g_strconcat (get_broken_text (above, find_text_place (above)), get_broken_text (here, find_text_place (here)), NULL);
  for (guint i = 0; i < values->cells->len; i++)
    g_ptr_array_add (cells, (int) i == place ? label : g_ptr_array_index (values->cells, i));
  bb_row_read (match->labels, walk->table->table->id, cells, walk->after, &reading);
  if (reading.kind != BB_ROW_DATA || reading.is_guessed || reading.is_split)
    return FALSE;
  /* The cells of the reading are borrowed; the row keeps the places as they were. */
  g_ptr_array_unref (reading.cells);
  reading.cells = g_ptr_array_ref (values->cells);
  read_data (walk, values == here ? index : (guint) walk->broken, &reading);
  claim (walk, values == here ? (guint) walk->broken : index);
  return TRUE;
}

/* Places that are no merged cell's. */
static guint
count_places (const BbMatchLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->cells->len; i++)
    n += g_ptr_array_index (line->cells, i) != bb_import_covered;
  return n;
}

/* 2023年, in a table of two years. */
static gboolean
is_year (const char *folded,
         int         year)
{
  g_autofree char *digits = g_strdup_printf ("%d", year);
  const char *rest = g_str_has_prefix (folded, digits) ? folded + strlen (digits) : NULL;

  return year != 0 && rest != NULL && (*rest == '\0' || g_str_equal (rest, "年") || g_str_equal (rest, "年度"));
}

/* 件数, or the year of the report, in front of the figures of a table whose row has no label. Returns: its place, or -1. */
static int
find_name (const Walk        *walk,
           const BbMatchLine *line)
{
  static const char *const names[] = { "件数", "数量", "案件数", "案件数量", "案件总数", "总数", "本年", "本年度", "本机关", "本单位", "件数(件)", "数量(件)" };
  int place = find_text_place (line);
  g_autofree char *folded = place >= 0 ? bb_text_fold_label (g_ptr_array_index (line->cells, (guint) place)) : NULL;

  for (int i = 0; i < place; i++)
    if (*(const char *) g_ptr_array_index (line->cells, (guint) i) != '\0')
      return -1;
  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (folded, names[i]))
      return place;
  return folded != NULL && is_year (folded, walk->table->match->year) ? place : -1;
}

/* What nobody knows may be a label, and what stands behind it one place further on. */
static gboolean
begins_with_word (const BbMatchLine *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    if (*(const char *) g_ptr_array_index (line->cells, i) != '\0')
      return !is_value (g_ptr_array_index (line->cells, i));
  return FALSE;
}

static void
read_other (Walk         *walk,
            guint         index,
            BbRowReading *reading)
{
  const BbMatchLine *line = bb_match_get_line (walk->table->match, index);

  if (!has_labels (walk) && walk->head_open && line->cells != NULL)
    reading->label_place = find_name (walk, line);
  /* Right below the heads, as wide as the table: its row, with words in it. */
  if (!has_labels (walk) && walk->head_open && line->cells != NULL &&
      (reading->label_place >= 0 || count_places (line) == count_columns (walk, NULL) || (line->n_filled == count_columns (walk, NULL) && !begins_with_word (line))))
    {
      add_row (walk, index, reading);
      return;
    }
  /* 行政复议 in front of its five values: a piece of the row. */
  if (!has_labels (walk) && walk->head != NULL && line->cells != NULL)
    reading->label_place = bb_match_parts_label (walk->table->match, walk->table->table, line->cells);
  if (!has_labels (walk) && reading->label_place >= 0)
    {
      add_row (walk, index, reading);
      return;
    }
  if (walk->broken >= 0 && walk->broken == (int) index - 1 && read_broken (walk, index))
    {
      walk->broken = -1;
      return;
    }
  walk->broken = g_utf8_strlen (line->text, -1) <= LONGEST_BROKEN ? (int) index : -1;
}

/* ---- the walk ---- */

static void
read_line (Walk  *walk,
           guint  index)
{
  BbMatch *match = walk->table->match;
  const BbMatchLine *line = bb_match_get_line (match, index);
  const char *id = walk->table->table->id;
  g_auto (BbRowReading) reading = { 0 };

  if (line->cells != NULL)
    bb_row_read (match->labels, id, line->cells, walk->after, &reading);
  else
    bb_row_read_text (match->labels, id, line->joined != NULL ? line->joined : line->text, walk->after, &reading);
  if (reading.kind != BB_ROW_VALUES && reading.kind != BB_ROW_EMPTY)
    close_row (walk);
  switch (reading.kind)
    {
    case BB_ROW_HEAD:
      read_head (walk, index, &reading);
      break;
    case BB_ROW_GROUP:
      if (line->cells != NULL || !walk->has_grid || walk->table->rows->len > 0)
        claim (walk, index);
      break;
    case BB_ROW_DATA:
      read_data (walk, index, &reading);
      break;
    case BB_ROW_VALUES:
      read_values (walk, index, &reading);
      break;
    case BB_ROW_EMPTY:
      read_empty (walk, index, &reading);
      break;
    case BB_ROW_OTHER:
    default:
      read_other (walk, index, &reading);
      break;
    }
}

static gboolean
is_walked (const Walk        *walk,
           const BbMatchLine *line)
{
  return line->use == BB_LINE_FREE && (walk->section == BB_SECTION_NONE || line->section == walk->section);
}

/* Whether there are rows with places among the lines, not only paragraphs. */
static gboolean
find_grid (const Walk *walk)
{
  const BbMatch *match = walk->table->match;

  for (guint i = 0; i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (is_walked (walk, line) && line->cells != NULL && line->n_filled > 1)
        return TRUE;
    }
  return FALSE;
}

/* Rows of another table came in between: what is a head from here on belongs to another one. */
static void
step_to (Walk  *walk,
         guint  index)
{
  for (guint i = walk->last + 1; i < index && walk->head_open; i++)
    if (bb_match_get_line (walk->table->match, i)->use == BB_LINE_TABLE)
      walk->head_open = FALSE;
  walk->last = index;
}

/* Outside its section a head without rows is another table's: 总计 stands over many. */
static void
mark_lines (const Walk *walk)
{
  BbMatchTable *table = walk->table;

  for (guint i = 0; i < walk->claimed->len; i++)
    {
      const Claim *claimed = &g_array_index (walk->claimed, Claim, i);

      if (claimed->head != NULL && walk->section == BB_SECTION_NONE && table->rows->len > 0 && claimed->head->n_rows == 0)
        continue;
      bb_match_get_line (table->match, claimed->index)->use = BB_LINE_TABLE;
      g_array_append_val (table->marked, claimed->index);
      table->has_strange_heads = table->has_strange_heads || claimed->cells != NULL;
      if (claimed->cells != NULL && !table->is_turned)
        note_unknown_heads (table, claimed);
    }
}

void
bb_match_table_walk (BbMatchTable *table,
                     int           section)
{
  g_autoptr (GArray) claimed = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autoptr (GArray) open_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) open_values = g_ptr_array_new_with_free_func (g_free);
  Walk walk = { .table = table, .section = section, .claimed = claimed, .broken = -1, .open_values = open_values, .open_lines = open_lines };
  guint fewest = section != BB_SECTION_NONE || !has_labels (&walk) ? 1 : FEWEST_ROWS;

  g_array_set_clear_func (claimed, claim_clear);
  walk.has_grid = section == BB_SECTION_NONE || find_grid (&walk);
  for (guint i = 0; i < table->match->lines->len && !g_cancellable_is_cancelled (table->match->cancellable); i++)
    if (is_walked (&walk, bb_match_get_line (table->match, i)))
      {
        step_to (&walk, i);
        read_line (&walk, i);
      }
  close_row (&walk);
  if (table->rows->len < fewest && (section == BB_SECTION_NONE || table->heads->len == 0))
    {
      g_ptr_array_set_size (table->rows, 0);
      g_ptr_array_set_size (table->heads, 0);
      return;
    }
  mark_lines (&walk);
}

BbMatchTable *
bb_match_table_collect (BbMatch       *match,
                        const BbTable *table)
{
  BbMatchTable *found = bb_match_table_new (match, table);

  bb_match_table_walk (found, (int) table->section);
  if (found->rows->len == 0 && found->heads->len == 0)
    bb_match_table_walk (found, BB_SECTION_NONE);
  bb_match_parts_join (found);
  if (!bb_match_turned_read (found))
    bb_match_turned_doubt (found);
  bb_match_rivals_doubt (found);
  bb_match_copies_count (found);
  return found;
}
