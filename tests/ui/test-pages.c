/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "bb-cell-facts.h"
#include "bb-cell-inspector.h"
#include "bb-issue-pane.h"
#include "bb-issue-row.h"
#include "bb-page-header.h"
#include "bb-report-page.h"
#include "bb-sidebar.h"
#include "bb-table-page.h"

enum
{
  REPORT,
  OVERVIEW,
  PROACTIVE,
  REQUESTS,
  DISPUTES,
  PROBLEMS,
  OTHER
};

static void
test_sidebar_states (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbSidebar *sidebar = ui_test_find (window, BB_TYPE_SIDEBAR);

  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, REPORT), ==, "Complete");
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, OVERVIEW), ==, "Empty");
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, REQUESTS), ==, "Empty");
  bb_report_edit (report, bb_report_get_section (report, OVERVIEW), "四个字 呢", BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, OVERVIEW), ==, "4 characters");
  ui_test_type (report, "t3.new.natural", "4");
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, REQUESTS), ==, "1 of 144 filled");
  ui_test_type (report, "t3.new.natural", "-4");
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, REQUESTS), ==, "1 error");
  bb_report_undo (report);
  bb_report_undo (report);
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, REQUESTS), ==, "Empty");

  /* Topics that may still come are missing once the section is called done. */
  bb_report_set_section_done (report, OVERVIEW, TRUE);
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, OVERVIEW), ==, "1 warning");
  bb_report_edit (report, bb_report_get_section (report, OVERVIEW), "主动公开、依申请公开、政府信息管理、平台建设、监督保障、社会评议",
                  BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_sidebar_get_state_text (sidebar, OVERVIEW), ==, "Done");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_header_counts (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  GtkWidget *header = g_object_ref_sink (g_object_new (BB_TYPE_PAGE_HEADER, NULL));
  GtkWidget *done;
  GtkWidget *count;

  bb_page_header_set_section (BB_PAGE_HEADER (header), report, REQUESTS);
  done = ui_test_find (header, GTK_TYPE_CHECK_BUTTON);
  count = ui_test_find (header, BB_TYPE_PROSE_COUNT);
  g_assert_false (gtk_widget_get_visible (count));
  count = gtk_widget_get_last_child (gtk_widget_get_prev_sibling (count));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "0 of 144 filled");
  ui_test_type (report, "t3.new.natural", "4");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "1 of 144 filled");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (done), TRUE);
  g_assert_true (bb_report_get_section_done (report, REQUESTS));
  bb_report_undo (report);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (done)));
  g_assert_finalize_object (header);
}

static void
set_year (BbWindow *window, const char *text)
{
  BbReportPage *page = ui_test_find (window, BB_TYPE_REPORT_PAGE);
  BbReport *report = bb_session_get_report (bb_window_get_session (window));
  GtkWidget *row;

  bb_page_reveal (BB_PAGE (page), bb_report_get_meta (report, BB_META_YEAR));
  row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  ui_test_settle ();
}

static void
test_year (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);

  set_year (window, "２０２３年");
  g_assert_cmpint (bb_report_get_year (report), ==, 2023);
  set_year (window, "23");
  g_assert_cmpint (bb_report_get_year (report), ==, 2023);
  bb_report_undo (report);
  g_assert_cmpint (bb_report_get_year (report), ==, 2024);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
rename_office (BbWindow *window, const char *name)
{
  BbReport *report = bb_session_get_report (bb_window_get_session (window));
  BbReportPage *page = ui_test_find (window, BB_TYPE_REPORT_PAGE);

  bb_page_reveal (BB_PAGE (page), bb_report_get_meta (report, BB_META_ORGANISATION));
  ui_test_settle ();
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), name, BB_ORIGIN_TYPED);
  bb_page_commit (BB_PAGE (page));
}

