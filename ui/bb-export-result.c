/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-result.h"

#include "bb-dialogs.h"

#include <glib/gi18n.h>

#define PATH "bb-path"

static void
open_clicked_cb (GtkWidget *button)
{
  bb_export_result_open (button, g_object_get_data (G_OBJECT (button), PATH));
}

static GtkWidget *
make_button (const BbExportJob *job, const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open"));
  g_autofree char *label = g_strdup_printf (_("Open %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), PATH, g_strdup (job->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_clicked_cb), NULL);
  return button;
}

static void
add_row (GtkListBox *list, const BbExportJob *job)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  gboolean written = job->error == NULL;
  GtkWidget *image = gtk_image_new_from_icon_name (written ? "object-select-symbolic" : "dialog-error-symbolic");
  g_autofree char *name = bb_export_job_dup_name (job);
  g_autofree char *size = g_format_size ((guint64) job->size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_set_subtitle (row, written ? size : job->error->message);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (image, written ? "success" : "error");
  adw_action_row_add_prefix (row, image);
  if (written)
    adw_action_row_add_suffix (row, make_button (job, name));
  gtk_list_box_append (list, GTK_WIDGET (row));
}

guint
bb_export_result_fill (GtkListBox *list, GPtrArray *jobs)
{
  guint written = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      const BbExportJob *job = g_ptr_array_index (jobs, i);

      add_row (list, job);
      written += job->error == NULL;
    }
  return written;
}

void
bb_export_result_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
bb_export_result_open (GtkWidget *widget, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    bb_dialogs_open_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri);
}
