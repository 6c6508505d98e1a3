/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-note.h"
#include "bb-table-page.h"
#include "bb-window-private.h"

#include "bb-application.h"

#include <glib/gi18n.h>

/* ---- files ---- */

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_window_choose_file (BB_WINDOW (widget));
}

static void
open_path_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  bb_application_open_path (BB_APPLICATION (application), g_variant_get_bytestring (parameter), GTK_WINDOW (widget));
}

static void
cancel_open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_window_cancel_open (BB_WINDOW (widget));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_window_save (self);
}

static void
save_as_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_window_save_as (self);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_window_export (self);
}

static void
copy_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_window_copy_page (self);
}

/* ---- editing ---- */

/* A note that is being written is a step of its own, and the last one. */
static void
take_note (BbWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *note = focus != NULL ? gtk_widget_get_ancestor (focus, BB_TYPE_CELL_NOTE) : NULL;

  if (note != NULL)
    bb_cell_note_commit (BB_CELL_NOTE (note));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  /* Half-typed text is nobody's yet: nothing is taken back under an input method. */
  if (self->composing)
    return;
  take_note (self);
  bb_report_undo (bb_session_get_report (self->session));
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  if (self->composing)
    return;
  take_note (self);
  bb_report_redo (bb_session_get_report (self->session));
}

static void
mark_done_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_document_view_toggle_done (BB_WINDOW (widget)->view);
}

/* ---- going about ---- */

static void
next_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_document_view_step_page (BB_WINDOW (widget)->view, 1);
}

static void
previous_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_document_view_step_page (BB_WINDOW (widget)->view, -1);
}

static void
step_issue (BbWindow *self, int step)
{
  if (bb_document_view_step_issue (self->view, step))
    return;
  if (bb_session_get_reviewing (self->session) && bb_document_view_get_show_source (self->view)
      && !bb_document_view_get_show_issues (self->view))
    bb_window_tell_looked_at (self, step);
  else
    bb_window_toast (self, _("No issues"));
}

static void
next_issue_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_issue (BB_WINDOW (widget), 1);
}

static void
previous_issue_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_issue (BB_WINDOW (widget), -1);
}

static void
toggle_issues_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbDocumentView *view = BB_WINDOW (widget)->view;

  bb_document_view_set_show_issues (view, !bb_document_view_get_show_issues (view));
}

static void
toggle_details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPage *page = bb_document_view_get_page (BB_WINDOW (widget)->view);
  gboolean shown;

  if (!BB_IS_TABLE_PAGE (page))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  g_object_get (page, "show-details", &shown, NULL);
  bb_table_page_set_show_details (BB_TABLE_PAGE (page), !shown);
}

static void
edit_note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPage *page = bb_document_view_get_page (BB_WINDOW (widget)->view);

  if (BB_IS_TABLE_PAGE (page))
    bb_table_page_edit_note (BB_TABLE_PAGE (page));
  else
    gtk_widget_error_bell (widget);
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbDocumentView *view = BB_WINDOW (widget)->view;

  bb_document_view_set_show_sidebar (view, !bb_document_view_get_show_sidebar (view));
}

static void
toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_window_toast (BB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_window_toast_undo (BB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
help_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_window_toggle_help (BB_WINDOW (widget));
}

/* Every action of a window; those with @report need one to be shown. Undo and redo stay: see update_undo(). */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean report;
  gboolean changes; /* what is not for a report that is read-only */
} actions[] = {
  { "win.open", NULL, open_cb, FALSE, FALSE },
  { "win.open-path", "ay", open_path_cb, FALSE, FALSE },
  { "win.cancel-open", NULL, cancel_open_cb, FALSE, FALSE },
  { "win.save", NULL, save_cb, TRUE, TRUE },
  { "win.save-as", NULL, save_as_cb, TRUE, FALSE },
  { "win.export", NULL, export_cb, TRUE, FALSE },
  { "win.copy-page", NULL, copy_page_cb, TRUE, FALSE },
  { "win.undo", NULL, undo_cb, TRUE, FALSE },
  { "win.redo", NULL, redo_cb, TRUE, FALSE },
  { "win.mark-done", NULL, mark_done_cb, TRUE, TRUE },
  { "win.next-page", NULL, next_page_cb, TRUE, FALSE },
  { "win.previous-page", NULL, previous_page_cb, TRUE, FALSE },
  { "win.next-issue", NULL, next_issue_cb, TRUE, FALSE },
  { "win.previous-issue", NULL, previous_issue_cb, TRUE, FALSE },
  { "win.toggle-issues", NULL, toggle_issues_cb, TRUE, FALSE },
  { "win.toggle-sidebar", NULL, toggle_sidebar_cb, TRUE, FALSE },
  { "win.toggle-details", NULL, toggle_details_cb, TRUE, FALSE },
  { "win.edit-note", NULL, edit_note_cb, TRUE, TRUE },
  { "win.help", NULL, help_cb, FALSE, FALSE },
  { "win.toast", "s", toast_cb, FALSE, FALSE },
  { "win.toast-undo", "s", toast_undo_cb, TRUE, FALSE },
};

void
bb_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  bb_window_class_install_find_actions (widget_class);
  bb_window_class_install_writing_actions (widget_class);
  bb_window_class_install_compare_actions (widget_class);
  bb_window_class_install_next_actions (widget_class);
  bb_window_class_install_print_actions (widget_class);
  bb_window_class_install_review_actions (widget_class);
}

/* The one place that decides what can be done now. */
void
bb_window_update_actions (BbWindow *self)
{
  /* Behind the help nothing is changed unseen. */
  gboolean report = self->session != NULL && self->opening == NULL && !self->helping;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].report)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                     report && (!actions[i].changes || bb_window_may_change (self)));
  bb_window_update_compare_actions (self, report);
  bb_window_update_find_actions (self, report);
  bb_window_update_writing_actions (self, report);
  bb_window_update_print_actions (self, report);
  bb_window_update_review_actions (self, report);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-open", self->opening != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.help", self->opening == NULL);
}
