/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-application.h"
#include "bb-dialogs.h"
#include "bb-recent.h"

#include <glib/gi18n.h>
#include <string.h>

/* Milliseconds. */
#define BUSY_AFTER 500

/* ---- opening ---- */

/* A window that was made for this file alone goes; what happened is told in another one. */
static void
tell_open_failed (BbWindow *self, const char *path, const GError *error)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Could Not Open “%s”"), name);
  GtkWindow *parent = GTK_WINDOW (self);

  if (self->made_for_opening)
    for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
      if (BB_IS_WINDOW (item->data) && item->data != (gpointer) self)
        {
          parent = item->data;
          break;
        }
  if (parent != GTK_WINDOW (self))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->session == NULL)
    bb_window_show_start (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bb_dialogs_tell (parent, heading, error->message);
}

static void
show_start_cb (BbWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "new-window", NULL);
}

/* Started with a file, nobody sees the start page with the work that an earlier run left. */
static void
offer_recovery (BbWindow *self)
{
  BbApplication *application = BB_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GtkWidget *bar;

  if (application == NULL || !bb_application_take_offer (application))
    return;
  bar = bb_document_view_add_bar (self->view, _("Unsaved work of an earlier run was found."), _("Show"));
  g_signal_connect_object (bar, "acted", G_CALLBACK (show_start_cb), self, G_CONNECT_SWAPPED);
}

static void
open_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbWindow) self = BB_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path_finish (result, &error);
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (BbSession) session = NULL;

  if (self->opening == NULL)
    return; /* the window went meanwhile */
  g_clear_handle_id (&self->busy_id, g_source_remove);
  path = g_steal_pointer (&self->opening_path);
  g_clear_object (&self->opening);
  bb_window_update (self);
  if (opened == NULL)
    {
      tell_open_failed (self, path, error);
      return;
    }
  if (self->session != NULL)
    bb_session_discard (self->session);
  session = bb_session_new_opened (opened, path);
  bb_window_begin_review (self, session);
  bb_window_set_session (self, session);
  offer_recovery (self);
  bb_recent_add (path);
  folder = g_path_get_dirname (path);
  bb_save_sweep (folder);
}

static gboolean
busy_cb (gpointer user_data)
{
  BbWindow *self = BB_WINDOW (user_data);

  self->busy_id = 0;
  bb_window_update (self);
  return G_SOURCE_REMOVE;
}

void
bb_window_open (BbWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Opening %s…"), name);

  g_return_if_fail (BB_IS_WINDOW (self));
  g_return_if_fail (self->opening == NULL);

  self->made_for_opening = self->session == NULL && self->start == NULL;
  self->opening = g_cancellable_new ();
  self->opening_path = g_strdup (path);
  gtk_label_set_text (self->busy_label, text);
  self->busy_id = g_timeout_add (BUSY_AFTER, busy_cb, self);
  bb_window_update (self);
  bb_open_path_async (path, BB_OPEN_DEFAULT, self->opening, open_ready_cb, g_object_ref (self));
}

