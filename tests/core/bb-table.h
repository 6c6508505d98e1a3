/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* Cases as data: tab-separated files in tests/data, one case a line, `#` begins a comment line. */

/* What \t, \n, \\, \uXXXX and \e (the empty text) stand for in a place of a table. */
static inline char *
bb_table_unescape (const char *text)
{
  GString *result = g_string_new (NULL);

  while (*text != '\0')
    {
      if (*text != '\\')
        g_string_append_c (result, *text++);
      else if (text[1] == 'u' && strlen (text) >= 6)
        {
          char digits[5] = { text[2], text[3], text[4], text[5], '\0' };

          g_string_append_unichar (result, strtoul (digits, NULL, 16));
          text += 6;
        }
      else
        {
          if (text[1] == 't' || text[1] == 'n' || text[1] == 'r')
            g_string_append_c (result, text[1] == 't' ? '\t' : text[1] == 'n' ? '\n' : '\r');
          else if (text[1] != 'e')
            g_string_append_c (result, text[1]);
          text += 2;
        }
    }
  return g_string_free (result, FALSE);
}

typedef void (*BbTableCase) (const char *const *places, guint line);

/* Calls @run for each case of tests/data/@name; a case with another number of places than @n_places fails. Returns how many there were. */
static inline guint
bb_table_run (const char *name,
              guint       n_places,
              BbTableCase run)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_cases = 0;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) places = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (g_strv_length (places) != n_places)
        g_error ("%s:%u: %u places, not %u", name, i + 1, g_strv_length (places), n_places);
      for (guint j = 0; places[j] != NULL; j++)
        {
          char *plain = bb_table_unescape (places[j]);

          g_free (places[j]);
          places[j] = plain;
        }
      run ((const char *const *) places, i + 1);
      n_cases++;
    }
  return n_cases;
}
