/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-save.h>

#include "bb-folder.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What saving must survive: being killed at any moment, and a full disk. */

#define TEMPORARY ".~bianbao-"
#define KILLS 200
#define KILLS_LINK 60
#define KILLS_IN_PLACE 60
#define CONTENT_SIZE (96 * 1024)
#define SMALL_DISK "size=256k"
#define SMALL_LIMIT (128 * 1024)

static char *folder;

static GBytes *
make_content (char letter,
              gsize size)
{
  char *content = g_malloc (size);

  memset (content, letter, size);
  return g_bytes_new_take (content, size);
}

/* Saves two contents in turn for ever, after one byte through @ready. */
static void
save_for_ever (const char *path,
               int         ready)
{
  GBytes *contents[] = { make_content ('a', CONTENT_SIZE), make_content ('b', CONTENT_SIZE / 2) };

  for (guint i = 0;; i++)
    {
      if (!bb_save_bytes (path, contents[i % 2], BB_SAVE_DEFAULT, NULL))
        _exit (1);
      if (i == 0 && write (ready, "", 1) != 1)
        _exit (1);
    }
}

static void
kill_one (const char *path)
{
  int ends[2];
  char byte;
  int status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    save_for_ever (path, ends[1]);
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  g_usleep (g_test_rand_int_range (0, 6000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static gboolean
is_complete (const char *path)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (content[i] != content[0])
      return FALSE;
  return (length == CONTENT_SIZE && content[0] == 'a') || (length == CONTENT_SIZE / 2 && content[0] == 'b');
}

static char *
make_directory (const char *name)
{
  char *directory = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir (directory, 0755), ==, 0);
  return directory;
}

static void
test_kill (void)
{
  g_autofree char *directory = make_directory ("kill");
  g_autofree char *path = g_build_filename (directory, "file", NULL);
  guint n_left;

  for (guint i = 0; i < KILLS; i++)
    {
      kill_one (path);
      g_assert_true (is_complete (path));
    }
  n_left = bb_folder_count (directory, TEMPORARY);
  g_test_message ("%u of %u kills left a temporary file", n_left, KILLS);
  /* Else the kills never hit a save, and this test shows nothing. */
  g_assert_cmpuint (n_left, >, 0);
  g_assert_cmpuint (bb_save_sweep (directory), ==, n_left);
  g_assert_cmpuint (bb_folder_count (directory, ""), ==, 1);
}

static void
test_kill_through_link (void)
{
  g_autofree char *directory = make_directory ("link");
  g_autofree char *elsewhere = make_directory ("elsewhere");
  g_autofree char *path = g_build_filename (elsewhere, "file", NULL);
  g_autofree char *link = g_build_filename (directory, "link", NULL);

  bb_folder_write (path, "old");
  g_assert_cmpint (symlink ("../elsewhere/file", link), ==, 0);
  for (guint i = 0; i < KILLS_LINK; i++)
    {
      kill_one (link);
      g_assert_true (is_complete (path));
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
    }
  bb_save_sweep (elsewhere);
  g_assert_cmpuint (bb_folder_count (elsewhere, ""), ==, 1);
  g_assert_cmpuint (bb_folder_count (directory, ""), ==, 1);
}

/* The only copies in the directory that are no temporary files: complete by construction. */
static gboolean
has_complete_copy (const char *saving)
{
  g_autoptr (GDir) directory = g_dir_open (saving, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (saving, name, NULL);

      if (!g_str_has_prefix (name, TEMPORARY) && is_complete (path))
        return TRUE;
    }
  return FALSE;
}

/* A hard-linked file is rewritten: it may be torn, but then a complete copy is there. */
static void
test_kill_in_place (void)
{
  g_autofree char *directory = make_directory ("hard");
  g_autofree char *path = g_build_filename (directory, "file", NULL);
  g_autofree char *second = g_build_filename (directory, "second", NULL);
  g_autofree char *saving = g_build_filename (g_get_user_data_dir (), "bianbao", "saving", NULL);

  bb_folder_write (path, "old");
  g_assert_cmpint (link (path, second), ==, 0);
  for (guint i = 0; i < KILLS_IN_PLACE; i++)
    {
      kill_one (path);
      g_assert_true (is_complete (path) || has_complete_copy (saving));
      if (g_file_test (saving, G_FILE_TEST_IS_DIR))
        bb_folder_remove (saving);
    }
}

static void
assert_no_space (GError *error)
{
  g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "not enough space"));
  g_assert_nonnull (strstr (error->message, "another place"));
}

static gboolean
write_by_name (const char  *temporary,
               gpointer     user_data,
               GError     **error)
{
  FILE *stream = g_fopen (temporary, "wb");
  gsize size = g_bytes_get_size (user_data);
  gboolean done = fwrite (g_bytes_get_data (user_data, NULL), 1, size, stream) == size;

  done = fclose (stream) == 0 && done;
  if (!done)
    g_set_error_literal (error, BB_SAVE_ERROR, BB_SAVE_ERROR_NO_SPACE, "not enough space; another place");
  return done;
}

/* Everything that is written here must fail for want of space and leave things as they were. */
static void
assert_survives_full (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "file", NULL);
  g_autofree char *fresh = g_build_filename (directory, "fresh", NULL);
  g_autofree char *second = g_build_filename (directory, "second", NULL);
  g_autoptr (GBytes) large = make_content ('z', 4 * SMALL_LIMIT);
  const char *const targets[] = { path, fresh };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) by_name = NULL;

      g_assert_false (bb_save_bytes (targets[i], large, BB_SAVE_DEFAULT, &error));
      assert_no_space (error);
      g_assert_false (bb_save_with (targets[i], write_by_name, large, BB_SAVE_DEFAULT, &by_name));
      assert_no_space (by_name);
    }
  bb_folder_assert_content (path, "the old report");
  g_assert_cmpuint (bb_folder_count (directory, ""), ==, 1);
  g_assert_cmpint (link (path, second), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bb_save_bytes (path, large, BB_SAVE_DEFAULT, &error));
      assert_no_space (error);
      bb_folder_assert_content (second, "the old report");
    }
  g_assert_cmpuint (bb_folder_count (directory, ""), ==, 2);
}

static void
fill_disk (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "file", NULL);

  bb_folder_write (path, "the old report");
}

static gboolean
mount_small_disk (const char *directory)
{
  return unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("bianbao-test", directory, "tmpfs", 0, SMALL_DISK) == 0;
}

static void
test_full_disk (void)
{
  g_autofree char *directory = make_directory ("disk");

  if (!mount_small_disk (directory))
    {
      g_test_skip ("a small disk can't be mounted here; /save/file-size-limit shows the same");
      return;
    }
  fill_disk (directory);
  assert_survives_full (directory);
  g_assert_cmpint (umount (directory), ==, 0);
}

static void
test_file_size_limit (void)
{
  g_autofree char *directory = make_directory ("limit");
  g_autofree char *saving = g_build_filename (g_get_user_data_dir (), "bianbao", "saving", NULL);
  struct rlimit before;
  struct rlimit small;

  fill_disk (directory);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { SMALL_LIMIT, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_survives_full (directory);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpuint (bb_folder_count (saving, ""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/save/kill", test_kill);
  g_test_add_func ("/save/kill-through-link", test_kill_through_link);
  g_test_add_func ("/save/kill-in-place", test_kill_in_place);
  g_test_add_func ("/save/full-disk", test_full_disk);
  g_test_add_func ("/save/file-size-limit", test_file_size_limit);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