void
bb_window_cancel_open (BbWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void
file_chosen_cb (GObject *owner, const char *path)
{
  BbWindow *self = BB_WINDOW (owner);

  if (path != NULL)
    bb_application_open_path (BB_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path,
                              GTK_WINDOW (self));
}

void
bb_window_choose_file (BbWindow *self)
{
  g_autofree char *folder = self->session != NULL ? bb_session_dup_folder (self->session) : NULL;

  bb_dialogs_open_report (GTK_WINDOW (self), folder, G_OBJECT (self), file_chosen_cb);
}

void
bb_window_recover (BbWindow *self, const char *path)
{
  g_autoptr (GPtrArray) copies = self->opening == NULL ? bb_recovery_list () : g_ptr_array_new ();

  for (guint i = 0; i < copies->len; i++)
    {
      const BbRecovery *copy = copies->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (BbSession) session = NULL;

      if (g_strcmp0 (copy->path, path) != 0)
        continue;
      session = bb_session_new_recovered (copy, &error);
      if (session != NULL)
        bb_window_set_session (self, session);
      else
        bb_dialogs_tell (GTK_WINDOW (self), _("Could Not Open the Unsaved Work"), error->message);
      return;
    }
  /* Another window took it meanwhile. */
  bb_start_page_refresh (self->start);
}

/* ---- saving ---- */

void
bb_window_saved (BbWindow *self)
{
  bb_recent_add (bb_session_get_path (self->session));
  bb_window_update (self);
  bb_window_look_at_lock (self);
  bb_window_look_at_disk (self);
  if (self->close_after_save)
    {
      self->close_after_save = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
failed_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);

  if (strcmp (answer, "elsewhere") == 0)
    bb_window_save_as (self);
  else
    self->close_after_save = FALSE;
}

void
bb_window_tell_save_failed (BbWindow *self, const char *path, const GError *error)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "elsewhere", _("_Save As…"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Could Not Save “%s”"), name);
  g_autofree char *body = g_strdup_printf (_("%s\n\nYour changes are still here, but not in a file. Save them in "
                                             "another place."), error->message);

  if (g_error_matches (error, BB_SAVE_ERROR, BB_SAVE_ERROR_LOCKED))
    {
      bb_window_tell_locked (self, path, error);
      return;
    }
  bb_dialogs_ask (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers), "elsewhere", G_OBJECT (self),
                  failed_answered_cb);
}

static void
changed_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);
  g_autoptr (GError) error = NULL;

  if (strcmp (answer, "elsewhere") == 0)
    bb_window_save_as (self);
  else if (strcmp (answer, "overwrite") == 0)
    {
      if (bb_session_save (self->session, NULL, BB_SAVE_DEFAULT, TRUE, &error))
        bb_window_saved (self);
      else
        bb_window_tell_save_failed (self, bb_session_get_path (self->session), error);
    }
  else
    {
      self->close_after_save = FALSE;
      if (strcmp (answer, "reload") == 0)
        bb_window_open (self, bb_session_get_path (self->session));
    }
}

static void
ask_changed (BbWindow *self)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "elsewhere", _("_Save As…"), ADW_RESPONSE_DEFAULT },
    { "reload", _("_Reload, Drop My Changes"), ADW_RESPONSE_DESTRUCTIVE },
    { "overwrite", _("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *name = g_filename_display_basename (bb_session_get_path (self->session));
  g_autofree char *heading = g_strdup_printf (_("“%s” Changed on Disk"), name);

  bb_dialogs_ask (GTK_WINDOW (self), heading,
                  _("Another program changed or removed the file since it was opened here. Overwriting it loses "
                    "those changes; reloading it loses yours."),
                  answers, G_N_ELEMENTS (answers), "elsewhere", G_OBJECT (self), changed_answered_cb);
}

void
bb_window_save (BbWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (bb_session_get_path (self->session) == NULL)
    bb_window_save_as (self);
  else if (bb_session_save (self->session, NULL, BB_SAVE_DEFAULT, FALSE, &error))
    bb_window_saved (self);
  else if (g_error_matches (error, BB_SAVE_ERROR, BB_SAVE_ERROR_CHANGED))
    ask_changed (self);
  else
    bb_window_tell_save_failed (self, bb_session_get_path (self->session), error);
}

static gboolean
save_to (BbWindow *self, const char *path, BbSaveFlags flags, GError **error)
{
  if (!bb_session_save (self->session, path, flags, FALSE, error))
    return FALSE;
  bb_window_saved (self);
  return TRUE;
}

static void
replace_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);
  g_autofree char *path = g_steal_pointer (&self->wanted_path);
  g_autoptr (GError) error = NULL;

  if (strcmp (answer, "replace") != 0)
    bb_window_save_as (self);
  else if (!save_to (self, path, BB_SAVE_DEFAULT, &error))
    bb_window_tell_save_failed (self, path, error);
}

