/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The issue pane: what is listed and folded, accepting and withdrawing, repairs for the cell looked at, notes, filter, stepping. */
#include "ui-test.h"

#include "bb-accept-popover.h"
#include "bb-issue-list.h"
#include "bb-issue-pane.h"
#include "bb-issue-row.h"

#define PROACTIVE 2
#define DISPUTES 4
#define WITH_REMARK "2（含修订1件）"

typedef struct
{
  BbReport *report;
  BbWindow *window;
  BbDocumentView *view;
  GtkWidget *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  fixture->window = ui_test_window (fixture->report);
  fixture->view = bb_window_get_view (fixture->window);
  fixture->pane = ui_test_find (fixture->window, BB_TYPE_ISSUE_PANE);
  bb_document_view_set_show_issues (fixture->view, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

/* The rows follow a frame later. */
static void
show_rows (Fixture *fixture)
{
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_settle ();
}

static GtkWidget *
row_at (Fixture *fixture, int index)
{
  GtkListBox *list = ui_test_find (fixture->pane, GTK_TYPE_LIST_BOX);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, index));
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (row_at (fixture, (int) n) != NULL)
    n++;
  return n;
}

static const char *
cell_text (Fixture *fixture, const char *id)
{
  return bb_field_get_text (bb_report_get_cell (fixture->report, ui_test_cell (fixture->report, id)));
}

static void
click (gpointer root, const char *label)
{
  GtkWidget *button = ui_test_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
}

static void
activate (Fixture *fixture, int index)
{
  g_signal_emit_by_name (ui_test_find (fixture->pane, GTK_TYPE_LIST_BOX), "row-activated", row_at (fixture, index));
  show_rows (fixture);
}

/* As the popover does, once it was asked for. */
static void
accept (Fixture *fixture, int index, const char *reason)
{
  GtkMenuButton *button = ui_test_find (row_at (fixture, index), GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover;
  GtkWidget *entry;

  g_assert_nonnull (button);
  gtk_menu_button_popup (button);
  ui_test_settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_assert_true (BB_IS_ACCEPT_POPOVER (popover));
  entry = ui_test_find (popover, GTK_TYPE_ENTRY);
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (popover, "Accept")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (popover, "Accept")));
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_assert_true (gtk_widget_get_sensitive (ui_test_find_button (popover, "Accept")));
  g_signal_emit_by_name (entry, "activate");
  show_rows (fixture);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = ui_test_find (fixture->pane, GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
  g_assert_false (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), 1));
  g_assert_false (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), -1));
  ui_test_type (fixture->report, "t2.rules.made", WITH_REMARK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  BbChecker *checker = bb_session_get_checker (bb_window_get_session (fixture->window));

  ui_test_type (fixture->report, "t2.rules.made", WITH_REMARK);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  accept (fixture, 0, " 原表如此 ");
  g_assert_cmpuint (bb_checker_count_accepted (checker), ==, 1);
  g_assert_cmpuint (bb_checker_count (checker, -1, BB_SEVERITY_WARNING), ==, 0);

  /* Folded below its head, and no stop of F8. */
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (bb_issue_entry_is_head (bb_issue_row_get_entry (BB_ISSUE_ROW (row_at (fixture, 0)))));
  g_assert_false (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), 1));
  activate (fixture, 0);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_false (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), 1));

  click (row_at (fixture, 1), "Withdraw");
  show_rows (fixture);
  g_assert_cmpuint (bb_checker_count_accepted (checker), ==, 0);
  g_assert_cmpuint (bb_checker_count (checker, -1, BB_SEVERITY_WARNING), ==, 1);
  g_assert_nonnull (ui_test_find (row_at (fixture, 0), GTK_TYPE_MENU_BUTTON));
  ui_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (bb_checker_count_accepted (checker), ==, 1);
}

/* Other figures: open again, with the reason of then. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button;

  ui_test_type (fixture->report, "t2.rules.made", WITH_REMARK);
  show_rows (fixture);
  accept (fixture, 0, "原表如此");
  ui_test_type (fixture->report, "t2.rules.made", "3（含修订1件）");
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  button = ui_test_find (row_at (fixture, 0), GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (button);
  gtk_menu_button_popup (button);
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (ui_test_find (gtk_menu_button_get_popover (button), GTK_TYPE_ENTRY)), ==, "原表如此");
  gtk_menu_button_popdown (button);
  ui_test_settle ();
}

/* An error is repaired, not accepted. */
static void
test_error (Fixture *fixture, gconstpointer data)
{
  ui_test_type (fixture->report, "t2.rules.made", "-1");
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_null (ui_test_find (row_at (fixture, 0), GTK_TYPE_MENU_BUTTON));
}

