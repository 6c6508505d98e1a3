/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-menu-focus.h"

#define KEY "bb-menu-focus"

/* Belongs to the menu. */
typedef struct
{
  GtkWindow *window; /* the first three are weak pointers */
  GtkWidget *last;   /* had the focus last, outside of the menu */
  GtkWidget *before; /* the same, when the menu was opened */
  GtkMenuButton *button;
  GtkPopover *menu;
  guint idle_id;
} Return;

static void
return_free (gpointer data)
{
  Return *self = data;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->last);
  g_clear_weak_pointer (&self->before);
  g_free (self);
}

static Return *
return_of (gpointer menu)
{
  return g_object_get_data (G_OBJECT (menu), KEY);
}

static gboolean
is_inside (Return *self, GtkWidget *focus)
{
  return focus == GTK_WIDGET (self->menu) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->menu));
}

static void
focus_cb (GtkPopover *menu)
{
  Return *self = return_of (menu);
  GtkWidget *focus = self->window != NULL ? gtk_window_get_focus (self->window) : NULL;

  if (focus != NULL && !is_inside (self, focus))
    g_set_weak_pointer (&self->last, focus);
}

static void
map_cb (GtkPopover *menu)
{
  Return *self = return_of (menu);

  g_set_weak_pointer (&self->before, self->last);
}

/* Unless it is where it belongs now: what was chosen may have moved it. */
static void
give_back (Return *self)
{
  GtkWidget *focus = self->window != NULL ? gtk_window_get_focus (self->window) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->button)) || gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    return;
  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_window_set_focus (self->window, self->before);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static gboolean
idle_cb (gpointer data)
{
  Return *self = data;

  self->idle_id = 0;
  give_back (self);
  return G_SOURCE_REMOVE;
}

/*
 * At once, for what was chosen may note where the focus is and come back there (the help); and once more, for then the menu goes
 * back to its first page, and the focus through all that is in it.
 */
static void
closed_cb (GtkPopover *menu)
{
  Return *self = return_of (menu);

  give_back (self);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH, idle_cb, self, NULL);
}

void
bb_menu_focus_return (GtkWindow *window, GtkMenuButton *button)
{
  GtkPopover *menu = gtk_menu_button_get_popover (button);
  Return *self = g_new0 (Return, 1);

  g_return_if_fail (return_of (menu) == NULL);
  g_set_weak_pointer (&self->window, window);
  self->button = button;
  self->menu = menu;
  /* A click is no wish to type into the button. */
  gtk_widget_set_focus_on_click (gtk_widget_get_first_child (GTK_WIDGET (button)), FALSE);
  g_object_set_data_full (G_OBJECT (menu), KEY, self, return_free);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_cb), menu, G_CONNECT_SWAPPED);
  g_signal_connect (menu, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
}
