/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-check.h>
#include <string.h>

/* "t3.new.natural" and "3|0|0": the row that begins with that cell, its items. */
static inline BbLooseRow *
bb_loose_row_new (const BbForm *form, const char *first_cell, const char *items)
{
  BbLooseRow *row = g_new0 (BbLooseRow, 1);
  int first = bb_form_find_cell (form, first_cell);
  const BbCell *cell = &form->cells[first];
  const BbBlock *block = &form->tables[cell->table].blocks[cell->block];
  char **parts = g_strsplit (items, "|", -1);

  g_assert_cmpint (first, >=, 0);
  row->n_cells = block->n_column_leaves;
  row->cells = g_new0 (guint, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    row->cells[i] = (guint) first + i;
  row->n_items = g_strv_length (parts);
  row->items = g_memdup2 (parts, (row->n_items + 1) * sizeof (char *));
  g_free (parts);
  row->place = g_strdup ("line 7");
  row->source = g_strdup ("table 3, line 7");
  return row;
}

/* "5:deduced", ":missing": what a cell holds and where it came from. */
static inline char *
bb_settle_describe (BbField *field)
{
  BbState state = bb_field_get_state (field);

  if (state == BB_STATE_BLANK || state == BB_STATE_MISSING)
    return g_strdup_printf (":%s", bb_state_to_string (state));
  return g_strdup_printf ("%s:%s", bb_field_get_text (field), bb_origin_to_string (bb_field_get_origin (field)));
}

/* (element-type utf8): for each cell what it holds. */
static inline GPtrArray *
bb_settle_snapshot (BbReport *report)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bb_report_get_form (report)->n_cells; i++)
    g_ptr_array_add (cells, bb_settle_describe (bb_report_get_cell (report, i)));
  return cells;
}
