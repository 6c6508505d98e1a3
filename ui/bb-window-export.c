/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-export-dialog.h"

void
bb_window_show_all_issues (BbWindow *self)
{
  bb_checker_set_mode (bb_session_get_checker (self->session), BB_CHECK_COMPLETE);
  bb_document_view_set_show_issues (self->view, TRUE);
}

void
bb_window_export (BbWindow *self)
{
  BbReport *report = bb_session_get_report (self->session);
  g_autofree char *folder = bb_session_dup_folder (self->session);
  GtkWidget *dialog;

  bb_report_barrier (report);
  dialog = bb_export_dialog_new (GTK_WINDOW (self), report, folder);
  g_signal_connect_object (dialog, "show-issues", G_CALLBACK (bb_window_show_all_issues), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
