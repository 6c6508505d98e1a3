/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-dialogs.h"
#include "bb-issue-note.h"
#include "bb-preview.h"
#include "bb-printing.h"

#include <glib/gi18n.h>

/* With how many errors the report was printed knowingly: drafts are printed again and again. */
#define ERRORS_KEY "bb-errors-printed"

static guint
get_errors_printed (BbReport *report)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (report), ERRORS_KEY));
}

static void
answered_cb (GObject *owner, const char *answer)
{
  BbWindow *self = BB_WINDOW (owner);
  BbReport *report;
  guint n_errors, n_warnings;

  /* The report may have been closed meanwhile. */
  if (self->session == NULL)
    return;
  if (strcmp (answer, "issues") == 0)
    bb_window_show_all_issues (self);
  if (strcmp (answer, "print") != 0)
    return;
  report = bb_session_get_report (self->session);
  bb_issue_note_count (report, &n_errors, &n_warnings);
  g_object_set_data (G_OBJECT (report), ERRORS_KEY, GUINT_TO_POINTER (n_errors));
  bb_printing_run (GTK_WINDOW (self), report);
}

static void
ask_about_errors (BbWindow *self, guint n_errors)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "issues", _("_Show Issues"), ADW_RESPONSE_DEFAULT },
    { "print", _("_Print Anyway"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Error in the Report", "%u Errors in the Report", n_errors), n_errors);

  bb_dialogs_ask (GTK_WINDOW (self), heading, _("A report that is published should have none. Put them right first, or print it anyway."),
                  answers, G_N_ELEMENTS (answers), "issues", G_OBJECT (self), answered_cb);
}

/* The preview tells about errors all the time; who prints without it is asked, as by the export. */
static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  BbReport *report = bb_session_get_report (self->session);
  guint n_errors, n_warnings;

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_issue_note_count (report, &n_errors, &n_warnings);
  if (n_errors > get_errors_printed (report))
    ask_about_errors (self, n_errors);
  else
    bb_printing_run (GTK_WINDOW (self), report);
}

static void
show_all_issues_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bb_window_show_all_issues (BB_WINDOW (widget));
}

/* The preview that this window has open for its report. */
static BbPreview *
find_preview (BbWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (BB_IS_PREVIEW (item->data) && gtk_window_get_transient_for (item->data) == GTK_WINDOW (self)
          && bb_preview_get_report (item->data) == bb_session_get_report (self->session))
        return item->data;
    }

  return NULL;
}

static void
preview_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  BbPage *page = bb_document_view_get_page (self->view);
  BbPreview *preview;

  bb_page_commit (page);
  preview = find_preview (self);
  if (preview == NULL)
    preview = BB_PREVIEW (bb_preview_new (GTK_WINDOW (self), bb_session_get_report (self->session)));
  bb_preview_show_section (preview, bb_page_get_section (page));
  gtk_window_present (GTK_WINDOW (preview));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.print", print_cb },
  { "win.preview", preview_cb },
  { "win.show-all-issues", show_all_issues_cb },
};

void
bb_window_class_install_print_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

void
bb_window_update_print_actions (BbWindow *self, gboolean report)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, report);
}
