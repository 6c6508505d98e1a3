/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-program.h"

/* In a build tree the program stands beside those that use it, wherever the tree was moved. */
static char *
find_built (const char *self,
            const char *room,
            const char *program)
{
  g_autofree char *folder = g_path_get_dirname (self);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *info = g_build_filename (folder, "meson-info", NULL);
      g_autofree char *parent = g_path_get_dirname (folder);

      if (g_file_test (info, G_FILE_TEST_IS_DIR))
        return g_build_filename (folder, "app", room, program, NULL);
      g_free (g_steal_pointer (&folder));
      folder = g_steal_pointer (&parent);
    }
  return NULL;
}

/* The installed one may have been moved with the program that asks, as packages are before they are packed. */
static char *
find_installed (const char *self,
                const char *program)
{
  g_autofree char *folder = g_path_get_dirname (self);
  const char *const from[] = { "", BB_LIBEXEC_FROM_BIN };

  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    {
      g_autofree char *path = g_build_filename (folder, from[i], program, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }
  return g_build_filename (BB_LIBEXECDIR, program, NULL);
}

char *
bb_program_find (const char *room,
                 const char *program)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *built = self != NULL ? find_built (self, room, program) : NULL;

  return built != NULL ? built : find_installed (self != NULL ? self : "/usr/bin/bianbao", program);
}
