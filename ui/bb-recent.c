/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-recent.h"

#include <bianbao/bianbao.h>

/* The name under which the desktop's list knows this program; never translated. */
#define NAME "Bianbao"

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *second = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (second), gtk_recent_info_get_modified (first));
}

void
bb_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {
    .mime_type = (char *) (g_str_has_suffix (path, BB_DOCUMENT_SUFFIX) ? "application/x-bianbao" : "text/plain"),
    .app_name = (char *) NAME,
    .app_exec = (char *) "bianbao %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
bb_recent_remove (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

GPtrArray *
bb_recent_list (guint most)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (GList *item = items; item != NULL; item = item->next)
    if (gtk_recent_info_has_application (item->data, NAME))
      g_ptr_array_add (ours, item->data);
  g_ptr_array_sort (ours, compare_visited);
  for (guint i = 0; i < ours->len && paths->len < most; i++)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (ours->pdata[i]), NULL, NULL);

      if (path != NULL)
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return paths;
}
