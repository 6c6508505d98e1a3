/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, saving, exporting and what survives the end of the program. */
#include "ui-test.h"

#include "bb-bar.h"
#include "bb-export-dialog.h"
#include "bb-start-page.h"

#include <unistd.h>

static void
test_save_as (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  g_autofree char *plain = ui_test_path ("another");
  g_autofree char *path = ui_test_path ("another.bianbao");
  g_autofree char *content = NULL;

  /* The suffix is added, and a file of that name is not taken unasked. */
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (bb_window_save_to (window, plain));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  ui_test_answer ("replace");
  g_assert_cmpstr (bb_session_get_path (bb_window_get_session (window)), ==, path);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_save_fails (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  g_autofree char *path = ui_test_path ("nowhere/report.bianbao");

  ui_test_edit (report, "改了");
  g_assert_false (bb_window_save_to (window, path));
  ui_test_answer ("cancel");
  g_assert_true (bb_report_get_modified (report));
  g_assert_null (bb_session_get_path (bb_window_get_session (window)));
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static gboolean
has_mapped_dialog (gpointer data)
{
  return ui_test_dialog () != NULL && gtk_widget_get_mapped (GTK_WIDGET (ui_test_dialog ()));
}

/* What Enter gives: the button with the focus, wherever the answers stand. */
static void
assert_focused_answer (const char *label)
{
  GtkWidget *focus;

  ui_test_wait (has_mapped_dialog, NULL);
  ui_test_wait_frame (GTK_WIDGET (ui_test_dialog ()));
  focus = gtk_window_get_focus (GTK_WINDOW (ui_test_dialog ()));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, label);
}

static void
test_changed_on_disk (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  g_autofree char *path = ui_test_path ("disk.bianbao");
  g_autofree char *content = NULL;

  g_assert_true (bb_window_save_to (window, path));
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  ui_test_edit (report, "改了");
  ui_test_activate (window, "win.save");
  assert_focused_answer ("_Save As…");
  ui_test_answer ("cancel");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
  g_assert_true (bb_report_get_modified (report));

  ui_test_activate (window, "win.save");
  ui_test_answer ("overwrite");
  g_assert_false (bb_report_get_modified (report));
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static BbBar *
find_bar (BbWindow *window)
{
  return BB_BAR (ui_test_find (bb_window_get_view (window), BB_TYPE_BAR));
}

static gboolean
has_no_bar (gpointer window)
{
  return bb_window_get_view (window) != NULL && ui_test_find (bb_window_get_view (window), BB_TYPE_BAR) == NULL;
}

static void
come_back (BbWindow *window)
{
  g_object_notify (G_OBJECT (window), "is-active");
  ui_test_settle ();
}

/* Who comes back to the window is told what became of the file, before he works on; and once. */
static void
test_told_of_changes (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbReport) other = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  g_autofree char *path = ui_test_path ("watched.bianbao");

  g_assert_true (bb_window_save_to (window, path));
  come_back (window);
  g_assert_null (ui_test_find (bb_window_get_view (window), BB_TYPE_BAR));

  g_assert_true (bb_document_save (other, path, NULL, BB_SAVE_DEFAULT, NULL));
  come_back (window);
  come_back (window);
  g_assert_cmpstr (bb_bar_get_message (find_bar (window)), ==, "Another program changed this file since it was opened here.");
  g_clear_object (&report);
  g_signal_emit_by_name (find_bar (window), "acted");
  ui_test_wait (has_no_bar, window);
  g_assert_cmpint (bb_report_get_year (bb_session_get_report (bb_window_get_session (window))), ==, 2023);

  g_assert_cmpint (unlink (path), ==, 0);
  come_back (window);
  g_assert_cmpstr (bb_bar_get_message (find_bar (window)), ==, "This file was removed or moved since it was opened here.");
  g_assert_true (bb_window_save_to (window, path));
  g_assert_null (ui_test_find (bb_window_get_view (window), BB_TYPE_BAR));
  ui_test_destroy_window (window);
}

static gboolean
is_reloaded (gpointer window)
{
  BbSession *session = bb_window_get_session (window);

  return session != NULL && !bb_session_get_modified (session);
}

static void
test_reload (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbReport) theirs = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  g_autofree char *path = ui_test_path ("reload.bianbao");

  g_assert_true (bb_window_save_to (window, path));
  g_assert_true (bb_document_save (theirs, path, NULL, BB_SAVE_DEFAULT, NULL));
  ui_test_edit (report, "改了");
  ui_test_activate (window, "win.save");
  ui_test_answer ("reload");
  ui_test_wait (is_reloaded, window);
  g_assert_cmpint (bb_report_get_year (bb_session_get_report (bb_window_get_session (window))), ==, 2023);
  ui_test_destroy_window (window);
}