static void
fill_review (Fixture *fixture)
{
  ui_test_type (fixture->report, "t4.review.upheld", "1");
  ui_test_type (fixture->report, "t4.review.corrected", "0");
  ui_test_type (fixture->report, "t4.review.other", "0");
  ui_test_type (fixture->report, "t4.review.pending", "2");
  ui_test_type (fixture->report, "t4.review.total", "5");
}

/* The value stands in the button and is never left out; the tooltip and screen readers tell which cell it goes into. */
static void
check_whole (GtkWidget *button, const char *sentence)
{
  g_assert_nonnull (button);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, sentence);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

/* The line that is chosen offers to repair the cell that is looked at; the marks follow while figures change. */
static void
test_offer (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view = fixture->view;

  fill_review (fixture);
  g_assert_true (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), 1));
  show_rows (fixture);
  g_assert_null (ui_test_find_button (row_at (fixture, 0), "Set to 3"));
  bb_document_view_reveal_field (view, bb_report_find_field (fixture->report, "t4.review.upheld"));
  show_rows (fixture);
  check_whole (ui_test_find_button (row_at (fixture, 0), "Set to 3"), "Set 结果维持 to 3 (now 1)");

  ui_test_type (fixture->report, "t4.review.pending", "1");
  show_rows (fixture);
  click (row_at (fixture, 0), "Set to 4");
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "结果维持: 4 instead of 1");
  g_assert_cmpstr (cell_text (fixture, "t4.review.upheld"), ==, "4");
  g_assert_cmpstr (cell_text (fixture, "t4.review.total"), ==, "5");
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  ui_test_activate (fixture->window, "win.undo");
  g_assert_cmpstr (cell_text (fixture, "t4.review.upheld"), ==, "1");
}

static void
add_note (Fixture *fixture, const char *cell, const char *message)
{
  const char *cells[] = { cell, NULL };
  g_autoptr (BbNote) note = bb_note_new ("read.deduced", BB_SEVERITY_HINT, cells, message, "line 41");

  bb_report_add_note (fixture->report, note);
}

static void
deduce (Fixture *fixture, const char *id)
{
  bb_report_edit (fixture->report, bb_report_get_cell (fixture->report, ui_test_cell (fixture->report, id)), "7", BB_ORIGIN_DEDUCED);
}

static BbOrigin
origin_of (Fixture *fixture, const char *id)
{
  return bb_field_get_origin (bb_report_get_cell (fixture->report, ui_test_cell (fixture->report, id)));
}

