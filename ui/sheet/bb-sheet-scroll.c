/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

gboolean
bb_sheet_is_repeated_head (BbSheet *self, guint slot)
{
  return self->table->slots[slot].row < self->table->n_head_rows;
}

int
bb_sheet_head_height (BbSheet *self)
{
  return self->table->n_head_rows > 0 ? self->geometry.tops[self->table->n_head_rows] : 0;
}

static gboolean
find_origin (BbSheet *self, graphene_point_t *origin)
{
  return self->viewport != NULL
         && gtk_widget_compute_point (GTK_WIDGET (self), self->viewport, &GRAPHENE_POINT_INIT (0, 0), origin);
}

/* Large text in a low window: heads that stayed would leave no room for the rows. */
static gboolean
heads_stay (BbSheet *self)
{
  return self->viewport == NULL || 2 * bb_sheet_head_height (self) <= gtk_widget_get_height (self->viewport);
}

int
bb_sheet_sticky_height (BbSheet *self)
{
  return heads_stay (self) ? bb_sheet_head_height (self) : 0;
}

/* The heads stay in sight while the rows scroll below them. */
int
bb_sheet_head_offset (BbSheet *self)
{
  graphene_point_t origin;
  int room = self->geometry.tops[self->table->n_grid_rows] - bb_sheet_head_height (self);

  if (self->table->n_head_rows == 0 || !heads_stay (self) || !find_origin (self, &origin))
    return 0;

  return CLAMP ((int) -origin.y, 0, MAX (room, 0));
}

int
bb_sheet_page_height (BbSheet *self)
{
  int height = gtk_widget_get_height (self->viewport != NULL ? self->viewport : GTK_WIDGET (self));

  return height - bb_sheet_sticky_height (self);
}

/* With a row's height to spare above and below, as far as there is room; the cell itself is never below the heads. */
static void
scroll_down (GtkAdjustment *adjustment, const GdkRectangle *area, int head)
{
  double value = gtk_adjustment_get_value (adjustment);
  int page = (int) gtk_adjustment_get_page_size (adjustment);
  int spare = CLAMP ((page - head - area->height) / 2, 0, area->height);
  int beyond = area->y + area->height + spare - page;

  if (area->y < head + spare || area->height > page - head)
    gtk_adjustment_set_value (adjustment, value + area->y - head - spare);
  else if (beyond > 0)
    gtk_adjustment_set_value (adjustment, value + beyond);
}

static void
scroll_along (GtkAdjustment *adjustment, const GdkRectangle *area)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = value + area->x;
  double right = left + area->width;

  if (right <= page)
    gtk_adjustment_set_value (adjustment, 0);
  else if (left < value)
    gtk_adjustment_set_value (adjustment, left);
  else if (right > value + page)
    gtk_adjustment_set_value (adjustment, right - page);
}

/* Into view, with the labels of its row where both fit. */
static void
scroll_to (GtkScrollable *view, const GdkRectangle *area, int head)
{
  scroll_down (gtk_scrollable_get_vadjustment (view), area, head);
  scroll_along (gtk_scrollable_get_hadjustment (view), area);
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbSheet *self = BB_SHEET (widget);
  graphene_point_t origin;

  /* Not laid out yet: a page that was just opened. */
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  if (self->wanted >= 0 && find_origin (self, &origin))
    {
      guint slot = self->selection.cell_slots[self->wanted - (int) self->table->first_cell];
      GdkRectangle area = bb_sheet_geometry_get_slot (&self->geometry, slot);

      area.x += (int) origin.x;
      area.y += (int) origin.y;
      scroll_to (GTK_SCROLLABLE (self->viewport), &area, bb_sheet_sticky_height (self));
    }
  self->wanted = -1;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

void
bb_sheet_want_cell (BbSheet *self, guint cell)
{
  self->wanted = (int) cell;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

static void
scrolled_cb (BbSheet *self)
{
  if (self->table->n_head_rows > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
bb_sheet_follow_viewport (BbSheet *self)
{
  self->viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  if (self->viewport == NULL)
    return;

  /* It would scroll a cell to the very edge, below our heads. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == self->viewport)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (self->viewport), FALSE);
  self->vadjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)));
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
bb_sheet_leave_viewport (BbSheet *self)
{
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->vadjustment);
  self->viewport = NULL;
}
