/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-regroup.h"

#include "import/bb-match-digits.h"
#include "import/bb-match-row.h"

#include <string.h>


/* What has fewer rows, or more places, is no part of a table with labels. */
#define FEWEST_ROWS 4
#define MOST_PLACES 80

/* In bytes. */
#define LONGEST_HEAD 160

/* Lines between two parts: 续表, a page's number. */
#define MOST_BETWEEN 4
#define LONGEST_BETWEEN 40

/* Without labels, so many rows must add up with those beside them for one that does not. */
#define SHARE_RIGHT 10

/*
 * One part of a table: heads over some of its columns.
 * @heads: lines above the first row
 * @rows: (element-type guint): lines of rows
 * @labels: (element-type BbLabel): of each row; %NULL in a part without labels
 * @columns: (array): whether the part has the column
 * @first_column: place of the first head of a column
 */
typedef struct
{
  BbGridRun run;
  guint n_heads;
  GArray *rows;
  GPtrArray *labels;
  gboolean *columns;
  guint n_columns;
  guint first_column;
} Part;

static void
part_clear (Part *part)
{
  g_clear_pointer (&part->rows, g_array_unref);
  g_clear_pointer (&part->labels, g_ptr_array_unref);
  g_clear_pointer (&part->columns, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* ---- one part ---- */

static void
read_heads (BbMatch       *match,
            const BbTable *table,
            guint          index,
            Part          *part)
{
  const BbMatchLine *line = bb_match_get_line (match, index);

  for (guint i = 0; i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);
      const BbLabel *label = *cell != '\0' ? bb_labels_find (match->labels, table->id, BB_LABEL_COLUMN, cell) : NULL;

      if (label == NULL || !label->is_own || part->columns[bb_label_leaf (label)])
        continue;
      part->columns[bb_label_leaf (label)] = TRUE;
      part->first_column = part->n_columns == 0 ? i : MIN (part->first_column, i);
      part->n_columns++;
    }
}

/* 其他 and 总计 are names of rows, too; two of them without figures are heads. */
static gboolean
has_only_heads (BbMatch           *match,
                const BbTable     *table,
                const BbMatchLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);

      n += *cell != '\0' && bb_labels_find (match->labels, table->id, BB_LABEL_COLUMN, cell) != NULL;
    }
  return n > 1 && !bb_grid_has_figure (line, 0);
}

/* Labels left of the first head, and nothing between. */
static gboolean
stands_under_heads (const Part         *part,
                    const BbRowReading *reading)
{
  guint i = (guint) (reading->label_place + 1);

  for (; i < part->first_column; i++)
    if (i >= reading->cells->len || *(const char *) g_ptr_array_index (reading->cells, i) != '\0')
      return FALSE;
  return i == part->first_column;
}

/* @after: (inout): the order of the row above. Returns: %FALSE for a line that goes on with no part. */
static gboolean
read_line (BbMatch       *match,
           const BbTable *table,
           guint          index,
           guint         *after,
           Part          *part)
{
  g_auto (BbRowReading) reading = { 0 };
  const BbMatchLine *line = bb_match_get_line (match, index);
  gboolean is_head;
  gboolean is_data;

  bb_row_read (match->labels, table->id, line->cells, *after, &reading);
  is_data = reading.kind == BB_ROW_DATA && reading.label->is_own;
  is_head = reading.kind == BB_ROW_HEAD || has_only_heads (match, table, line);
  if (reading.kind == BB_ROW_EMPTY)
    return TRUE;
  if (is_head && part->rows->len == 0)
    {
      read_heads (match, table, index, part);
      part->n_heads = index + 1 - part->run.first;
      return part->n_columns > 0;
    }
  if (is_head || (!is_data && reading.kind != BB_ROW_VALUES) || part->n_heads == 0 || reading.is_split || reading.is_guessed ||
      !stands_under_heads (part, &reading))
    return FALSE;
  g_array_append_val (part->rows, index);
  g_ptr_array_add (part->labels, is_data ? (gpointer) reading.label : NULL);
  *after = is_data ? reading.label->order : *after;
  return TRUE;
}

