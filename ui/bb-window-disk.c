/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the document on the disk while it is open here: told before somebody works on for an hour, not when it is saved. */
#include "bb-window-private.h"

#include <glib/gi18n.h>

static BbSessionFile
find_state (BbWindow *self)
{
  return self->view != NULL ? bb_session_look_at_file (self->session) : BB_SESSION_FILE_FINE;
}

static void
save_as_cb (BbWindow *self)
{
  bb_window_save_as (self);
}

/* Work that was done since is not given up with one press: saving asks what is to become of it. */
static void
reload_cb (BbWindow *self)
{
  if (bb_session_has_work (self->session))
    bb_window_save (self);
  else if (self->opening == NULL)
    bb_window_open (self, bb_session_get_path (self->session));
}

static void
tell (BbWindow *self)
{
  gboolean reload = self->disk_state == BB_SESSION_FILE_CHANGED && !bb_session_has_work (self->session);
  const char *message = self->disk_state == BB_SESSION_FILE_SHARED ? _("Somebody else opened this file all the same while it is open here. Agree on who goes on with it.")
                        : self->disk_state == BB_SESSION_FILE_PROTECTED ? _("This file is write-protected. What you change here must be saved as another file.")
                        : self->disk_state == BB_SESSION_FILE_CHANGED ? _("Another program changed this file since it was opened here.")
                                                                      : _("This file was removed or moved since it was opened here.");
  GtkWidget *bar = bb_document_view_add_bar (self->view, message, reload ? _("_Reload") : _("_Save As…"));

  g_set_weak_pointer (&self->disk_bar, bar);
  g_signal_connect_object (bar, "acted", reload ? G_CALLBACK (reload_cb) : G_CALLBACK (save_as_cb), self, G_CONNECT_SWAPPED);
}

/* Told once: who closes the bar has read it. */
void
bb_window_look_at_disk (BbWindow *self)
{
  BbSessionFile state = find_state (self);

  if (state == self->disk_state || self->opening != NULL)
    return;
  self->disk_state = state;
  if (self->disk_bar != NULL)
    bb_document_view_remove_bar (self->view, self->disk_bar);
  if (state != BB_SESSION_FILE_FINE)
    tell (self);
}

void
bb_window_begin_disk (BbWindow *self)
{
  g_clear_weak_pointer (&self->disk_bar);
  self->disk_state = BB_SESSION_FILE_FINE;
  bb_window_look_at_disk (self);
}

/* Whoever comes back to the window may have been at the file. */
void
bb_window_watch_disk (BbWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (bb_window_look_at_lock), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (bb_window_look_at_disk), NULL);
}
