/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-moves.h"

/* Where a move may end. */
typedef struct
{
  BbReport *report;
  const BbForm *form;
  const BbTable *table;
  int column; /* to keep to, -1 for none */
} Ground;

typedef int (*Step) (const Ground *ground, guint cell, int step);

static gboolean
is_input (const BbForm *form, int cell)
{
  return form->cells[cell].derived_from < 0;
}

static gboolean
is_in_table (const BbTable *table, int cell)
{
  return cell >= (int) table->first_cell && cell < (int) (table->first_cell + table->n_cells);
}

/* Cells are numbered in reading order. */
static int
next_input (const BbForm *form, const BbTable *table, int cell, int step)
{
  for (cell += step; is_in_table (table, cell); cell += step)
    {
      if (is_input (form, cell))
        return cell;
    }

  return -1;
}

static const BbSlot *
find_slot (const BbTable *table, guint cell)
{
  for (guint i = 0; i < table->n_slots; i++)
    {
      if (table->slots[i].cell == (int) cell)
        return &table->slots[i];
    }

  g_return_val_if_reached (NULL);
}

/* The nearest cell above or below that covers the same place of the grid, whatever block it belongs to. */
static int
find_vertical (const Ground *ground, guint cell, int step, gboolean inputs_only)
{
  const BbTable *table = ground->table;
  const BbSlot *start = find_slot (table, cell);
  guint column = start->column;
  int best = -1;
  guint best_distance = G_MAXUINT;

  if (ground->column >= (int) start->column && ground->column < (int) (start->column + start->column_span))
    column = (guint) ground->column;

  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      gboolean beyond = step > 0 ? slot->row > start->row : slot->row < start->row;
      guint distance = step > 0 ? slot->row - start->row : start->row - slot->row;

      if (slot->cell < 0 || !beyond || distance >= best_distance)
        continue;
      if (slot->column > column || slot->column + slot->column_span <= column)
        continue;
      if (inputs_only && !is_input (ground->form, slot->cell))
        continue;
      best_distance = distance;
      best = slot->cell;
    }

  return best;
}

static int
step_down (const Ground *ground, guint cell, int step)
{
  return find_vertical (ground, cell, step, FALSE);
}

static int
step_along (const Ground *ground, guint cell, int step)
{
  int next = (int) cell + step;

  return is_in_table (ground->table, next) && find_slot (ground->table, (guint) next)->row == find_slot (ground->table, cell)->row
             ? next
             : -1;
}

/* Nothing is known of the cells of an edition that the report has left. */
static gboolean
is_filled (const Ground *ground, int cell)
{
  return bb_report_get_form (ground->report) == ground->form
         && *bb_field_get_text (bb_report_get_cell (ground->report, (guint) cell)) != '\0';
}

/* As far as the run of filled cells goes, else over empty ones to the next filled one. */
static int
find_edge (const Ground *ground, guint cell, Step step, int direction)
{
  int last = step (ground, cell, direction);
  gboolean in_run = last >= 0 && is_filled (ground, (int) cell) && is_filled (ground, last);

  if (last < 0)
    return -1;
  for (int next = last; next >= 0; next = step (ground, (guint) next, direction))
    {
      if (in_run && !is_filled (ground, next))
        return last;
      last = next;
      if (!in_run && is_filled (ground, next))
        return last;
    }
  return last;
}

static int
find_row_end (const Ground *ground, guint cell, int direction)
{
  int last = (int) cell;

  for (int next = last; next >= 0; next = step_along (ground, (guint) next, direction))
    last = next;
  return last;
}

/* The input at the top of the column right of @cell, or at the bottom of the one left of it. */
static int
find_next_column (const Ground *ground, guint cell, int step)
{
  const BbTable *table = ground->table;
  const BbSlot *start = find_slot (table, cell);
  const BbSlot *best = NULL;

  for (guint i = 0; start != NULL && i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      gboolean beyond = step > 0 ? slot->column >= start->column + start->column_span
                                 : slot->column + slot->column_span <= start->column;
      gboolean nearer = best == NULL || (step > 0 ? slot->column < best->column : slot->column > best->column);

      if (slot->cell < 0 || !beyond || !is_input (ground->form, slot->cell))
        continue;
      /* Slots come row by row: of one column the first is the top, the last the bottom. */
      if (nearer || (step < 0 && slot->column == best->column))
        best = slot;
    }

  return best != NULL ? best->cell : -1;
}

static int
enter (const Ground *ground, guint cell, int step)
{
  int found = find_vertical (ground, cell, step, TRUE);

  return found >= 0 ? found : find_next_column (ground, cell, step);
}

int
bb_sheet_move (BbReport *report, const BbForm *form, const BbTable *table, guint cell, BbSheetMove move, int column)
{
  const Ground ground = { report, form, table, column };

  switch (move)
    {
    case BB_SHEET_MOVE_UP:
      return step_down (&ground, cell, -1);
    case BB_SHEET_MOVE_DOWN:
      return step_down (&ground, cell, 1);
    case BB_SHEET_MOVE_LEFT:
      return step_along (&ground, cell, -1);
    case BB_SHEET_MOVE_RIGHT:
      return step_along (&ground, cell, 1);
    case BB_SHEET_MOVE_EDGE_UP:
      return find_edge (&ground, cell, step_down, -1);
    case BB_SHEET_MOVE_EDGE_DOWN:
      return find_edge (&ground, cell, step_down, 1);
    case BB_SHEET_MOVE_EDGE_LEFT:
      return find_edge (&ground, cell, step_along, -1);
    case BB_SHEET_MOVE_EDGE_RIGHT:
      return find_edge (&ground, cell, step_along, 1);
    case BB_SHEET_MOVE_ROW_START:
      return find_row_end (&ground, cell, -1);
    case BB_SHEET_MOVE_ROW_END:
      return find_row_end (&ground, cell, 1);
    case BB_SHEET_MOVE_START:
      return (int) table->first_cell;
    case BB_SHEET_MOVE_END:
      return (int) (table->first_cell + table->n_cells) - 1;
    case BB_SHEET_MOVE_ENTER:
      return enter (&ground, cell, 1);
    case BB_SHEET_MOVE_BACK_ENTER:
      return enter (&ground, cell, -1);
    case BB_SHEET_MOVE_NEXT:
      return next_input (form, table, (int) cell, 1);
    case BB_SHEET_MOVE_PREVIOUS:
      return next_input (form, table, (int) cell, -1);
    default:
      g_return_val_if_reached (-1);
    }
}

int
bb_sheet_first_input (const BbForm *form, const BbTable *table, gboolean last)
{
  if (last)
    return next_input (form, table, (int) (table->first_cell + table->n_cells), -1);

  return next_input (form, table, (int) table->first_cell - 1, 1);
}
