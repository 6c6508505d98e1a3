/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "bb-start-page.h"

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_window (BbWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
}

static void
test_new_report (void)
{
  BbWindow *window = ui_test_start_window ();
  BbStartPage *start = ui_test_find (window, BB_TYPE_START_PAGE);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GtkWidget *create = ui_test_find_button (start, "Create Report");
  GtkWidget *organisation = ui_test_find (start, GTK_TYPE_ENTRY);
  BbReport *report;

  g_assert_true (bb_window_is_empty (window));
  g_assert_false (gtk_widget_get_sensitive (create));
  gtk_editable_set_text (GTK_EDITABLE (organisation), " 测试县 ");
  g_assert_true (gtk_widget_get_sensitive (create));
  g_signal_emit_by_name (create, "clicked");
  ui_test_settle ();

  g_assert_nonnull (bb_window_get_session (window));
  report = bb_session_get_report (bb_window_get_session (window));
  g_assert_cmpstr (bb_report_get_organisation (report), ==, "测试县");
  g_assert_cmpint (bb_report_get_year (report), ==, g_date_time_get_year (now) - 1);
  g_assert_false (bb_report_get_modified (report));
  g_assert_false (bb_report_can_undo (report));
  g_assert_null (ui_test_find (window, BB_TYPE_START_PAGE));
  ui_test_destroy_window (window);
}

static void
test_title (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  AdwWindowTitle *title = ui_test_find (window, ADW_TYPE_WINDOW_TITLE);

  g_assert_cmpstr (adw_window_title_get_title (title), ==, "测试市2024年政府信息公开工作年度报告");
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "Not saved yet");
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "别市", BB_ORIGIN_TYPED);
  g_assert_cmpstr (adw_window_title_get_title (title), ==, "别市2024年政府信息公开工作年度报告");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_undo_shows_what_changed (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);
  GtkWidget *focus;

  ui_test_edit (report, "一、");
  bb_document_view_show_page (view, 5);
  ui_test_settle ();
  ui_test_activate (window, "win.undo");
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "");
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, 1);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  ui_test_activate (window, "win.redo");
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "一、");

  /* Not under an input method. */
  g_signal_emit_by_name (focus, "preedit-changed", "pin");
  ui_test_activate (window, "win.undo");
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "一、");
  g_signal_emit_by_name (focus, "preedit-changed", "");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_undo_keeps_typing (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbField *contact = bb_report_get_meta (report, BB_META_CONTACT);
  GtkEditable *text;
  int start;
  int end;

  bb_document_view_reveal_field (bb_window_get_view (window), contact);
  text = GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (GTK_IS_TEXT (text));
  g_signal_emit_by_name (text, "insert-at-cursor", "0527");
  bb_report_barrier (report);
  g_signal_emit_by_name (text, "insert-at-cursor", "-1");
  g_assert_cmpstr (bb_field_get_text (contact), ==, "0527-1");
  ui_test_activate (window, "win.undo");
  g_assert_cmpstr (bb_field_get_text (contact), ==, "0527");
  /* The next key must not replace what is left. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (text));
  g_assert_false (gtk_editable_get_selection_bounds (text, &start, &end));
  g_signal_emit_by_name (text, "insert-at-cursor", "8");
  g_assert_cmpstr (bb_field_get_text (contact), ==, "05278");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_undo_of_done_stays (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);

  bb_document_view_show_page (view, 5);
  ui_test_activate (window, "win.mark-done");
  g_assert_true (bb_report_get_section_done (report, 5));
  ui_test_activate (window, "win.undo");
  g_assert_false (bb_report_get_section_done (report, 5));
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, 5);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static void
test_close (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  ui_test_edit (report, "改了");
  close_window (window);
  ui_test_answer ("cancel");
  g_assert_nonnull (alive);
  g_assert_true (bb_report_get_modified (report));

  close_window (window);
  ui_test_answer ("discard");
  ui_test_wait (is_gone, &alive);
}

static void
test_close_clean (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  close_window (window);
  g_assert_null (ui_test_dialog ());
  ui_test_wait (is_gone, &alive);
}

static void
test_close_and_save (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  g_autofree char *path = ui_test_path ("close.bianbao");
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  g_assert_true (bb_window_save_to (window, path));
  ui_test_edit (report, "改了");
  close_window (window);
  ui_test_answer ("save");
  ui_test_wait (is_gone, &alive);
  g_assert_false (bb_report_get_modified (report));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/window/new", test_new_report);
  g_test_add_func ("/window/title", test_title);
  g_test_add_func ("/window/undo", test_undo_shows_what_changed);
  g_test_add_func ("/window/undo-typing", test_undo_keeps_typing);
  g_test_add_func ("/window/undo-done", test_undo_of_done_stays);
  g_test_add_func ("/window/close", test_close);
  g_test_add_func ("/window/close-clean", test_close_clean);
  g_test_add_func ("/window/close-and-save", test_close_and_save);
  return ui_test_run ();
}
