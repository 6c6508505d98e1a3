/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-save.h>

#include "bb-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <unistd.h>

#define TEMPORARY ".~bianbao-"
#define NOBODY 65534

typedef struct
{
  char *directory;
  char *path;
} Fixture;

static char *folder;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n;

  fixture->directory = g_strdup_printf ("%s/%u", folder, n++);
  fixture->path = g_build_filename (fixture->directory, "报告.bianbao", NULL);
  g_assert_cmpint (g_mkdir (fixture->directory, 0755), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* Whatever happened, nothing of ours is left beside the file or in the data directory. */
  g_autofree char *saving = g_build_filename (g_get_user_data_dir (), "bianbao", "saving", NULL);

  g_assert_cmpuint (bb_folder_count (fixture->directory, TEMPORARY), ==, 0);
  g_assert_cmpuint (bb_folder_count (saving, ""), ==, 0);
  bb_folder_remove (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static gboolean
save_text (const char   *path,
           const char   *text,
           BbSaveFlags   flags,
           GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return bb_save_bytes (path, bytes, flags, error);
}

static void
assert_saves (const char *path,
              const char *text)
{
  g_autoptr (GError) error = NULL;

  save_text (path, text, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bb_folder_assert_content (path, text);
}

static struct stat
status_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  return status;
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);

  assert_saves (fixture->path, "一");
  g_assert_cmpint (status_of (fixture->path).st_mode & 07777, ==, 0640);
  g_assert_cmpint (unlink (fixture->path), ==, 0);
  save_text (fixture->path, "", BB_SAVE_PRIVATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status_of (fixture->path).st_mode & 07777, ==, 0600);
  g_assert_cmpint (status_of (fixture->path).st_size, ==, 0);
  umask (mask);
}

static void
test_keeps_attributes (Fixture       *fixture,
                       gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0644, 0664, 0400, 0777, 0640 };
  char value[8] = { 0 };
  gboolean has_attributes;

  bb_folder_write (fixture->path, "old");
  has_attributes = setxattr (fixture->path, "user.note", "kept", 4, 0) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (chmod (fixture->path, modes[i]), ==, 0);
      assert_saves (fixture->path, "new");
      g_assert_cmpint (status_of (fixture->path).st_mode & 07777, ==, modes[i]);
    }
  if (has_attributes)
    {
      g_assert_cmpint (getxattr (fixture->path, "user.note", value, sizeof value), ==, 4);
      g_assert_cmpstr (value, ==, "kept");
    }
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
      assert_saves (fixture->path, "newer");
      g_assert_cmpint (status_of (fixture->path).st_uid, ==, NOBODY);
      g_assert_cmpint (status_of (fixture->path).st_gid, ==, NOBODY);
    }
}

static void
test_symbolic_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *direct = g_build_filename (fixture->directory, "link", NULL);
  g_autofree char *chain = g_build_filename (fixture->directory, "chain", NULL);
  g_autofree char *dangling = g_build_filename (fixture->directory, "dangling", NULL);
  g_autofree char *made = g_build_filename (fixture->directory, "made", NULL);
  g_autofree char *loop = g_build_filename (fixture->directory, "loop", NULL);
  g_autoptr (GError) error = NULL;

  bb_folder_write (fixture->path, "old");
  g_assert_cmpint (symlink ("报告.bianbao", direct), ==, 0);
  g_assert_cmpint (symlink (direct, chain), ==, 0);
  g_assert_cmpint (symlink ("made", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_saves (direct, "through one");
  bb_folder_assert_content (fixture->path, "through one");
  assert_saves (chain, "through two");
  bb_folder_assert_content (fixture->path, "through two");
  assert_saves (dangling, "to a new file");
  bb_folder_assert_content (made, "to a new file");
  g_assert_true (S_ISLNK (status_of (direct).st_mode));
  g_assert_true (S_ISLNK (status_of (chain).st_mode));
  g_assert_true (S_ISLNK (status_of (dangling).st_mode));
  g_assert_false (save_text (loop, "x", BB_SAVE_DEFAULT, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_FAILED);
}

static void
test_hard_link (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *second = g_build_filename (fixture->directory, "second", NULL);
  ino_t inode;

  bb_folder_write (fixture->path, "old and longer than what follows");
  g_assert_cmpint (link (fixture->path, second), ==, 0);
  inode = status_of (fixture->path).st_ino;
  assert_saves (fixture->path, "new");
  bb_folder_assert_content (second, "new");
  assert_saves (second, "newer, and longer again");
  bb_folder_assert_content (fixture->path, "newer, and longer again");
  g_assert_cmpuint (status_of (fixture->path).st_ino, ==, inode);
  g_assert_cmpuint (status_of (fixture->path).st_nlink, ==, 2);
}

static void
remove_our_data (void)
{
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "bianbao", NULL);

  if (g_file_test (data, G_FILE_TEST_IS_DIR))
    bb_folder_remove (data);
}

static void
test_long_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *head = g_strnfill (243, 'x');
  g_autofree char *name = g_strconcat (head, "长长.bb", NULL);
  g_autofree char *path = NULL;
  g_autofree char *second = g_build_filename (fixture->directory, "second", NULL);

  /* As long as a name can be. */
  g_assert_cmpuint (strlen (name), ==, 252);
  path = g_build_filename (fixture->directory, name, NULL);
  assert_saves (path, "one");
  assert_saves (path, "two");
  g_assert_cmpint (link (path, second), ==, 0);
  assert_saves (path, "in place");
  bb_folder_assert_content (second, "in place");
}

