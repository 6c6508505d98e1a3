/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that somebody else has open: shown, not changed, until that person has closed it or somebody decides otherwise. */
#include "bb-window-private.h"

#include "bb-bar.h"
#include "bb-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

/* Seconds: nobody comes to the window to see whether the file is free. */
#define LOOK_EVERY 5

gboolean
bb_window_may_change (BbWindow *self)
{
  return self->session != NULL && !bb_session_get_read_only (self->session);
}

void
bb_window_show_anew (BbWindow *self)
{
  g_autoptr (BbSession) session = g_object_ref (self->session);
  guint section = bb_page_get_section (bb_document_view_get_page (self->view));
  gboolean issues = bb_document_view_get_show_issues (self->view);

  bb_window_set_session (self, session);
  bb_document_view_show_page (self->view, section);
  bb_document_view_set_show_issues (self->view, issues);
  bb_page_reveal (bb_document_view_get_page (self->view), NULL);
}

/* What was saved meanwhile is shown before somebody works on what is no longer there. */
static void
begin_editing (BbWindow *self, gboolean take_over)
{
  if (!bb_session_begin_editing (self->session, take_over))
    {
      bb_window_begin_lock (self);
      return;
    }
  bb_window_show_anew (self);
  if (bb_session_look_at_file (self->session) == BB_SESSION_FILE_CHANGED)
    bb_window_open (self, bb_session_get_path (self->session));
}

static void
edit_cb (BbWindow *self)
{
  if (self->opening == NULL)
    begin_editing (self, FALSE);
}

static void
edit_anyway_cb (BbWindow *self)
{
  if (self->opening == NULL)
    begin_editing (self, TRUE);
}

static void
copy_cb (BbWindow *self)
{
  if (self->opening != NULL)
    return;
  bb_session_become_copy (self->session);
  bb_window_show_anew (self);
}

static char *
describe (const BbLockHolder *holder)
{
  g_autofree char *who = bb_lock_holder_dup_name (holder);
  g_autofree char *since = bb_lock_holder_dup_time (holder);

  if (*since == '\0')
    return g_strdup_printf (_("Opened read-only: %s has this file open."), who);
  if (holder->certain)
    /* Translators: 1: a person, 2: a time */
    return g_strdup_printf (_("Opened read-only: %1$s has had this file open since %2$s."), who, since);
  /* Translators: 1: a person, perhaps with a computer; 2: a time */
  return g_strdup_printf (_("Opened read-only: %1$s has had this file open since %2$s, or could not close it properly."), who, since);
}

static void
add_button (BbWindow *self, const char *label, GCallback clicked_cb)
{
  g_signal_connect_object (bb_bar_add_button (BB_BAR (self->lock_bar), label), "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
}

/* It stays: while it is there the report can't be changed. */
static void
tell (BbWindow *self)
{
  const BbLockHolder *holder = bb_session_get_holder (self->session);
  g_autofree char *message = holder != NULL ? describe (holder) : g_strdup (_("This file is no longer open elsewhere: you can edit it now."));
  GtkWidget *bar = bb_bar_new (message, NULL);

  bb_bar_set_lasting (BB_BAR (bar));
  g_set_weak_pointer (&self->lock_bar, bar);
  if (holder != NULL && !holder->certain)
    add_button (self, _("Edit All the Same"), G_CALLBACK (edit_anyway_cb));
  if (holder != NULL)
    add_button (self, _("Open a Copy"), G_CALLBACK (copy_cb));
  else
    add_button (self, _("Edit"), G_CALLBACK (edit_cb));
  bb_document_view_add_widget_bar (self->view, bar);
}

static gboolean
look_cb (gpointer user_data)
{
  bb_window_look_at_lock (BB_WINDOW (user_data));
  return G_SOURCE_CONTINUE;
}

void
bb_window_end_lock (BbWindow *self)
{
  g_clear_handle_id (&self->lock_id, g_source_remove);
  if (self->lock_bar != NULL && self->view != NULL)
    bb_document_view_remove_bar (self->view, self->lock_bar);
  g_clear_weak_pointer (&self->lock_bar);
}

void
bb_window_begin_lock (BbWindow *self)
{
  bb_window_end_lock (self);
  if (!bb_session_get_read_only (self->session))
    return;
  tell (self);
  self->lock_id = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
}

void
bb_window_look_at_lock (BbWindow *self)
{
  if (self->lock_id == 0 || self->view == NULL || self->opening != NULL)
    return;
  /* Saved as another file. */
  if (!bb_session_get_read_only (self->session))
    bb_window_show_anew (self);
  else if (bb_session_look_at_holder (self->session))
    bb_window_begin_lock (self);
}

/* ---- saving to a file that somebody else has open ---- */

static void
locked_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);
  g_autofree char *path = g_steal_pointer (&self->wanted_path);
  g_autoptr (GError) error = NULL;

  if (strcmp (answer, "elsewhere") == 0)
    bb_window_save_as (self);
  else if (strcmp (answer, "overwrite") != 0)
    self->close_after_save = FALSE;
  else if (bb_session_save (self->session, path, BB_SAVE_DEFAULT, TRUE, &error))
    bb_window_saved (self);
  else
    bb_window_tell_save_failed (self, path, error);
}

void
bb_window_tell_locked (BbWindow *self, const char *path, const GError *error)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "overwrite", _("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
    { "elsewhere", _("_Save As…"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("“%s” Is Open Elsewhere"), name);
  /* Translators: %s is a sentence that says who has the file open */
  g_autofree char *body = g_strdup_printf (_("%s\n\nSave under another name. If you overwrite the file, whoever has it open "
                                             "is told that it changed."), error->message);

  g_free (self->wanted_path);
  self->wanted_path = g_strdup (path);
  bb_dialogs_ask (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers), "elsewhere", G_OBJECT (self),
                  locked_answered_cb);
}
