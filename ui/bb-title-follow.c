/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-title-follow.h"

#include <glib/gi18n.h>
#include <string.h>

#define KEY "bb-title-follow"

/* Belongs to the entry. */
typedef struct
{
  BbReport *report;
  char *before; /* (nullable): the name when somebody came into the entry */
} Follow;

static void
follow_free (gpointer data)
{
  Follow *self = data;

  g_object_unref (self->report);
  g_free (self->before);
  g_free (self);
}

/* Returns: (transfer full) (nullable): @title with the new name; NULL when it does not have the old one or has the new one already. */
static char *
dup_renamed (const char *title, const char *before, const char *after)
{
  const char *place;

  if (before == NULL || *before == '\0' || *after == '\0' || strcmp (before, after) == 0 || strstr (title, after) != NULL)
    return NULL;
  place = strstr (title, before);
  if (place == NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) (place - title), title, after, place + strlen (before));
}

void
bb_title_follow_now (GtkWidget *entry)
{
  Follow *self = g_object_get_data (G_OBJECT (entry), KEY);
  BbField *title = bb_report_get_meta (self->report, BB_META_TITLE);
  const char *after = bb_report_get_organisation (self->report);
  g_autofree char *renamed = dup_renamed (bb_field_get_text (title), self->before, after);

  if (self->before == NULL)
    return;
  g_free (self->before);
  self->before = g_strdup (after);
  if (renamed == NULL)
    return;
  bb_report_barrier (self->report);
  bb_report_edit (self->report, title, renamed, BB_ORIGIN_TYPED);
  bb_report_barrier (self->report);
  gtk_widget_activate_action (entry, "win.toast-undo", "s", _("The title has the new name, too"));
}

static void
enter_cb (GtkWidget *entry)
{
  Follow *self = g_object_get_data (G_OBJECT (entry), KEY);

  if (self->before == NULL)
    self->before = g_strdup (bb_report_get_organisation (self->report));
}

/* Who only looks something up in another window is not through with the name. */
static void
leave_cb (GtkWidget *entry)
{
  Follow *self = g_object_get_data (G_OBJECT (entry), KEY);
  GtkRoot *root = gtk_widget_get_root (entry);

  if (!GTK_IS_WINDOW (root) || gtk_widget_in_destruction (GTK_WIDGET (root)) || !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  bb_title_follow_now (entry);
  g_clear_pointer (&self->before, g_free);
}

void
bb_title_follow_watch (GtkWidget *entry, BbReport *report)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Follow *self = g_new0 (Follow, 1);

  self->report = g_object_ref (report);
  g_object_set_data_full (G_OBJECT (entry), KEY, self, follow_free);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), entry);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), entry);
  gtk_widget_add_controller (entry, focus);
}
