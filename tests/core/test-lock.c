/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-document.h>
#include <bianbao/bb-lock.h>

#include "bb-folder.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder;

/* A document of its own for each test, and where its lock would be. */
typedef struct
{
  char *folder;
  char *path;
  char *lock;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  static guint n;

  place->folder = g_strdup_printf ("%s/place-%u", folder, n++);
  g_assert_cmpint (g_mkdir (place->folder, 0755), ==, 0);
  place->path = g_build_filename (place->folder, "年报.bianbao", NULL);
  place->lock = g_build_filename (place->folder, ".~lock.年报.bianbao#", NULL);
  bb_folder_write (place->path, "document");
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  g_free (place->folder);
  g_free (place->path);
  g_free (place->lock);
}

static void
assert_holder (const char *path, const char *name, gboolean certain)
{
  g_autoptr (BbLockHolder) holder = bb_lock_find (path);
  g_autoptr (BbLockHolder) refused = NULL;
  g_autofree char *shown = NULL;

  g_assert_nonnull (holder);
  g_assert_true (holder->certain == certain);
  shown = bb_lock_holder_dup_name (holder);
  if (name != NULL)
    g_assert_cmpstr (shown, ==, name);
  g_assert_null (bb_lock_take (path, BB_LOCK_DEFAULT, &refused));
  g_assert_nonnull (refused);
  g_assert_cmpstr (refused->user, ==, holder->user);
  g_assert_cmpint (refused->time, ==, holder->time);
}

static void
assert_free (const char *path)
{
  g_autoptr (BbLockHolder) holder = bb_lock_find (path);
  g_autoptr (BbLock) lock = NULL;

  g_assert_null (holder);
  lock = bb_lock_take (path, BB_LOCK_DEFAULT, &holder);
  g_assert_nonnull (lock);
  g_assert_null (holder);
}

