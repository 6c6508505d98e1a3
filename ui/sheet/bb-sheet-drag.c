/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

/* Pixels a frame for each pixel that the pointer is beyond the edge, and the most. */
#define SPEED 0.15
#define FASTEST 24.0

static guint
find_index (const int *edges, guint n, int position)
{
  guint i = 0;

  while (i + 1 < n && position >= edges[i + 1])
    i++;
  return i;
}

/* The slot at a point, or the nearest one. Heads that stay in sight are above what is scrolled below them. */
static guint
find_slot (BbSheet *self, double x, double y, gboolean heads)
{
  const BbTable *table = self->table;
  int offset = bb_sheet_head_offset (self);
  int inside = (int) y;
  guint row, column;

  if (heads && table->n_head_rows > 0 && inside >= offset && inside < offset + bb_sheet_head_height (self))
    inside -= offset;
  row = find_index (self->geometry.tops, table->n_grid_rows, inside);
  column = find_index (self->geometry.lefts, table->n_grid_columns, (int) x);
  return self->selection.slots[row * table->n_grid_columns + column];
}

/* The page may be longer and wider than the table. */
static gboolean
is_beside (BbSheet *self, double x, double y)
{
  return y >= self->geometry.tops[self->table->n_grid_rows] || x >= self->geometry.lefts[self->table->n_grid_columns];
}

static gboolean
is_text_press (BbSheet *self, BbSheetCell *cell, double x, double y)
{
  double inner_x, inner_y;

  /* In a text that is being edited the pointer places the caret and selects words; a mark is a button. */
  if (bb_sheet_cell_has_keyboard (cell) && bb_sheet_cell_get_mode (cell) == BB_SHEET_CELL_EDITING)
    return TRUE;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (cell), x, y, &inner_x, &inner_y);
  return gtk_entry_get_icon_at_pos (GTK_ENTRY (cell), (int) inner_x, (int) inner_y) >= 0;
}

/* The caret between the two characters that were clicked. */
static void
edit_at (BbSheet *self, BbSheetCell *cell, double x)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (cell)));
  guint length = gtk_entry_get_text_length (GTK_ENTRY (cell));
  int best = (int) length;
  double best_distance = G_MAXDOUBLE;
  double inner_x, inner_y;

  if (!bb_sheet_cell_begin_edit (cell))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (text), x, 0, &inner_x, &inner_y);
  for (guint i = 0; i <= length; i++)
    {
      graphene_rect_t caret;

      gtk_text_compute_cursor_extents (text, i, &caret, NULL);
      if (ABS (caret.origin.x - inner_x) >= best_distance)
        continue;
      best = (int) i;
      best_distance = ABS (caret.origin.x - inner_x);
    }
  gtk_editable_set_position (GTK_EDITABLE (cell), best);
}

static void
press_cell (BbSheet *self, guint cell, gboolean extend)
{
  if (extend)
    bb_sheet_extend_to (self, cell);
  else
    bb_sheet_go_to (self, cell);
}

