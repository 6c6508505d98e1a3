/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-paned-handle.h"

static GtkWidget *
find_handle (GtkPaned *paned)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (paned));

  while (child != NULL && (child == gtk_paned_get_start_child (paned) || child == gtk_paned_get_end_child (paned)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* GTK 4.8 hides the handle, and still takes the clicks at the place where it was: it is put where nobody clicks. */
static void
visible_cb (GtkPaned *paned)
{
  GtkWidget *handle = find_handle (paned);
  int width, height;

  if (gtk_widget_get_visible (gtk_paned_get_end_child (paned)) || handle == NULL)
    return;
  gtk_widget_measure (handle, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (handle, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (handle, &(GtkAllocation){ -1000, -1000, width, height }, -1);
}

void
bb_paned_handle_mend (GtkPaned *paned)
{
  g_signal_connect_object (gtk_paned_get_end_child (paned), "notify::visible", G_CALLBACK (visible_cb), paned, G_CONNECT_SWAPPED);
}
