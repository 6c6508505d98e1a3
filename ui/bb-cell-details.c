/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-details.h"

#include "bb-cell-actions.h"
#include "bb-cell-facts.h"
#include "bb-cell-note.h"
#include "bb-quiet.h"
#include "bb-rule-row.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbCellDetails
{
  AdwBin parent_instance;

  /* From the template */
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *state;
  GtkWidget *source_box;
  GtkLabel *source;
  GtkWidget *previous_box;
  GtkLabel *previous_title;
  GtkLabel *previous;
  GtkWidget *take_previous;
  BbCellActions *actions;
  GtkWidget *issue_box;
  GtkImage *issue_icon;
  GtkLabel *issue_text;
  GtkBox *rules;
  BbCellNote *note;

  BbReport *report;
  BbChecker *checker;
  int cell;
  guint update_id;

  BbPreviousFunc previous_func;
  gpointer previous_data;
  GDestroyNotify previous_destroy;
};

G_DEFINE_FINAL_TYPE (BbCellDetails, bb_cell_details, ADW_TYPE_BIN)

enum
{
  ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is shown ---- */

/* A figure that is another one than stands in the cell, which is no sum. */
static gboolean
can_take (BbField *field, const char *previous)
{
  return previous != NULL && !bb_field_is_derived (field) && bb_number_read (previous, NULL).form == BB_NUMBER_PLAIN &&
         !g_str_equal (previous, bb_field_get_text (field));
}

static void
take_previous_cb (BbCellDetails *self)
{
  g_autofree char *previous = self->previous_func != NULL ? self->previous_func ((guint) self->cell, self->previous_data) : NULL;
  BbField *field = bb_report_get_cell (self->report, (guint) self->cell);

  if (!can_take (field, previous))
    return;
  bb_report_begin_group (self->report, _("Take last year’s figure"));
  bb_report_edit (self->report, field, previous, BB_ORIGIN_TYPED);
  bb_report_end_group (self->report);
  g_signal_emit (self, signals[ACTED], 0, (guint) self->cell);
}

static void
show_value (BbCellDetails *self, BbField *field)
{
  const char *text = bb_field_get_text (field);
  const char *source = bb_field_get_source (field);
  const char *unit = bb_field_get_unit (field);
  g_autofree char *value = unit != NULL ? g_strdup_printf ("%s %s", text, unit) : g_strdup (text);
  g_autofree char *previous = self->previous_func != NULL ? self->previous_func ((guint) self->cell, self->previous_data) : NULL;

  gtk_label_set_text (self->name, bb_field_get_name (field));
  gtk_label_set_text (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), *text != '\0');
  gtk_label_set_text (self->state, bb_cell_describe_state (field));
  gtk_label_set_text (self->source, source != NULL ? source : "");
  gtk_widget_set_visible (self->source_box, source != NULL);
  gtk_label_set_text (self->previous, previous != NULL ? previous : "");
  gtk_widget_set_visible (self->previous_box, previous != NULL);
  gtk_widget_set_visible (self->take_previous, can_take (field, previous));
  gtk_widget_set_sensitive (self->take_previous, !bb_report_get_read_only (self->report));
}

/* Returns: (transfer full) (nullable): the issue that is shown */
static BbIssue *
show_issue (BbCellDetails *self)
{
  guint others;
  BbIssue *issue = bb_cell_find_issue (self->checker, (guint) self->cell, &others);

  gtk_widget_set_visible (self->issue_box, issue != NULL);
  if (issue == NULL)
    return NULL;
  bb_quiet_set_icon (self->issue_icon, bb_severity_icon (bb_issue_get_severity (issue)));
  bb_quiet_set_style (GTK_WIDGET (self->issue_icon), bb_severity_style (bb_issue_get_severity (issue)));
  gtk_label_set_text (self->issue_text, bb_issue_get_message (issue));
  return issue;
}

static void
solved_cb (BbCellDetails *self, guint cell)
{
  g_signal_emit (self, signals[ACTED], 0, cell);
}

/* Rows are kept: they are shown anew with every figure. */
static GtkWidget *
row_after (BbCellDetails *self, GtkWidget *before)
{
  GtkWidget *row = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (GTK_WIDGET (self->rules));

  if (row != NULL)
    return row;
  row = bb_rule_row_new ();
  g_signal_connect_object (row, "solved", G_CALLBACK (solved_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rules, row);
  return row;
}

/* No sentence twice: what the issue above says is not said as a rule again; the figures of an equation are. */
static void
show_rules (BbCellDetails *self, BbIssue *shown)
{
  g_autoptr (GPtrArray) list = bb_checker_explain_cell (self->checker, (guint) self->cell);
  GtkWidget *row = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const BbExplanation *explanation = g_ptr_array_index (list, i);

      if (shown != NULL && g_strcmp0 (explanation->title, bb_issue_get_message (shown)) == 0)
        continue;
      row = row_after (self, row);
      bb_rule_row_show (BB_RULE_ROW (row), self->report, (guint) self->cell, explanation);
      gtk_widget_set_visible (row, TRUE);
    }
  row = row != NULL ? gtk_widget_get_next_sibling (row) : gtk_widget_get_first_child (GTK_WIDGET (self->rules));
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
}

