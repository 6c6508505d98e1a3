/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-dialogs.h"
#include "bb-export-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* Says where the export went, with a button that opens it. */
static void
tell_exported (BbWindow *self, const char *opened, const char *message, const char *button)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  g_autofree char *uri = g_filename_to_uri (opened, NULL, NULL);
  AdwToast *toast = adw_toast_new (escaped);

  if (uri != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, "win.open-uri");
      adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
    }
  /* Long enough to read a path and reach the button. */
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
exported_cb (BbWindow *self, char **paths)
{
  guint count = g_strv_length (paths);
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (count == 1)
    {
      shown = g_filename_display_name (paths[0]);
      message = g_strdup_printf (_("Exported to %s"), shown);
      tell_exported (self, paths[0], message, _("_Open"));
      return;
    }
  folder = g_path_get_dirname (paths[0]);
  shown = g_filename_display_name (folder);
  message = g_strdup_printf (ngettext ("%u file exported to %s", "%u files exported to %s", count), count, shown);
  tell_exported (self, folder, message, _("_Open Folder"));
}

static void
show_dialog (BbWindow *self)
{
  g_autofree char *folder = bb_session_dup_folder (self->session);
  GtkWidget *dialog = bb_export_dialog_new (GTK_WINDOW (self), bb_session_get_report (self->session), folder);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
errors_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);

  if (strcmp (answer, "export") == 0)
    show_dialog (self);
  else if (strcmp (answer, "show") == 0)
    {
      bb_checker_set_mode (bb_session_get_checker (self->session), BB_CHECK_COMPLETE);
      bb_document_view_set_show_issues (self->view, TRUE);
    }
}

static void
ask_errors (BbWindow *self, guint errors)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "export", _("_Export Anyway"), ADW_RESPONSE_DESTRUCTIVE },
    { "show", _("_Show Issues"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *heading = g_strdup_printf (ngettext ("Export With %u Error?", "Export With %u Errors?", errors),
                                              errors);

  bb_dialogs_ask (GTK_WINDOW (self), heading,
                  _("The checks found errors or cells that are not filled in. A report that is published should "
                    "have none."),
                  answers, G_N_ELEMENTS (answers), "show", G_OBJECT (self), errors_answered_cb);
}

void
bb_window_export (BbWindow *self)
{
  /* What is not filled in counts for publication, whatever the pane lists now. */
  g_autoptr (BbChecker) checker = bb_checker_new (bb_session_get_report (self->session), BB_CHECK_COMPLETE);
  guint errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);

  bb_report_barrier (bb_session_get_report (self->session));
  if (errors > 0)
    ask_errors (self, errors);
  else
    show_dialog (self);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbWindow) self = BB_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    bb_dialogs_tell (GTK_WINDOW (self), _("Could Not Open the File"), error->message);
}

void
bb_window_open_uri (BbWindow *self, const char *uri)
{
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (self));
}
