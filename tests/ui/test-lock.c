/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that somebody else has open. */
#include "ui-test.h"

#include "bb-bar.h"
#include "bb-find-bar.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOREIGN_LOCK "[Bianbao Lock]\nUser=李华\nHost=office-3\nMachine=0123456789abcdef\nProcess=1\nStart=5\nSince=1700000000\n"

/* ---- others ---- */

/* A document with a line in section one. Returns: (transfer full) */
static char *
make_document (const char *name)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  char *path = ui_test_path (name);

  ui_test_edit (report, "原文");
  g_assert_true (bb_document_save (report, path, NULL, BB_SAVE_DEFAULT, NULL));
  return path;
}

static void
lock_elsewhere (const char *path)
{
  g_autofree char *lock = bb_lock_dup_path (path);

  g_assert_true (g_file_set_contents (lock, FOREIGN_LOCK, -1, NULL));
}

static void
unlock_elsewhere (const char *path)
{
  g_autofree char *lock = bb_lock_dup_path (path);

  g_assert_cmpint (unlink (lock), ==, 0);
}

static gboolean
is_locked_here (const char *path)
{
  g_autofree char *lock = bb_lock_dup_path (path);
  g_autoptr (BbLockHolder) holder = bb_lock_find (path);

  return g_file_test (lock, G_FILE_TEST_IS_REGULAR) && holder == NULL;
}

/* A process of this computer that has the document open until it is killed. */
static pid_t
start_holder (const char *path)
{
  int ends[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (bb_lock_take (path, BB_LOCK_DEFAULT, NULL) != NULL && write (ends[1], "y", 1) == 1)
        pause ();
      _exit (1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  return child;
}

/* ---- here ---- */

static BbWindow *
open_window (const char *path)
{
  BbWindow *window = ui_test_start_window ();

  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  ui_test_wait_frame (GTK_WIDGET (window));
  return window;
}

static BbReport *
report_of (BbWindow *window)
{
  return bb_session_get_report (bb_window_get_session (window));
}

static const char *
text_of (BbWindow *window)
{
  return bb_field_get_text (bb_report_get_section (report_of (window), 1));
}

static const char *
bar_message (BbWindow *window)
{
  BbBar *bar = ui_test_find (bb_window_get_view (window), BB_TYPE_BAR);

  return bar != NULL ? bb_bar_get_message (bar) : NULL;
}

static void
click (BbWindow *window, const char *label)
{
  GtkWidget *button = ui_test_find_button (bb_window_get_view (window), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
}

static void
come_back (BbWindow *window)
{
  g_object_notify (G_OBJECT (window), "is-active");
  ui_test_settle ();
}

/* As a button tells that has the action. */
static gboolean
is_enabled (BbWindow *window, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  bb_document_view_add_widget_bar (bb_window_get_view (window), button);
  enabled = gtk_widget_get_sensitive (button);
  bb_document_view_remove_bar (bb_window_get_view (window), button);
  return enabled;
}

/* Tries to write into every text of the report that is shown below @root; the bar for finding is not one of them. */
static guint
write_everywhere (GtkWidget *root)
{
  guint n = 0;

  if (BB_IS_FIND_BAR (root) || !gtk_widget_get_mapped (root))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += write_everywhere (child);
  if (!GTK_IS_TEXT (root) && !GTK_IS_TEXT_VIEW (root))
    return n;
  if (GTK_IS_TEXT (root))
    g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (root)));
  else
    g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (root)));
  g_signal_emit_by_name (root, "insert-at-cursor", "7");
  g_signal_emit_by_name (root, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  g_signal_emit_by_name (root, "cut-clipboard");
  return n + 1;
}

static void
assert_same_content (BbReport *report, GBytes *expected)
{
  g_autoptr (GBytes) now = bb_document_serialize (report);

  g_assert_true (g_bytes_equal (now, expected));
}

