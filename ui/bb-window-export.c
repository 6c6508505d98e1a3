/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-dialogs.h"
#include "bb-export-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

static void
show_issues_cb (BbWindow *self)
{
  bb_checker_set_mode (bb_session_get_checker (self->session), BB_CHECK_COMPLETE);
  bb_document_view_set_show_issues (self->view, TRUE);
}

static void
show_dialog (BbWindow *self)
{
  g_autofree char *folder = bb_session_dup_folder (self->session);
  GtkWidget *dialog = bb_export_dialog_new (GTK_WINDOW (self), bb_session_get_report (self->session), folder);

  g_signal_connect_object (dialog, "show-issues", G_CALLBACK (show_issues_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
errors_answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);

  if (strcmp (answer, "export") == 0)
    show_dialog (self);
  else if (strcmp (answer, "show") == 0)
    show_issues_cb (self);
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
