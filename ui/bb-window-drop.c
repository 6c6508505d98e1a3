/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are dragged to a window: while they are over it, it says what dropping them will do; dropped, each is opened as
 * from the menu. */
#include "bb-window-private.h"

#include "bb-application.h"

#include <glib/gi18n.h>

typedef enum
{
  FITS,
  NOT_HERE,
  NO_REPORT
} Fitness;

static Fitness
judge (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *lower = g_ascii_strdown (shown, -1);

  if (path == NULL)
    return NOT_HERE;
  return g_str_has_suffix (lower, BB_DOCUMENT_SUFFIX) || bb_import_supports (shown) ? FITS : NO_REPORT;
}

/* Returns: (transfer full): why @file can't be opened. */
static char *
dup_refusal (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  return g_strdup_printf (judge (file) == NOT_HERE ? _("“%s” is not on this computer; save it to a folder first")
                                                   : _("“%s” is no report that can be read"), shown);
}

/* Returns: (transfer container): the files of @value; none while it is still on its way from the other program. */
static GSList *
list_files (const GValue *value)
{
  if (value != NULL && G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    return g_slist_prepend (NULL, g_value_get_object (value));
  if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && g_value_get_boxed (value) != NULL)
    return gdk_file_list_get_files (g_value_get_boxed (value));
  return NULL;
}

/* ---- what will happen ---- */

static char *
dup_promise (GFile *first, guint count)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (first == NULL)
    return g_strdup (_("Drop a Report to Open It"));
  if (count > 1)
    return g_strdup_printf (ngettext ("Drop to Open %u Report", "Drop to Open %u Reports", count), count);
  name = g_file_get_basename (first);
  shown = g_filename_display_name (name);
  return g_strdup_printf (_("Drop to Open “%s”"), shown);
}

static const char *
get_detail (BbWindow *self, gboolean refused)
{
  if (refused)
    return _("Reports can be read from Bianbao documents, web pages, Word, Excel, PDF and text files");
  return bb_window_is_empty (self) ? "" : _("It opens in a window of its own; this report stays as it is");
}

static void
show_hint (BbWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = list_files (value);
  g_autofree char *title = NULL;
  GFile *first = NULL;
  guint count = 0;
  gboolean refused;
  const char *detail;

  for (GSList *item = files; item != NULL; item = item->next)
    if (judge (item->data) == FITS)
      {
        first = count == 0 ? item->data : first;
        count++;
      }
  refused = files != NULL && count == 0;
  title = refused ? dup_refusal (files->data) : dup_promise (first, count);
  detail = get_detail (self, refused);
  gtk_label_set_text (self->drop_title, title);
  gtk_label_set_text (self->drop_detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_detail), *detail != '\0');
  if (refused)
    gtk_widget_add_css_class (self->drop_hint, "bb-refused");
  else
    gtk_widget_remove_css_class (self->drop_hint, "bb-refused");
  gtk_widget_show (self->drop_hint);
}

/* ---- callbacks ---- */

static GdkDragAction
enter_cb (BbWindow *self, double x, double y, GtkDropTarget *target)
{
  show_hint (self, gtk_drop_target_get_value (target));
  return GDK_ACTION_COPY;
}

/* The names come a moment after the pointer. */
static void
value_cb (BbWindow *self, GParamSpec *pspec, GtkDropTarget *target)
{
  if (gtk_widget_get_visible (self->drop_hint) && gtk_drop_target_get_value (target) != NULL)
    show_hint (self, gtk_drop_target_get_value (target));
}

static void
leave_cb (BbWindow *self)
{
  gtk_widget_hide (self->drop_hint);
}

static gboolean
drop_cb (BbWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = list_files (value);
  gboolean opened = FALSE;

  gtk_widget_hide (self->drop_hint);
  for (GSList *item = files; item != NULL; item = item->next)
    {
      g_autofree char *refusal = NULL;

      if (judge (item->data) == FITS)
        {
          bb_application_open_path (BB_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                    g_file_peek_path (item->data), GTK_WINDOW (self));
          opened = TRUE;
          continue;
        }
      refusal = dup_refusal (item->data);
      bb_window_toast (self, refusal);
    }
  return opened;
}

/* Before the texts and entries below it, which would take the file's address as text. */
void
bb_window_take_drops (BbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, (GType[]){ GDK_TYPE_FILE_LIST, G_TYPE_FILE }, 2);
  gtk_drop_target_set_preload (target, TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "notify::value", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
