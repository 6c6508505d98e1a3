/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-candidates.h"

/* A row of more is no row of this form, and would only cost time and stack. */
#define MOST_ITEMS 64

/* Dead ends count too, a hundred to one way that is found. */
#define STEPS_A_CANDIDATE 100

typedef struct
{
  const BbLooseRow *row;
  GArray *ways;
  gint16 *way;
  guint budget;
  guint steps;
} Search;

static gboolean
step (Search *self)
{
  if (self->steps == 0)
    return FALSE;
  self->steps--;
  return TRUE;
}

/* Returns: %FALSE when the budget is used up. */
static gboolean
found (Search *self)
{
  if (self->budget == 0)
    return FALSE;
  self->budget--;
  g_array_append_vals (self->ways, self->way, self->row->n_cells);
  return TRUE;
}

static gboolean
leave_columns_empty (Search *self, guint column, guint item)
{
  const BbLooseRow *row = self->row;

  if (!step (self))
    return FALSE;
  if (column == row->n_cells)
    return found (self);
  if (item < row->n_items)
    {
      self->way[column] = item;
      if (!leave_columns_empty (self, column + 1, item + 1))
        return FALSE;
    }
  if (row->n_cells - column > row->n_items - item)
    {
      self->way[column] = BB_GAP;
      return leave_columns_empty (self, column + 1, item);
    }
  return TRUE;
}

/* @dropped: the item before this one was left out: an equal one beside it goes with it, or the same way would come twice. */
static gboolean
leave_items_out (Search *self, guint column, guint item, guint surplus, gboolean dropped)
{
  const BbLooseRow *row = self->row;
  gboolean follows;

  if (!step (self))
    return FALSE;
  if (item == row->n_items)
    return found (self);

  follows = dropped && g_str_equal (row->items[item], row->items[item - 1]);
  if (column < row->n_cells && !follows)
    {
      self->way[column] = item;
      if (!leave_items_out (self, column + 1, item + 1, surplus, FALSE))
        return FALSE;
    }
  return surplus == 0 || leave_items_out (self, column, item + 1, surplus - 1, TRUE);
}

static gboolean
search (Search *self)
{
  const BbLooseRow *row = self->row;

  if (row->n_items > MOST_ITEMS)
    return FALSE;
  if (row->n_items <= row->n_cells)
    return leave_columns_empty (self, 0, 0);
  return leave_items_out (self, 0, 0, row->n_items - row->n_cells, FALSE);
}

GArray *
bb_candidates_list (const BbLooseRow *row, guint *budget)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (gint16));
  g_autofree gint16 *way = g_new (gint16, row->n_cells);
  Search self = { row, ways, way, *budget, *budget * STEPS_A_CANDIDATE };

  if (!search (&self))
    return NULL;
  *budget = self.budget;
  return g_steal_pointer (&ways);
}
