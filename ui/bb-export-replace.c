/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-replace.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A dozen files with long names must leave room for the buttons, with large text, too. */
#define MOST_HEIGHT 200
#define LEAST_WIDTH 420

static char *
dup_names (GPtrArray *jobs, guint *count)
{
  GString *names = g_string_new (NULL);

  *count = 0;
  for (guint i = 0; i < jobs->len; i++)
    {
      const BbExportJob *job = g_ptr_array_index (jobs, i);
      g_autofree char *name = bb_export_job_dup_name (job);

      if (job->replace)
        g_string_append_printf (names, "%s%s", (*count)++ > 0 ? "\n" : "", name);
    }
  return g_string_free (names, FALSE);
}

/* One line a file: names begin alike, and end in what tells them apart. */
static GtkWidget *
make_list (const char *names)
{
  GtkWidget *label = gtk_label_new (names);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, names);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_set_size_request (scroller, LEAST_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Files"), -1);
  return scroller;
}

guint
bb_export_replace_find (GPtrArray *jobs)
{
  guint count = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      BbExportJob *job = g_ptr_array_index (jobs, i);

      job->replace = g_file_test (job->path, G_FILE_TEST_EXISTS);
      count += job->replace;
    }
  return count;
}

void
bb_export_replace_ask (GtkWindow *parent, GPtrArray *jobs, GObject *owner, BbAnswered answered)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  };
  guint count;
  g_autofree char *names = dup_names (jobs, &count);
  g_autofree char *heading = g_strdup_printf (ngettext ("Replace %u File?", "Replace %u Files?", count), count);
  GtkWindow *dialog = bb_dialogs_ask (parent, heading, _("Already in the folder:"), answers, G_N_ELEMENTS (answers), "cancel",
                                      owner, answered);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (names));
}
