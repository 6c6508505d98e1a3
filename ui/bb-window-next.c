/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new report that begins where last year's ends. */
#include "bb-window-private.h"

#include "bb-dialogs.h"

#include <glib/gi18n.h>

/* What is open stays open; a start page makes room. */
static BbWindow *
window_for_new (BbWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return self->session == NULL || application == NULL ? self : bb_window_new (application);
}

/* A report that does not say its year is taken for the one of the year before last. */
static int
year_after (BbReport *last)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return bb_report_get_year (last) != 0 ? bb_report_get_year (last) + 1 : g_date_time_get_year (now) - 1;
}

static void
begin (BbWindow *self, const char *path, BbOpened *last)
{
  g_autoptr (BbReport) report = bb_next_year_new (last->report, NULL, year_after (last->report));
  g_autoptr (BbSession) session = bb_session_new (report);
  BbWindow *window = window_for_new (self);

  bb_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  bb_window_toast (window, _("New report begun from last year’s; see the notes for what was taken"));
}

static void
chosen_cb (GObject *owner, const char *path)
{
  if (path != NULL)
    bb_window_read_aside (BB_WINDOW (owner), path, begin);
}

static void
new_from_last_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  g_autofree char *folder = self->session != NULL ? bb_session_dup_folder (self->session) : NULL;

  if (self->opening == NULL)
    bb_dialogs_open_report (GTK_WINDOW (self), folder, G_OBJECT (self), chosen_cb);
}

/* With a path, as if it had been chosen: for a drop, and for tests. */
static void
new_from_path_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  chosen_cb (G_OBJECT (widget), g_variant_get_bytestring (parameter));
}

void
bb_window_class_install_next_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-from-last", NULL, new_from_last_cb);
  gtk_widget_class_install_action (widget_class, "win.new-from-path", "ay", new_from_path_cb);
}
