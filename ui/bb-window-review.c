/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read from a file: kept, refused, looked up again. */
#include "bb-window-private.h"

#include "bb-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

static void
refuse (BbWindow *self)
{
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

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  bb_session_keep (self->session);
  bb_window_toast (self, _("The report is kept. F7 shows the file beside it again."));
  bb_page_reveal (bb_document_view_get_page (self->view), NULL);
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
  gtk_widget_class_install_action (widget_class, "win.toggle-source", NULL, toggle_source_cb);
}

void
bb_window_update_review_actions (BbWindow *self, gboolean report)
{
  gboolean reviewing = report && bb_session_get_reviewing (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.keep-reading", reviewing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refuse-reading", reviewing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-source", report);
}