static gboolean
has_cell (BbCellDetails *self)
{
  return self->report != NULL && self->cell >= 0 && (guint) self->cell < bb_report_get_form (self->report)->n_cells;
}

static void
update (BbCellDetails *self)
{
  g_autoptr (BbIssue) shown = NULL;
  BbField *field;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (!has_cell (self))
    {
      bb_cell_note_show (self->note, self->report, NULL);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  field = bb_report_get_cell (self->report, (guint) self->cell);
  gtk_stack_set_visible_child_name (self->stack, "cell");
  show_value (self, field);
  bb_cell_actions_show (self->actions, self->report, self->cell);
  shown = show_issue (self);
  show_rules (self, shown);
  bb_cell_note_show (self->note, self->report, field);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  BbCellDetails *self = BB_CELL_DETAILS (user_data);

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Behind the frame that shows the figure; not at all while nobody sees it. */
static void
queue_update (BbCellDetails *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_idle_cb, self);
}

/* ---- callbacks ---- */

static void
acted_cb (BbCellDetails *self, guint cell)
{
  g_signal_emit (self, signals[ACTED], 0, cell);
}

static void
note_left_cb (BbCellDetails *self)
{
  if (has_cell (self))
    g_signal_emit (self, signals[ACTED], 0, (guint) self->cell);
}

static void
close_clicked_cb (BbCellDetails *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-details", NULL);
}

/* ---- overrides ---- */

static void
bb_cell_details_map (GtkWidget *widget)
{
  update (BB_CELL_DETAILS (widget));
  GTK_WIDGET_CLASS (bb_cell_details_parent_class)->map (widget);
}

static void
bb_cell_details_dispose (GObject *object)
{
  BbCellDetails *self = BB_CELL_DETAILS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  bb_cell_details_set_previous (self, NULL, NULL, NULL);
  g_clear_object (&self->report);
  g_clear_object (&self->checker);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_CELL_DETAILS);
  G_OBJECT_CLASS (bb_cell_details_parent_class)->dispose (object);
}

static void
bb_cell_details_class_init (BbCellDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_cell_details_dispose;
  widget_class->map = bb_cell_details_map;

  signals[ACTED] = g_signal_new ("acted", BB_TYPE_CELL_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BB_TYPE_CELL_ACTIONS);
  g_type_ensure (BB_TYPE_CELL_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-cell-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, name);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, value);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, state);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, source_box);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, source);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, previous_box);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, previous_title);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, previous);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, take_previous);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, actions);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, issue_box);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, issue_icon);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, issue_text);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, rules);
  gtk_widget_class_bind_template_child (widget_class, BbCellDetails, note);
  gtk_widget_class_bind_template_callback (widget_class, acted_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
bb_cell_details_init (BbCellDetails *self)
{
  self->cell = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

void
bb_cell_details_set_report (BbCellDetails *self, BbReport *report, BbChecker *checker)
{
  g_return_if_fail (BB_IS_CELL_DETAILS (self));
  g_return_if_fail (self->report == NULL);

  self->report = g_object_ref (report);
  self->checker = g_object_ref (checker);
  g_signal_connect_object (report, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checker, "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
}

void
bb_cell_details_set_cell (BbCellDetails *self, int cell)
{
  g_return_if_fail (BB_IS_CELL_DETAILS (self));
  if (self->cell == cell)
    return;
  bb_cell_note_commit (self->note);
  self->cell = cell;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  queue_update (self);
}

void
bb_cell_details_set_previous (BbCellDetails *self, BbPreviousFunc func, gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (BB_IS_CELL_DETAILS (self));
  if (self->previous_destroy != NULL)
    self->previous_destroy (self->previous_data);
  self->previous_func = func;
  self->previous_data = user_data;
  self->previous_destroy = destroy;
  queue_update (self);
}

void
bb_cell_details_set_previous_year (BbCellDetails *self, int year)
{
  g_autofree char *title = year != 0 ? g_strdup_printf (_("Last Year (%d)"), year) : g_strdup (_("Last Year"));

  g_return_if_fail (BB_IS_CELL_DETAILS (self));
  gtk_label_set_text (self->previous_title, title);
}

void
bb_cell_details_commit (BbCellDetails *self)
{
  g_return_if_fail (BB_IS_CELL_DETAILS (self));
  bb_cell_note_commit (self->note);
}

void
bb_cell_details_edit_note (BbCellDetails *self)
{
  g_return_if_fail (BB_IS_CELL_DETAILS (self));
  update (self);
  bb_cell_note_focus (self->note);
}
