/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a cell: the line below the table, the details beside it, the person's note, and the sides of an issue. */
#include "ui-test.h"

#include "bb-cell-details.h"
#include "bb-cell-inspector.h"
#include "bb-cell-note.h"
#include "bb-issue-sides.h"
#include "bb-rule-row.h"
#include "bb-table-page.h"

#define REQUESTS 3
#define DISPUTES 4

typedef struct
{
  BbReport *report;
  BbWindow *window;
  BbDocumentView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  fixture->window = ui_test_window (fixture->report);
  fixture->view = bb_window_get_view (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->view, "show-details", FALSE, NULL);
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

static BbField *
field_of (Fixture *fixture, const char *id)
{
  return bb_report_find_field (fixture->report, id);
}

static GtkWidget *
go_to (Fixture *fixture, const char *id)
{
  bb_document_view_reveal_field (fixture->view, field_of (fixture, id));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_settle ();
  return GTK_WIDGET (bb_document_view_get_page (fixture->view));
}

/* The first label below @root that is shown and begins with @start. */
static GtkWidget *
find_label (GtkWidget *root, const char *start)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), start))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_labels (GtkWidget *root, const char *text)
{
  guint n = 0;

  if (!gtk_widget_get_visible (root))
    return 0;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = go_to (fixture, "t3.new.natural");
  GtkWidget *inspector = ui_test_find (page, BB_TYPE_CELL_INSPECTOR);
  gboolean shown;

  g_assert_true (gtk_widget_get_visible (inspector));
  ui_test_activate (fixture->window, "win.toggle-details");
  g_object_get (page, "show-details", &shown, NULL);
  g_assert_true (shown);
  g_assert_false (gtk_widget_get_visible (inspector));
  /* For every table, and again after another page. */
  page = go_to (fixture, "t4.review.upheld");
  g_object_get (page, "show-details", &shown, NULL);
  g_assert_true (shown);
  ui_test_activate (fixture->window, "win.toggle-details");
  page = go_to (fixture, "t3.new.natural");
  g_object_get (page, "show-details", &shown, NULL);
  g_assert_false (shown);
  g_assert_true (gtk_widget_get_visible (inspector));
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  BbContent content = { .text = (char *) "5", .origin = BB_ORIGIN_READ, .source = (char *) "table 4, line 74: 5 1 0" };
  GtkWidget *details;
  GtkWidget *page;

  bb_report_edit_content (fixture->report, field_of (fixture, "t4.review.upheld"), &content);
  page = go_to (fixture, "t4.review.upheld");
  ui_test_activate (fixture->window, "win.toggle-details");
  ui_test_settle ();
  details = ui_test_find (page, BB_TYPE_CELL_DETAILS);
  g_assert_nonnull (find_label (details, "表四 › 行政复议 › 结果维持"));
  g_assert_nonnull (find_label (details, "Read from the file"));
  g_assert_nonnull (find_label (details, "table 4, line 74: 5 1 0"));
  g_assert_nonnull (find_label (details, "A whole number, 0 or more"));
  g_assert_nonnull (find_label (details, "行政复议: 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结"));
  g_assert_nonnull (find_label (details, "Not to be checked yet: 0 against 5; unfilled: "));

  ui_test_type (fixture->report, "t4.review.corrected", "1");
  ui_test_type (fixture->report, "t4.review.other", "1");
  ui_test_type (fixture->report, "t4.review.pending", "0");
  ui_test_settle ();
  g_assert_nonnull (find_label (details, "7 = 7"));
}

