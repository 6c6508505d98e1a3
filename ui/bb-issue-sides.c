/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-sides.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkLabel *names;
  GtkLabel *sum;
} Side;

struct _BbIssueSides
{
  AdwBin parent_instance;

  Side left;
  Side right;
  GtkLabel *difference;
};

G_DEFINE_FINAL_TYPE (BbIssueSides, bb_issue_sides, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_clicked_cb (BbIssueSides *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
bb_issue_sides_class_init (BbIssueSidesClass *klass)
{
  signals[CLOSED] = g_signal_new ("closed", BB_TYPE_ISSUE_SIDES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_side (GtkBox *box, Side *side, const char *style)
{
  GtkWidget *swatch = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (swatch, "bb-swatch");
  gtk_widget_add_css_class (swatch, style);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (box, swatch);
  side->names = add_label (box, "caption");
  gtk_label_set_ellipsize (side->names, PANGO_ELLIPSIZE_MIDDLE);
  side->sum = add_label (box, "heading");
}

static void
bb_issue_sides_init (BbIssueSides *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  add_side (box, &self->left, "bb-left");
  gtk_label_set_text (add_label (box, "heading"), "≠");
  add_side (box, &self->right, "bb-right");
  self->difference = add_label (box, "caption");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_focus_on_click (close, FALSE);
  gtk_widget_set_hexpand (close, TRUE);
  gtk_widget_set_halign (close, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (close, _("Take the marks out of the table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take the marks out of the table"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, close);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "bb-sides");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_side (Side *side, const BbForm *form, const BbEquation *equation, gboolean left, BbDecimal sum)
{
  g_autofree char *names = bb_explain_side (form, equation, left);
  g_autofree char *number = bb_decimal_to_string (sum);

  gtk_label_set_text (side->names, names);
  gtk_widget_set_tooltip_text (GTK_WIDGET (side->names), names);
  gtk_label_set_text (side->sum, number);
}

void
bb_issue_sides_show (BbIssueSides *self, BbReport *report, BbIssue *issue)
{
  const BbForm *form = bb_report_get_form (report);
  int equation = issue != NULL ? bb_issue_get_equation (issue) : -1;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  BbDecimal left, right, difference;
  gboolean shown;

  g_return_if_fail (BB_IS_ISSUE_SIDES (self));
  shown = equation >= 0 && equation < (int) form->n_equations && bb_issue_get_sides (issue, &left, &right, &difference);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  show_side (&self->left, form, &form->equations[equation], TRUE, left);
  show_side (&self->right, form, &form->equations[equation], FALSE, right);
  number = bb_decimal_to_string (difference);
  text = g_strdup_printf (_("difference %s"), number);
  gtk_label_set_text (self->difference, text);
}