/* Labels of all rows or of none. */
static gboolean
are_labels_sound (const Part *part)
{
  for (guint i = 1; i < part->labels->len; i++)
    if ((g_ptr_array_index (part->labels, i) == NULL) != (g_ptr_array_index (part->labels, 0) == NULL))
      return FALSE;
  return TRUE;
}

static gboolean
can_go_on (const BbMatch *match,
           guint          index,
           guint          first)
{
  const BbMatchLine *line = index < match->lines->len ? bb_match_get_line (match, index) : NULL;

  return line != NULL && line->cells != NULL && line->use == BB_LINE_FREE && line->spot.block == bb_match_get_line (match, first)->spot.block;
}

/* Returns: whether heads with rows below them begin at line @first. */
static gboolean
read_part (BbMatch       *match,
           const BbTable *table,
           guint          first,
           Part          *part)
{
  guint after = 0;

  part_clear (part);
  *part = (Part) { .run = { first, first, 0 } };
  part->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  part->labels = g_ptr_array_new ();
  part->columns = g_new0 (gboolean, table->blocks[0].n_column_leaves);
  for (guint i = first; can_go_on (match, i, first) && read_line (match, table, i, &after, part); i++)
    {
      part->run.n_places = MAX (part->run.n_places, bb_match_get_line (match, i)->cells->len);
      part->run.end = i + 1;
    }
  return part->rows->len >= FEWEST_ROWS && part->n_columns > 0 && part->run.n_places <= MOST_PLACES && are_labels_sound (part);
}

/* What is no row of heads begins no part. */
static gboolean
can_begin (BbMatch           *match,
           const BbTable     *table,
           const BbMatchLine *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);

      if (*cell != '\0' && strlen (cell) <= LONGEST_HEAD && bb_labels_find (match->labels, table->id, BB_LABEL_COLUMN, cell) != NULL)
        return !bb_grid_has_figure (line, 0);
    }
  return FALSE;
}

/* The next part at line @start or below it, at line @end at most. */
static gboolean
find_part (BbMatch       *match,
           const BbTable *table,
           guint          start,
           guint          end,
           Part          *part)
{
  for (guint i = start; i < match->lines->len && i <= end; i++)
    if (can_go_on (match, i, i) && bb_match_get_line (match, i)->n_filled > 1 && can_begin (match, table, bb_match_get_line (match, i)) &&
        read_part (match, table, i, part))
      return TRUE;
  return FALSE;
}

/* ---- two parts ---- */

static const BbMatchLine *
get_row (const BbMatch *match,
         const Part    *part,
         guint          index)
{
  return bb_match_get_line (match, g_array_index (part->rows, guint, index));
}

static void
add_values (const BbMatchLine *line,
            guint              first,
            GPtrArray         *items)
{
  for (guint i = first; i < line->cells->len; i++)
    if (*(const char *) g_ptr_array_index (line->cells, i) != '\0')
      g_ptr_array_add (items, g_ptr_array_index (line->cells, i));
}

/* Without labels nothing but the sums says that the rows are the same ones. */
static gboolean
do_rows_add_up (const BbMatch *match,
                const Part    *left,
                const Part    *right,
                guint          n_columns)
{
  guint n_right = 0;
  guint n_wrong = 0;

  if (left->n_columns + right->n_columns != n_columns || !right->columns[n_columns - 1])
    return FALSE;
  for (guint i = 0; i < left->rows->len; i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      int difference = 0;

      add_values (get_row (match, left, i), left->first_column, items);
      add_values (get_row (match, right, i), right->first_column, items);
      if (!bb_match_compare_with_sum (items, &difference))
        continue;
      n_right += difference == 0;
      n_wrong += difference != 0;
    }
  return n_right >= FEWEST_ROWS && SHARE_RIGHT * n_wrong <= n_right;
}

