/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-zoom-wheel.h"

static gboolean
scroll_cb (GtkEventController *controller, double dx, double dy)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (gtk_event_controller_get_widget (controller), dy < 0 ? "app.zoom-in" : "app.zoom-out",
                              NULL);
  return GDK_EVENT_STOP;
}

void
bb_zoom_wheel_add (GtkWidget *window)
{
  GtkEventController *controller;

  /* Whole clicks: a smooth wheel would run through all sizes at once. Captured, or a list below would scroll. */
  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (window, controller);
}
