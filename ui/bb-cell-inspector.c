/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-inspector.h"

#include "bb-cell-actions.h"
#include "bb-cell-facts.h"
#include "bb-first-layout.h"
#include "bb-quiet.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbCellInspector
{
  AdwBin parent_instance;

  /* From the template */
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *last_figure;
  GtkWidget *issue_box;
  GtkImage *issue_icon;
  GtkLabel *issue_text;
  GtkWidget *noted;
  BbCellActions *actions;

  BbReport *report;
  BbChecker *checker;
  BbLastYear *last; /* (nullable) */
  int cell;
};

G_DEFINE_FINAL_TYPE (BbCellInspector, bb_cell_inspector, ADW_TYPE_BIN)

enum
{
  ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_issue (BbCellInspector *self)
{
  guint others;
  g_autoptr (BbIssue) issue = bb_cell_find_issue (self->checker, (guint) self->cell, &others);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->issue_box, issue != NULL);
  if (issue == NULL)
    return;
  if (others > 0)
    text = g_strdup_printf (ngettext ("%s (and %u more)", "%s (and %u more)", others), bb_issue_get_message (issue), others);
  else
    text = g_strdup (bb_issue_get_message (issue));
  bb_quiet_set_icon (self->issue_icon, bb_severity_icon (bb_issue_get_severity (issue)));
  bb_quiet_set_style (GTK_WIDGET (self->issue_icon), bb_severity_style (bb_issue_get_severity (issue)));
  gtk_label_set_text (self->issue_text, text);
  bb_quiet_set_tooltip (GTK_WIDGET (self->issue_text), text);
}

static void
show_last (BbCellInspector *self)
{
  g_autofree char *text = bb_cell_describe_last (self->last, (guint) self->cell);

  gtk_label_set_text (self->last_figure, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->last_figure), text != NULL);
}

static void
update (BbCellInspector *self)
{
  BbField *field;

  if (self->report == NULL || self->cell < 0
      || (guint) self->cell >= bb_report_get_form (self->report)->n_cells)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  field = bb_report_get_cell (self->report, (guint) self->cell);
  gtk_stack_set_visible_child_name (self->stack, "cell");
  gtk_label_set_text (self->name, bb_cell_get_place (field));
  bb_quiet_set_tooltip (GTK_WIDGET (self->name), bb_field_get_name (field));
  gtk_label_set_text (self->state, bb_cell_describe_state (field));
  bb_quiet_set_tooltip (GTK_WIDGET (self->state), bb_field_get_source (field));
  gtk_widget_set_visible (self->noted, bb_field_get_remark (field) != NULL);
  bb_quiet_set_tooltip (self->noted, bb_field_get_remark (field));
  bb_cell_actions_show (self->actions, self->report, self->cell);
  show_last (self);
  show_issue (self);
}

static void
acted_cb (BbCellInspector *self, guint cell)
{
  g_signal_emit (self, signals[ACTED], 0, cell);
}

static void
bb_cell_inspector_dispose (GObject *object)
{
  BbCellInspector *self = BB_CELL_INSPECTOR (object);

  g_clear_object (&self->report);
  g_clear_object (&self->checker);
  g_clear_pointer (&self->last, bb_last_year_unref);
  /* The stack is both our child and bound: it must not be taken out twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_CELL_INSPECTOR);
  G_OBJECT_CLASS (bb_cell_inspector_parent_class)->dispose (object);
}

static void
bb_cell_inspector_class_init (BbCellInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_cell_inspector_dispose;

  signals[ACTED] = g_signal_new ("acted", BB_TYPE_CELL_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BB_TYPE_CELL_ACTIONS);
  g_type_ensure (BB_TYPE_FIRST_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-cell-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, name);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, state);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, last_figure);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, issue_box);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, issue_icon);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, issue_text);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, noted);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, actions);
  gtk_widget_class_bind_template_callback (widget_class, acted_cb);
}

static void
bb_cell_inspector_init (BbCellInspector *self)
{
  self->cell = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bb_cell_inspector_set_report (BbCellInspector *self, BbReport *report, BbChecker *checker)
{
  g_return_if_fail (BB_IS_CELL_INSPECTOR (self));
  g_return_if_fail (self->report == NULL);

  self->report = g_object_ref (report);
  self->checker = g_object_ref (checker);
  /* After the checker: it was connected to the report before us. */
  g_signal_connect_object (report, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checker, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
bb_cell_inspector_set_last (BbCellInspector *self, BbLastYear *last)
{
  g_return_if_fail (BB_IS_CELL_INSPECTOR (self));
  g_clear_pointer (&self->last, bb_last_year_unref);
  self->last = last != NULL ? bb_last_year_ref (last) : NULL;
  update (self);
}

void
bb_cell_inspector_set_cell (BbCellInspector *self, int cell)
{
  g_return_if_fail (BB_IS_CELL_INSPECTOR (self));
  self->cell = cell;
  update (self);
}
