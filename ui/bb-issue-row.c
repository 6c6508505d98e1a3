/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-row.h"

#include "bb-focus.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbIssueRow
{
  GtkListBoxRow parent_instance;

  /* From the template */
  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *place;
  GtkBox *buttons;

  BbReport *report;
  GObject *item;
};

G_DEFINE_FINAL_TYPE (BbIssueRow, bb_issue_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  FIXED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_button (BbIssueRow *self, const char *label, GCallback clicked_cb, const char *fix_id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "bb-fix", g_strdup (fix_id), g_free);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);
  gtk_box_append (self->buttons, button);
}

static void
fix_clicked_cb (GtkButton *button, BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);
  const char *fix_id = g_object_get_data (G_OBJECT (button), "bb-fix");

  bb_focus_leave (GTK_WIDGET (self));
  if (bb_issue_apply_fix (BB_ISSUE (self->item), self->report, fix_id))
    g_signal_emit (self, signals[FIXED], 0);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _("The report changed, so this repair no longer fits"));
}

static void
dismiss_clicked_cb (GtkButton *button, BbIssueRow *self)
{
  G_GNUC_UNUSED g_autoptr (BbIssueRow) alive = g_object_ref (self);

  bb_focus_leave (GTK_WIDGET (self));
  bb_report_dismiss_note (self->report, BB_NOTE (self->item), TRUE);
  g_signal_emit (self, signals[FIXED], 0);
}

static void
show_severity (BbIssueRow *self, BbSeverity severity)
{
  gtk_image_set_from_icon_name (self->icon, bb_severity_icon (severity));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), bb_severity_style (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bb_severity_label (severity), -1);
}

static void
show_issue (BbIssueRow *self, BbIssue *issue)
{
  g_autofree char *section = bb_section_dup_title (self->report, bb_issue_get_section (issue));
  guint n_fixes;
  const BbFix *fixes = bb_issue_get_fixes (issue, &n_fixes);

  show_severity (self, bb_issue_get_severity (issue));
  gtk_label_set_text (self->message, bb_issue_get_message (issue));
  gtk_label_set_text (self->place, section);
  for (guint i = 0; i < n_fixes; i++)
    add_button (self, fixes[i].label, G_CALLBACK (fix_clicked_cb), fixes[i].id);
}

static void
show_note (BbIssueRow *self, BbNote *note)
{
  const char *place = bb_note_get_place (note);

  show_severity (self, bb_note_get_severity (note));
  gtk_label_set_text (self->message, bb_note_get_message (note));
  gtk_label_set_text (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  add_button (self, _("Dismiss"), G_CALLBACK (dismiss_clicked_cb), NULL);
}

static void
bb_issue_row_dispose (GObject *object)
{
  BbIssueRow *self = BB_ISSUE_ROW (object);

  g_clear_object (&self->report);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_ISSUE_ROW);
  G_OBJECT_CLASS (bb_issue_row_parent_class)->dispose (object);
}

static void
bb_issue_row_class_init (BbIssueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_issue_row_dispose;

  signals[FIXED] = g_signal_new ("fixed", BB_TYPE_ISSUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-issue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, message);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, place);
  gtk_widget_class_bind_template_child (widget_class, BbIssueRow, buttons);
}

static void
bb_issue_row_init (BbIssueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_issue_row_new (BbReport *report, GObject *item)
{
  BbIssueRow *self = g_object_new (BB_TYPE_ISSUE_ROW, NULL);

  self->report = g_object_ref (report);
  self->item = g_object_ref (item);
  if (BB_IS_ISSUE (item))
    show_issue (self, BB_ISSUE (item));
  else
    show_note (self, BB_NOTE (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->message), -1);
  return GTK_WIDGET (self);
}

GObject *
bb_issue_row_get_item (BbIssueRow *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ROW (self), NULL);
  return self->item;
}

BbField *
bb_issue_row_find_target (BbIssueRow *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ROW (self), NULL);
  if (BB_IS_ISSUE (self->item))
    return bb_report_find_field (self->report, bb_issue_get_target (BB_ISSUE (self->item)));
  if (*bb_note_get_cells (BB_NOTE (self->item)) != NULL)
    return bb_report_find_field (self->report, *bb_note_get_cells (BB_NOTE (self->item)));
  return NULL;
}

const char *
bb_issue_item_group (GObject *item)
{
  if (BB_IS_ISSUE (item))
    return bb_severity_label (bb_issue_get_severity (BB_ISSUE (item)));
  return _("Notes From Reading");
}
