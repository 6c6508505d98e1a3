/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-note.h"

#include <glib/gi18n.h>

struct _BbIssueNote
{
  AdwBin parent_instance;

  GtkWidget *errors;
  GtkLabel *error_label;
  GtkWidget *warnings;
  GtkLabel *warning_label;
};

G_DEFINE_FINAL_TYPE (BbIssueNote, bb_issue_note, ADW_TYPE_BIN)

static GtkWidget *
make_count (const char *icon, const char *style, GtkLabel **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  *label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (image, style);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*label));
  return box;
}

/* The list is in the main window, which this one covers. */
static void
clicked_cb (BbIssueNote *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-all-issues", NULL);
  gtk_window_close (window);
}

static void
bb_issue_note_class_init (BbIssueNoteClass *klass)
{
}

static void
bb_issue_note_init (BbIssueNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Show Issues"));

  self->errors = make_count ("dialog-error-symbolic", "error", &self->error_label);
  self->warnings = make_count ("dialog-warning-symbolic", "warning", &self->warning_label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->errors);
  gtk_box_append (GTK_BOX (box), self->warnings);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bb-issue-note");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
bb_issue_note_show (BbIssueNote *self, BbReport *report)
{
  guint n_errors, n_warnings;
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;

  g_return_if_fail (BB_IS_ISSUE_NOTE (self));

  bb_issue_note_count (report, &n_errors, &n_warnings);
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  gtk_label_set_text (self->error_label, errors);
  gtk_label_set_text (self->warning_label, warnings);
  gtk_widget_set_visible (self->errors, n_errors > 0);
  gtk_widget_set_visible (self->warnings, n_warnings > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_errors + n_warnings > 0);
}

void
bb_issue_note_count (BbReport *report, guint *n_errors, guint *n_warnings)
{
  /* Whatever the window lists now. */
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);

  *n_errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);
  *n_warnings = bb_checker_count (checker, -1, BB_SEVERITY_WARNING);
}
