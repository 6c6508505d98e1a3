/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-moves.h"

#include <gdk/gdkkeysyms.h>

/* Where a plain key leads. */
typedef struct
{
  guint keyval;
  gboolean shift;
  BbSheetMove move;
} KeyMove;

/* *INDENT-OFF* */
static const KeyMove key_moves[] = {
  { GDK_KEY_Return,    FALSE, BB_SHEET_MOVE_ENTER },
  { GDK_KEY_KP_Enter,  FALSE, BB_SHEET_MOVE_ENTER },
  { GDK_KEY_ISO_Enter, FALSE, BB_SHEET_MOVE_ENTER },
  { GDK_KEY_Return,    TRUE,  BB_SHEET_MOVE_BACK_ENTER },
  { GDK_KEY_KP_Enter,  TRUE,  BB_SHEET_MOVE_BACK_ENTER },
  { GDK_KEY_ISO_Enter, TRUE,  BB_SHEET_MOVE_BACK_ENTER },
  { GDK_KEY_Up,        FALSE, BB_SHEET_MOVE_UP },
  { GDK_KEY_KP_Up,     FALSE, BB_SHEET_MOVE_UP },
  { GDK_KEY_Down,      FALSE, BB_SHEET_MOVE_DOWN },
  { GDK_KEY_KP_Down,   FALSE, BB_SHEET_MOVE_DOWN },
  { GDK_KEY_Left,      FALSE, BB_SHEET_MOVE_LEFT },
  { GDK_KEY_KP_Left,   FALSE, BB_SHEET_MOVE_LEFT },
  { GDK_KEY_Right,     FALSE, BB_SHEET_MOVE_RIGHT },
  { GDK_KEY_KP_Right,  FALSE, BB_SHEET_MOVE_RIGHT },
};
/* *INDENT-ON* */

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
vertical (const BbForm *form, const BbTable *table, guint cell, int step, gboolean inputs_only)
{
  const BbSlot *start = find_slot (table, cell);
  int best = -1;
  guint best_distance = G_MAXUINT;

  for (guint i = 0; start != NULL && i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      gboolean beyond = step > 0 ? slot->row > start->row : slot->row < start->row;
      guint distance = step > 0 ? slot->row - start->row : start->row - slot->row;

      if (slot->cell < 0 || !beyond || distance >= best_distance)
        continue;
      if (slot->column > start->column || slot->column + slot->column_span <= start->column)
        continue;
      if (inputs_only && !is_input (form, slot->cell))
        continue;
      best_distance = distance;
      best = slot->cell;
    }

  return best;
}

static int
enter (const BbForm *form, const BbTable *table, guint cell, int step)
{
  int found = vertical (form, table, cell, step, TRUE);

  return found >= 0 ? found : next_input (form, table, (int) cell, step);
}

int
bb_sheet_move (const BbForm *form, const BbTable *table, guint cell, BbSheetMove move)
{
  int next = (int) cell;

  switch (move)
    {
    case BB_SHEET_MOVE_UP:
      return vertical (form, table, cell, -1, FALSE);
    case BB_SHEET_MOVE_DOWN:
      return vertical (form, table, cell, 1, FALSE);
    case BB_SHEET_MOVE_LEFT:
      return is_in_table (table, next - 1) ? next - 1 : -1;
    case BB_SHEET_MOVE_RIGHT:
      return is_in_table (table, next + 1) ? next + 1 : -1;
    case BB_SHEET_MOVE_ENTER:
      return enter (form, table, cell, 1);
    case BB_SHEET_MOVE_BACK_ENTER:
      return enter (form, table, cell, -1);
    case BB_SHEET_MOVE_NEXT:
      return next_input (form, table, next, 1);
    case BB_SHEET_MOVE_PREVIOUS:
      return next_input (form, table, next, -1);
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

gboolean
bb_sheet_find_move (guint keyval, gboolean shift, BbSheetMove *move)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_moves); i++)
    {
      if (key_moves[i].keyval == keyval && key_moves[i].shift == shift)
        {
          *move = key_moves[i].move;
          return TRUE;
        }
    }

  return FALSE;
}