/* The chooser asked about the name as typed; with the suffix it is another one. */
static void
ask_replace (BbWindow *self, const char *path)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);

  g_free (self->wanted_path);
  self->wanted_path = g_strdup (path);
  bb_dialogs_ask (GTK_WINDOW (self), heading, _("A file of that name is already there."), answers,
                  G_N_ELEMENTS (answers), "cancel", G_OBJECT (self), replace_answered_cb);
}

gboolean
bb_window_save_to (BbWindow *self, const char *path)
{
  gboolean complete = g_str_has_suffix (path, BB_DOCUMENT_SUFFIX);
  g_autofree char *target = complete ? g_strdup (path) : g_strconcat (path, BB_DOCUMENT_SUFFIX, NULL);
  BbApplication *application = BB_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GtkWindow *other = application != NULL ? bb_application_find_window (application, target) : NULL;
  g_autoptr (GError) error = NULL;

  if (other != NULL && other != GTK_WINDOW (self))
    {
      /* Whoever goes on working is not to find the window closed by a later save. */
      self->close_after_save = FALSE;
      bb_dialogs_tell (GTK_WINDOW (self), _("The File Is Open in Another Window"),
                       _("Choose another name, or close the other window first."));
      return FALSE;
    }
  if (save_to (self, target, complete ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER, &error))
    return TRUE;
  if (g_error_matches (error, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS))
    ask_replace (self, target);
  else
    bb_window_tell_save_failed (self, target, error);
  return FALSE;
}

static void
place_chosen_cb (GObject *owner, const char *path)
{
  BbWindow *self = BB_WINDOW (owner);

  if (path != NULL)
    bb_window_save_to (self, path);
  else
    self->close_after_save = FALSE;
}

/* A copy goes beside what it was copied from, by default not over it. */
static char *
propose_copy (BbWindow *self)
{
  g_autofree char *name = g_filename_display_basename (bb_session_get_source (self->session));
  g_autofree char *copy = NULL;

  if (g_str_has_suffix (name, BB_DOCUMENT_SUFFIX))
    name[strlen (name) - strlen (BB_DOCUMENT_SUFFIX)] = '\0';
  /* Translators: the name of a file that is a copy of %s */
  copy = g_strdup_printf (_("%s (copy)"), name);
  return g_strconcat (copy, BB_DOCUMENT_SUFFIX, NULL);
}

/* The name it has, else one made from the title. */
static char *
propose_name (BbWindow *self)
{
  const char *path = bb_session_get_path (self->session);
  g_autofree char *title = NULL;
  g_autofree char *base = NULL;

  if (path != NULL)
    return g_filename_display_basename (path);
  if (bb_session_is_copy (self->session))
    return propose_copy (self);
  title = bb_report_get_title (bb_session_get_report (self->session));
  base = bb_text_safe_file_name (title);
  return g_strconcat (base, BB_DOCUMENT_SUFFIX, NULL);
}

void
bb_window_save_as (BbWindow *self)
{
  g_autofree char *folder = bb_session_dup_folder (self->session);
  g_autofree char *name = propose_name (self);

  bb_dialogs_save_report (GTK_WINDOW (self), folder, name, G_OBJECT (self), place_chosen_cb);
}

/* ---- closing ---- */

static void
close_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);

  if (strcmp (answer, "save") == 0)
    {
      self->close_after_save = TRUE;
      bb_window_save (self);
    }
  else if (strcmp (answer, "discard") == 0)
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

gboolean
bb_window_ask_close (BbWindow *self)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *title = bb_report_get_title (bb_session_get_report (self->session));
  g_autofree char *body = g_strdup_printf (_("“%s” has changes that are in no file. Discarded changes can't be "
                                             "brought back."), title);

  bb_dialogs_ask (GTK_WINDOW (self), _("Save Changes?"), body, answers, G_N_ELEMENTS (answers), "save",
                  G_OBJECT (self), close_answered_cb);
  return GDK_EVENT_STOP;
}