static void
test_open (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autofree char *path = ui_test_path ("open.bianbao");
  BbApplication *application = ui_test_application ();
  BbWindow *window = ui_test_start_window ();
  BbWindow *other;

  ui_test_edit (report, "已有");
  g_assert_true (bb_document_save (report, path, NULL, BB_SAVE_DEFAULT, NULL));

  /* An empty window takes the file; a second time its window comes to the front. */
  bb_application_open_path (application, path, GTK_WINDOW (window));
  ui_test_wait (ui_test_has_session, window);
  g_assert_cmpstr (bb_session_get_path (bb_window_get_session (window)), ==, path);
  g_assert_true (bb_application_find_window (application, path) == GTK_WINDOW (window));
  other = ui_test_start_window ();
  bb_application_open_path (application, path, GTK_WINDOW (other));
  ui_test_settle ();
  g_assert_true (bb_window_is_empty (other));
  ui_test_destroy_window (other);
  ui_test_destroy_window (window);
}

static void
test_open_fails (void)
{
  g_autofree char *path = ui_test_path ("missing.bianbao");
  BbWindow *window = ui_test_start_window ();

  bb_window_open (window, path);
  ui_test_answer ("close");
  g_assert_true (bb_window_is_empty (window));
  g_assert_nonnull (ui_test_find (window, BB_TYPE_START_PAGE));
  ui_test_destroy_window (window);
}

static void
test_open_text (void)
{
  g_autofree char *path = ui_test_path ("report.txt");
  static const char text[] = "测试镇2023年政府信息公开工作年度报告\n\n一、总体情况\n\n按要求公开。\n";
  g_autofree char *content = NULL;
  BbWindow *window = ui_test_start_window ();
  BbSession *session;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  session = bb_window_get_session (window);
  g_assert_null (bb_session_get_path (session));
  g_assert_cmpstr (bb_session_get_source (session), ==, path);
  g_assert_true (bb_session_get_modified (session));
  g_assert_cmpstr (bb_report_get_organisation (bb_session_get_report (session)), ==, "测试镇");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
  ui_test_destroy_window (window);
}

/* Leaves unsaved work behind, as a run that was killed does. */
static void
test_recovery_leave (void)
{
  g_autoptr (BbReport) report = NULL;
  BbSession *session;

  if (!g_test_subprocess ())
    return;
  report = ui_test_report (2024);
  session = bb_session_new (report);
  ui_test_edit (report, "没有保存");
  g_assert_true (bb_session_write_recovery (session, NULL));
  _exit (0);
}

/* The same, at once: no copy was made yet. */
static void
test_recovery_leave_at_once (void)
{
  g_autoptr (BbReport) report = NULL;

  if (!g_test_subprocess ())
    return;
  report = ui_test_report (2024);
  bb_session_new (report);
  ui_test_edit (report, "没有保存");
  _exit (0);
}

static gboolean
offers_work (gpointer window)
{
  return ui_test_find_button (window, "Discard…") != NULL;
}