/* Whoever has the file open: no key, no paste and no door of the report changes anything. */
static void
test_nothing_changes (void)
{
  g_autofree char *path = make_document ("nothing.bianbao");
  g_autoptr (GBytes) content = NULL;
  BbWindow *window;
  BbReport *report;
  guint n = 0;

  lock_elsewhere (path);
  window = open_window (path);
  report = report_of (window);
  content = bb_document_serialize (report);
  g_assert_true (bb_session_get_read_only (bb_window_get_session (window)));
  for (guint i = 0; i < bb_report_get_form (report)->n_sections; i++)
    {
      bb_document_view_show_page (bb_window_get_view (window), i);
      ui_test_wait_frame (GTK_WIDGET (window));
      n += write_everywhere (GTK_WIDGET (bb_window_get_view (window)));
    }
  g_assert_cmpuint (n, >, 200);
  ui_test_settle ();
  assert_same_content (report, content);

  g_assert_false (bb_report_edit (report, bb_report_get_cell (report, 0), "5", BB_ORIGIN_TYPED));
  g_assert_false (bb_report_set_remark (report, bb_report_get_cell (report, 0), "5"));
  bb_report_set_year (report, 2019, TRUE);
  bb_report_set_section_done (report, 1, TRUE);
  bb_report_undo (report);
  assert_same_content (report, content);
  g_assert_false (bb_report_get_modified (report));
  g_assert_false (bb_session_has_work (bb_window_get_session (window)));
  ui_test_destroy_window (window);
  unlock_elsewhere (path);
}

static void
test_actions (void)
{
  static const char *const grey[] = { "win.save", "win.mark-done", "win.edit-note", "win.replace", "win.insert-figure", "win.tidy",
                                      "win.tidy-all", "win.compare-last", "win.read-into" };
  static const char *const fine[] = { "win.next-page", "win.find", "win.toggle-issues", "win.copy-page" };
  g_autofree char *path = make_document ("actions.bianbao");
  BbWindow *window;

  lock_elsewhere (path);
  window = open_window (path);
  for (guint i = 0; i < G_N_ELEMENTS (grey); i++)
    g_assert_false (is_enabled (window, grey[i]));
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    g_assert_true (is_enabled (window, fine[i]));
  ui_test_destroy_window (window);
  unlock_elsewhere (path);
}

/* Who knows better goes on, on the same page. */
static void
test_edit_anyway (void)
{
  g_autofree char *path = make_document ("anyway.bianbao");
  BbWindow *window;

  lock_elsewhere (path);
  window = open_window (path);
  g_assert_cmpstr (bar_message (window), ==,
                   "Opened read-only: 李华 (office-3) has had this file open since 2023-11-14 22:13, or could not close it properly.");
  bb_document_view_show_page (bb_window_get_view (window), 3);
  click (window, "Edit All the Same");
  g_assert_null (bar_message (window));
  g_assert_true (is_locked_here (path));
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (bb_window_get_view (window))), ==, 3);
  ui_test_edit (report_of (window), "改了");
  ui_test_activate (window, "win.save");
  g_assert_false (bb_report_get_modified (report_of (window)));
  ui_test_destroy_window (window);
  g_assert_false (is_locked_here (path));
}

/* A process of this computer has it open: that is certain, and nobody takes it away. It ends: the report can be edited. */
static void
test_edit_when_free (void)
{
  g_autofree char *path = make_document ("free.bianbao");
  pid_t child = start_holder (path);
  BbWindow *window = open_window (path);

  g_assert_nonnull (strstr (bar_message (window), "has had this file open since"));
  g_assert_null (strstr (bar_message (window), "properly"));
  g_assert_null (ui_test_find_button (bb_window_get_view (window), "Edit All the Same"));
  come_back (window);
  g_assert_null (ui_test_find_button (bb_window_get_view (window), "Edit"));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  come_back (window);
  g_assert_cmpstr (bar_message (window), ==, "This file is no longer open elsewhere: you can edit it now.");
  /* Not before somebody says so. */
  g_assert_true (bb_session_get_read_only (bb_window_get_session (window)));
  click (window, "Edit");
  g_assert_null (bar_message (window));
  g_assert_true (is_locked_here (path));
  ui_test_edit (report_of (window), "改了");
  g_assert_cmpstr (text_of (window), ==, "改了");
  ui_test_destroy_window (window);
}

