/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-preview.h"
#include "bb-printing.h"

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  bb_page_commit (bb_document_view_get_page (self->view));
  bb_printing_run (GTK_WINDOW (self), bb_session_get_report (self->session));
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
