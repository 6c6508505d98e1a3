/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-drag.h"

#define WATCHED_KEY "bb-prose-watched"

static void
hold (BbProseView *self, gboolean held)
{
  BbTextBinding *binding = bb_prose_view_get_binding (self);

  if (binding != NULL)
    bb_text_binding_hold (binding, held);
}

static void
drag_over_cb (BbProseView *self)
{
  hold (self, FALSE);
}

/* GTK's own handler was connected when the drag began: the text is gone from its old place when ours is called. */
static void
drag_enter_cb (BbProseView *self, double x, double y, GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  if (drag == NULL || g_object_get_data (G_OBJECT (drag), WATCHED_KEY) == self)
    return;
  g_object_set_data (G_OBJECT (drag), WATCHED_KEY, self);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (drag_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_over_cb), self, G_CONNECT_SWAPPED);
  hold (self, TRUE);
}

void
bb_prose_drag_watch (BbProseView *view)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_return_if_fail (BB_IS_PROSE_VIEW (view));
  g_signal_connect_object (motion, "enter", G_CALLBACK (drag_enter_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
}