/* Permissions do not bind root: these parts run as somebody else. */
static void
become_nobody (Fixture *fixture)
{
  if (geteuid () != 0)
    return;
  remove_our_data ();
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  g_assert_cmpint (chmod (g_get_user_data_dir (), 0777), ==, 0);
  g_assert_cmpint (chown (fixture->directory, NOBODY, NOBODY), ==, 0);
  if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_root (void)
{
  if (getuid () != 0)
    return;
  g_assert_cmpint (seteuid (0), ==, 0);
  remove_our_data ();
}

static void
test_directory_not_writable (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->directory, "other", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) denied = NULL;
  ino_t inode;

  bb_folder_write (fixture->path, "old");
  inode = status_of (fixture->path).st_ino;
  become_nobody (fixture);
  g_assert_cmpint (chmod (fixture->directory, 0555), ==, 0);
  assert_saves (fixture->path, "in place");
  g_assert_false (save_text (other, "x", BB_SAVE_DEFAULT, &error));
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_false (save_text (fixture->path, "x", BB_SAVE_DEFAULT, &denied));
  g_assert_cmpint (chmod (fixture->directory, 0755), ==, 0);
  become_root ();
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_DENIED);
  g_assert_error (denied, BB_SAVE_ERROR, BB_SAVE_ERROR_DENIED);
  g_assert_cmpuint (status_of (fixture->path).st_ino, ==, inode);
  bb_folder_assert_content (fixture->path, "in place");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The folder can be written, so a new file could take its place; whoever protected it does not want that. */
static void
test_write_protected (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  bb_folder_write (fixture->path, "signed");
  become_nobody (fixture);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_false (save_text (fixture->path, "x", BB_SAVE_DEFAULT, &error));
  become_root ();
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_DENIED);
  bb_folder_assert_content (fixture->path, "signed");
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->directory, "fifo", NULL);
  g_autofree char *absent = g_build_filename (fixture->directory, "absent", "x", NULL);
  g_autofree char *slash = g_strconcat (fixture->directory, "/", NULL);
  const char *const paths[] = { fixture->directory, slash, fifo, "/dev/zero", "/dev/null", "", absent };
  gint64 best = G_MAXINT64;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  /* A busy machine may keep it waiting once, not each time. */
  for (guint round = 0; round < 5 && best >= G_USEC_PER_SEC / 2; round++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 took;

      for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
        {
          int code = paths[i] == absent ? BB_SAVE_ERROR_FAILED : BB_SAVE_ERROR_NOT_REGULAR;
          g_autoptr (GError) error = NULL;

          g_assert_false (save_text (paths[i], "x", BB_SAVE_DEFAULT, &error));
          g_assert_error (error, BB_SAVE_ERROR, code);
        }
      took = g_get_monotonic_time () - start;
      best = MIN (best, took);
    }
  g_assert_cmpint (best, <, G_USEC_PER_SEC / 2);
}

