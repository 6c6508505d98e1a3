/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read from a file: kept, refused, looked up again. */
#include "bb-window-private.h"

#include "bb-dialogs.h"
#include "bb-reading-bars.h"

#include <glib/gi18n.h>
#include <string.h>

/* A window that was made for reading into another one goes with what was read. */
static void
close_review (BbWindow *self)
{
  if (self->replaces != NULL)
    gtk_window_present (self->replaces);
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
refuse (BbWindow *self)
{
  if (bb_session_get_replaces (self->session) != NULL)
    {
      close_review (self);
      return;
    }
  bb_session_discard (self->session);
  bb_window_show_start (self);
}

static void
refuse_answered_cb (GObject *owner, const char *answer)
{
  if (strcmp (answer, "refuse") == 0)
    refuse (BB_WINDOW (owner));
}

/* What was typed during the review is gone then: not without a question. */
static void
refuse_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "refuse", _("_Refuse"), ADW_RESPONSE_DESTRUCTIVE },
  };

  bb_page_commit (bb_document_view_get_page (self->view));
  if (!bb_session_has_work (self->session))
    refuse (self);
  else
    bb_dialogs_ask (GTK_WINDOW (self), _("Refuse What Was Read?"),
                    _("You changed the report since it was read. Those changes can't be brought back."), answers,
                    G_N_ELEMENTS (answers), "cancel", G_OBJECT (self), refuse_answered_cb);
}

/* Into the open report, in one step. */
static void
replace (BbWindow *self, BbWindow *target)
{
  bb_page_commit (bb_document_view_get_page (self->view));
  bb_page_commit (bb_document_view_get_page (target->view));
  if (!bb_report_take_over (bb_session_get_report (target->session), bb_session_get_report (self->session)))
    {
      bb_dialogs_tell (GTK_WINDOW (self), _("Could Not Replace the Report"),
                       _("The year of what was read belongs to another form. Set the year right first."));
      return;
    }
  bb_window_toast_undo (target, _("The report was replaced by what was read"));
  close_review (self);
}

/* Unless the other window was closed, or shows something else, meanwhile. */
static BbWindow *
find_target (BbWindow *self)
{
  BbWindow *target = self->replaces != NULL ? BB_WINDOW (self->replaces) : NULL;

  return target != NULL && target->session != NULL && target->opening == NULL ? target : NULL;
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  if (bb_session_get_replaces (self->session) != NULL && find_target (self) != NULL)
    {
      replace (self, find_target (self));
      return;
    }
  bb_session_keep (self->session);
  bb_reading_bars_add_deduced (self->view);
  bb_window_toast (self, _("The report is kept. F7 shows the file beside it again."));
  bb_page_reveal (bb_document_view_get_page (self->view), NULL);
}

static void
file_chosen_cb (GObject *owner, const char *path)
{
  BbWindow *self = BB_WINDOW (owner);
  BbWindow *review;

  if (path == NULL)
    return;
  review = bb_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  g_set_weak_pointer (&review->replaces, GTK_WINDOW (self));
  bb_window_open (review, path);
  gtk_window_present (GTK_WINDOW (review));
}

static void
read_into_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  g_autofree char *folder = bb_session_dup_folder (self->session);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_dialogs_open_report (GTK_WINDOW (self), folder, G_OBJECT (self), file_chosen_cb);
}

/* For tests, which choose no file. */
static void
read_path_into_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  file_chosen_cb (G_OBJECT (widget), g_variant_get_bytestring (parameter));
}

static void
toggle_source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  if (bb_document_view_get_review (self->view) == NULL)
    {
      bb_window_toast (self, _("This report was not read from another program's file"));
      return;
    }
  bb_document_view_set_show_source (self->view, !bb_document_view_get_show_source (self->view));
}

void
bb_window_class_install_review_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.keep-reading", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "win.refuse-reading", NULL, refuse_cb);
  gtk_widget_class_install_action (widget_class, "win.read-into", NULL, read_into_cb);
  gtk_widget_class_install_action (widget_class, "win.read-path-into", "ay", read_path_into_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-source", NULL, toggle_source_cb);
}

void
bb_window_update_review_actions (BbWindow *self, gboolean report)
{
  gboolean reviewing = report && bb_session_get_reviewing (self->session);
  gboolean into = report && !reviewing && bb_window_may_change (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.keep-reading", reviewing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refuse-reading", reviewing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-source", report);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.read-into", into);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.read-path-into", into);
}

void
bb_window_begin_review (BbWindow *self, BbSession *session)
{
  BbWindow *target = find_target (self);
  g_autofree char *title = NULL;

  /* A document of ours is opened, not read into another one. */
  if (target == NULL || !bb_session_get_reviewing (session))
    return;
  title = bb_report_get_title (bb_session_get_report (target->session));
  bb_session_set_replaces (session, title);
}

/* The walk came to its end in the direction @step. */
void
bb_window_tell_looked_at (BbWindow *self, int step)
{
  if (bb_review_pane_count_stops (bb_document_view_get_review (self->view)) == 0)
    bb_window_toast (self, _("Nothing is left to look at in what was read"));
  else if (step > 0)
    bb_window_toast (self, _("That was the last place to look at; F8 starts again with the first"));
  else
    bb_window_toast (self, _("That was the first place to look at; Shift+F8 starts again with the last"));
}
