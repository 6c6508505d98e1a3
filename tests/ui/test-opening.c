/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that ends or stops the process that reads it: the window says so and lives on, with the report that it showed. */
#include "ui-test.h"

static char *
make_page (void)
{
  char *path = ui_test_path ("page.html");

  g_assert_true (g_file_set_contents (path, "<title>某局2023年政府信息公开工作年度报告</title><p>一、总体情况<p>甲", -1, NULL));
  return path;
}

static void
test_crash (void)
{
  g_autofree char *path = make_page ();
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);

  ui_test_edit (report, "没有保存");
  g_setenv ("BIANBAO_READER_TROUBLE", "crash", TRUE);
  bb_window_open (window, path);
  ui_test_answer ("close");
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_assert_true (bb_session_get_report (bb_window_get_session (window)) == report);
  g_assert_true (bb_report_get_modified (report));
  bb_report_undo (report);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

/* The same file is read when the trouble is over. */
static void
test_again (void)
{
  g_autofree char *path = make_page ();
  BbWindow *window = ui_test_start_window ();

  g_setenv ("BIANBAO_READER_TROUBLE", "memory", TRUE);
  bb_window_open (window, path);
  ui_test_answer ("close");
  g_assert_true (bb_window_is_empty (window));
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  ui_test_destroy_window (window);
}

static gboolean
shows_cancel (gpointer window)
{
  GtkWidget *button = ui_test_find_button (window, "Cancel");

  return button != NULL && gtk_widget_get_mapped (button);
}

static gboolean
is_idle (gpointer window)
{
  return bb_window_is_empty (window);
}

/* Half a second later there is something to press, and pressing it ends the process. */
static void
test_cancel (void)
{
  g_autofree char *path = make_page ();
  BbWindow *window = ui_test_start_window ();

  g_setenv ("BIANBAO_READER_TROUBLE", "sleep", TRUE);
  bb_window_open (window, path);
  g_assert_false (shows_cancel (window));
  ui_test_wait (shows_cancel, window);
  ui_test_activate (window, "win.cancel-open");
  ui_test_wait (is_idle, window);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_assert_null (ui_test_dialog ());
  ui_test_destroy_window (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/opening/crash", test_crash);
  g_test_add_func ("/opening/again", test_again);
  g_test_add_func ("/opening/cancel", test_cancel);
  return ui_test_run ();
}
