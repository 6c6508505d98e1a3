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

/* How many rows of the heads scroll away before the others stay: with large text in a low window all of them would leave no room
 * for the rows of the table. Those with the names of the columns come last. */
static guint
count_passing (BbSheet *self)
{
  const int *tops = self->geometry.tops;
  guint n_rows = self->table->n_head_rows;
  int height = self->viewport != NULL ? gtk_widget_get_height (self->viewport) : 0;

  if (self->viewport == NULL || n_rows == 0 || 2 * tops[n_rows] <= height)
    return 0;
  for (guint i = 1; i < n_rows; i++)
    if (5 * (tops[n_rows] - tops[i]) <= 3 * height)
      return i;
  return n_rows;
}

/* What of the heads scrolls away first, with the rule above what stays. */
static int
passing_height (BbSheet *self)
{
  guint passing = count_passing (self);

  return passing > 0 ? self->geometry.tops[passing] - 1 : 0;
}

int
bb_sheet_sticky_height (BbSheet *self)
{
  return count_passing (self) < self->table->n_head_rows ? bb_sheet_head_height (self) - passing_height (self) : 0;
}

/* The heads stay in sight while the rows scroll below them. */
int
bb_sheet_head_offset (BbSheet *self)
{
  graphene_point_t origin;
  int room = self->geometry.tops[self->table->n_grid_rows] - bb_sheet_head_height (self);

  if (bb_sheet_sticky_height (self) == 0 || !find_origin (self, &origin))
    return 0;

  return CLAMP ((int) -origin.y - passing_height (self), 0, MAX (room, 0));
}

/* A head of several rows is written in those that stay, where it has room there. */
void
bb_sheet_fit_head (BbSheet *self, guint slot, int offset, GdkRectangle *area)
{
  const BbSlot *place = &self->table->slots[slot];
  guint passing = count_passing (self);
  int cut, least;

  if (offset == 0 || place->row >= passing || place->row + place->row_span <= passing)
    return;
  cut = self->geometry.tops[passing] - self->geometry.tops[place->row];
  gtk_widget_measure (self->children[slot], GTK_ORIENTATION_VERTICAL, area->width, &least, NULL, NULL, NULL);
  if (area->height - cut < least)
    return;
  area->y += cut;
  area->height -= cut;
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

/* By the adjustment: we are moved only with the next layout. */
static gboolean
is_away (BbSheet *self)
{
  double top = gtk_adjustment_get_value (self->vadjustment);
  GdkRectangle area;

  if (self->focused < 0)
    return FALSE;
  area = bb_sheet_geometry_get_slot (&self->geometry, self->selection.cell_slots[self->focused - (int) self->table->first_cell]);
  return area.y + area.height <= top || area.y >= top + gtk_adjustment_get_page_size (self->vadjustment);
}

static void
scrolled_cb (BbSheet *self)
{
  self->away = is_away (self);
  if (self->table->n_head_rows > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The window is lower, the list of issues was opened, the text is larger: who is in a cell sees it still, unless it was scrolled away
 * to read another part of the table. */
static void
resized_cb (BbSheet *self)
{
  BbSheetCell *cell = bb_sheet_find_focus (self);

  if (cell != NULL && !self->dragging && !self->away)
    bb_sheet_want_cell (self, bb_sheet_cell_index (cell));
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
  g_signal_connect_object (self->vadjustment, "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->vadjustment, "notify::upper", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
}

void
bb_sheet_leave_viewport (BbSheet *self)
{
  if (self->vadjustment != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
      g_signal_handlers_disconnect_by_func (self->vadjustment, resized_cb, self);
    }
  g_clear_object (&self->vadjustment);
  self->viewport = NULL;
}