static gboolean
shows_theirs (gpointer window)
{
  return bb_window_get_session (window) != NULL && strcmp (text_of (window), "他们写的") == 0;
}

/* They saved before they closed: that is shown before anybody writes on. */
static void
test_edit_what_changed (void)
{
  g_autofree char *path = make_document ("changed.bianbao");
  g_autoptr (BbReport) theirs = ui_test_report (2024);
  BbWindow *window;

  lock_elsewhere (path);
  window = open_window (path);
  ui_test_edit (theirs, "他们写的");
  g_assert_true (bb_document_save (theirs, path, NULL, BB_SAVE_DEFAULT, NULL));
  unlock_elsewhere (path);
  come_back (window);
  click (window, "Edit");
  ui_test_wait (shows_theirs, window);
  g_assert_false (bb_session_get_read_only (bb_window_get_session (window)));
  g_assert_true (is_locked_here (path));
  g_assert_null (bar_message (window));
  ui_test_destroy_window (window);
}

/* Between the look and the press somebody opened it again. */
static void
test_edit_too_late (void)
{
  g_autofree char *path = make_document ("late.bianbao");
  BbWindow *window;

  lock_elsewhere (path);
  window = open_window (path);
  unlock_elsewhere (path);
  come_back (window);
  lock_elsewhere (path);
  click (window, "Edit");
  g_assert_nonnull (strstr (bar_message (window), "李华"));
  g_assert_true (bb_session_get_read_only (bb_window_get_session (window)));
  ui_test_destroy_window (window);
  unlock_elsewhere (path);
}

static void
test_copy (void)
{
  g_autofree char *path = make_document ("original.bianbao");
  g_autofree char *copy = ui_test_path ("copy.bianbao");
  g_autofree char *state = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  BbWindow *window;
  BbSession *session;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  lock_elsewhere (path);
  window = open_window (path);
  click (window, "Open a Copy");
  session = bb_window_get_session (window);
  g_assert_null (bar_message (window));
  g_assert_null (bb_session_get_path (session));
  state = bb_session_dup_state (session);
  g_assert_cmpstr (state, ==, "Copy of original.bianbao, not saved yet");
  /* Nothing is lost while it is as it was opened; and who asks for the document does not get the copy. */
  g_assert_false (bb_session_has_work (session));
  g_assert_null (bb_application_find_window (ui_test_application (), path));
  ui_test_edit (report_of (window), "改了");
  g_assert_true (bb_session_has_work (session));
  g_assert_true (bb_window_save_to (window, copy));
  g_assert_true (is_locked_here (copy));
  g_assert_true (bb_application_find_window (ui_test_application (), copy) == GTK_WINDOW (window));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  ui_test_destroy_window (window);
  g_assert_false (is_locked_here (copy));
  unlock_elsewhere (path);
}

/* "Save As" makes a read-only report one that can be written. */
static void
test_save_read_only_as (void)
{
  g_autofree char *path = make_document ("read-only.bianbao");
  g_autofree char *another = ui_test_path ("read-only-2.bianbao");
  BbWindow *window;

  lock_elsewhere (path);
  window = open_window (path);
  g_assert_true (bb_window_save_to (window, another));
  g_assert_null (bar_message (window));
  g_assert_false (bb_session_get_read_only (bb_window_get_session (window)));
  ui_test_edit (report_of (window), "改了");
  ui_test_activate (window, "win.save");
  g_assert_false (bb_report_get_modified (report_of (window)));
  ui_test_destroy_window (window);
  unlock_elsewhere (path);
}

/* The lock goes with the report. */
static void
test_save_as_moves (void)
{
  g_autofree char *path = make_document ("first.bianbao");
  g_autofree char *second = ui_test_path ("second.bianbao");
  g_autofree char *nowhere = ui_test_path ("nowhere/third.bianbao");
  BbWindow *window = open_window (path);

  g_assert_true (is_locked_here (path));
  g_assert_true (bb_window_save_to (window, second));
  g_assert_false (is_locked_here (path));
  g_assert_true (is_locked_here (second));
  /* What fails leaves things as they are. */
  g_assert_false (bb_window_save_to (window, nowhere));
  ui_test_answer ("cancel");
  g_assert_true (is_locked_here (second));
  ui_test_destroy_window (window);
  g_assert_false (is_locked_here (second));
}