/* A process that holds the lock until it is killed. */
static pid_t
start_holder (const char *path)
{
  int ends[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      BbLock *lock = bb_lock_take (path, BB_LOCK_DEFAULT, NULL);

      if (write (ends[1], lock != NULL ? "y" : "n", 1) == 1)
        pause ();
      _exit (1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  close (ends[0]);
  return child;
}

static void
end_holder (pid_t child)
{
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

static void
test_own (Place *place, gconstpointer data)
{
  g_autoptr (BbLockHolder) holder = NULL;
  BbLock *first = bb_lock_take (place->path, BB_LOCK_DEFAULT, &holder);
  BbLock *second;

  g_assert_nonnull (first);
  g_assert_null (holder);
  g_assert_true (g_file_test (place->lock, G_FILE_TEST_IS_REGULAR));
  g_assert_false (bb_lock_is_lost (first));
  g_assert_null (bb_lock_find (place->path));
  /* The same document in the same process, once more. */
  second = bb_lock_take (place->path, BB_LOCK_DEFAULT, &holder);
  g_assert_true (second == first);
  bb_lock_unref (first);
  g_assert_true (g_file_test (place->lock, G_FILE_TEST_IS_REGULAR));
  bb_lock_unref (second);
  g_assert_false (g_file_test (place->lock, G_FILE_TEST_EXISTS));
  bb_folder_assert_content (place->path, "document");
}

static void
test_other_process (Place *place, gconstpointer data)
{
  pid_t child = start_holder (place->path);
  g_autoptr (BbLockHolder) holder = bb_lock_find (place->path);
  g_autofree char *time = NULL;

  assert_holder (place->path, NULL, TRUE);
  g_assert_cmpstr (holder->user, !=, "");
  g_assert_cmpint (ABS (g_get_real_time () / G_USEC_PER_SEC - holder->time), <, 60);
  time = bb_lock_holder_dup_time (holder);
  g_assert_cmpuint (strlen (time), >=, strlen ("23:59"));
  /* Nobody takes it from a process that is there. */
  g_assert_null (bb_lock_take (place->path, BB_LOCK_TAKE_OVER, NULL));
  end_holder (child);
  assert_free (place->path);
  g_assert_cmpuint (bb_folder_count (place->folder, ".~lock"), ==, 0);
}

static char *
read_file (const char *path)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

/* What a process of this computer wrote, with one line changed. */
static void
write_changed (Place *place, const char *key, const char *value)
{
  g_autoptr (BbLock) lock = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL);
  g_autofree char *content = read_file (place->lock);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *changed = NULL;

  g_assert_true (g_key_file_load_from_data (keys, content, strlen (content), G_KEY_FILE_NONE, NULL));
  g_assert_true (g_key_file_has_key (keys, "Bianbao Lock", key, NULL));
  g_key_file_set_string (keys, "Bianbao Lock", key, value);
  changed = g_key_file_to_data (keys, NULL, NULL);
  g_clear_pointer (&lock, bb_lock_unref);
  bb_folder_write (place->lock, changed);
}

/* The id of the process was given out again since, or the computer started anew. */
static void
test_same_id (Place *place, gconstpointer data)
{
  write_changed (place, "Start", "7");
  assert_free (place->path);
  write_changed (place, "Process", "2147483647");
  assert_free (place->path);
  write_changed (place, "Process", "-1");
  assert_free (place->path);
  write_changed (place, "Process", "99999999999999999999");
  assert_free (place->path);
}

/* The power went before the first lines were on the disk: that locks nobody out of the own file. */
static void
test_empty (Place *place, gconstpointer data)
{
  int fd;

  bb_folder_write (place->lock, "");
  assert_free (place->path);
  g_assert_cmpuint (bb_folder_count (place->folder, ".~lock"), ==, 0);
  /* Somebody is about to write into it. */
  bb_folder_write (place->lock, "");
  fd = open (place->lock, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  assert_holder (place->path, "somebody else", FALSE);
  close (fd);
  assert_free (place->path);
}

/* The folder was copied while the document was open: its process is there, but has not opened this one. */
static void
test_copied_folder (Place *place, gconstpointer data)
{
  pid_t child = start_holder (place->path);
  g_autofree char *content = read_file (place->lock);
  g_autofree char *copy = g_build_filename (place->folder, "copy.bianbao", NULL);
  g_autofree char *copied_lock = g_build_filename (place->folder, ".~lock.copy.bianbao#", NULL);
  g_autoptr (BbLock) lock = NULL;

  bb_folder_write (copy, "document");
  bb_folder_write (copied_lock, content);
  assert_holder (copy, NULL, FALSE);
  lock = bb_lock_take (copy, BB_LOCK_TAKE_OVER, NULL);
  g_assert_nonnull (lock);
  assert_holder (place->path, NULL, TRUE);
  end_holder (child);
}

static void
test_other_computer (Place *place, gconstpointer data)
{
  g_autoptr (BbLock) lock = NULL;
  g_autoptr (BbLockHolder) holder = NULL;

  bb_folder_write (place->lock, "[Bianbao Lock]\nUser=李华\nHost=office-3\nMachine=0123456789abcdef\nProcess=1\nStart=5\nSince=1700000000\n");
  assert_holder (place->path, "李华 (office-3)", FALSE);
  /* Somebody decided. */
  lock = bb_lock_take (place->path, BB_LOCK_TAKE_OVER, &holder);
  g_assert_nonnull (lock);
  g_assert_null (holder);
  g_clear_pointer (&lock, bb_lock_unref);
  g_assert_false (g_file_test (place->lock, G_FILE_TEST_EXISTS));
}

static void
assert_unknown (Place *place)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (BbLock) lock = NULL;

  assert_holder (place->path, "somebody else", FALSE);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
  lock = bb_lock_take (place->path, BB_LOCK_TAKE_OVER, NULL);
  g_assert_nonnull (lock);
}

static void
test_hostile_files (Place *place, gconstpointer data)
{
  g_autofree char *huge = g_malloc0 (10 * 1024 * 1024);
  g_autofree char *victim = g_build_filename (place->folder, "victim", NULL);

  bb_folder_write (place->lock, "no lock at all\xff\x01");
  assert_unknown (place);
  bb_folder_write (place->lock, ",root,office,21.11.2026 10:00,file:///home;");
  assert_unknown (place);
  memset (huge, 'x', 10 * 1024 * 1024 - 1);
  memcpy (huge, "[Bianbao Lock]\nUser=", 20);
  bb_folder_write (place->lock, huge);
  assert_unknown (place);

  bb_folder_write (victim, "untouched");
  g_assert_cmpint (symlink ("victim", place->lock), ==, 0);
  assert_unknown (place);
  bb_folder_assert_content (victim, "untouched");
  g_assert_cmpint (symlink ("nowhere", place->lock), ==, 0);
  assert_unknown (place);
  g_assert_cmpuint (bb_folder_count (place->folder, "nowhere"), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", place->lock), ==, 0);
  assert_unknown (place);
  g_assert_cmpint (mkfifo (place->lock, 0600), ==, 0);
  assert_unknown (place);
}

/* It can't be removed: who decides to work all the same works without a lock. */
static void
test_hostile_folder (Place *place, gconstpointer data)
{
  g_autoptr (BbLockHolder) holder = NULL;

  g_assert_cmpint (g_mkdir (place->lock, 0755), ==, 0);
  assert_holder (place->path, "somebody else", FALSE);
  g_assert_null (bb_lock_take (place->path, BB_LOCK_TAKE_OVER, &holder));
  g_assert_null (holder);
  g_assert_true (g_file_test (place->lock, G_FILE_TEST_IS_DIR));
}

static void
test_hostile_names (Place *place, gconstpointer data)
{
  static const struct
  {
    const char *user;
    const char *shown;
  } cases[] = {
    { "A\\nB\\tC", "A B C (h)" },
    { "\x1b[31mred\x07", "[31mred (h)" },
    { "\xe2\x80\xae" "abc\xe2\x81\xa6", "abc (h)" },
    { "  \xe3\x80\x80 x  ", "x (h)" },
    { "\\n\\n", "somebody else" },
    { "<b>&amp;</b>", "<b>&amp;</b> (h)" },
    { "李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华", "李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华李华… (h)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Bianbao Lock]\nUser=%s\nHost=h\\n\nSince=99999999999999999\n", cases[i].user);
      g_autoptr (BbLockHolder) holder = NULL;
      g_autofree char *time = NULL;

      bb_folder_write (place->lock, text);
      assert_holder (place->path, cases[i].shown, FALSE);
      holder = bb_lock_find (place->path);
      time = bb_lock_holder_dup_time (holder);
      g_assert_cmpstr (time, ==, "");
    }
}

static void
test_links (Place *place, gconstpointer data)
{
  g_autofree char *other = g_build_filename (place->folder, "other", NULL);
  g_autofree char *link = g_build_filename (other, "link.bianbao", NULL);
  g_autofree char *by_folder = g_build_filename (place->folder, "short", "年报.bianbao", NULL);
  g_autofree char *shortcut = g_build_filename (place->folder, "short", NULL);
  g_autofree char *through_link = NULL;
  g_autofree char *through_folder = NULL;
  pid_t child;

  g_assert_cmpint (g_mkdir (other, 0755), ==, 0);
  g_assert_cmpint (symlink ("../年报.bianbao", link), ==, 0);
  g_assert_cmpint (symlink (place->folder, shortcut), ==, 0);
  through_link = bb_lock_dup_path (link);
  through_folder = bb_lock_dup_path (by_folder);
  g_assert_cmpstr (through_link, ==, through_folder);
  child = start_holder (link);
  assert_holder (by_folder, NULL, TRUE);
  assert_holder (place->path, NULL, TRUE);
  end_holder (child);
  assert_free (by_folder);
}

/* The name takes all the room that there is for one. */
static void
test_long_name (Place *place, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255 - strlen (".bianbao"), 'n');
  g_autofree char *path = g_strconcat (place->folder, "/", name, ".bianbao", NULL);
  pid_t child;

  bb_folder_write (path, "document");
  child = start_holder (path);
  assert_holder (path, NULL, TRUE);
  assert_free (place->path);
  end_holder (child);
  assert_free (path);
  g_assert_cmpuint (bb_folder_count (place->folder, ".~lock"), ==, 0);
}

static void
test_no_lock_possible (Place *place, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (place->folder, "missing", "a.bianbao", NULL);
  g_autoptr (BbLockHolder) holder = NULL;
  int status;
  pid_t child;

  g_assert_null (bb_lock_take (missing, BB_LOCK_DEFAULT, &holder));
  g_assert_null (holder);
  g_assert_null (bb_lock_take ("/proc/self/a.bianbao", BB_LOCK_DEFAULT, &holder));
  g_assert_null (holder);
  g_assert_null (bb_lock_find (missing));

  /* A folder that can't be written; root may, so as somebody else. */
  child = fork ();
  if (child == 0)
    {
      BbLock *lock;

      if (chmod (folder, 0755) != 0 || chmod (place->folder, 0555) != 0 || (geteuid () == 0 && seteuid (65534) != 0))
        _exit (2);
      lock = bb_lock_take (place->path, BB_LOCK_DEFAULT, &holder);
      _exit (lock == NULL && holder == NULL ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (chmod (place->folder, 0755), ==, 0);
  g_assert_cmpint (status, ==, 0);
}

static void
test_moved_folder (Place *place, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (place->folder, "-moved", NULL);
  BbLock *lock = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL);

  g_assert_cmpint (g_rename (place->folder, elsewhere), ==, 0);
  g_assert_true (bb_lock_is_lost (lock));
  bb_lock_unref (lock);
  g_assert_cmpuint (bb_folder_count (elsewhere, ".~lock"), ==, 0);
  g_assert_cmpuint (bb_folder_count (elsewhere, "年报"), ==, 1);
}

static void
test_lost (Place *place, gconstpointer data)
{
  BbLock *lock = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL);
  g_autoptr (BbLock) again = NULL;

  /* Somebody tidied up: it is made anew. */
  g_assert_cmpint (unlink (place->lock), ==, 0);
  g_assert_true (bb_lock_is_lost (lock));
  again = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL);
  g_assert_nonnull (again);
  g_assert_true (again != lock);
  bb_lock_unref (lock);
  g_assert_false (bb_lock_is_lost (again));

  /* Somebody of another computer took it over: his stays. */
  g_assert_cmpint (unlink (place->lock), ==, 0);
  bb_folder_write (place->lock, "[Bianbao Lock]\nUser=李华\nHost=office-3\nMachine=x\n");
  g_assert_true (bb_lock_is_lost (again));
  assert_holder (place->path, "李华 (office-3)", FALSE);
  g_clear_pointer (&again, bb_lock_unref);
  assert_holder (place->path, "李华 (office-3)", FALSE);
}

/* Twenty processes find the same lock of one that is gone: one of them gets it. */
static void
test_race (Place *place, gconstpointer data)
{
  enum { N = 20 };
  pid_t children[N];
  guint n_taken = 0;
  int go[2];
  int done[2];
  char byte;

  end_holder (start_holder (place->path));
  g_assert_true (g_file_test (place->lock, G_FILE_TEST_EXISTS));
  g_assert_cmpint (pipe (go), ==, 0);
  g_assert_cmpint (pipe (done), ==, 0);
  for (guint i = 0; i < N; i++)
    if ((children[i] = fork ()) == 0)
      {
        close (go[1]);
        if (read (go[0], &byte, 1) == 0)
          byte = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL) != NULL ? 'y' : 'n';
        if (write (done[1], &byte, 1) == 1)
          pause ();
        _exit (1);
      }
  close (go[1]);
  for (guint i = 0; i < N; i++)
    {
      g_assert_cmpint (read (done[0], &byte, 1), ==, 1);
      n_taken += byte == 'y';
    }
  g_assert_cmpuint (n_taken, ==, 1);
  for (guint i = 0; i < N; i++)
    end_holder (children[i]);
  assert_free (place->path);
  close (go[0]);
  close (done[0]);
  close (done[1]);
}

