/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-dialog.h"

#include "bb-charts-view.h"
#include "bb-dialogs.h"
#include "bb-earlier-years.h"
#include "bb-export-choices.h"
#include "bb-export-findings.h"
#include "bb-export-job.h"
#include "bb-export-replace.h"
#include "bb-export-result.h"

#include <glib/gi18n.h>
#include <string.h>

/* In the name of the file, which goes to other offices: Chinese whatever the language of the program is. */
#define BLANK_NAME "%s-空白表"

struct _BbExportDialog
{
  AdwWindow parent_instance;

  /* From the template */
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *export_button;
  GtkWidget *done_button;
  GtkStack *stack;
  GtkWidget *findings_group;
  GtkListBox *findings;
  GtkWidget *issues_button;
  BbExportChoices *formats;
  GtkListBox *extras;
  GtkWidget *charts_group;
  BbEarlierYears *earlier_years;
  BbChartsView *charts;
  GtkWidget *earlier_button;
  GtkWidget *place;
  GtkEditable *name;
  GtkLabel *folder_shown;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  AdwPreferencesGroup *result_group;
  GtkLabel *result_folder;
  GtkWidget *folder_button;
  GtkListBox *results;

  BbReport *report;
  BbExportFindings found;
  char *folder;
  GtkCheckButton *extra[BB_N_EXPORT_EXTRAS];
  GCancellable *reading; /* an earlier year */

  GPtrArray *jobs;
  guint next_job;
  guint job_id; /* idle: writes the next file */
};