/* Notes about one table are one line until they are unfolded; confirming them all is one step. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  deduce (fixture, "t3.new.natural");
  deduce (fixture, "t3.granted.natural");
  add_note (fixture, "t3.new.natural", "one");
  add_note (fixture, "t3.granted.natural", "two");
  add_note (fixture, "t2.rules.made", "another table");
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_nonnull (ui_test_find_button (row_at (fixture, 0), "Dismiss"));

  /* Each can be reached: the head leads to the first one, unfolded to each. */
  activate (fixture, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  activate (fixture, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 2);

  bb_report_forget_history (fixture->report);
  click (row_at (fixture, 1), "Confirm All");
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_cmpint (origin_of (fixture, "t3.new.natural"), ==, BB_ORIGIN_TYPED);
  g_assert_cmpint (origin_of (fixture, "t3.granted.natural"), ==, BB_ORIGIN_TYPED);
  bb_report_undo (fixture->report);
  g_assert_false (bb_report_can_undo (fixture->report));
  g_assert_cmpint (origin_of (fixture, "t3.new.natural"), ==, BB_ORIGIN_DEDUCED);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

/* What somebody has to look at in the file stands before warnings, and is not folded away; what was merely deduced comes last. */
static void
test_urgent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbNote) urgent = bb_note_new ("read.unmatched-line", BB_SEVERITY_WARNING, NULL, "a line that fits nowhere", "line 4");
  g_autoptr (BbNote) second = bb_note_new ("read.unmatched-line", BB_SEVERITY_WARNING, NULL, "another one", "line 5");
  g_autoptr (BbNote) hint = bb_note_new ("read.deduced", BB_SEVERITY_HINT, NULL, "one cell deduced", NULL);
  static const char *const groups[] = { "Errors", "To Be Looked At", "To Be Looked At", "Warnings", "Notes From Reading" };

  ui_test_type (fixture->report, "t2.rules.made", WITH_REMARK);
  ui_test_type (fixture->report, "t2.normative.made", "-1");
  bb_report_add_note (fixture->report, hint);
  bb_report_add_note (fixture->report, urgent);
  bb_report_add_note (fixture->report, second);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, G_N_ELEMENTS (groups));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_cmpstr (bb_issue_entry_get_group (bb_issue_row_get_entry (BB_ISSUE_ROW (row_at (fixture, (int) i)))), ==, groups[i]);
  /* F8 comes by in the same order. */
  g_assert_true (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), 1));
  g_assert_true (bb_issue_pane_step (BB_ISSUE_PANE (fixture->pane), 1));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row_at (fixture, 1))));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *here = NULL;
  BbIssuePane *pane = BB_ISSUE_PANE (fixture->pane);

  ui_test_type (fixture->report, "t2.rules.made", WITH_REMARK);
  fill_review (fixture);
  bb_document_view_show_page (fixture->view, DISPUTES);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  here = ui_test_find (fixture->pane, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (here), TRUE);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (bb_issue_pane_step (pane, 1));
  g_assert_true (bb_issue_pane_step (pane, 1));
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (fixture->view)), ==, DISPUTES);
  bb_document_view_show_page (fixture->view, PROACTIVE);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (ui_test_find (row_at (fixture, 0), GTK_TYPE_MENU_BUTTON));
  bb_document_view_show_page (fixture->view, 1);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* After a repair the next step goes to what stood behind it. */
static void
test_step_goes_on (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = ui_test_find (fixture->pane, GTK_TYPE_LIST_BOX);
  BbIssuePane *pane = BB_ISSUE_PANE (fixture->pane);

  ui_test_type (fixture->report, "t2.rules.made", WITH_REMARK);
  ui_test_type (fixture->report, "t2.rules.repealed", WITH_REMARK);
  ui_test_type (fixture->report, "t2.rules.valid", WITH_REMARK);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (bb_issue_pane_step (pane, 1));
  g_assert_true (bb_issue_pane_step (pane, 1));
  click (row_at (fixture, 1), "Write 2 (件)");
  show_rows (fixture);
  g_assert_cmpstr (cell_text (fixture, "t2.rules.repealed"), ==, "2");
  g_assert_true (bb_issue_pane_step (pane, 1));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (bb_issue_pane_step (pane, 1));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
}

/* Lines that stay are the same objects, whatever comes and goes around them. */
static void
test_list_keeps_lines (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  BbIssueList *list = bb_issue_list_new (report, checker);
  GListModel *entries = bb_issue_list_get_entries (list);
  g_autoptr (BbIssueEntry) kept = NULL;
  g_autoptr (BbIssueEntry) now = NULL;

  ui_test_type (report, "t2.normative.made", WITH_REMARK);
  kept = g_list_model_get_item (entries, 0);
  ui_test_type (report, "t2.rules.made", WITH_REMARK);
  ui_test_type (report, "t2.normative.valid", WITH_REMARK);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 3);
  now = g_list_model_get_item (entries, 1);
  g_assert_true (now == kept);
  g_assert_true (bb_issue_list_find_like (list, bb_issue_entry_get_issue (kept)) == kept);
  ui_test_type (report, "t2.rules.made", "2");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 2);
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/issue-pane/nothing", test_nothing },
    { "/issue-pane/accept", test_accept },
    { "/issue-pane/stale", test_stale },
    { "/issue-pane/error", test_error },
    { "/issue-pane/offer", test_offer },
    { "/issue-pane/notes", test_notes },
    { "/issue-pane/urgent", test_urgent },
    { "/issue-pane/filter", test_filter },
    { "/issue-pane/step-goes-on", test_step_goes_on },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/issue-pane/list-keeps-lines", test_list_keeps_lines);
  return ui_test_run ();
}
