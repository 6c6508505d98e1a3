/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-mixed.h"

#include "import/bb-match-cells.h"
#include "import/bb-match-head.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

static void
note_mixed (const BbMatchTable *table,
            const guint        *cells,
            guint               n_cells,
            guint               line,
            char               *message)
{
  bb_match_note (table->match, "form.mixed", BB_SEVERITY_WARNING, cells, n_cells, line, message);
}

/* ---- heads ---- */

static void
append_name (GString    *list,
             const char *name)
{
  if (list->len > 0)
    g_string_append (list, "、");
  g_string_append (list, name);
}

/* The block that the rows under @head belong to; NULL when no own row is. */
static const BbBlock *
find_block_under (const BbMatchTable *table,
                  const BbMatchHead  *head)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);

      if (row->head == head && row->label != NULL && row->label->is_own)
        return row->label->block;
    }
  return NULL;
}

/* The cells of the rows that are there: a row that is missing is another finding. */
static GArray *
list_cells_under (const BbMatchTable *table,
                  const BbMatchHead  *head)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);
      g_autofree guint *own = NULL;

      if (row->head != head || row->label == NULL || !row->label->is_own)
        continue;
      own = bb_match_cells_of (row->label->block, bb_label_leaf (row->label));
      g_array_append_vals (cells, own, row->label->block->n_column_leaves);
    }
  return cells;
}

static void
tell_head (const BbMatchTable *table,
           BbMatchHead        *head)
{
  const BbBlock *block = find_block_under (table, head);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) official = g_string_new (NULL);
  g_autoptr (GArray) cells = NULL;
  const BbHeadFit *fit;
  guint line = 0;

  if (block == NULL)
    return;
  fit = bb_head_fit (table, head, block);
  if (fit->n_stray == 0 && (fit->n_own == 0 || fit->n_own == block->n_column_leaves || table->table->n_blocks == 1))
    return;
  for (guint i = 0; i < fit->heads->len; i++)
    {
      const BbFittedHead *fitted = &g_array_index (fit->heads, BbFittedHead, i);

      append_name (found, fitted->text);
      line = fitted->line;
    }
  for (guint i = 0; i < block->n_column_leaves; i++)
    append_name (official, block->columns[block->column_leaves[i]].title);
  cells = list_cells_under (table, head);
  note_mixed (table, (const guint *) (void *) cells->data, cells->len, line,
              g_strdup_printf (fit->n_own == 0 && fit->n_stray == block->n_column_leaves
                                 ? _("The columns are headed %s, in the form of %s %s; the figures stay in the columns by position")
                                 : _("The columns are headed %s, in the form of %s %s"),
                               found->str, table->match->form->id, official->str));
}

/* ---- rows of another edition ---- */

/* The values of @row by the columns of its own edition, as numbers. Returns: %FALSE unless all are. */
static gboolean
read_numbers (const BbMatchTable *table,
              const BbMatchRow   *row,
              BbDecimal          *numbers)
{
  const BbBlock *block = row->label->block;
  g_auto (BbPlacedRow) placed = { 0 };

  bb_match_place_row (table, row, block, bb_match_trust (table, block), &placed);
  for (guint i = 0; i < placed.n_columns; i++)
    {
      BbNumber number = bb_number_read (placed.values[i], "件");

      if (placed.placing != BB_PLACED || (number.form != BB_NUMBER_PLAIN && number.form != BB_NUMBER_OWN_UNIT))
        return FALSE;
      numbers[i] = number.value;
    }
  return TRUE;
}

/* A head of this edition with the title of the other edition's head: group for row, row for group. */
static const BbHead *
find_counterpart (const BbBlock *block,
                  const BbHead  *other)
{
  g_autofree char *title = bb_text_fold_label (other->title);

  for (guint i = 0; i < block->n_rows; i++)
    {
      g_autofree char *own = bb_text_fold_label (block->rows[i].title);

      if (g_str_equal (own, title))
        return &block->rows[i];
    }
  return NULL;
}

static void
add_sum (const BbMatchTable *table,
         const BbMatchRow   *row,
         const BbBlock      *block,
         const BbHead       *group,
         guint               column,
         BbDecimal           value)
{
  BbLooseSum *sum = g_new0 (BbLooseSum, 1);

  sum->n_cells = group->n_leaves;
  sum->cells = g_new (guint, group->n_leaves);
  for (guint i = 0; i < group->n_leaves; i++)
    sum->cells[i] = block->first_cell + (group->first_leaf + i) * block->n_column_leaves + column;
  sum->value = value;
  sum->place = bb_import_source_place (table->match->source, row->line);
  g_ptr_array_add (table->match->sums, sum);
}

/* One row there, several rows here: the sum is known, the parts are not. */
static void
carry_to_group (const BbMatchTable *table,
                const BbMatchRow   *row,
                const BbBlock      *block,
                const BbHead       *group)
{
  g_autofree BbDecimal *numbers = g_new0 (BbDecimal, block->n_column_leaves);
  g_autofree guint *cells = g_new (guint, group->n_leaves * block->n_column_leaves);
  g_autofree char *excerpt = bb_match_row_excerpt (row);

  for (guint i = 0; i < group->n_leaves * block->n_column_leaves; i++)
    cells[i] = block->first_cell + group->first_leaf * block->n_column_leaves + i;
  bb_match_cells_keep_row (table->match, row, cells, group->n_leaves * block->n_column_leaves);
  if (read_numbers (table, row, numbers))
    for (guint i = 0; i < block->n_column_leaves; i++)
      add_sum (table, row, block, group, i, numbers[i]);
  note_mixed (table, cells, group->n_leaves * block->n_column_leaves, row->line,
              g_strdup_printf (_("“%s” is one row here and %u in the form of %s; it reads: %s"),
                               bb_label_title (row->label), group->n_leaves, table->match->form->id, excerpt));
}