static void
leave_work (void)
{
  g_test_trap_subprocess ("/files/recovery/subprocess/leave", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* @left: how */
static void
test_recovery (gconstpointer left)
{
  BbWindow *window;
  BbReport *report;

  g_test_trap_subprocess (left, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  window = ui_test_start_window ();
  ui_test_wait (offers_work, window);
  g_signal_emit_by_name (ui_test_find_button (window, "Open"), "clicked");
  ui_test_settle ();
  report = bb_session_get_report (bb_window_get_session (window));
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "没有保存");
  g_assert_true (bb_report_get_modified (report));
  ui_test_destroy_window (window);
}

static void
test_recovery_discard (void)
{
  BbWindow *window;
  g_autoptr (GPtrArray) copies = NULL;

  leave_work ();
  window = ui_test_start_window ();
  ui_test_wait (offers_work, window);
  g_signal_emit_by_name (ui_test_find_button (window, "Discard…"), "clicked");
  ui_test_answer ("cancel");
  g_assert_true (offers_work (window));
  g_signal_emit_by_name (ui_test_find_button (window, "Discard…"), "clicked");
  ui_test_answer ("discard");
  g_assert_false (offers_work (window));
  copies = bb_recovery_list ();
  g_assert_cmpuint (copies->len, ==, 0);
  ui_test_destroy_window (window);
}

static void
test_open_real_report (void)
{
  const char *folder = g_getenv ("BIANBAO_REPORTS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "000_6ae492854d0c501b.txt", NULL) : NULL;
  BbWindow *window;
  BbDocumentView *view;
  BbBar *bar;
  GtkWidget *cell;

  if (path == NULL)
    {
      g_test_skip ("BIANBAO_REPORTS is not set");
      return;
    }
  window = ui_test_start_window ();
  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  view = bb_window_get_view (window);
  /* The review leads through the deduced cells; once the report is kept, the bar does. */
  g_assert_true (bb_session_get_reviewing (bb_window_get_session (window)));
  ui_test_activate (window, "win.keep-reading");
  ui_test_settle ();
  bar = ui_test_find (view, BB_TYPE_BAR);
  g_assert_nonnull (bar);
  g_assert_nonnull (g_strstr_len (bb_bar_get_message (bar), -1, "deduced"));
  g_assert_true (bb_document_view_get_show_issues (view));

  /* Its button goes from one deduced cell to the next. */
  g_signal_emit_by_name (ui_test_find_button (bar, "Show"), "clicked");
  ui_test_wait_frame (GTK_WIDGET (window));
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, 3);
  cell = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (ui_test_find_button (bb_document_view_get_page (view), "Confirm"));
  g_assert_true (gtk_widget_get_mapped (ui_test_find_button (bb_document_view_get_page (view), "Confirm")));
  g_signal_emit_by_name (ui_test_find_button (bar, "Show"), "clicked");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != cell);
  ui_test_destroy_window (window);
}

static BbExportDialog *
export_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (BB_IS_EXPORT_DIALOG (window))
        return BB_EXPORT_DIALOG (window);
    }
  return NULL;
}

static gboolean
is_exported (gpointer dialog)
{
  return bb_export_dialog_is_done (dialog);
}

static void
test_export (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbExportDialog *dialog;
  g_autofree char *text = ui_test_path ("测试市2024年政府信息公开工作年度报告.txt");
  g_autofree char *html = ui_test_path ("测试市2024年政府信息公开工作年度报告.html");
  g_autofree char *content = NULL;

  /* A blank report has errors when it is to be published: the dialog itself asks. */
  ui_test_activate (window, "win.export");
  dialog = export_dialog ();
  g_assert_nonnull (dialog);
  bb_export_dialog_set_folder (dialog, ui_test_dir ());
  bb_export_dialog_set_format (dialog, BB_EXPORT_TEXT, TRUE);
  g_assert_true (g_file_set_contents (text, "mine", -1, NULL));
  bb_export_dialog_run (dialog);
  ui_test_answer ("cancel");
  g_assert_false (g_file_test (html, G_FILE_TEST_EXISTS));
  bb_export_dialog_run (dialog);
  ui_test_answer ("replace");
  ui_test_wait (is_exported, dialog);
  g_assert_true (g_file_test (html, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_get_contents (text, &content, NULL, NULL));
  g_assert_nonnull (g_strstr_len (content, -1, "总体情况"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/files/save-as", test_save_as);
  g_test_add_func ("/files/save-fails", test_save_fails);
  g_test_add_func ("/files/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/files/told-of-changes", test_told_of_changes);
  g_test_add_func ("/files/reload", test_reload);
  g_test_add_func ("/files/open", test_open);
  g_test_add_func ("/files/open-fails", test_open_fails);
  g_test_add_func ("/files/open-text", test_open_text);
  g_test_add_func ("/files/open-real-report", test_open_real_report);
  g_test_add_data_func ("/files/recovery", "/files/recovery/subprocess/leave", test_recovery);
  g_test_add_data_func ("/files/recovery-at-once", "/files/recovery/subprocess/leave-at-once", test_recovery);
  g_test_add_func ("/files/recovery-discard", test_recovery_discard);
  g_test_add_func ("/files/recovery/subprocess/leave", test_recovery_leave);
  g_test_add_func ("/files/recovery/subprocess/leave-at-once", test_recovery_leave_at_once);
  g_test_add_func ("/files/export", test_export);
  return ui_test_run ();
}