static void
test_no_clobber (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->directory, "link", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) linked = NULL;

  g_assert_true (save_text (fixture->path, "first", BB_SAVE_NO_CLOBBER, NULL));
  g_assert_false (save_text (fixture->path, "second", BB_SAVE_NO_CLOBBER, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_false (save_text (link, "second", BB_SAVE_NO_CLOBBER, &linked));
  g_assert_error (linked, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS);
  bb_folder_assert_content (fixture->path, "first");
}

static gpointer
save_once (gpointer data)
{
  g_autofree char *text = g_strdup_printf ("%p", (void *) g_thread_self ());
  g_autoptr (GError) error = NULL;

  if (save_text (data, text, BB_SAVE_NO_CLOBBER, &error))
    return g_steal_pointer (&text);
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS);
  return NULL;
}

/* Many that want the same new name at once: one gets it, and its content is what stands there. */
static void
test_no_clobber_race (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *winner = NULL;
      GThread *threads[4];

      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("save", save_once, fixture->path);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autofree char *text = g_thread_join (threads[i]);

          if (text != NULL)
            {
              g_assert_null (winner);
              winner = g_steal_pointer (&text);
            }
        }
      g_assert_nonnull (winner);
      bb_folder_assert_content (fixture->path, winner);
      g_assert_cmpint (unlink (fixture->path), ==, 0);
    }
}

static gboolean
write_by_name (const char  *temporary,
               gpointer     user_data,
               GError     **error)
{
  bb_folder_write (temporary, user_data);
  return TRUE;
}

static gboolean
fail_by_name (const char  *temporary,
              gpointer     user_data,
              GError     **error)
{
  bb_folder_write (temporary, "half");
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "half");
  return FALSE;
}