G_DEFINE_FINAL_TYPE (BbExportDialog, bb_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SHOW_ISSUES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (GtkCheckButton *button)
{
  return gtk_check_button_get_active (button);
}

/* The one place where errors ask: the button says that they stand, and the key Enter does not pass over it. */
static void
ask_by_button (BbExportDialog *self, gboolean asks)
{
  gtk_button_set_label (GTK_BUTTON (self->export_button), asks ? _("_Export Anyway") : _("_Export"));
  gtk_widget_remove_css_class (self->export_button, asks ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (self->export_button, asks ? "destructive-action" : "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (self), asks ? NULL : self->export_button);
}

static void
update (BbExportDialog *self)
{
  g_autofree char *name = bb_text_trim (gtk_editable_get_text (self->name));
  gboolean charts = is_wanted (self->extra[BB_EXPORT_EXTRA_CHARTS]);
  gboolean figures = charts || bb_export_choices_any (self->formats);

  gtk_widget_set_sensitive (self->export_button,
                            (figures || is_wanted (self->extra[BB_EXPORT_EXTRA_BLANK])) && *name != '\0');
  /* A blank form has no errors to hand out. */
  ask_by_button (self, figures && self->found.n_errors > 0);
  gtk_widget_set_visible (self->charts_group, charts);
  if (charts)
    bb_charts_view_show (self->charts);
}

/* ---- what is written ---- */

static char *
make_path (BbExportDialog *self, const char *base, const char *suffix)
{
  g_autofree char *name = g_strconcat (base, suffix, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static void
add_charts (BbExportDialog *self, const char *base)
{
  GPtrArray *charts = bb_charts_view_get (self->charts);

  for (guint i = 0; i < charts->len; i++)
    {
      const BbChart *chart = g_ptr_array_index (charts, i);
      g_auto (GStrv) names = bb_chart_file_names (chart, base);

      for (guint j = 0; names[j] != NULL; j++)
        g_ptr_array_add (self->jobs, bb_export_job_new_chart (chart, make_path (self, names[j], "")));
    }
}

static void
add_blank (BbExportDialog *self, const char *base)
{
  g_autoptr (BbReport) blank = bb_export_blank_report (self->report);
  g_autofree char *name = g_strdup_printf (BLANK_NAME, base);

  g_ptr_array_add (self->jobs, bb_export_job_new (blank, BB_EXPORT_XLSX,
                                                  make_path (self, name, bb_export_suffix (BB_EXPORT_XLSX))));
}

static void
make_jobs (BbExportDialog *self)
{
  g_autofree char *base = bb_text_safe_file_name (gtk_editable_get_text (self->name));

  g_ptr_array_set_size (self->jobs, 0);
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    if (bb_export_choices_get (self->formats, (BbExportFormat) i))
      g_ptr_array_add (self->jobs, bb_export_job_new (self->report, (BbExportFormat) i,
                                                      make_path (self, base, bb_export_suffix ((BbExportFormat) i))));
  if (is_wanted (self->extra[BB_EXPORT_EXTRA_CHARTS]))
    add_charts (self, base);
  if (is_wanted (self->extra[BB_EXPORT_EXTRA_BLANK]))
    add_blank (self, base);
}

/* ---- writing ---- */

/* @page: `choose`, `progress` or `result`. */
static void
show_page (BbExportDialog *self, const char *page)
{
  gboolean chooses = strcmp (page, "choose") == 0, ends = strcmp (page, "result") == 0;

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->place, chooses);
  gtk_widget_set_visible (self->export_button, chooses);
  gtk_widget_set_visible (self->cancel_button, !ends);
  gtk_widget_set_visible (self->done_button, ends);
  gtk_widget_set_visible (self->back_button, FALSE);
}

static void
show_result (BbExportDialog *self)
{
  guint written = bb_export_result_fill (self->results, self->jobs);
  guint failed = self->jobs->len - written;
  g_autofree char *title = NULL;

  if (failed > 0)
    title = g_strdup_printf (ngettext ("%u File Could Not Be Written", "%u Files Could Not Be Written", failed), failed);
  else
    title = g_strdup_printf (ngettext ("%u File Written", "%u Files Written", written), written);
  adw_preferences_group_set_title (self->result_group, title);
  gtk_widget_set_visible (self->folder_button, written > 0);
  show_page (self, "result");
  gtk_widget_set_visible (self->back_button, failed > 0);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->done_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->done_button);
}

static void
show_progress (BbExportDialog *self)
{
  g_autofree char *name = bb_export_job_dup_name (g_ptr_array_index (self->jobs, self->next_job));
  g_autofree char *text = g_strdup_printf (_("Writing %s"), name);

  gtk_label_set_text (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress, self->next_job / (double) self->jobs->len);
}

/* One file, then the window is drawn; one that fails does not keep the others from being written. */
static gboolean
write_next_cb (gpointer user_data)
{
  BbExportDialog *self = BB_EXPORT_DIALOG (user_data);

  bb_export_job_run (g_ptr_array_index (self->jobs, self->next_job++));
  if (self->next_job < self->jobs->len)
    {
      show_progress (self);
      return G_SOURCE_CONTINUE;
    }
  self->job_id = 0;
  show_result (self);
  return G_SOURCE_REMOVE;
}

static void
start (BbExportDialog *self)
{
  if (self->job_id != 0 || self->jobs->len == 0)
    return;
  self->next_job = 0;
  bb_export_choices_keep (self->formats);
  show_page (self, "progress");
  show_progress (self);
  self->job_id = g_idle_add_full (G_PRIORITY_LOW, write_next_cb, self, NULL);
}

/* ---- files that are there ---- */

static void
replace_answered_cb (GObject *owner, const char *answer)
{
  if (strcmp (answer, "replace") == 0)
    start (BB_EXPORT_DIALOG (owner));
}

/* ---- an earlier year ---- */

static void
earlier_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbExportDialog) self = BB_EXPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path_finish (result, &error);

  /* The dialog was closed meanwhile. */
  if (g_cancellable_is_cancelled (self->reading))
    return;
  gtk_widget_set_sensitive (self->earlier_button, TRUE);
  if (opened == NULL)
    bb_dialogs_tell (GTK_WINDOW (self), _("Could Not Read the Report"), error->message);
  else if (!bb_export_dialog_add_earlier (self, opened->report))
    bb_dialogs_tell (GTK_WINDOW (self), _("Nothing to Add"),
                     _("The charts show the year of this report already, or as many years as they can."));
}

static void
earlier_chosen_cb (GObject *owner, const char *path)
{
  BbExportDialog *self = BB_EXPORT_DIALOG (owner);

  if (path == NULL)
    return;
  gtk_widget_set_sensitive (self->earlier_button, FALSE);
  bb_open_path_async (path, BB_OPEN_DEFAULT, self->reading, earlier_read_cb, g_object_ref (self));
}

/* ---- callbacks ---- */

static void
back_clicked_cb (BbExportDialog *self)
{
  bb_export_result_clear (self->results);
  show_page (self, "choose");
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

static void
earlier_clicked_cb (BbExportDialog *self)
{
  bb_dialogs_open_report (GTK_WINDOW (self), self->folder, G_OBJECT (self), earlier_chosen_cb);
}

static void
issues_clicked_cb (BbExportDialog *self)
{
  g_signal_emit (self, signals[SHOW_ISSUES], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
folder_clicked_cb (BbExportDialog *self)
{
  bb_export_result_open (GTK_WIDGET (self), self->folder);
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

/* ---- setting up ---- */

static GtkCheckButton *
add_extra (BbExportDialog *self, const char *title, const char *subtitle, const char *suffix)
{
  GtkWidget *check = gtk_check_button_new ();
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *label = gtk_label_new (suffix);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_prefix (row, check);
  adw_action_row_add_suffix (row, label);
  adw_action_row_set_activatable_widget (row, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->extras, GTK_WIDGET (row));
  return GTK_CHECK_BUTTON (check);
}

static void
show_folder (GtkLabel *label, const char *folder)
{
  gtk_label_set_text (label, folder);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), folder);
}

static void
bb_export_dialog_dispose (GObject *object)
{
  BbExportDialog *self = BB_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->job_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  /* Jobs look at the charts. */
  g_ptr_array_set_size (self->jobs, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->report);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (bb_export_dialog_parent_class)->dispose (object);
}

static void
bb_export_dialog_finalize (GObject *object)
{
  BbExportDialog *self = BB_EXPORT_DIALOG (object);

  g_ptr_array_unref (self->jobs);
  g_object_unref (self->reading);
  G_OBJECT_CLASS (bb_export_dialog_parent_class)->finalize (object);
}

static void
bb_export_dialog_class_init (BbExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bb_export_dialog_finalize;

  signals[SHOW_ISSUES] = g_signal_new ("show-issues", BB_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  g_type_ensure (BB_TYPE_EARLIER_YEARS);
  g_type_ensure (BB_TYPE_CHARTS_VIEW);
  g_type_ensure (BB_TYPE_EXPORT_CHOICES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, findings_group);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, issues_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, extras);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, charts_group);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, earlier_years);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, charts);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, place);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, folder_shown);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, result_group);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, result_folder);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, folder_button);
  gtk_widget_class_bind_template_child (widget_class, BbExportDialog, results);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, issues_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bb_export_dialog_run);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bb_export_dialog_init (BbExportDialog *self)
{
  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_export_job_free);
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->extra[BB_EXPORT_EXTRA_CHARTS] = add_extra (self, _("Charts of the Applications"),
                                                   _("By applicant and by result, for the web page"), ".png .svg");
  self->extra[BB_EXPORT_EXTRA_BLANK] = add_extra (self, _("Blank Form"),
                                                  _("An Excel workbook that subordinate units fill in"), ".xlsx");
}

