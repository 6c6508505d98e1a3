/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-rule-row.h"

#include "bb-cell-facts.h"
#include "bb-quiet.h"

struct _BbRuleRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *solve;

  BbReport *report;
  guint cell;
  int equation;
};

G_DEFINE_FINAL_TYPE (BbRuleRow, bb_rule_row, ADW_TYPE_BIN)

enum
{
  SOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
solve_clicked_cb (BbRuleRow *self)
{
  const BbForm *form = bb_report_get_form (self->report);
  G_GNUC_UNUSED g_autoptr (BbRuleRow) alive = g_object_ref (self);
  g_autofree char *label = NULL;

  if (self->equation < 0 || self->equation >= (int) form->n_equations)
    return;
  label = bb_solve_step_label (self->report, &form->equations[self->equation], self->cell);
  if (label == NULL || !bb_solve_apply (self->report, &form->equations[self->equation], self->cell))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", label);
  g_signal_emit (self, signals[SOLVED], 0, self->cell);
}

static void
bb_rule_row_dispose (GObject *object)
{
  g_clear_object (&BB_RULE_ROW (object)->report);
  G_OBJECT_CLASS (bb_rule_row_parent_class)->dispose (object);
}

static void
bb_rule_row_class_init (BbRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_rule_row_dispose;

  signals[SOLVED] = g_signal_new ("solved", BB_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "caption");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
bb_rule_row_init (BbRuleRow *self)
{
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));
  GtkBox *texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  GtkWidget *label;

  self->equation = -1;
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_box_append (row, GTK_WIDGET (self->icon));
  gtk_widget_set_hexpand (GTK_WIDGET (texts), TRUE);
  gtk_box_append (row, GTK_WIDGET (texts));
  self->title = add_label (texts, NULL);
  self->detail = add_label (texts, "dim-label");
  self->solve = gtk_button_new_with_label ("");
  label = gtk_button_get_child (GTK_BUTTON (self->solve));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (self->solve, GTK_ALIGN_START);
  gtk_widget_set_focus_on_click (self->solve, FALSE);
  g_signal_connect_object (self->solve, "clicked", G_CALLBACK (solve_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (texts, self->solve);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (row));
}

GtkWidget *
bb_rule_row_new (void)
{
  return g_object_new (BB_TYPE_RULE_ROW, NULL);
}

void
bb_rule_row_show (BbRuleRow *self, BbReport *report, guint cell, const BbExplanation *explanation)
{
  g_autofree char *label = NULL;

  g_return_if_fail (BB_IS_RULE_ROW (self));
  g_set_object (&self->report, report);
  self->cell = cell;
  self->equation = explanation->equation;
  bb_quiet_set_icon (self->icon, bb_verdict_icon (explanation->verdict));
  bb_quiet_set_style (GTK_WIDGET (self->icon), bb_verdict_style (explanation->verdict));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bb_verdict_label (explanation->verdict), -1);
  gtk_label_set_text (self->title, explanation->title);
  gtk_label_set_text (self->detail, explanation->detail != NULL ? explanation->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), explanation->detail != NULL);
  if (explanation->equation >= 0 && explanation->verdict != BB_VERDICT_HOLDS)
    label = bb_solve_label (report, &bb_report_get_form (report)->equations[explanation->equation], cell);
  gtk_widget_set_visible (self->solve, label != NULL);
  gtk_widget_set_sensitive (self->solve, !bb_report_get_read_only (report));
  if (label != NULL)
    gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->solve))), label);
}
