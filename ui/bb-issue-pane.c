/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-pane.h"

#include "bb-calm-model.h"
#include "bb-issue-list.h"
#include "bb-issue-row.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbIssuePane
{
  AdwBin parent_instance;

  /* From the template */
  GtkLabel *summary;
  GtkToggleButton *here;
  GtkToggleButton *complete;
  GtkStack *stack;
  GtkLabel *none;
  GtkLabel *none_why;
  GtkListBox *list;
  GtkWidget *previous;
  GtkWidget *next;

  BbSession *session;
  BbIssueList *lines;
  BbCalmModel *shown; /* the same, as the rows follow it */
  guint section;

  /* Where stepping goes on, also when the line was repaired and is gone */
  int position;
  BbIssue *selected;

  /* The head that was unfolded, until it is scrolled up; a weak pointer */
  GtkListBoxRow *unfolded;
  guint unfolded_tick;
  guint unfolded_frames;

  int cell;
  GtkListBoxRow *offering; /* a weak pointer: the row that offers to repair the cell */
};

G_DEFINE_FINAL_TYPE (BbIssuePane, bb_issue_pane, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static BbIssueEntry *
entry_of (GtkListBoxRow *row)
{
  return bb_issue_row_get_entry (BB_ISSUE_ROW (row));
}

/* ---- the bar, and what is said when there is nothing ---- */

static void
show_none (BbIssuePane *self)
{
  BbChecker *checker = bb_session_get_checker (self->session);
  gboolean here = gtk_toggle_button_get_active (self->here);
  gboolean live = bb_checker_get_mode (checker) == BB_CHECK_LIVE;
  guint filled, total;

  bb_report_count_inputs (bb_session_get_report (self->session), -1, &filled, &total);
  gtk_label_set_text (self->none, here ? _("Nothing to report in this section") : _("Nothing to report"));
  gtk_widget_set_visible (GTK_WIDGET (self->none_why), live && filled < total);
}

static void
update_bar (BbIssuePane *self)
{
  BbChecker *checker = bb_session_get_checker (self->session);
  guint notes = g_list_model_get_n_items (bb_issue_list_get_items (self->lines)) - g_list_model_get_n_items (G_LIST_MODEL (checker));
  g_autofree char *text = bb_issue_counts_dup_text (checker, notes);
  guint lines = g_list_model_get_n_items (bb_issue_list_get_entries (self->lines));

  gtk_label_set_text (self->summary, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), text);
  if (lines == 0)
    show_none (self);
  gtk_stack_set_visible_child_name (self->stack, lines > 0 ? "list" : "none");
  gtk_widget_set_sensitive (self->previous, lines > 0);
  gtk_widget_set_sensitive (self->next, lines > 0);
  gtk_toggle_button_set_active (self->complete, bb_checker_get_mode (checker) == BB_CHECK_COMPLETE);
}

static void
complete_toggled_cb (BbIssuePane *self)
{
  if (self->session != NULL)
    bb_checker_set_mode (bb_session_get_checker (self->session),
                         gtk_toggle_button_get_active (self->complete) ? BB_CHECK_COMPLETE : BB_CHECK_LIVE);
}

static void
show_section (BbIssuePane *self)
{
  bb_issue_list_set_section (self->lines, gtk_toggle_button_get_active (self->here) ? (int) self->section : -1);
  update_bar (self);
}

static void
here_toggled_cb (BbIssuePane *self)
{
  if (self->lines != NULL)
    show_section (self);
}

/* ---- the row that offers to repair the cell looked at ---- */

static void
update_offer (BbIssuePane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->offering != NULL && self->offering != row)
    bb_issue_row_offer_cell (BB_ISSUE_ROW (self->offering), -1);
  g_set_weak_pointer (&self->offering, row);
  if (row != NULL)
    bb_issue_row_offer_cell (BB_ISSUE_ROW (row), self->cell);
}

static void
row_selected_cb (BbIssuePane *self, GtkListBoxRow *row)
{
  if (row != NULL)
    {
      self->position = gtk_list_box_row_get_index (row);
      g_set_object (&self->selected, bb_issue_entry_get_issue (entry_of (row)));
    }
  update_offer (self);
}

/* Figures changed, and the checker made another object of what is the same issue to people. */
static void
rows_changed_cb (BbIssuePane *self)
{
  BbIssueEntry *entry;
  guint position;

  if (self->selected == NULL || gtk_list_box_get_selected_row (self->list) != NULL)
    {
      update_offer (self);
      return;
    }
  entry = bb_issue_list_find_like (self->lines, self->selected);
  if (entry == NULL)
    return;
  for (position = 0; position < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); position++)
    {
      g_autoptr (BbIssueEntry) other = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

      if (other == entry)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) position));
    }
}

/* ---- choosing ---- */

static void
choose (BbIssuePane *self, GtkListBoxRow *row)
{
  BbIssueEntry *entry = entry_of (row);

  g_signal_emit (self, signals[CHOSEN], 0, bb_issue_entry_get_item (entry),
                 bb_issue_entry_find_target (entry, bb_session_get_report (self->session)));
}

/* What was unfolded at the lower edge would not be seen; its rows have their place in the frame after the next. */
static gboolean
unfolded_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbIssuePane *self = BB_ISSUE_PANE (widget);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (++self->unfolded_frames < 3)
    return G_SOURCE_CONTINUE;
  if (self->unfolded != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->unfolded), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + gtk_adjustment_get_page_size (adjustment));
  g_clear_weak_pointer (&self->unfolded);
  self->unfolded_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
