/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-dialog.h"

#include "bb-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BbExportDialog
{
  AdwWindow parent_instance;

  /* From the template */
  GtkListBox *formats;
  GtkEditable *name;
  AdwActionRow *folder_row;
  GtkWidget *export_button;

  BbReport *report;
  char *folder;
  GtkCheckButton *wanted[BB_N_EXPORT_FORMATS];
};

G_DEFINE_FINAL_TYPE (BbExportDialog, bb_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (BbExportDialog *self)
{
  g_autofree char *name = bb_text_trim (gtk_editable_get_text (self->name));
  gboolean some = FALSE;

  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    some = some || gtk_check_button_get_active (self->wanted[i]);
  gtk_widget_set_sensitive (self->export_button, some && *name != '\0');
}

static char *
make_path (BbExportDialog *self, BbExportFormat format)
{
  g_autofree char *base = bb_text_safe_file_name (gtk_editable_get_text (self->name));
  g_autofree char *name = g_strconcat (base, bb_export_suffix (format), NULL);

  return g_build_filename (self->folder, name, NULL);
}

/* Writes the files. One that fails is told and ends it; what was written before stays. */
static void
write_files (BbExportDialog *self, BbSaveFlags flags)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;

      if (!gtk_check_button_get_active (self->wanted[i]))
        continue;
      path = make_path (self, (BbExportFormat) i);
      if (!bb_export_file (self->report, (BbExportFormat) i, path, flags, &error))
        {
          g_autofree char *name = g_filename_display_basename (path);
          g_autofree char *heading = g_strdup_printf (_("Could Not Export “%s”"), name);

          bb_dialogs_tell (GTK_WINDOW (self), heading, error->message);
          return;
        }
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_add (paths, NULL);
  g_signal_emit (self, signals[EXPORTED], 0, paths->pdata);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
replace_answered_cb (GObject *owner, const char *answer)
{
  if (strcmp (answer, "replace") == 0)
    write_files (BB_EXPORT_DIALOG (owner), BB_SAVE_DEFAULT);
}

static void
ask_replace (BbExportDialog *self, guint count, const char *names)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *heading = g_strdup_printf (ngettext ("Replace %u File?", "Replace %u Files?", count), count);
  g_autofree char *body = g_strdup_printf (_("Already in the folder:\n%s"), names);

  bb_dialogs_ask (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers), "cancel", G_OBJECT (self),
                  replace_answered_cb);
}

static void
folder_chosen_cb (GObject *owner, const char *path)
{
  if (path != NULL)
    bb_export_dialog_set_folder (BB_EXPORT_DIALOG (owner), path);
}

static void
choose_clicked_cb (BbExportDialog *self)
{
  bb_dialogs_choose_folder (GTK_WINDOW (self), self->folder, G_OBJECT (self), folder_chosen_cb);
}

static void
add_format (BbExportDialog *self, BbExportFormat format)
{
  GtkWidget *check = gtk_check_button_new ();
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bb_export_label (format));
  adw_action_row_set_subtitle (row, bb_export_suffix (format));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->formats, GTK_WIDGET (row));
  self->wanted[format] = GTK_CHECK_BUTTON (check);
}

static void
bb_export_dialog_dispose (GObject *object)
{
  BbExportDialog *self = BB_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->report);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (bb_export_dialog_parent_class)->dispose (object);
}

static void
bb_export_dialog_class_init (BbExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_export_dialog_dispose;

  signals[EXPORTED] = g_signal_new ("exported", BB_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bb_export_dialog_run);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bb_export_dialog_init (BbExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    add_format (self, (BbExportFormat) i);
}

GtkWidget *
bb_export_dialog_new (GtkWindow *parent, BbReport *report, const char *folder)
{
  BbExportDialog *self = g_object_new (BB_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = bb_report_get_title (report);
  g_autofree char *name = bb_text_safe_file_name (title);

  self->report = g_object_ref (report);
  gtk_editable_set_text (self->name, name);
  bb_export_dialog_set_folder (self, folder);
  bb_export_dialog_set_format (self, BB_EXPORT_HTML, TRUE);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  return GTK_WIDGET (self);
}

void
bb_export_dialog_set_folder (BbExportDialog *self, const char *folder)
{
  g_autofree char *shown = g_filename_display_name (folder);

  g_return_if_fail (BB_IS_EXPORT_DIALOG (self));
  if (self->folder != folder)
    {
      g_free (self->folder);
      self->folder = g_strdup (folder);
    }
  adw_action_row_set_subtitle (self->folder_row, shown);
}

void
bb_export_dialog_set_format (BbExportDialog *self, BbExportFormat format, gboolean wanted)
{
  g_return_if_fail (BB_IS_EXPORT_DIALOG (self));
  g_return_if_fail (format < BB_N_EXPORT_FORMATS);
  gtk_check_button_set_active (self->wanted[format], wanted);
}

void
bb_export_dialog_run (BbExportDialog *self)
{
  GString *names;
  guint count = 0;

  g_return_if_fail (BB_IS_EXPORT_DIALOG (self));
  names = g_string_new (NULL);
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *path = make_path (self, (BbExportFormat) i);

      if (gtk_check_button_get_active (self->wanted[i]) && g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_autofree char *name = g_filename_display_basename (path);

          g_string_append_printf (names, "%s\n", name);
          count++;
        }
    }
  if (count > 0)
    ask_replace (self, count, names->str);
  else
    write_files (self, BB_SAVE_NO_CLOBBER);
  g_string_free (names, TRUE);
}
