/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Last year's report for one that is open: taken, doubted, refused; and what is said of paragraphs that stand in both. */
#include "ui-test.h"

#include "bb-issue-pane.h"
#include "bb-issue-row.h"
#include "sheet/bb-sheet.h"

#define NAME "测试市"
#define PARAGRAPHS                                                                                                                   \
  "全年主动公开政府信息，及时更新公开目录，方便群众查询使用。\n依申请公开工作平稳有序，办理流程完整规范，答复文书统一格式。"

typedef struct
{
  BbReport *report;
  BbWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  bb_report_edit (fixture->report, bb_report_get_meta (fixture->report, BB_META_ORGANISATION), NAME, BB_ORIGIN_TYPED);
  ui_test_edit (fixture->report, PARAGRAPHS);
  ui_test_type (fixture->report, "t3.carried_in.natural", "7");
  bb_report_forget_history (fixture->report);
  bb_report_mark_saved (fixture->report);
  fixture->window = ui_test_window (fixture->report);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

/* Returns: (transfer full): the path of a report of @organisation for @year (0: none). */
static char *
write_last (const char *organisation, int year)
{
  g_autoptr (BbReport) last = ui_test_report (2023);
  g_autofree char *name = g_strdup_printf ("%s-%d.bianbao", organisation, year);
  char *path = ui_test_path (name);

  bb_report_edit (last, bb_report_get_meta (last, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  bb_report_set_year (last, year, FALSE);
  ui_test_edit (last, PARAGRAPHS);
  ui_test_type (last, "t3.carried_out.natural", "4");
  ui_test_type (last, "t3.new.natural", "58");
  g_assert_true (bb_document_save (last, path, NULL, BB_SAVE_DEFAULT, NULL));
  return path;
}

static void
compare (Fixture *fixture, const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.compare-path", "^ay", path);
}

static gboolean
has_last (gpointer report)
{
  g_autoptr (BbLastYear) last = bb_last_year_read (report);

  return last != NULL;
}

static guint
count_rule (Fixture *fixture, const char *rule, BbAcceptance acceptance)
{
  GListModel *issues = G_LIST_MODEL (bb_session_get_checker (bb_window_get_session (fixture->window)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (issues, i);

      n += g_str_equal (bb_issue_get_rule_id (issue), rule) && bb_issue_get_acceptance (issue) == acceptance;
    }
  return n;
}

/* The rules that look back hold at once, the sheet shows the figures, and one step takes all of it back. */
static void
test_fits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_last (NAME, 2023);
  GtkWidget *sheet;

  bb_document_view_reveal_field (bb_window_get_view (fixture->window), bb_report_find_field (fixture->report, "t3.new.natural"));
  ui_test_settle ();
  sheet = ui_test_find (bb_document_view_get_page (bb_window_get_view (fixture->window)), BB_TYPE_SHEET);
  g_assert_cmpuint (count_rule (fixture, "carry.requests", BB_ACCEPTANCE_NONE), ==, 0);
  g_assert_false (gtk_widget_has_css_class (sheet, "with-last"));
  compare (fixture, path);
  ui_test_wait (has_last, fixture->report);
  ui_test_settle ();
  g_assert_true (gtk_widget_has_css_class (sheet, "with-last"));
  g_assert_cmpuint (count_rule (fixture, "carry.requests", BB_ACCEPTANCE_NONE), >=, 1);
  g_assert_cmpuint (count_rule (fixture, "text.copied", BB_ACCEPTANCE_NONE), ==, 2);
  /* A reference is no figure of this report, and the focus is where it was. */
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.natural")), ==, "");
  g_assert_nonnull (gtk_widget_get_focus_child (sheet));
  ui_test_activate (fixture->window, "win.undo");
  ui_test_settle ();
  g_assert_false (has_last (fixture->report));
  g_assert_false (gtk_widget_has_css_class (sheet, "with-last"));
  g_assert_false (bb_report_get_modified (fixture->report));
}

/* Another year is told with what would be needed, and nothing happens. */
static void
test_other_year (Fixture *fixture, gconstpointer data)
{
  static const int years[] = { 2024, 2022, 2025 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *path = write_last (NAME, years[i]);

      compare (fixture, path);
      ui_test_answer ("close");
      g_assert_false (has_last (fixture->report));
      g_assert_false (bb_report_can_undo (fixture->report));
    }
}

static void
test_no_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_last (NAME, 2023);

  bb_report_set_year (fixture->report, 0, FALSE);
  compare (fixture, path);
  ui_test_answer ("close");
  g_assert_false (has_last (fixture->report));
}

/* What is not sure to be the one is asked about. */
static void
test_doubt (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = write_last ("另一个市", 2023);
  g_autofree char *yearless = write_last (NAME, 0);
  const char *paths[] = { other, yearless };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      compare (fixture, paths[i]);
      ui_test_answer ("cancel");
      g_assert_false (has_last (fixture->report));
      compare (fixture, paths[i]);
      ui_test_answer ("compare");
      g_assert_true (has_last (fixture->report));
      bb_report_undo (fixture->report);
      g_assert_false (has_last (fixture->report));
    }
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  compare (fixture, "/nowhere/last.txt");
  ui_test_answer ("close");
  g_assert_false (has_last (fixture->report));
  g_assert_true (bb_window_get_session (fixture->window) != NULL);
}

/* ---- paragraphs ---- */

static GtkWidget *
find_keep (Fixture *fixture, const char *label)
{
  return ui_test_find_button (ui_test_find (fixture->window, BB_TYPE_ISSUE_PANE), label);
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_keep (fixture, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_settle ();
}

/* One paragraph with one click, all of the section with one; each is one step that can be undone, and is saved with its reason. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_last (NAME, 2023);
  g_autofree char *saved = ui_test_path ("kept.bianbao");
  g_autoptr (BbOpened) opened = NULL;
  g_autoptr (BbChecker) checker = NULL;

  bb_document_view_set_show_issues (bb_window_get_view (fixture->window), TRUE);
  compare (fixture, path);
  ui_test_wait (has_last, fixture->report);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  click (fixture, "Keep as It Is");
  g_assert_cmpuint (count_rule (fixture, "text.copied", BB_ACCEPTANCE_VALID), ==, 1);
  ui_test_activate (fixture->window, "win.undo");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_rule (fixture, "text.copied", BB_ACCEPTANCE_NONE), ==, 2);
  click (fixture, "Keep All Here");
  g_assert_cmpuint (count_rule (fixture, "text.copied", BB_ACCEPTANCE_VALID), ==, 2);
  g_assert_null (find_keep (fixture, "Keep as It Is"));
  g_assert_true (bb_document_save (fixture->report, saved, NULL, BB_SAVE_DEFAULT, NULL));
  opened = bb_open_path (saved, BB_OPEN_DEFAULT, NULL, NULL);
  checker = bb_checker_new (opened->report, BB_CHECK_LIVE);
  g_assert_cmpuint (bb_checker_count_accepted (checker), ==, 2);
  ui_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (count_rule (fixture, "text.copied", BB_ACCEPTANCE_NONE), ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/compare/fits", test_fits },
    { "/compare/other-year", test_other_year },
    { "/compare/no-year", test_no_year },
    { "/compare/doubt", test_doubt },
    { "/compare/unreadable", test_unreadable },
    { "/compare/keep", test_keep },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return ui_test_run ();
}
