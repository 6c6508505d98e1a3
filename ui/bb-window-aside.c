/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is read for something else than to be shown: what the window shows stays as it is. */
#include "bb-window-private.h"

#include "bb-dialogs.h"

#include <glib/gi18n.h>

/* One reading under way; the window's own "opening" keeps a second one out. */
typedef struct
{
  BbWindow *window;
  BbReadAside done;
  GtkWidget *focus; /* a weak pointer: the page is hidden meanwhile */
} Aside;

static void
aside_free (Aside *self)
{
  g_clear_weak_pointer (&self->focus);
  g_object_unref (self->window);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Aside, aside_free)

static void
tell_failed (BbWindow *self, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Could Not Read “%s”"), name);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bb_dialogs_tell (GTK_WINDOW (self), heading, error->message);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Aside) aside = user_data;
  BbWindow *self = aside->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path_finish (result, &error);
  g_autofree char *path = NULL;

  if (self->opening == NULL)
    return; /* the window went meanwhile */
  path = g_steal_pointer (&self->opening_path);
  g_clear_object (&self->opening);
  bb_window_update (self);
  if (aside->focus != NULL)
    gtk_widget_grab_focus (aside->focus);
  if (opened == NULL)
    tell_failed (self, path, error);
  else
    aside->done (self, path, opened);
}

void
bb_window_read_aside (BbWindow *self, const char *path, BbReadAside done)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Opening %s…"), name);
  Aside *aside;

  if (self->opening != NULL)
    return;
  aside = g_new0 (Aside, 1);
  aside->window = g_object_ref (self);
  aside->done = done;
  g_set_weak_pointer (&aside->focus, gtk_window_get_focus (GTK_WINDOW (self)));
  self->opening = g_cancellable_new ();
  self->opening_path = g_strdup (path);
  gtk_label_set_text (self->busy_label, text);
  bb_window_update (self);
  bb_open_path_async (path, BB_OPEN_DEFAULT, self->opening, ready_cb, aside);
}
