/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-pane.h"

#include "bb-calm-model.h"
#include "bb-issue-row.h"

#include <glib/gi18n.h>

struct _BbIssuePane
{
  AdwBin parent_instance;

  /* From the template */
  GtkLabel *summary;
  GtkToggleButton *complete;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *previous;
  GtkWidget *next;

  BbSession *session;
  GtkFilter *open_notes;
  GListModel *items;
  BbCalmModel *shown; /* the same, as the rows follow it */
};

G_DEFINE_FINAL_TYPE (BbIssuePane, bb_issue_pane, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A note whose id is a rule is listed as an issue of that rule already. */
static gboolean
note_is_open (gpointer item, gpointer user_data)
{
  BbIssuePane *self = BB_ISSUE_PANE (user_data);
  const BbForm *form = bb_report_get_form (bb_session_get_report (self->session));

  return !bb_note_get_dismissed (BB_NOTE (item)) && bb_form_find_rule (form, bb_note_get_id (BB_NOTE (item))) < 0;
}

static void
update_summary (BbIssuePane *self)
{
  BbChecker *checker = bb_session_get_checker (self->session);
  guint errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);
  guint warnings = bb_checker_count (checker, -1, BB_SEVERITY_WARNING);
  guint items = g_list_model_get_n_items (self->items);
  g_autofree char *error_text = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *warning_text = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  /* Translators: the summary of the issue pane: "3 errors, 1 warning". */
  g_autofree char *text = g_strdup_printf (C_("issues", "%s, %s"), error_text, warning_text);

  gtk_label_set_text (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack, items > 0 ? "list" : "none");
  gtk_widget_set_sensitive (self->previous, items > 0);
  gtk_widget_set_sensitive (self->next, items > 0);
  gtk_toggle_button_set_active (self->complete, bb_checker_get_mode (checker) == BB_CHECK_COMPLETE);
}

static void
report_changed_cb (BbIssuePane *self)
{
  gtk_filter_changed (self->open_notes, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
complete_toggled_cb (BbIssuePane *self)
{
  if (self->session != NULL)
    bb_checker_set_mode (bb_session_get_checker (self->session),
                         gtk_toggle_button_get_active (self->complete) ? BB_CHECK_COMPLETE : BB_CHECK_LIVE);
}

static void
choose (BbIssuePane *self, BbIssueRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, bb_issue_row_get_item (row), bb_issue_row_find_target (row));
}

static void
row_activated_cb (BbIssuePane *self, GtkListBoxRow *row)
{
  choose (self, BB_ISSUE_ROW (row));
}

/* What was repaired is shown: the row with its button is going away and takes the focus with it. */
static void
row_fixed_cb (BbIssuePane *self, BbIssueRow *row)
{
  if (bb_issue_row_find_target (row) != NULL && BB_IS_ISSUE (bb_issue_row_get_item (row)))
    choose (self, row);
  else if (g_list_model_get_n_items (self->items) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  BbIssuePane *self = BB_ISSUE_PANE (user_data);
  GtkWidget *row = bb_issue_row_new (bb_session_get_report (self->session), G_OBJECT (item));

  g_signal_connect_object (row, "fixed", G_CALLBACK (row_fixed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = bb_issue_item_group (bb_issue_row_get_item (BB_ISSUE_ROW (row)));
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (group, bb_issue_item_group (bb_issue_row_get_item (BB_ISSUE_ROW (before)))) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "bb-group");
  gtk_list_box_row_set_header (row, label);
}

static void
previous_clicked_cb (BbIssuePane *self)
{
  bb_issue_pane_step (self, -1);
}

static void
next_clicked_cb (BbIssuePane *self)
{
  bb_issue_pane_step (self, 1);
}

static void
bb_issue_pane_dispose (GObject *object)
{
  BbIssuePane *self = BB_ISSUE_PANE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_object (&self->open_notes);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_ISSUE_PANE);
  G_OBJECT_CLASS (bb_issue_pane_parent_class)->dispose (object);
}

static void
bb_issue_pane_class_init (BbIssuePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_issue_pane_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", BB_TYPE_ISSUE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_OBJECT, BB_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-issue-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, summary);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, complete);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, stack);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, list);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, previous);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, next);
  gtk_widget_class_bind_template_callback (widget_class, complete_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
bb_issue_pane_init (BbIssuePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

void
bb_issue_pane_set_session (BbIssuePane *self, BbSession *session)
{
  BbReport *report = bb_session_get_report (session);
  BbChecker *checker = bb_session_get_checker (session);
  GListStore *parts;
  GtkFilterListModel *notes;

  g_return_if_fail (BB_IS_ISSUE_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->open_notes = GTK_FILTER (gtk_custom_filter_new (note_is_open, self, NULL));
  notes = gtk_filter_list_model_new (g_object_ref (bb_report_get_notes (report)), g_object_ref (self->open_notes));
  parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (parts, checker);
  g_list_store_append (parts, notes);
  g_object_unref (notes);
  self->items = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));

  self->shown = bb_calm_model_new (self->items, GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_row, self, NULL);
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (update_summary), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checker, "notify::mode", G_CALLBACK (update_summary), self, G_CONNECT_SWAPPED);
  update_summary (self);
}

/* Selecting a row does not scroll to it; only focusing would, and the focus goes to the cell. */
static void
scroll_to_row (BbIssuePane *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

gboolean
bb_issue_pane_step (BbIssuePane *self, int step)
{
  int count = (int) g_list_model_get_n_items (self->items);
  GtkListBoxRow *selected;
  GtkListBoxRow *row;
  int index;

  g_return_val_if_fail (BB_IS_ISSUE_PANE (self), FALSE);
  bb_calm_model_catch_up (self->shown);
  selected = gtk_list_box_get_selected_row (self->list);
  if (count == 0)
    return FALSE;
  if (selected == NULL)
    index = step > 0 ? 0 : count - 1;
  else
    index = (gtk_list_box_row_get_index (selected) + step + count) % count;
  row = gtk_list_box_get_row_at_index (self->list, index);
  gtk_list_box_select_row (self->list, row);
  scroll_to_row (self, row);
  choose (self, BB_ISSUE_ROW (row));
  return TRUE;
}

GListModel *
bb_issue_pane_get_items (BbIssuePane *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_PANE (self), NULL);
  return self->items;
}
