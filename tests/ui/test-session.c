/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

/* How many files with @suffix there are among what is recovered, of this process or another. */
static guint
count_files (const char *suffix)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bianbao", "recovery", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static guint
count_copies (void)
{
  return count_files (BB_DOCUMENT_SUFFIX);
}

static void
edit (BbSession *session, const char *text)
{
  BbReport *report = bb_session_get_report (session);

  bb_report_edit (report, bb_report_get_section (report, 1), text, BB_ORIGIN_TYPED);
}

static void
test_save (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  g_autofree char *path = ui_test_path ("save.bianbao");
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  edit (session, "总体情况");
  g_assert_true (bb_session_get_modified (session));
  g_assert_true (bb_session_save (session, path, BB_SAVE_DEFAULT, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (bb_session_get_modified (session));
  g_assert_cmpstr (bb_session_get_path (session), ==, path);
  g_assert_true (bb_session_is_file (session, path));
  state = bb_session_dup_state (session);
  g_assert_cmpstr (state, ==, "save.bianbao");

  /* Saving again needs no path. */
  edit (session, "总体情况。");
  g_assert_true (bb_session_save (session, NULL, BB_SAVE_DEFAULT, FALSE, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (session);
}

static void
test_failed_save_keeps_changes (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  g_autofree char *path = ui_test_path ("no-such-folder/save.bianbao");
  g_autoptr (GError) error = NULL;

  edit (session, "总体情况");
  g_assert_false (bb_session_save (session, path, BB_SAVE_DEFAULT, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_true (bb_session_get_modified (session));
  g_assert_null (bb_session_get_path (session));
  g_assert_finalize_object (session);
}

static void
test_changed_on_disk (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  g_autofree char *path = ui_test_path ("changed.bianbao");
  g_autoptr (GError) error = NULL;

  g_assert_true (bb_session_save (session, path, BB_SAVE_DEFAULT, FALSE, NULL));
  g_assert_true (g_file_set_contents (path, "somebody else", -1, NULL));
  edit (session, "总体情况");
  g_assert_false (bb_session_save (session, NULL, BB_SAVE_DEFAULT, FALSE, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_CHANGED);
  g_assert_true (bb_session_get_modified (session));
  g_assert_true (bb_session_save (session, NULL, BB_SAVE_DEFAULT, TRUE, NULL));
  g_assert_false (bb_session_get_modified (session));
  g_assert_finalize_object (session);
}

static void
test_recovery (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  guint before = count_copies ();
  g_autofree char *path = ui_test_path ("recovery.bianbao");

  /* Nothing unsaved, nothing written. */
  g_assert_true (bb_session_write_recovery (session, NULL));
  g_assert_cmpuint (count_copies (), ==, before);

  edit (session, "总体情况");
  g_assert_true (bb_session_write_recovery (session, NULL));
  g_assert_cmpuint (count_copies (), ==, before + 1);
  g_assert_true (bb_session_save (session, path, BB_SAVE_DEFAULT, FALSE, NULL));
  g_assert_cmpuint (count_copies (), ==, before);

  edit (session, "别的");
  g_assert_true (bb_session_write_recovery (session, NULL));
  g_assert_cmpuint (count_copies (), ==, before + 1);
  bb_report_undo (report);
  g_assert_cmpuint (count_copies (), ==, before);

  edit (session, "别的");
  g_assert_true (bb_session_write_recovery (session, NULL));
  bb_session_discard (session);
  g_assert_cmpuint (count_copies (), ==, before);
  g_assert_finalize_object (session);
}

/* A copy whose session is gone is taken over: text, document and all, and there is never no copy. */
static gboolean
there_is_a_copy (gpointer data)
{
  return count_copies () > *(guint *) data;
}

/* Nobody asks for the copy: it is there soon after the hands rest, whatever was changed. */
static void
test_copied_soon (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  guint before = count_copies ();
  gint64 best = G_MAXINT64;

  /* A busy disk may keep it waiting once, not each time. */
  for (guint round = 0; round < 3 && best >= 5 * G_USEC_PER_SEC; round++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 took;

      edit (session, "总体情况");
      ui_test_wait (there_is_a_copy, &before);
      took = g_get_monotonic_time () - start;
      best = MIN (best, took);
      bb_report_undo (report);
      g_assert_cmpuint (count_copies (), ==, before);
    }
  g_assert_cmpint (best, <, 5 * G_USEC_PER_SEC);

  bb_report_set_section_done (report, 1, TRUE);
  ui_test_wait (there_is_a_copy, &before);
  bb_report_undo (report);
  bb_report_set_remark (report, bb_report_get_section (report, 1), "备注");
  ui_test_wait (there_is_a_copy, &before);
  bb_session_discard (session);
  g_assert_finalize_object (session);
}

/* Somebody who does not rest gets copies all the same. */
static void
test_copied_while_typing (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  guint before = count_copies ();
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; !there_is_a_copy (&before); i++)
    {
      g_autofree char *text = g_strdup_printf ("第%u稿", i);

      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
      edit (session, text);
      g_usleep (100 * 1000);
      ui_test_settle ();
    }
  bb_session_discard (session);
  g_assert_finalize_object (session);
}

static guint
count_journals (void)
{
  return count_files (".journal");
}

/* Each step is written before anything else, until a copy holds it, or nobody wants it any more. */
static void
test_journal (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  guint before = count_journals ();

  edit (session, "一");
  g_assert_cmpuint (count_journals (), ==, before + 1);
  g_assert_true (bb_session_write_recovery (session, NULL));
  g_assert_cmpuint (count_journals (), ==, before);
  edit (session, "二");
  g_assert_cmpuint (count_journals (), ==, before + 1);
  bb_report_undo (report);
  g_assert_cmpuint (count_journals (), ==, before + 1);
  bb_report_undo (report);
  g_assert_cmpuint (count_journals (), ==, before);
  edit (session, "三");
  bb_session_discard (session);
  g_assert_cmpuint (count_journals (), ==, before);
  edit (session, "四");
  g_assert_cmpuint (count_journals (), ==, before);
  g_assert_finalize_object (session);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* The disk is full: that is said at once, and once; the work goes on, and is written again when there is room. */
static void
test_full_disk (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  guint before = count_journals ();
  guint n_failures = 0;
  struct rlimit old, none;

  signal (SIGXFSZ, SIG_IGN);
  g_signal_connect_swapped (session, "recovery-failed", G_CALLBACK (count_cb), &n_failures);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  none = old;
  none.rlim_cur = 10;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  edit (session, "一");
  edit (session, "二");
  g_assert_false (bb_session_write_recovery (session, NULL));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpuint (n_failures, ==, 1);
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "二");
  g_assert_true (bb_session_write_recovery (session, NULL));
  edit (session, "三");
  g_assert_cmpuint (count_journals (), ==, before + 1);
  bb_session_discard (session);
  g_assert_finalize_object (session);
}

static void
recover (BbRecovery *copy, const char *expected_path)
{
  BbSession *session;
  g_autoptr (GError) error = NULL;

  session = bb_session_new_recovered (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (bb_session_get_report (session), 1)), ==, "没有保存");
  g_assert_true (bb_session_get_modified (session));
  g_assert_cmpstr (bb_session_get_path (session), ==, expected_path);
  g_assert_false (g_file_test (copy->path, G_FILE_TEST_EXISTS));
  bb_session_discard (session);
  g_assert_finalize_object (session);
}

static void
make_copy (BbRecovery *copy, BbReport *report, const char *original)
{
  copy->path = ui_test_path ("copy");
  copy->original = g_strdup (original);
  copy->seen = NULL;
  copy->title = g_strdup ("报告");
  copy->time = g_get_real_time () / G_USEC_PER_SEC;
  g_assert_true (bb_recovery_write (report, copy->path, original, NULL, NULL));
}

static void
clear_copy (BbRecovery *copy)
{
  g_free (copy->path);
  g_free (copy->original);
  g_free (copy->seen);
  g_free (copy->title);
}

static void
test_recovered (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  g_autofree char *path = ui_test_path ("original.bianbao");
  BbRecovery copy;

  g_assert_true (bb_session_save (session, path, BB_SAVE_DEFAULT, FALSE, NULL));
  edit (session, "没有保存");

  make_copy (&copy, report, path);
  recover (&copy, path);
  clear_copy (&copy);

  /* The document was written after the copy: the work must not go over it unasked. */
  make_copy (&copy, report, path);
  copy.time -= 3600;
  recover (&copy, NULL);
  clear_copy (&copy);

  /* So it is, whatever the clocks say, when the document is no longer the one that the work was made from. */
  make_copy (&copy, report, path);
  copy.seen = g_strdup ("0123456789abcdef");
  recover (&copy, NULL);
  clear_copy (&copy);

  make_copy (&copy, report, NULL);
  recover (&copy, NULL);
  clear_copy (&copy);
  bb_session_discard (session);
  g_assert_finalize_object (session);
}

static void
for_each_work (void (*visit) (const char *path, const char *other))
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bianbao", "recovery", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *other = g_strconcat (folder, "/1-0badcafe-0", strrchr (name, '.'), NULL);

      if (!g_str_has_suffix (name, ".lock"))
        visit (path, other);
    }
}

static void
remove_work (const char *path, const char *other)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
leave_work (const char *path, const char *other)
{
  g_assert_cmpint (g_rename (path, other), ==, 0);
}

/* Works on the document at @path as a process would that is killed then; its work is recovered with @expected as its document. */
static void
recover_work_on (const char *path, gboolean write_over, gboolean journal, const char *expected)
{
  g_autoptr (BbOpened) opened = bb_open_path (path, BB_OPEN_DEFAULT, NULL, NULL);
  BbSession *session = bb_session_new_opened (opened, path);
  g_autoptr (GPtrArray) list = NULL;

  for_each_work (remove_work);
  if (write_over)
    {
      g_autoptr (BbReport) theirs = ui_test_report (2023);

      g_assert_true (bb_document_save (theirs, path, NULL, BB_SAVE_DEFAULT, NULL));
    }
  edit (session, "没有保存");
  if (!journal)
    g_assert_true (bb_session_write_recovery (session, NULL));
  for_each_work (leave_work);
  g_assert_finalize_object (session);
  list = bb_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  recover (list->pdata[0], expected);
}

/*
 * Somebody saved the document while it was open here; then this program crashed. The work is later than what was saved, but was
 * made from something else: saving it must ask first.
 */
static void
test_recovered_from_other (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autofree char *path = ui_test_path ("two-people.bianbao");

  for (guint journal = 0; journal < 2; journal++)
    {
      g_assert_true (bb_document_save (report, path, NULL, BB_SAVE_DEFAULT, NULL));
      recover_work_on (path, FALSE, journal, path);
      recover_work_on (path, TRUE, journal, NULL);
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session/save", test_save);
  g_test_add_func ("/session/failed-save", test_failed_save_keeps_changes);
  g_test_add_func ("/session/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/session/recovery", test_recovery);
  g_test_add_func ("/session/copied-soon", test_copied_soon);
  g_test_add_func ("/session/copied-while-typing", test_copied_while_typing);
  g_test_add_func ("/session/journal", test_journal);
  g_test_add_func ("/session/full-disk", test_full_disk);
  g_test_add_func ("/session/recovered", test_recovered);
  g_test_add_func ("/session/recovered-from-other", test_recovered_from_other);
  return ui_test_run ();
}