/* ---- public ---- */

GtkWidget *
bb_export_dialog_new (GtkWindow *parent, BbReport *report, const char *folder)
{
  BbExportDialog *self = g_object_new (BB_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = bb_report_get_title (report);
  g_autofree char *name = bb_text_safe_file_name (title);

  self->report = g_object_ref (report);
  self->found = bb_export_findings_fill (self->findings, report);
  gtk_widget_set_visible (self->findings_group, self->found.n_rows > 0);
  gtk_widget_set_visible (self->issues_button, self->found.n_errors + self->found.n_warnings > 0);
  bb_charts_view_set_report (self->charts, report);
  bb_earlier_years_attach (self->earlier_years, report, self->charts, self->earlier_button);
  gtk_widget_set_sensitive (gtk_widget_get_ancestor (GTK_WIDGET (self->extra[BB_EXPORT_EXTRA_CHARTS]), ADW_TYPE_ACTION_ROW),
                            bb_charts_view_get (self->charts)->len > 0);
  gtk_editable_set_text (self->name, name);
  bb_export_dialog_set_folder (self, folder);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->found.n_errors > 0 ? self->issues_button : self->export_button);
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
  show_folder (self->folder_shown, shown);
  show_folder (self->result_folder, shown);
}

void
bb_export_dialog_set_format (BbExportDialog *self, BbExportFormat format, gboolean wanted)
{
  g_return_if_fail (BB_IS_EXPORT_DIALOG (self));
  g_return_if_fail (format < BB_N_EXPORT_FORMATS);
  bb_export_choices_set (self->formats, format, wanted);
}

void
bb_export_dialog_set_extra (BbExportDialog *self, BbExportExtra extra, gboolean wanted)
{
  g_return_if_fail (BB_IS_EXPORT_DIALOG (self));
  g_return_if_fail (extra < BB_N_EXPORT_EXTRAS);
  gtk_check_button_set_active (self->extra[extra], wanted);
}

gboolean
bb_export_dialog_add_earlier (BbExportDialog *self, BbReport *report)
{
  g_return_val_if_fail (BB_IS_EXPORT_DIALOG (self), FALSE);
  return bb_earlier_years_add (self->earlier_years, report);
}

void
bb_export_dialog_run (BbExportDialog *self)
{
  g_return_if_fail (BB_IS_EXPORT_DIALOG (self));
  make_jobs (self);
  if (bb_export_replace_find (self->jobs) > 0)
    bb_export_replace_ask (GTK_WINDOW (self), self->jobs, G_OBJECT (self), replace_answered_cb);
  else
    start (self);
}

gboolean
bb_export_dialog_is_done (BbExportDialog *self)
{
  g_return_val_if_fail (BB_IS_EXPORT_DIALOG (self), FALSE);
  return self->done_button != NULL && gtk_widget_get_visible (self->done_button);
}