static void
test_release_all (Place *place, gconstpointer data)
{
  g_autoptr (BbLock) lock = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL);

  g_assert_nonnull (lock);
  bb_lock_release_all ();
  g_assert_false (g_file_test (place->lock, G_FILE_TEST_EXISTS));
  g_assert_true (bb_lock_is_lost (lock));
  bb_lock_release_all ();
}

/* Who writes a report, and where, is in the lock file and nowhere else. */
static void
test_nothing_in_document (Place *place, gconstpointer data)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  G_GNUC_UNUSED g_autoptr (BbLock) lock = bb_lock_take (place->path, BB_LOCK_DEFAULT, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *content = NULL;
  g_autofree char *machine = NULL;
  g_autofree char *host = NULL;

  g_assert_true (bb_document_save (report, place->path, NULL, BB_SAVE_DEFAULT, NULL));
  content = read_file (place->path);
  g_assert_true (g_key_file_load_from_file (keys, place->lock, G_KEY_FILE_NONE, NULL));
  machine = g_key_file_get_string (keys, "Bianbao Lock", "Machine", NULL);
  host = g_key_file_get_string (keys, "Bianbao Lock", "Host", NULL);
  g_assert_cmpuint (strlen (machine), ==, 16);
  g_assert_null (strstr (content, machine));
  g_assert_null (strstr (content, host));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Place *place, gconstpointer data);
  } tests[] = {
    { "/lock/own", test_own },
    { "/lock/other-process", test_other_process },
    { "/lock/same-id", test_same_id },
    { "/lock/empty", test_empty },
    { "/lock/copied-folder", test_copied_folder },
    { "/lock/other-computer", test_other_computer },
    { "/lock/hostile-files", test_hostile_files },
    { "/lock/hostile-folder", test_hostile_folder },
    { "/lock/hostile-names", test_hostile_names },
    { "/lock/links", test_links },
    { "/lock/long-name", test_long_name },
    { "/lock/no-lock-possible", test_no_lock_possible },
    { "/lock/moved-folder", test_moved_folder },
    { "/lock/lost", test_lost },
    { "/lock/race", test_race },
    { "/lock/release-all", test_release_all },
    { "/lock/nothing-in-document", test_nothing_in_document },
  };
  int result;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, place_set_up, tests[i].test, place_tear_down);
  result = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return result;
}
