/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <ftw.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Tests that write files: a folder of their own, which holds the user's data directory too. */

static inline int
bb_folder_remove_one (const char        *path,
                      const struct stat *status,
                      int                type,
                      struct FTW        *walk)
{
  return remove (path);
}

static inline void
bb_folder_remove (const char *path)
{
  g_assert_cmpint (nftw (path, bb_folder_remove_one, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
}

/* Call before anything asks GLib for the user's directories. Returns: (transfer full) */
static inline char *
bb_folder_make (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("bianbao-test-XXXXXX", &error);
  g_autofree char *data = NULL;

  g_assert_no_error (error);
  data = g_build_filename (path, "data", NULL);
  g_assert_cmpint (g_mkdir (data, 0700), ==, 0);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  return path;
}

static inline void
bb_folder_write (const char *path,
                 const char *content)
{
  FILE *stream = g_fopen (path, "wb");

  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (content, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static inline void
bb_folder_assert_content (const char *path,
                          const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

/* How many entries of @path begin with @prefix. */
static inline guint
bb_folder_count (const char *path,
                 const char *prefix)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}
