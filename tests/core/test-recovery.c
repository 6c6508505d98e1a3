/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-document.h>

#include "bb-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder;

/* What the disk knows of locks. */
static enum
{
  LOCKS_FULLY,
  LOCKS_AS_NFS, /* nobody has a file for himself who can only read it */
  LOCKS_NOT
} locks;

/* In the place of that of the C library. */
int
flock (int fd, int operation)
{
  if (locks == LOCKS_NOT)
    errno = ENOLCK;
  else if (locks == LOCKS_AS_NFS && (operation & LOCK_EX) && (fcntl (fd, F_GETFL) & O_ACCMODE) == O_RDONLY)
    errno = EBADF;
  else
    return (int) syscall (SYS_flock, fd, operation);
  return -1;
}

static BbReport *
make_report (const char *organisation)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  bb_report_set_year (report, 2024, FALSE);
  return report;
}

static char *
recovery_directory (void)
{
  return g_build_filename (g_get_user_data_dir (), "bianbao", "recovery", NULL);
}

static void
write_copy (const char *path,
            const char *organisation,
            const char *original)
{
  g_autoptr (BbReport) report = make_report (organisation);
  g_autoptr (GError) error = NULL;

  bb_recovery_write (report, path, original, NULL, &error);
  g_assert_no_error (error);
  /* A copy for the worst case is no save. */
  g_assert_true (bb_report_get_modified (report));
}

static guint
count_copies (void)
{
  g_autoptr (GPtrArray) list = bb_recovery_list ();

  return list->len;
}

/* A process that writes two copies, tells us, and waits to be killed. */
static pid_t
start_other (const char *original, guint disk)
{
  int ends[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      locks = disk;
      first = bb_recovery_new_path ();
      second = bb_recovery_new_path ();
      write_copy (first, "甲局", original);
      write_copy (second, "乙局", NULL);
      write_copy (first, "甲局", original);
      if (write (ends[1], "", 1) == 1)
        pause ();
      _exit (1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  return child;
}

static void
stop_other (pid_t child)
{
  int status;

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

static const BbRecovery *
find_title (GPtrArray  *list,
            const char *title)
{
  for (guint i = 0; i < list->len; i++)
    {
      const BbRecovery *recovery = g_ptr_array_index (list, i);

      if (g_str_has_prefix (recovery->title, title))
        return recovery;
    }
  return NULL;
}

/* Runs first: this process has no lock yet that a child could inherit. */
static void
test_after_a_kill (gconstpointer disk)
{
  g_autofree char *original = g_build_filename (folder, "a b %\xff.bianbao", NULL);
  pid_t child = start_other (original, GPOINTER_TO_UINT (disk));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (BbOpened) opened = NULL;
  g_autofree char *directory = recovery_directory ();
  const BbRecovery *first;
  const BbRecovery *second;

  locks = GPOINTER_TO_UINT (disk);
  if (locks != LOCKS_NOT)
    g_assert_cmpuint (count_copies (), ==, 0);
  stop_other (child);
  list = bb_recovery_list ();
  g_assert_cmpuint (list->len, ==, 2);
  first = find_title (list, "甲局");
  second = find_title (list, "乙局");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpstr (first->original, ==, original);
  g_assert_null (second->original);
  g_assert_cmpint (ABS (g_get_real_time () / G_USEC_PER_SEC - first->time), <, 100);
  opened = bb_open_path (first->path, BB_OPEN_DEFAULT, NULL, NULL);
  g_assert_nonnull (opened);
  g_assert_cmpstr (bb_report_get_organisation (opened->report), ==, "甲局");
  /* Where it belongs is not carried into the document when it is saved. */
  g_assert_null (bb_report_get_extra (opened->report));
  bb_recovery_drop (first->path);
  bb_recovery_drop (first->path);
  g_assert_cmpuint (count_copies (), ==, 1);
  bb_recovery_drop (second->path);
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_cmpuint (bb_folder_count (directory, ""), ==, 0);
  locks = LOCKS_FULLY;
}

static void
test_own_copies_are_not_offered (void)
{
  g_autofree char *path = bb_recovery_new_path ();
  g_autofree char *other = bb_recovery_new_path ();
  g_autofree char *lock = NULL;
  g_autofree char *lock_path = NULL;
  struct stat status;

  g_assert_cmpstr (path, !=, other);
  write_copy (path, "丙局", NULL);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (count_copies (), ==, 0);
  /* Somebody tidied up in the data directory: ours are ours all the same. */
  lock = g_strndup (path, (gsize) (strrchr (path, '-') - path));
  lock_path = g_strconcat (lock, ".lock", NULL);
  g_assert_cmpint (g_unlink (lock_path), ==, 0);
  g_assert_cmpuint (count_copies (), ==, 0);
  bb_recovery_drop (path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_damaged_copies_are_left (void)
{
  g_autofree char *directory = recovery_directory ();
  g_autofree char *damaged = g_build_filename (directory, "99999-00000000-0.bianbao", NULL);
  g_autofree char *pipe = g_build_filename (directory, "99999-00000000-1.bianbao", NULL);
  g_autofree char *foreign = g_build_filename (directory, "notes.txt", NULL);
  g_autofree char *empty = g_build_filename (directory, "99999-00000000-2.journal", NULL);
  g_autofree char *torn = g_build_filename (directory, "99999-00000000-3.journal", NULL);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  bb_folder_write (damaged, "{");
  bb_folder_write (foreign, "x");
  bb_folder_write (empty, "");
  bb_folder_write (torn, "BBJ1");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpuint (count_copies (), ==, 0);
  bb_folder_assert_content (damaged, "{");
  bb_folder_assert_content (foreign, "x");
  bb_folder_assert_content (torn, "BBJ1");
  /* Nothing is in that one. */
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
}

/* What a crash left of rewriting a file in place is offered too, once that save can't be under way. */
static void
test_copies_of_saving (void)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "bianbao", "saving", NULL);
  g_autofree char *path = g_build_filename (directory, "1-00000000-a.bianbao", NULL);
  g_autoptr (GPtrArray) list = NULL;
  struct timespec past[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  write_copy (path, "丁局", NULL);
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, path, past, 0), ==, 0);
  list = bb_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_nonnull (find_title (list, "丁局"));
  bb_recovery_drop (path);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/recovery/after-a-kill", GUINT_TO_POINTER (LOCKS_FULLY), test_after_a_kill);
  g_test_add_data_func ("/recovery/after-a-kill-on-nfs", GUINT_TO_POINTER (LOCKS_AS_NFS), test_after_a_kill);
  g_test_add_data_func ("/recovery/after-a-kill-without-locks", GUINT_TO_POINTER (LOCKS_NOT), test_after_a_kill);
  g_test_add_func ("/recovery/own-copies-are-not-offered", test_own_copies_are_not_offered);
  g_test_add_func ("/recovery/damaged-copies-are-left", test_damaged_copies_are_left);
  g_test_add_func ("/recovery/copies-of-saving", test_copies_of_saving);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
