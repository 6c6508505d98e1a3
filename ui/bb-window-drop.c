/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are dropped on a window: each is opened as from the menu. */
#include "bb-window-private.h"

#include "bb-application.h"

#include <glib/gi18n.h>

static gboolean
is_report (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, BB_DOCUMENT_SUFFIX) || bb_import_supports (name);
}

/* Returns: whether the file is opened; else its name is told. */
static gboolean
open_file (BbWindow *self, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (path != NULL && is_report (path))
    {
      bb_application_open_path (BB_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path, GTK_WINDOW (self));
      return TRUE;
    }
  text = g_strdup_printf (path == NULL ? _("“%s” is not on this computer; save it to a folder first")
                                       : _("“%s” is no report that can be read"), shown);
  bb_window_toast (self, text);
  return FALSE;
}

static gboolean
drop_cb (BbWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = NULL;
  gboolean opened = FALSE;

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    return open_file (self, g_value_get_object (value));
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *item = files; item != NULL; item = item->next)
    opened = open_file (self, item->data) || opened;
  return opened;
}

/* Before the texts and entries below it, which would take the file's address as text. */
void
bb_window_take_drops (BbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, (GType[]){ GDK_TYPE_FILE_LIST, G_TYPE_FILE }, 2);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
