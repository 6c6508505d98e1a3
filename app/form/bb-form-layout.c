/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-layout.h"

/*
 * How trees become a grid (form.md):
 *
 * - Label columns: as many as the deepest tree of row heads is deep, none when no row has a title. A group takes one of
 *   them over all its rows, a leaf the rest of the line.
 * - Number columns: the least common multiple of the blocks' numbers of columns, so that blocks of two and of three
 *   columns share one grid; each block's columns span evenly.
 * - A block gives a row for its title, if it has one, a row for each level of its column heads, and its rows. A column
 *   head that is a leaf reaches down to the last level.
 * - The heads of a table with one untitled block repeat on the next page; blocks carry their own.
 */
typedef struct
{
  const BbTable *table;
  const BbBlock *block;
  GArray *slots; /* BbSlot */
  guint labels;
  guint numbers;
  guint top; /* the grid row that comes next */
} Layout;

static guint
greatest_common_divisor (guint a, guint b)
{
  while (b != 0)
    {
      guint rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

static guint
tree_depth (const BbHead *heads, guint n_heads)
{
  guint depth = 0;

  for (guint i = 0; i < n_heads; i++)
    depth = MAX (depth, heads[i].depth + 1);

  return depth;
}

static gboolean
has_titles (const BbHead *heads, guint n_heads)
{
  for (guint i = 0; i < n_heads; i++)
    {
      if (*heads[i].title != '\0')
        return TRUE;
    }

  return FALSE;
}

static BbSlot *
add_slot (Layout *layout, BbSlotRole role, guint row, guint column, guint row_span, guint column_span)
{
  BbSlot slot = {
    .row = row,
    .column = column,
    .row_span = row_span,
    .column_span = column_span,
    .role = role,
    .block = layout->block->index,
    .head = -1,
    .cell = -1,
    .text = "",
  };

  g_array_append_val (layout->slots, slot);
  return &g_array_index (layout->slots, BbSlot, layout->slots->len - 1);
}

static void
add_block_title (Layout *layout)
{
  if (layout->block->title == NULL)
    return;

  add_slot (layout, BB_SLOT_BLOCK_TITLE, layout->top, 0, 1, layout->labels + layout->numbers)->text = layout->block->title;
  layout->top++;
}

static void
add_column_heads (Layout *layout)
{
  const BbBlock *block = layout->block;
  guint depth = tree_depth (block->columns, block->n_columns);
  guint width = layout->numbers / block->n_column_leaves;
  BbSlot *slot;

  if (layout->labels > 0)
    {
      slot = add_slot (layout, BB_SLOT_CORNER, layout->top, 0, depth, layout->labels);
      if (block->corner != NULL)
        slot->text = block->corner;
    }

  for (guint i = 0; i < block->n_columns; i++)
    {
      const BbHead *head = &block->columns[i];

      slot = add_slot (layout, BB_SLOT_COLUMN_HEAD, layout->top + head->depth, layout->labels + head->first_leaf * width,
                       head->is_leaf ? depth - head->depth : 1, head->n_leaves * width);
      slot->head = (int) i;
      slot->text = head->title;
    }

  layout->top += depth;
}

static void
add_row_heads (Layout *layout)
{
  const BbBlock *block = layout->block;

  for (guint i = 0; layout->labels > 0 && i < block->n_rows; i++)
    {
      const BbHead *head = &block->rows[i];
      BbSlot *slot = add_slot (layout, BB_SLOT_ROW_HEAD, layout->top + head->first_leaf, head->depth, head->n_leaves,
                               head->is_leaf ? layout->labels - head->depth : 1);

      slot->head = (int) i;
      slot->text = head->title;
    }
}

static void
add_cells (Layout *layout)
{
  const BbBlock *block = layout->block;
  guint width = layout->numbers / block->n_column_leaves;

  for (guint row = 0; row < block->n_row_leaves; row++)
    {
      for (guint column = 0; column < block->n_column_leaves; column++)
        {
          BbSlot *slot = add_slot (layout, BB_SLOT_CELL, layout->top + row, layout->labels + column * width, 1, width);

          slot->cell = (int) (block->first_cell + row * block->n_column_leaves + column);
        }
    }

  layout->top += block->n_row_leaves;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const BbSlot *first = a;
  const BbSlot *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;

  return first->column < second->column ? -1 : first->column > second->column;
}

static void
measure_grid (Layout *layout)
{
  layout->numbers = 1;
  for (guint i = 0; i < layout->table->n_blocks; i++)
    {
      const BbBlock *block = &layout->table->blocks[i];

      layout->numbers *= block->n_column_leaves / greatest_common_divisor (layout->numbers, block->n_column_leaves);
      if (has_titles (block->rows, block->n_rows))
        layout->labels = MAX (layout->labels, tree_depth (block->rows, block->n_rows));
    }
}

void
bb_form_layout (BbFormData *data, BbTable *table)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BbSlot));
  Layout layout = { .table = table, .slots = slots };
  const BbBlock *first = &table->blocks[0];

  measure_grid (&layout);
  for (guint i = 0; i < table->n_blocks; i++)
    {
      layout.block = &table->blocks[i];
      add_block_title (&layout);
      add_column_heads (&layout);
      add_row_heads (&layout);
      add_cells (&layout);
    }
  g_array_sort (slots, compare_slots);

  table->slots = bb_form_data_keep (data, slots);
  table->n_slots = slots->len;
  table->n_grid_rows = layout.top;
  table->n_grid_columns = layout.labels + layout.numbers;
  table->n_label_columns = layout.labels;
  if (table->n_blocks == 1 && first->title == NULL)
    table->n_head_rows = tree_depth (first->columns, first->n_columns);
}
