/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does for whoever writes. Actions of the window, so that its menu and keys reach them wherever the focus is. */
#include "bb-window-private.h"

#include "bb-narrative-page.h"
#include "bb-tidy-up.h"

#include <glib/gi18n.h>

/* @section: -1 for all */
static void
tidy_up (BbWindow *self, int section)
{
  BbReport *report = bb_session_get_report (self->session);
  g_autofree char *changes = NULL;
  g_autofree char *message = NULL;

  /* Half-typed text is nobody's yet. */
  if (self->composing)
    return;
  bb_page_commit (bb_document_view_get_page (self->view));
  changes = bb_tidy_up (report, section);
  if (*changes == '\0')
    {
      bb_window_toast (self, section < 0 ? _("All texts are tidy") : _("The text is tidy"));
      return;
    }
  /* Translators: followed by what was changed, such as “7 spaces, 3 punctuation marks”. */
  message = g_strdup_printf (_("Tidied up: %s"), changes);
  bb_window_toast_undo (self, message);
}

static void
tidy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);

  tidy_up (self, (int) bb_page_get_section (bb_document_view_get_page (self->view)));
}

static void
tidy_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tidy_up (BB_WINDOW (widget), -1);
}

static void
toggle_guidance_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbPage *page = bb_document_view_get_page (BB_WINDOW (widget)->view);

  if (BB_IS_NARRATIVE_PAGE (page))
    bb_narrative_page_toggle_guidance (BB_NARRATIVE_PAGE (page));
  else
    gtk_widget_error_bell (GTK_WIDGET (page));
}

/* The actions of this file; all need a report. */
static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean changes;
} actions[] = {
  { "win.tidy", tidy_cb, TRUE },
  { "win.tidy-all", tidy_all_cb, TRUE },
  { "win.toggle-guidance", toggle_guidance_cb, FALSE },
};

void
bb_window_class_install_writing_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

void
bb_window_update_writing_actions (BbWindow *self, gboolean report)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   report && (!actions[i].changes || bb_window_may_change (self)));
}