toggle (BbIssuePane *self, GtkListBoxRow *row)
{
  bb_issue_list_toggle (self->lines, entry_of (row));
  if (!bb_issue_entry_get_expanded (entry_of (row)))
    return;
  bb_calm_model_catch_up (self->shown);
  g_set_weak_pointer (&self->unfolded, row);
  self->unfolded_frames = 0;
  if (self->unfolded_tick == 0)
    self->unfolded_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), unfolded_tick_cb, NULL, NULL);
}

static void
row_activated_cb (BbIssuePane *self, GtkListBoxRow *row)
{
  if (bb_issue_entry_is_head (entry_of (row)))
    toggle (self, row);
  else
    choose (self, row);
}

/* What was repaired is shown: the row with its button is going away and takes the focus with it. */
static void
row_acted_cb (BbIssuePane *self, BbIssueRow *row)
{
  BbIssueEntry *entry = bb_issue_row_get_entry (row);
  BbField *target = NULL;

  if (bb_issue_entry_get_issue (entry) != NULL)
    target = bb_issue_entry_find_target (entry, bb_session_get_report (self->session));
  if (target != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, NULL, target);
  else if (g_list_model_get_n_items (bb_issue_list_get_entries (self->lines)) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  BbIssuePane *self = BB_ISSUE_PANE (user_data);
  GtkWidget *row = bb_issue_row_new (bb_session_get_report (self->session), bb_session_get_checker (self->session),
                                     BB_ISSUE_ENTRY (item));

  g_signal_connect_object (row, "acted", G_CALLBACK (row_acted_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = bb_issue_entry_get_group (entry_of (row));
  GtkWidget *label;

  if (group == NULL || (before != NULL && g_strcmp0 (group, bb_issue_entry_get_group (entry_of (before))) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
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

/* ---- object ---- */

static void
bb_issue_pane_dispose (GObject *object)
{
  BbIssuePane *self = BB_ISSUE_PANE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_weak_pointer (&self->offering);
  g_clear_weak_pointer (&self->unfolded);
  if (self->unfolded_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->unfolded_tick);
  self->unfolded_tick = 0;
  g_clear_object (&self->selected);
  g_clear_object (&self->shown);
  g_clear_object (&self->lines);
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
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, here);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, complete);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, stack);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, none);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, none_why);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, list);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, previous);
  gtk_widget_class_bind_template_child (widget_class, BbIssuePane, next);
  gtk_widget_class_bind_template_callback (widget_class, here_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, complete_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
bb_issue_pane_init (BbIssuePane *self)
{
  self->cell = -1;
  self->position = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->complete))), PANGO_ELLIPSIZE_END);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

void
bb_issue_pane_set_session (BbIssuePane *self, BbSession *session)
{
  BbReport *report = bb_session_get_report (session);
  BbChecker *checker = bb_session_get_checker (session);

  g_return_if_fail (BB_IS_ISSUE_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->lines = bb_issue_list_new (report, checker);
  self->shown = bb_calm_model_new (bb_issue_list_get_entries (self->lines), GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_row, self, NULL);
  g_signal_connect_object (bb_issue_list_get_entries (self->lines), "items-changed", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (checker, "items-changed", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checker, "notify::mode", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  update_bar (self);
}

void
bb_issue_pane_set_section (BbIssuePane *self, guint section)
{
  g_return_if_fail (BB_IS_ISSUE_PANE (self));
  self->section = section;
  if (self->lines != NULL)
    show_section (self);
}

void
bb_issue_pane_set_cell (BbIssuePane *self, int cell)
{
  g_return_if_fail (BB_IS_ISSUE_PANE (self));
  self->cell = cell;
  update_offer (self);
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

/* A head that is folded stands for its first note; unfolded, its notes speak for themselves. What was accepted is passed by. */
static gboolean
is_stop (GtkListBoxRow *row)
{
  BbIssueEntry *entry = entry_of (row);

  if (bb_issue_entry_get_kind (entry) == BB_ENTRY_NOTES)
    return !bb_issue_entry_get_expanded (entry);
  return bb_issue_entry_get_kind (entry) != BB_ENTRY_ACCEPTED
         && !(bb_issue_entry_get_kind (entry) == BB_ENTRY_ISSUE && bb_issue_entry_is_part (entry));
}

gboolean
bb_issue_pane_step (BbIssuePane *self, int step)
{
  GtkListBoxRow *row;
  int count;
  int index;

  g_return_val_if_fail (BB_IS_ISSUE_PANE (self), FALSE);
  bb_calm_model_catch_up (self->shown);
  count = (int) g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    index = gtk_list_box_row_get_index (row);
  else
    /* Where a line is gone, the next one stands in its place. */
    index = step > 0 ? MAX (self->position, 0) - 1 : MAX (self->position, 0);
  for (int tried = 0; tried < count; tried++)
    {
      index = ((index + step) % count + count) % count;
      row = gtk_list_box_get_row_at_index (self->list, index);
      if (!is_stop (row))
        continue;
      gtk_list_box_select_row (self->list, row);
      scroll_to_row (self, row);
      choose (self, row);
      return TRUE;
    }
  return FALSE;
}

GListModel *
bb_issue_pane_get_items (BbIssuePane *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_PANE (self), NULL);
  return bb_issue_list_get_items (self->lines);
}
