/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The path of a file of the source tree's resources/. */
static inline char *
resource_path (const char *folder, const char *name)
{
  return g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "..", "..", "resources", folder, name, NULL);
}

/* The sample report that ships. */
static inline GBytes *
sample_bytes (void)
{
  g_autofree char *path = resource_path ("samples", "sample-2023.txt");
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}