static void
test_writer (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *second = g_build_filename (fixture->directory, "second", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failed = NULL;

  bb_save_with (fixture->path, write_by_name, (gpointer) "one", BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bb_folder_assert_content (fixture->path, "one");
  g_assert_cmpint (chmod (fixture->path, 0640), ==, 0);
  bb_save_with (fixture->path, write_by_name, (gpointer) "two", BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bb_folder_assert_content (fixture->path, "two");
  g_assert_cmpint (status_of (fixture->path).st_mode & 07777, ==, 0640);
  g_assert_false (bb_save_with (fixture->path, fail_by_name, NULL, BB_SAVE_DEFAULT, &failed));
  g_assert_error (failed, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  bb_folder_assert_content (fixture->path, "two");
  g_assert_cmpint (link (fixture->path, second), ==, 0);
  bb_save_with (fixture->path, write_by_name, (gpointer) "both", BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bb_folder_assert_content (second, "both");
}

static void
test_sweep (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *left = g_build_filename (fixture->directory, TEMPORARY "abc123", NULL);
  g_autofree char *foreign = g_build_filename (fixture->directory, TEMPORARY "abc1234", NULL);
  g_autofree char *link = g_build_filename (fixture->directory, TEMPORARY "abc124", NULL);

  bb_folder_write (left, "half");
  bb_folder_write (foreign, "somebody else's");
  g_assert_cmpint (symlink (foreign, link), ==, 0);
  assert_saves (fixture->path, "mine");
  g_assert_cmpuint (bb_save_sweep (fixture->directory), ==, 1);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  bb_folder_assert_content (foreign, "somebody else's");
  bb_folder_assert_content (fixture->path, "mine");
  g_assert_cmpuint (bb_save_sweep (fixture->directory), ==, 0);
  g_assert_cmpuint (bb_save_sweep ("/nowhere"), ==, 0);
  g_assert_cmpint (unlink (foreign), ==, 0);
  g_assert_cmpint (unlink (link), ==, 0);
}

/* Puts the time of a file well into the past, where its stamp is trusted. */
static void
set_time (const char *path,
          gint64      seconds)
{
  struct timespec times[2] = { { seconds, 0 }, { seconds, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_sweep_spares_the_living (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, TEMPORARY "abc123", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL, 0600);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_cmpuint (bb_save_sweep (fixture->directory), ==, 0);
  set_time (path, 1000000000);
  g_assert_cmpuint (bb_save_sweep (fixture->directory), ==, 0);
  close (fd);
  g_assert_cmpuint (bb_save_sweep (fixture->directory), ==, 1);
}

static void
test_stamp (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (GError) error = NULL;
  BbStamp stamp;

  g_assert_false (bb_stamp_take (fixture->path, bytes, &stamp, &error));
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_FAILED);
  assert_saves (fixture->path, "one");
  g_assert_true (bb_stamp_take (fixture->path, bytes, &stamp, NULL));
  g_assert_cmpuint (strlen (stamp.sha256), ==, 64);
  g_assert_false (bb_stamp_changed (fixture->path, &stamp));
  /* Rewritten at once, same size, same inode: a fresh time stamp is not trusted. */
  bb_folder_write (fixture->path, "two");
  g_assert_true (bb_stamp_changed (fixture->path, &stamp));
  bb_folder_write (fixture->path, "one");
  g_assert_false (bb_stamp_changed (fixture->path, &stamp));
  /* Touched, or another file with the same content: that is no change. */
  set_time (fixture->path, 1000000000);
  g_assert_true (bb_stamp_take (fixture->path, bytes, &stamp, NULL));
  set_time (fixture->path, 1000000001);
  g_assert_false (bb_stamp_changed (fixture->path, &stamp));
  assert_saves (fixture->path, "one");
  g_assert_false (bb_stamp_changed (fixture->path, &stamp));
  assert_saves (fixture->path, "longer");
  g_assert_true (bb_stamp_changed (fixture->path, &stamp));
  g_assert_cmpint (unlink (fixture->path), ==, 0);
  g_assert_true (bb_stamp_changed (fixture->path, &stamp));
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_true (bb_stamp_changed (fixture->path, &stamp));
}

static void
assert_not_read (const char *path,
                 int         code)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < 5 && best >= G_USEC_PER_SEC / 2; round++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 took;

      g_assert_null (bb_read_file (path, NULL, &error));
      took = g_get_monotonic_time () - start;
      best = MIN (best, took);
      g_assert_error (error, G_IO_ERROR, code);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
  g_assert_cmpint (best, <, G_USEC_PER_SEC / 2);
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
test_read_refusals (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->directory, "fifo", NULL);
  g_autofree char *link = g_build_filename (fixture->directory, "link", NULL);
  g_autofree char *server = g_build_filename (fixture->directory, "s", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", link), ==, 0);
  make_socket (server);
  assert_not_read (fixture->directory, G_IO_ERROR_IS_DIRECTORY);
  assert_not_read (fifo, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_not_read (link, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_not_read (server, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_not_read ("/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE);
  assert_not_read (fixture->path, G_IO_ERROR_NOT_FOUND);
  assert_not_read ("/dev/null/x", G_IO_ERROR_NOT_FOUND);
  assert_not_read ("", G_IO_ERROR_NOT_FOUND);
  bb_folder_write (fixture->path, "secret");
  become_nobody (fixture);
  g_assert_cmpint (chmod (fixture->path, 0), ==, 0);
  assert_not_read (fixture->path, G_IO_ERROR_PERMISSION_DENIED);
  become_root ();
}

static void
test_read_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  bb_folder_write (fixture->path, "");
  empty = bb_read_file (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_cmpint (truncate (fixture->path, BB_FILE_LIMIT), ==, 0);
  bytes = bb_read_file (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, BB_FILE_LIMIT);
  g_assert_cmpint (truncate (fixture->path, BB_FILE_LIMIT + 1), ==, 0);
  assert_not_read (fixture->path, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_cmpint (truncate (fixture->path, 10), ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (bb_read_file (fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *name,
     void (*run) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, run, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  add ("/save/new", test_new);
  add ("/save/keeps-attributes", test_keeps_attributes);
  add ("/save/symbolic-link", test_symbolic_link);
  add ("/save/hard-link", test_hard_link);
  add ("/save/long-name", test_long_name);
  add ("/save/directory-not-writable", test_directory_not_writable);
  add ("/save/write-protected", test_write_protected);
  add ("/save/refusals", test_refusals);
  add ("/save/no-clobber", test_no_clobber);
  add ("/save/no-clobber-race", test_no_clobber_race);
  add ("/save/writer", test_writer);
  add ("/save/sweep", test_sweep);
  add ("/save/sweep-spares-the-living", test_sweep_spares_the_living);
  add ("/stamp", test_stamp);
  add ("/read/refusals", test_read_refusals);
  add ("/read/limit", test_read_limit);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
