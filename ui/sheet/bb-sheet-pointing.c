/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell says of itself lies over the rows below, which are filled in next: it is shown to who points at the cell, not to who
 * types while the pointer rests somewhere. */
#include "sheet/bb-sheet-private.h"

void
bb_sheet_set_pointed (BbSheet *self, gboolean pointed)
{
  if (self->pointed == pointed)
    return;

  self->pointed = pointed;
  for (guint i = 0; i < self->table->n_cells; i++)
    gtk_widget_set_has_tooltip (GTK_WIDGET (self->cells[i]), pointed);
}

/* Rows that scroll below a pointer at rest are no motion of it, nor is one in the context menu, which is a child of ours. */
static void
motion_cb (BbSheet *self, double x, double y, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double pointer_x = x, pointer_y = y;

  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    return;
  if (event != NULL)
    gdk_event_get_position (event, &pointer_x, &pointer_y);
  if (pointer_x == self->pointer_x && pointer_y == self->pointer_y)
    return;

  self->pointer_x = pointer_x;
  self->pointer_y = pointer_y;
  bb_sheet_set_pointed (self, TRUE);
}

void
bb_sheet_add_pointing (BbSheet *self)
{
  GtkEventController *controller = gtk_event_controller_motion_new ();

  self->pointed = TRUE;
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
