/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-inspector.h"

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
  GtkLabel *source;
  GtkWidget *issue_box;
  GtkImage *issue_icon;
  GtkLabel *issue_text;
  GtkWidget *confirm;
  GtkWidget *clear;
  GtkWidget *follow;

  BbReport *report;
  BbChecker *checker;
  int cell;
};

G_DEFINE_FINAL_TYPE (BbCellInspector, bb_cell_inspector, ADW_TYPE_BIN)

enum
{
  ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
describe_number (BbField *field)
{
  if (bb_field_is_pinned (field))
    return _("Total, differs from the sum of its parts");
  switch (bb_field_get_origin (field))
    {
    case BB_ORIGIN_TYPED:
      return _("Typed");
    case BB_ORIGIN_READ:
      return _("Read from the file");
    case BB_ORIGIN_DERIVED:
      return _("Computed from its parts");
    case BB_ORIGIN_DEDUCED:
      return _("Deduced: the only value that fits");
    }
  return "";
}

/* What stands in the cell and how it came there. */
static const char *
describe_state (BbField *field)
{
  switch (bb_field_get_state (field))
    {
    case BB_STATE_NUMBER:
      return describe_number (field);
    case BB_STATE_BLANK:
      return bb_field_is_derived (field) ? _("Computed once its parts are filled in") : _("Not filled in");
    case BB_STATE_TEXT:
      return _("Not a number: kept as it stands");
    case BB_STATE_MISSING:
      return _("The file had no such cell");
    }
  return "";
}

/* The worst issue that names the cell: the checker's list begins with the worst. */
static BbIssue *
find_issue (BbCellInspector *self, guint *others)
{
  GListModel *issues = G_LIST_MODEL (self->checker);
  g_autoptr (BbIssue) found = NULL;

  *others = 0;
  if (bb_checker_cell_severity (self->checker, (guint) self->cell) < 0)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (issues, i);
      guint n_cells;
      const guint *cells = bb_issue_get_cells (issue, &n_cells);

      for (guint c = 0; c < n_cells; c++)
        {
          if (cells[c] != (guint) self->cell)
            continue;
          if (found == NULL)
            found = g_object_ref (issue);
          else
            (*others)++;
          break;
        }
    }
  return g_steal_pointer (&found);
}

static void
show_issue (BbCellInspector *self)
{
  guint others;
  g_autoptr (BbIssue) issue = find_issue (self, &others);
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
update (BbCellInspector *self)
{
  BbField *field;
  const char *source;
  gboolean deduced;

  if (self->report == NULL || self->cell < 0
      || (guint) self->cell >= bb_report_get_form (self->report)->n_cells)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  field = bb_report_get_cell (self->report, (guint) self->cell);
  source = bb_field_get_source (field);
  deduced = bb_field_get_state (field) == BB_STATE_NUMBER && bb_field_get_origin (field) == BB_ORIGIN_DEDUCED;

  gtk_stack_set_visible_child_name (self->stack, "cell");
  gtk_label_set_text (self->name, bb_field_get_name (field));
  bb_quiet_set_tooltip (GTK_WIDGET (self->name), bb_field_get_name (field));
  gtk_label_set_text (self->state, describe_state (field));
  gtk_label_set_text (self->source, source != NULL ? source : "");
  bb_quiet_set_tooltip (GTK_WIDGET (self->source), source);
  gtk_widget_set_visible (GTK_WIDGET (self->source), source != NULL);
  gtk_widget_set_visible (self->confirm, deduced);
  gtk_widget_set_visible (self->clear, deduced);
  gtk_widget_set_visible (self->follow, bb_field_is_pinned (field));
  show_issue (self);
}

/* One step of its own. The button goes away with what it was for, so the focus must go elsewhere. */
static void
act (BbCellInspector *self, const char *text)
{
  BbField *field = bb_report_get_cell (self->report, (guint) self->cell);

  bb_report_barrier (self->report);
  bb_report_edit (self->report, field, text, BB_ORIGIN_TYPED);
  bb_report_barrier (self->report);
  g_signal_emit (self, signals[ACTED], 0, (guint) self->cell);
}

static void
confirm_clicked_cb (BbCellInspector *self)
{
  g_autofree char *text = g_strdup (bb_field_get_text (bb_report_get_cell (self->report, (guint) self->cell)));

  act (self, text);
}

static void
clear_clicked_cb (BbCellInspector *self)
{
  act (self, "");
}

static void
follow_clicked_cb (BbCellInspector *self)
{
  act (self, NULL);
}

static void
bb_cell_inspector_dispose (GObject *object)
{
  BbCellInspector *self = BB_CELL_INSPECTOR (object);

  g_clear_object (&self->report);
  g_clear_object (&self->checker);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-cell-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, name);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, state);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, source);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, issue_box);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, issue_icon);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, issue_text);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, confirm);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, clear);
  gtk_widget_class_bind_template_child (widget_class, BbCellInspector, follow);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_clicked_cb);
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
bb_cell_inspector_set_cell (BbCellInspector *self, int cell)
{
  g_return_if_fail (BB_IS_CELL_INSPECTOR (self));
  self->cell = cell;
  update (self);
}