static void
test_save_over_theirs (void)
{
  g_autofree char *path = make_document ("mine.bianbao");
  g_autofree char *theirs = make_document ("theirs.bianbao");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  BbWindow *window = open_window (path);

  lock_elsewhere (theirs);
  g_assert_true (g_file_get_contents (theirs, &before, NULL, NULL));
  ui_test_edit (report_of (window), "改了");
  g_assert_false (bb_window_save_to (window, theirs));
  ui_test_answer ("cancel");
  g_assert_true (g_file_get_contents (theirs, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (bb_report_get_modified (report_of (window)));
  g_assert_cmpstr (bb_session_get_path (bb_window_get_session (window)), ==, path);
  g_assert_true (is_locked_here (path));

  g_assert_false (bb_window_save_to (window, theirs));
  ui_test_answer ("overwrite");
  g_assert_cmpstr (bb_session_get_path (bb_window_get_session (window)), ==, theirs);
  g_assert_false (bb_report_get_modified (report_of (window)));
  g_assert_true (is_locked_here (theirs));
  ui_test_destroy_window (window);
}

/* Somebody of another computer took the document over while it is open here. */
static void
test_taken_away (void)
{
  g_autofree char *path = make_document ("taken.bianbao");
  BbWindow *window = open_window (path);

  lock_elsewhere (path);
  come_back (window);
  g_assert_nonnull (strstr (bar_message (window), "Somebody else opened this file all the same"));
  ui_test_edit (report_of (window), "改了");
  ui_test_activate (window, "win.save");
  ui_test_answer ("cancel");
  g_assert_true (bb_report_get_modified (report_of (window)));
  /* Once they closed it, it is ours again. */
  unlock_elsewhere (path);
  come_back (window);
  g_assert_null (bar_message (window));
  g_assert_true (is_locked_here (path));
  ui_test_activate (window, "win.save");
  g_assert_false (bb_report_get_modified (report_of (window)));
  ui_test_destroy_window (window);
}

/* The work that a crash left belongs to a document that somebody has open by now. */
static void
test_recovered (void)
{
  g_autofree char *path = make_document ("crashed.bianbao");
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbRecovery copy = { .path = ui_test_path ("crashed-copy"), .original = path, .time = g_get_real_time () / G_USEC_PER_SEC };
  BbSession *session;

  ui_test_edit (report, "没有保存");
  g_assert_true (bb_recovery_write (report, copy.path, path, NULL, NULL));
  lock_elsewhere (path);
  session = bb_session_new_recovered (&copy, NULL);
  g_assert_nonnull (session);
  g_assert_null (bb_session_get_path (session));
  g_assert_false (bb_session_get_read_only (session));
  g_assert_true (bb_session_has_work (session));
  bb_session_discard (session);
  g_assert_finalize_object (session);
  unlock_elsewhere (path);
  g_free (copy.path);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/lock/nothing-changes", test_nothing_changes);
  g_test_add_func ("/lock/actions", test_actions);
  g_test_add_func ("/lock/edit-anyway", test_edit_anyway);
  g_test_add_func ("/lock/edit-when-free", test_edit_when_free);
  g_test_add_func ("/lock/edit-what-changed", test_edit_what_changed);
  g_test_add_func ("/lock/edit-too-late", test_edit_too_late);
  g_test_add_func ("/lock/copy", test_copy);
  g_test_add_func ("/lock/save-read-only-as", test_save_read_only_as);
  g_test_add_func ("/lock/save-as-moves", test_save_as_moves);
  g_test_add_func ("/lock/save-over-theirs", test_save_over_theirs);
  g_test_add_func ("/lock/taken-away", test_taken_away);
  g_test_add_func ("/lock/recovered", test_recovered);
  return ui_test_run ();
}