/* A title in somebody's own words goes on to name the office, by the name that it has now; one that names it otherwise stays. */
static void
test_office (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbField *title = bb_report_get_meta (report, BB_META_TITLE);

  rename_office (window, "甲市人民政府");
  g_assert_cmpstr (bb_field_get_text (title), ==, "");
  bb_report_edit (report, title, "甲市人民政府 2024 年度报告", BB_ORIGIN_READ);
  rename_office (window, "乙市人民政府");
  g_assert_cmpstr (bb_field_get_text (title), ==, "乙市人民政府 2024 年度报告");
  bb_report_undo (report);
  g_assert_cmpstr (bb_field_get_text (title), ==, "甲市人民政府 2024 年度报告");
  g_assert_cmpstr (bb_report_get_organisation (report), ==, "乙市人民政府");

  bb_report_edit (report, title, "本机关 2024 年度报告", BB_ORIGIN_TYPED);
  rename_office (window, "丙市人民政府");
  g_assert_cmpstr (bb_field_get_text (title), ==, "本机关 2024 年度报告");
  /* It was named whole already. */
  bb_report_edit (report, title, "丙市人民政府办公室 2024 年度报告", BB_ORIGIN_TYPED);
  rename_office (window, "丙市人民政府办公室");
  g_assert_cmpstr (bb_field_get_text (title), ==, "丙市人民政府办公室 2024 年度报告");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_year_converts (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);

  ui_test_type (report, "t3.new.natural", "4");
  bb_document_view_show_page (view, REQUESTS);
  bb_document_view_show_page (view, REPORT);
  set_year (window, "2020");
  ui_test_answer ("cancel");
  g_assert_cmpint (bb_report_get_year (report), ==, 2024);
  g_assert_cmpstr (bb_report_get_form (report)->id, ==, "2021");

  set_year (window, "2020");
  ui_test_answer ("convert");
  g_assert_cmpint (bb_report_get_year (report), ==, 2020);
  g_assert_cmpstr (bb_report_get_form (report)->id, ==, "2019");
  bb_document_view_show_page (view, REQUESTS);
  ui_test_settle ();

  /* One step. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_test_settle ();
  g_assert_cmpint (bb_report_get_year (report), ==, 2024);
  g_assert_cmpstr (bb_report_get_form (report)->id, ==, "2021");
  g_assert_cmpstr (bb_field_get_text (bb_report_get_cell (report, ui_test_cell (report, "t3.new.natural"))), ==, "4");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_reveal (void)
{
  static const struct
  {
    const char *id;
    guint section;
  } places[] = {
    { "meta.title", REPORT }, { "meta.year", REPORT },   { "meta.contact", REPORT },
    { "intro", REPORT },      { "overview", OVERVIEW },  { "t2.fees.amount", PROACTIVE },
    { "requests", REQUESTS }, { "t3.carried_out.total", REQUESTS }, { "t4.review.upheld", DISPUTES },
    { "other", OTHER },
  };
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      BbPage *page;
      GtkWidget *focus;

      bb_document_view_reveal_field (view, bb_report_find_field (report, places[i].id));
      ui_test_wait_frame (GTK_WIDGET (window));
      page = bb_document_view_get_page (view);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_cmpuint (bb_page_get_section (page), ==, places[i].section);
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (page)));
    }
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static BbIssue *
find_issue (BbIssuePane *pane, const char *rule)
{
  GListModel *items = bb_issue_pane_get_items (pane);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (BB_IS_ISSUE (item) && g_str_equal (bb_issue_get_rule_id (BB_ISSUE (item)), rule))
        return BB_ISSUE (item);
    }
  return NULL;
}

static void
fill_review (BbReport *report, const char *total)
{
  ui_test_type (report, "t4.review.upheld", "1");
  ui_test_type (report, "t4.review.corrected", "0");
  ui_test_type (report, "t4.review.other", "0");
  ui_test_type (report, "t4.review.pending", "2");
  ui_test_type (report, "t4.review.total", total);
}

/* Issues come and go as somebody types, without taking the focus; a jump takes it, a repair too. */
static void
test_issues (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);
  BbIssuePane *pane = ui_test_find (window, BB_TYPE_ISSUE_PANE);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *row;
  guint n_fixes;

  g_assert_nonnull (focus);
  g_assert_cmpuint (g_list_model_get_n_items (bb_issue_pane_get_items (pane)), ==, 0);
  g_assert_false (bb_document_view_get_show_issues (view));
  g_assert_false (bb_document_view_step_issue (view, 1));
  bb_document_view_set_show_issues (view, TRUE);

  fill_review (report, "5");
  ui_test_settle ();
  g_assert_nonnull (find_issue (pane, "t4.sum"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);

  g_assert_true (bb_document_view_step_issue (view, 1));
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, DISPUTES);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != focus);

  row = ui_test_find (pane, BB_TYPE_ISSUE_ROW);
  g_assert_nonnull (bb_issue_get_fixes (find_issue (pane, "t4.sum"), &n_fixes));
  g_assert_cmpuint (n_fixes, >, 0);
  /* From the keyboard: the button that has the focus goes with the issue. */
  gtk_widget_grab_focus (ui_test_find (row, GTK_TYPE_BUTTON));
  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON), "clicked");
  ui_test_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (bb_document_view_get_page (view))));
  g_assert_null (find_issue (pane, "t4.sum"));
  g_assert_cmpstr (bb_field_get_text (bb_report_get_cell (report, ui_test_cell (report, "t4.review.total"))), ==, "3");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_check_everything (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbIssuePane *pane = ui_test_find (window, BB_TYPE_ISSUE_PANE);
  GtkWidget *toggle = ui_test_find_button (pane, "Check Everything");

  g_assert_null (find_issue (pane, "cell.valid"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_nonnull (find_issue (pane, "cell.valid"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  g_assert_null (find_issue (pane, "cell.valid"));
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_notes (void)
{
  static const char *const cells[] = { "t3.new.natural", NULL };
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);
  BbIssuePane *pane = ui_test_find (window, BB_TYPE_ISSUE_PANE);
  g_autoptr (BbNote) note = bb_note_new ("read.extra-value", BB_SEVERITY_HINT, cells, "Eight values", "line 41");

  bb_report_add_note (report, note);
  g_assert_cmpuint (g_list_model_get_n_items (bb_issue_pane_get_items (pane)), ==, 1);
  g_assert_true (bb_document_view_step_issue (view, 1));
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, REQUESTS);
  g_signal_emit_by_name (ui_test_find_button (pane, "Dismiss"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (bb_issue_pane_get_items (pane)), ==, 0);
  g_assert_true (bb_note_get_dismissed (note));
  bb_report_undo (report);
  g_assert_cmpuint (g_list_model_get_n_items (bb_issue_pane_get_items (pane)), ==, 1);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_inspector (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  GtkWidget *inspector = g_object_ref_sink (g_object_new (BB_TYPE_CELL_INSPECTOR, NULL));
  guint cell = ui_test_cell (report, "t3.granted.natural");
  BbField *field = bb_report_get_cell (report, cell);
  GtkWidget *confirm = ui_test_find_button (inspector, "Confirm");
  GtkWidget *clear = ui_test_find_button (inspector, "Clear");

  bb_cell_inspector_set_report (BB_CELL_INSPECTOR (inspector), report, checker);
  bb_cell_inspector_set_cell (BB_CELL_INSPECTOR (inspector), (int) cell);
  g_assert_false (gtk_widget_get_visible (confirm));

  bb_report_edit (report, field, "3", BB_ORIGIN_DEDUCED);
  g_assert_true (gtk_widget_get_visible (confirm));
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (confirm, "clicked");
  g_assert_cmpint (bb_field_get_origin (field), ==, BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_field_get_text (field), ==, "3");
  g_assert_false (gtk_widget_get_visible (confirm));

  bb_report_undo (report);
  g_assert_cmpint (bb_field_get_origin (field), ==, BB_ORIGIN_DEDUCED);
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpint (bb_field_get_state (field), ==, BB_STATE_BLANK);
  g_assert_finalize_object (inspector);
}

/* The row is confirmed at once, also from a cell of it that was not deduced; what is confirmed is not called typed. */
static void
test_confirm_row (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  GtkWidget *inspector = g_object_ref_sink (g_object_new (BB_TYPE_CELL_INSPECTOR, NULL));
  guint cell = ui_test_cell (report, "t3.granted.natural");
  BbField *field = bb_report_get_cell (report, cell);
  BbField *beside = bb_report_find_field (report, "t3.granted.business");
  GtkWidget *row = ui_test_find_button (inspector, "Confirm Row");

  bb_cell_inspector_set_report (BB_CELL_INSPECTOR (inspector), report, checker);
  bb_cell_inspector_set_cell (BB_CELL_INSPECTOR (inspector), (int) cell);
  bb_report_edit (report, field, "3", BB_ORIGIN_DEDUCED);
  g_assert_false (gtk_widget_get_visible (row));
  bb_report_edit (report, beside, "4", BB_ORIGIN_DEDUCED);
  bb_cell_inspector_set_cell (BB_CELL_INSPECTOR (inspector), (int) ui_test_cell (report, "t3.granted.research"));
  g_assert_true (gtk_widget_get_visible (row));
  g_signal_emit_by_name (row, "clicked");
  g_assert_true (bb_field_is_confirmed (field));
  g_assert_true (bb_field_is_confirmed (beside));
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_cmpstr (bb_cell_describe_state (field), ==, "Deduced and confirmed");

  bb_report_undo (report);
  g_assert_true (bb_field_is_deduced (field) && bb_field_is_deduced (beside));
  bb_report_edit (report, field, "5", BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_cell_describe_state (field), ==, "Typed");
  g_assert_finalize_object (inspector);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/pages/sidebar", test_sidebar_states);
  g_test_add_func ("/pages/header", test_header_counts);
  g_test_add_func ("/pages/year", test_year);
  g_test_add_func ("/pages/office", test_office);
  g_test_add_func ("/pages/year-converts", test_year_converts);
  g_test_add_func ("/pages/reveal", test_reveal);
  g_test_add_func ("/pages/issues", test_issues);
  g_test_add_func ("/pages/check-everything", test_check_everything);
  g_test_add_func ("/pages/notes", test_notes);
  g_test_add_func ("/pages/inspector", test_inspector);
  g_test_add_func ("/pages/confirm-row", test_confirm_row);
  return ui_test_run ();
}