/* Wrong: one sentence says why, once; a button makes it right by the cell. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  static const char why[] = "表四 › 行政复议: 总计 reported as 9; should be 7, the sum of its parts; difference 2";
  GtkWidget *page;
  GtkWidget *details;
  GtkWidget *solve;

  ui_test_type (fixture->report, "t4.review.upheld", "5");
  ui_test_type (fixture->report, "t4.review.corrected", "1");
  ui_test_type (fixture->report, "t4.review.other", "1");
  ui_test_type (fixture->report, "t4.review.pending", "0");
  ui_test_type (fixture->report, "t4.review.total", "9");
  page = go_to (fixture, "t4.review.upheld");
  ui_test_activate (fixture->window, "win.toggle-details");
  ui_test_settle ();
  details = ui_test_find (page, BB_TYPE_CELL_DETAILS);
  g_assert_cmpuint (count_labels (details, why), ==, 1);
  g_assert_nonnull (find_label (details, "9 against 7; difference 2"));
  solve = gtk_widget_get_ancestor (find_label (details, "Set 结果维持 to 7 (now 5)"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (solve, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (field_of (fixture, "t4.review.upheld")), ==, "7");
  g_assert_cmpuint (count_labels (details, why), ==, 0);
  bb_report_undo (fixture->report);
  g_assert_cmpstr (bb_field_get_text (field_of (fixture, "t4.review.upheld")), ==, "5");
}

static void
write_note (Fixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, BB_TYPE_CELL_NOTE));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), text, -1);
}

/* Written in place; it becomes one step when it is left, saved or taken back. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  BbField *field = field_of (fixture, "t3.new.natural");
  GtkWidget *page = go_to (fixture, "t3.new.natural");
  GtkWidget *cell = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  ui_test_activate (fixture->window, "win.edit-note");
  ui_test_settle ();
  write_note (fixture, " 与信访办核对");
  g_assert_null (bb_field_get_remark (field));
  bb_page_commit (BB_PAGE (page));
  g_assert_cmpstr (bb_field_get_remark (field), ==, "与信访办核对");
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (cell), "noted"));

  write_note (fixture, "过");
  ui_test_activate (fixture->window, "win.undo");
  g_assert_cmpstr (bb_field_get_remark (field), ==, "与信访办核对");
  ui_test_activate (fixture->window, "win.undo");
  g_assert_null (bb_field_get_remark (field));
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (cell), "noted"));
  ui_test_activate (fixture->window, "win.redo");
  g_assert_cmpstr (bb_field_get_remark (field), ==, "与信访办核对");

  /* Another cell: what was written to the first one is kept there. */
  ui_test_activate (fixture->window, "win.edit-note");
  ui_test_settle ();
  write_note (fixture, "！");
  go_to (fixture, "t3.new.business");
  g_assert_true (g_str_has_suffix (bb_field_get_remark (field), "！") || g_str_has_prefix (bb_field_get_remark (field), "！"));
  g_assert_null (bb_field_get_remark (field_of (fixture, "t3.new.business")));
}

static char *
previous_cb (guint cell, gpointer user_data)
{
  return cell == *(guint *) user_data ? g_strdup ("3525 (2023)") : NULL;
}

static void
test_previous (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = go_to (fixture, "t3.new.natural");
  GtkWidget *details = ui_test_find (page, BB_TYPE_CELL_DETAILS);
  guint cell = ui_test_cell (fixture->report, "t3.new.natural");

  ui_test_activate (fixture->window, "win.toggle-details");
  ui_test_settle ();
  g_assert_null (find_label (details, "Last Year"));
  bb_cell_details_set_previous (BB_CELL_DETAILS (details), previous_cb, &cell, NULL);
  ui_test_settle ();
  g_assert_nonnull (find_label (details, "Last Year"));
  g_assert_nonnull (find_label (details, "3525 (2023)"));
  go_to (fixture, "t3.new.business");
  g_assert_null (find_label (details, "Last Year"));
}

/* The key to the marks in the table: both sums and the difference. It follows, and can be closed. */
static void
test_sides (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *sides;

  ui_test_type (fixture->report, "t4.review.upheld", "5");
  ui_test_type (fixture->report, "t4.review.corrected", "1");
  ui_test_type (fixture->report, "t4.review.other", "1");
  ui_test_type (fixture->report, "t4.review.pending", "0");
  ui_test_type (fixture->report, "t4.review.total", "9");
  g_assert_true (bb_document_view_step_issue (fixture->view, 1));
  page = GTK_WIDGET (bb_document_view_get_page (fixture->view));
  sides = ui_test_find (page, BB_TYPE_ISSUE_SIDES);
  g_assert_true (gtk_widget_get_visible (sides));
  g_assert_nonnull (find_label (sides, "总计"));
  g_assert_nonnull (find_label (sides, "结果维持 + 结果纠正 + 其他结果 + 尚未审结"));
  g_assert_nonnull (find_label (sides, "9"));
  g_assert_nonnull (find_label (sides, "7"));
  g_assert_nonnull (find_label (sides, "difference 2"));

  ui_test_type (fixture->report, "t4.review.upheld", "6");
  g_assert_nonnull (find_label (sides, "difference 1"));
  g_signal_emit_by_name (ui_test_find (sides, GTK_TYPE_BUTTON), "clicked");
  g_assert_false (gtk_widget_get_visible (sides));
  g_assert_true (bb_document_view_step_issue (fixture->view, 1));
  g_assert_true (gtk_widget_get_visible (sides));
  ui_test_type (fixture->report, "t4.review.upheld", "7");
  g_assert_false (gtk_widget_get_visible (sides));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cell-details/toggle", test_toggle },
    { "/cell-details/content", test_content },
    { "/cell-details/wrong", test_wrong },
    { "/cell-details/note", test_note },
    { "/cell-details/previous", test_previous },
    { "/cell-details/sides", test_sides },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return ui_test_run ();
}
