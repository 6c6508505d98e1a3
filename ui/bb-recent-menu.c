/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-recent-menu.h"

#include "bb-recent.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST 8

/* A single underscore would underline the next letter. */
static char *
dup_label (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
fill (GMenu *menu)
{
  g_autoptr (GPtrArray) paths = bb_recent_list (MOST);

  g_menu_remove_all (menu);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *label = dup_label (paths->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target_value (item, "win.open-path", g_variant_new_bytestring (paths->pdata[i]));
      g_menu_append_item (menu, item);
    }
  /* Without an action it is grey: the reason why the menu is empty. */
  if (paths->len == 0)
    g_menu_append (menu, _("No recent files"), "win.none");
}

void
bb_recent_menu_watch (GMenu *menu)
{
  fill (menu);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), menu, G_CONNECT_SWAPPED);
}