static const BbMatchRow *
find_other_row (const BbMatchTable *table,
                const BbBlock      *block,
                guint               leaf)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);

      if (row->label != NULL && !row->label->is_own && row->label->block == block && bb_label_leaf (row->label) == leaf)
        return row;
    }
  return NULL;
}

static const BbMatchRow *
find_first_of (const BbMatchTable *table,
               const BbBlock      *block,
               const BbHead       *group)
{
  const BbMatchRow *row = NULL;

  for (guint leaf = group->first_leaf; leaf < group->first_leaf + group->n_leaves && row == NULL; leaf++)
    row = find_other_row (table, block, leaf);
  return row;
}

/* Adds up the rows of the other edition's @group. Returns: %FALSE unless all are there, and all are numbers. */
static gboolean
add_up (const BbMatchTable *table,
        const BbBlock      *block,
        const BbHead       *group,
        BbDecimal          *sums)
{
  g_autofree BbDecimal *numbers = g_new0 (BbDecimal, block->n_column_leaves);

  for (guint leaf = group->first_leaf; leaf < group->first_leaf + group->n_leaves; leaf++)
    {
      const BbMatchRow *row = find_other_row (table, block, leaf);

      if (row == NULL || !read_numbers (table, row, numbers))
        return FALSE;
      for (guint i = 0; i < block->n_column_leaves; i++)
        if (!bb_decimal_add (sums[i], numbers[i], &sums[i]))
          return FALSE;
    }
  return TRUE;
}

static void
put_sums (const BbMatchTable *table,
          const BbMatchRow   *first,
          const guint        *cells,
          guint               n_cells,
          const BbDecimal    *sums)
{
  g_autofree char *place = bb_import_source_place (table->match->source, first->line);
  g_autofree char *source = g_strdup_printf (_("sum of the rows from %s on"), place);

  bb_match_cells_keep_row (table->match, first, cells, n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      BbField *field = bb_report_get_cell (table->match->report, cells[i]);
      g_autofree char *text = bb_decimal_to_string (sums[i]);

      if (bb_field_get_state (field) == BB_STATE_BLANK || bb_field_get_state (field) == BB_STATE_MISSING)
        bb_match_cells_put (table->match, cells[i], text, BB_ORIGIN_DEDUCED, source, NULL);
    }
}

/* Several rows there, one here: their sum, told once, with the first of them. */
static void
carry_to_row (const BbMatchTable *table,
              const BbMatchRow   *row,
              const BbBlock      *block,
              const BbHead       *own,
              const BbHead       *group)
{
  g_autofree BbDecimal *sums = g_new0 (BbDecimal, block->n_column_leaves);
  g_autofree guint *cells = bb_match_cells_of (block, own->first_leaf);
  g_autoptr (GString) rows = g_string_new (NULL);

  if (find_first_of (table, row->label->block, group) != row)
    return;
  for (guint leaf = group->first_leaf; leaf < group->first_leaf + group->n_leaves; leaf++)
    {
      const BbMatchRow *part = find_other_row (table, row->label->block, leaf);
      g_autofree char *excerpt = part != NULL ? bb_match_row_excerpt (part) : g_strdup ("");

      g_string_append_printf (rows, "%s%s", rows->len > 0 ? "; " : "", excerpt);
    }
  if (add_up (table, row->label->block, group, sums))
    put_sums (table, row, cells, block->n_column_leaves, sums);
  note_mixed (table, cells, block->n_column_leaves, row->line,
              g_strdup_printf (_("“%s” is %u rows here and one in the form of %s; they read: %s"),
                               own->title, group->n_leaves, table->match->form->id, rows->str));
}

/* The block of this edition in the place of the other edition's block. */
static const BbBlock *
find_own_block (const BbMatchTable *table,
                const BbBlock      *other)
{
  for (guint b = 0; b < table->table->n_blocks; b++)
    {
      const BbBlock *block = &table->table->blocks[b];

      if (g_strcmp0 (block->title, other->title) == 0 && block->n_column_leaves == other->n_column_leaves)
        return block;
    }
  return NULL;
}

static void
tell_row (const BbMatchTable *table,
          const BbMatchRow   *row)
{
  const BbBlock *other = row->label->block;
  const BbBlock *block = find_own_block (table, other);
  const BbHead *head = &other->rows[row->label->head];
  const BbHead *group = head->parent >= 0 ? &other->rows[head->parent] : NULL;
  const BbHead *same = block != NULL ? find_counterpart (block, head) : NULL;
  const BbHead *above = block != NULL && group != NULL ? find_counterpart (block, group) : NULL;
  g_autofree char *excerpt = bb_match_row_excerpt (row);

  if (find_other_row (table, other, head->first_leaf) != row)
    note_mixed (table, NULL, 0, row->line, g_strdup_printf (_("“%s” stands twice; the second time it reads: %s"), head->title, excerpt));
  else if (same != NULL && !same->is_leaf)
    carry_to_group (table, row, block, same);
  else if (above != NULL && above->is_leaf)
    carry_to_row (table, row, block, above, group);
  else
    note_mixed (table, NULL, 0, row->line,
                g_strdup_printf (_("The form of %s has no row “%s”; it reads: %s"), table->match->form->id, head->title, excerpt));
}

void
bb_match_mixed_tell (BbMatchTable *table)
{
  for (guint i = 0; i < table->heads->len; i++)
    tell_head (table, g_ptr_array_index (table->heads, i));
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);

      if (row->label != NULL && !row->label->is_own)
        tell_row (table, row);
    }
}