static gboolean
do_parts_fit (const BbMatch *match,
              const Part    *left,
              const Part    *right,
              const BbTable *table)
{
  guint n_columns = table->blocks[0].n_column_leaves;
  gboolean has_labels = g_ptr_array_index (right->labels, 0) != NULL;

  if (left->rows->len != right->rows->len || g_ptr_array_index (left->labels, 0) == NULL || left->run.n_places + right->run.n_places > MOST_PLACES)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    if (left->columns[i] && right->columns[i])
      return FALSE;
  for (guint i = 0; has_labels && i < left->labels->len; i++)
    if (g_ptr_array_index (left->labels, i) != g_ptr_array_index (right->labels, i))
      return FALSE;
  return has_labels || do_rows_add_up (match, left, right, n_columns);
}

static void
take_places (const BbMatchLine *line,
             guint              first,
             guint              end,
             GPtrArray         *cells,
             GArray            *spots)
{
  for (guint i = first; i < end; i++)
    {
      BbImportSpot spot = bb_match_line_spot (line, i);

      g_ptr_array_add (cells, i < line->cells->len ? g_ptr_array_index (line->cells, i) : (char *) "");
      g_array_append_val (spots, spot);
    }
}

/* @right: (nullable): what stands beside @left from now on. */
static void
join_line (BbMatch     *match,
           BbMatchLine *left,
           guint        n_places,
           BbMatchLine *right,
           const Part  *part)
{
  GPtrArray *cells = g_ptr_array_new ();
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));

  take_places (left, 0, MIN (n_places, left->cells->len), cells, spots);
  if (right != NULL)
    {
      take_places (left, cells->len, n_places, cells, spots);
      take_places (right, part->first_column, right->cells->len, cells, spots);
    }
  bb_match_line_put (match, left, cells, spots);
}

static void
join_parts (BbMatch    *match,
            const Part *left,
            const Part *right)
{
  guint n_heads = MIN (left->n_heads, right->n_heads);

  for (guint i = 0; i < left->rows->len; i++)
    join_line (match, bb_match_get_line (match, g_array_index (left->rows, guint, i)), left->run.n_places,
               bb_match_get_line (match, g_array_index (right->rows, guint, i)), right);
  /* The heads right over the rows are those of the columns. */
  for (guint i = 1; i <= n_heads; i++)
    join_line (match, bb_match_get_line (match, left->run.first + left->n_heads - i), left->run.n_places,
               bb_match_get_line (match, right->run.first + right->n_heads - i), right);
  for (guint i = left->run.end; i < right->run.end; i++)
    bb_match_get_line (match, i)->use = bb_match_get_line (match, i)->n_filled > 0 ? BB_LINE_TABLE : bb_match_get_line (match, i)->use;
}

/* Nothing but short lines: 续表, the number of a page. */
static gboolean
are_close (const BbMatch *match,
           const Part    *left,
           const Part    *right)
{
  for (guint i = left->run.end; i < right->run.first; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (line->use != BB_LINE_FREE || line->n_filled > 1 || g_utf8_strlen (line->text, -1) > LONGEST_BETWEEN)
        return FALSE;
    }
  return TRUE;
}

/* Returns: whether the part behind @left was put beside it. */
static gboolean
join_next (BbMatch       *match,
           const BbTable *table,
           const Part    *left)
{
  g_auto (Part) right = { 0 };

  if (left->n_columns == table->blocks[0].n_column_leaves || !find_part (match, table, left->run.end, left->run.end + MOST_BETWEEN, &right) ||
      !are_close (match, left, &right) || !do_parts_fit (match, left, &right, table))
    return FALSE;
  join_parts (match, left, &right);
  return TRUE;
}

void
bb_match_beside_join (BbMatch *match)
{
  for (guint t = 0; t < match->form->n_tables; t++)
    {
      const BbTable *table = &match->form->tables[t];
      g_auto (Part) part = { 0 };

      if (table->n_label_columns == 0 || table->n_blocks != 1)
        continue;
      for (guint i = 0; find_part (match, table, i, G_MAXUINT, &part);)
        i = join_next (match, table, &part) ? part.run.first : part.run.end;
    }
}
