/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-pane-height.h"

#include "bb-settings.h"

#define KEY "issue-pane-height"
#define DEFAULT_HEIGHT 190

typedef struct
{
  int least;
  int height;       /* of the paned, when its position was noted last */
  gboolean settled; /* the lower child had its first height */
  guint tick_id;
} Keep;

static Keep *
keep_of (GtkPaned *paned)
{
  return g_object_get_data (G_OBJECT (paned), KEY);
}

static int
wanted_height (void)
{
  GSettings *settings = bb_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, KEY) : DEFAULT_HEIGHT;
}

static void
position_cb (GtkPaned *paned)
{
  Keep *keep = keep_of (paned);
  GtkWidget *lower = gtk_paned_get_end_child (paned);
  int height = gtk_widget_get_height (GTK_WIDGET (paned));
  gboolean dragged = keep->settled && height == keep->height;
  GSettings *settings = bb_settings_get ();

  keep->height = height;
  if (dragged && settings != NULL && gtk_widget_get_mapped (lower))
    g_settings_set_int (settings, KEY, CLAMP (height - gtk_paned_get_position (paned), keep->least, 2000));
}

/* The first height is asked for as the least one, so that nothing jumps; once it is there, it may be dragged smaller. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkPaned *paned = GTK_PANED (widget);
  Keep *keep = keep_of (paned);

  if (gtk_widget_get_height (gtk_paned_get_end_child (paned)) == 0)
    return G_SOURCE_CONTINUE;
  keep->tick_id = 0;
  keep->height = gtk_widget_get_height (widget);
  gtk_paned_set_position (paned, gtk_paned_get_position (paned));
  gtk_widget_set_size_request (gtk_paned_get_end_child (paned), -1, keep->least);
  keep->settled = TRUE;
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkPaned *paned)
{
  Keep *keep = keep_of (paned);

  if (!keep->settled && keep->tick_id == 0)
    keep->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (paned), settle_cb, NULL, NULL);
}

void
bb_pane_height_keep (GtkPaned *paned, int least)
{
  Keep *keep = g_new0 (Keep, 1);

  keep->least = least;
  g_object_set_data_full (G_OBJECT (paned), KEY, keep, g_free);
  gtk_widget_set_size_request (gtk_paned_get_end_child (paned), -1, wanted_height ());
  g_signal_connect (paned, "notify::position", G_CALLBACK (position_cb), NULL);
  g_signal_connect_object (gtk_paned_get_end_child (paned), "map", G_CALLBACK (map_cb), paned, G_CONNECT_SWAPPED);
}
