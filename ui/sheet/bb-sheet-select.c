/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

static void
say_sum (BbSheet *self)
{
  g_autofree char *text = NULL;

  if (self->focused < 0 || bb_sheet_is_stale (self))
    return;

  text = bb_sheet_selection_describe (&self->selection, self->report);
  bb_sheet_cell_set_note (bb_sheet_get_cell (self, (guint) self->focused), *text != '\0' ? text : NULL);
  bb_sheet_emit_selection_changed (self);
}

static gboolean
sum_idle_cb (gpointer user_data)
{
  BbSheet *self = user_data;

  self->sum_id = 0;
  say_sum (self);
  return G_SOURCE_REMOVE;
}

/* While the pointer is dragged or a key repeats, one message a frame is enough. */
void
bb_sheet_queue_sum (BbSheet *self)
{
  if (self->sum_id == 0)
    self->sum_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sum_idle_cb, self, NULL);
}

static void
show_selection (BbSheet *self, const BbSheetArea *before)
{
  for (guint i = 0; i < self->table->n_cells; i++)
    {
      guint slot = self->selection.cell_slots[i];
      gboolean selected = bb_sheet_selection_has_slot (&self->selection, slot);
      BbSheetSelection old = self->selection;

      old.area = *before;
      if (selected != bb_sheet_selection_has_slot (&old, slot))
        gtk_accessible_update_state (GTK_ACCESSIBLE (self->cells[i]), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bb_sheet_queue_sum (self);
}

/* Moves the keyboard to the anchor; what is selected stays. */
static void
focus_anchor (BbSheet *self)
{
  self->tab_start = -1;
  bb_sheet_cell_enter (bb_sheet_get_cell (self, (guint) self->selection.anchor));
}

/* The focus came into @cell, by whatever way: what was selected stays when it goes on there. */
void
bb_sheet_cell_entered (BbSheet *self, BbSheetCell *cell)
{
  int before = self->focused;
  guint index = bb_sheet_cell_index (cell);

  self->focused = (int) index;
  if (self->selection.anchor != self->focused)
    {
      BbSheetArea area = self->selection.area;

      bb_sheet_selection_set_cell (&self->selection, index);
      show_selection (self, &area);
    }
  if (before >= 0 && before != self->focused)
    {
      bb_sheet_cell_rest (bb_sheet_get_cell (self, (guint) before));
      bb_sheet_cell_set_note (bb_sheet_get_cell (self, (guint) before), NULL);
    }
  bb_sheet_update_actions (self);
  bb_sheet_want_cell (self, index);
  bb_sheet_emit_cell_focused (self);
}

void
bb_sheet_go_to (BbSheet *self, guint cell)
{
  BbSheetArea before = self->selection.area;

  self->tab_start = -1;
  self->column = -1;
  bb_sheet_selection_set_cell (&self->selection, cell);
  bb_sheet_cell_enter (bb_sheet_get_cell (self, cell));
  bb_sheet_want_cell (self, cell);
  show_selection (self, &before);
}

void
bb_sheet_extend_to (BbSheet *self, guint cell)
{
  BbSheetArea before = self->selection.area;

  bb_sheet_selection_extend (&self->selection, cell);
  focus_anchor (self);
  bb_sheet_want_cell (self, cell);
  show_selection (self, &before);
}

void
bb_sheet_select_area (BbSheet *self, const BbSheetArea *area, gboolean extend)
{
  BbSheetArea before = self->selection.area;

  if (extend)
    bb_sheet_selection_extend_area (&self->selection, area);
  else if (!bb_sheet_selection_set_area (&self->selection, area))
    return;
  focus_anchor (self);
  show_selection (self, &before);
}

void
bb_sheet_select_all (BbSheet *self)
{
  BbSheetArea before = self->selection.area;

  bb_sheet_selection_set_all (&self->selection);
  focus_anchor (self);
  show_selection (self, &before);
}

void
bb_sheet_expand (BbSheet *self, gboolean rows)
{
  BbSheetArea before = self->selection.area;

  bb_sheet_selection_expand (&self->selection, rows);
  show_selection (self, &before);
}

gboolean
bb_sheet_step (BbSheet *self, int step, gboolean by_columns)
{
  if (!bb_sheet_selection_is_many (&self->selection) || !bb_sheet_selection_step (&self->selection, step, by_columns))
    return FALSE;

  focus_anchor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

gboolean
bb_sheet_reduce (BbSheet *self)
{
  if (!bb_sheet_selection_is_many (&self->selection))
    return FALSE;

  bb_sheet_go_to (self, (guint) self->selection.anchor);
  return TRUE;
}

/* Tab, through the inputs in reading order; a run of Tabs remembers where in its row it began. */
static int
find_tab (BbSheet *self, guint from, gboolean forward)
{
  int target = bb_sheet_move (self->report, self->form, self->table, from, forward ? BB_SHEET_MOVE_NEXT : BB_SHEET_MOVE_PREVIOUS, -1);
  int start = self->tab_start >= 0 ? self->tab_start : (int) from;

  if (target >= 0)
    self->tab_start = self->form->cells[target].row == self->form->cells[start].row ? start : target;
  return target;
}

/* The context menu is a child of ours, but none of the table: while it is open, arrows and Tab stay in it. */
static gboolean
is_in_menu (BbSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return self->menu != NULL && focus != NULL && (focus == self->menu || gtk_widget_is_ancestor (focus, self->menu));
}

gboolean
bb_sheet_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BbSheet *self = BB_SHEET (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  BbSheetCell *focused = bb_sheet_find_focus (self);
  int start = -1;
  int target;

  if (is_in_menu (self))
    return gtk_widget_child_focus (self->menu, direction);
  if (focused != NULL && !bb_sheet_cell_has_keyboard (focused))
    return gtk_widget_child_focus (GTK_WIDGET (focused), direction);
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (focused != NULL && bb_sheet_step (self, forward ? 1 : -1, FALSE))
    return TRUE;
  if (focused != NULL)
    {
      target = find_tab (self, bb_sheet_cell_index (focused), forward);
      start = self->tab_start;
    }
  else if (self->focused >= 0)
    target = self->focused;
  else
    target = bb_sheet_first_input (self->form, self->table, !forward);
  if (target < 0)
    return FALSE;

  if (focused != NULL)
    bb_sheet_go_to (self, (guint) target);
  else
    bb_sheet_cell_enter (bb_sheet_get_cell (self, (guint) target));
  self->tab_start = start;
  return TRUE;
}

gboolean
bb_sheet_take_focus (GtkWidget *widget)
{
  return bb_sheet_find_focus (BB_SHEET (widget)) != NULL || bb_sheet_move_focus (widget, GTK_DIR_TAB_FORWARD);
}