static void
press_slot (BbSheet *self, guint slot, gboolean extend)
{
  int cell = self->table->slots[slot].cell;

  if (cell >= 0)
    {
      press_cell (self, (guint) cell, extend);
      self->drag_head = -1;
    }
  else
    {
      BbSheetArea area = bb_sheet_selection_head_area (&self->selection, slot);

      bb_sheet_select_area (self, &area, extend);
      self->drag_head = (int) slot;
    }
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

static void
pressed_cb (BbSheet *self, int n_press, double x, double y, GtkGesture *click)
{
  guint slot = find_slot (self, x, y, TRUE);
  int index = self->table->slots[slot].cell;
  BbSheetCell *cell = index >= 0 ? bb_sheet_get_cell (self, (guint) index) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if (bb_sheet_is_stale (self) || is_touch (click) || is_beside (self, x, y) || (cell != NULL && is_text_press (self, cell, x, y)))
    {
      gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  press_slot (self, slot, (state & GDK_SHIFT_MASK) != 0);
  self->dragging = n_press == 1;
  if (n_press == 2 && cell != NULL)
    edit_at (self, cell, x);
}

static void
drag_to (BbSheet *self, double x, double y)
{
  guint slot = find_slot (self, x, y, self->drag_head >= 0);
  int cell = self->table->slots[slot].cell;

  if (self->drag_head >= 0)
    {
      BbSheetArea area;

      /* From head to head of the same kind, wherever the pointer strays to. */
      if (self->table->slots[slot].role != self->table->slots[self->drag_head].role)
        return;
      area = bb_sheet_selection_head_area (&self->selection, slot);
      bb_sheet_select_area (self, &area, TRUE);
    }
  else if (cell >= 0 && cell != self->selection.lead)
    bb_sheet_extend_to (self, (guint) cell);
  /* Only the pointer scrolls now. */
  self->wanted = -1;
}

/* How far to scroll in a frame. */
static double
find_speed (double position, double start, double end)
{
  if (position < start)
    return MAX ((position - start) * SPEED - 1, -FASTEST);
  if (position > end)
    return MIN ((position - end) * SPEED + 1, FASTEST);
  return 0;
}

static void
scroll_by (GtkAdjustment *adjustment, double distance)
{
  if (distance != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}

/* The pointer beyond the edge goes on scrolling although it rests: it stays in its place of the view, not of the sheet. */
static gboolean
drag_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbSheet *self = BB_SHEET (widget);
  GtkScrollable *view = GTK_SCROLLABLE (self->viewport);
  int head = self->drag_head >= 0 ? 0 : bb_sheet_sticky_height (self);
  double along = find_speed (self->drag_x, 0, gtk_widget_get_width (self->viewport));
  double down = find_speed (self->drag_y, head, gtk_widget_get_height (self->viewport));
  double x, y;

  if (along == 0 && down == 0)
    return G_SOURCE_CONTINUE;

  scroll_by (gtk_scrollable_get_hadjustment (view), along);
  scroll_by (gtk_scrollable_get_vadjustment (view), down);
  gtk_widget_translate_coordinates (self->viewport, widget, self->drag_x, self->drag_y, &x, &y);
  drag_to (self, x, y);
  return G_SOURCE_CONTINUE;
}

static void
drag_update_cb (BbSheet *self, double offset_x, double offset_y, GtkGestureDrag *drag)
{
  double x, y;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (drag, &x, &y)
      || (self->drag_tick == 0 && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y)))
    return;

  if (self->viewport != NULL)
    {
      gtk_widget_translate_coordinates (GTK_WIDGET (self), self->viewport, x + offset_x, y + offset_y, &self->drag_x, &self->drag_y);
      if (self->drag_tick == 0)
        self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_tick_cb, NULL, NULL);
    }
  drag_to (self, x + offset_x, y + offset_y);
}

void
bb_sheet_stop_drag (BbSheet *self)
{
  self->dragging = FALSE;
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
}

static void
menu_pressed_cb (BbSheet *self, int n_press, double x, double y, GtkGesture *click)
{
  guint slot = find_slot (self, x, y, TRUE);
  int index = self->table->slots[slot].cell;

  if (bb_sheet_is_stale (self) || is_beside (self, x, y) || (index >= 0 && is_text_press (self, bb_sheet_get_cell (self, (guint) index), x, y)))
    {
      gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!bb_sheet_selection_has_slot (&self->selection, slot))
    press_slot (self, slot, FALSE);
  bb_sheet_popup_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* The button of the wheel is pressed by mistake while scrolling. What it would insert is, more often than not, the figure
 * that was looked at last: it inserts nothing unless a text is being edited. */
static void
wheel_pressed_cb (BbSheet *self, int n_press, double x, double y, GtkGesture *click)
{
  guint slot = find_slot (self, x, y, TRUE);
  int index = self->table->slots[slot].cell;
  BbSheetCell *cell = index >= 0 ? bb_sheet_get_cell (self, (guint) index) : NULL;

  if (cell != NULL && bb_sheet_cell_has_keyboard (cell) && bb_sheet_cell_get_mode (cell) == BB_SHEET_CELL_EDITING)
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_DENIED);
  else
    gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Before the texts of the cells, which would select characters. */
static void
add_gesture (BbSheet *self, GtkGesture *gesture, guint button, GCallback pressed)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  if (pressed != NULL)
    g_signal_connect_swapped (gesture, "pressed", pressed, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
bb_sheet_add_drag (BbSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();
  add_gesture (self, click, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_gesture (self, self->drag, GDK_BUTTON_PRIMARY, NULL);
  gtk_gesture_group (self->drag, click);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (bb_sheet_stop_drag), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (bb_sheet_stop_drag), self);
  add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));
  add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_MIDDLE, G_CALLBACK (wheel_pressed_cb));
}
