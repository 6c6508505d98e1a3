/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Generated reports as web pages, and as documents to compare with: FOLDER/<seed>.html and .bianbao, for judge-pdf-reader.py. */
#include "bb-generate.h"

#include <stdio.h>
#include <stdlib.h>

static gboolean
write_file (const char *folder, guint seed, const char *suffix, GBytes *bytes)
{
  g_autofree char *name = g_strdup_printf ("%02u%s", seed, suffix);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    return TRUE;
  fprintf (stderr, "%s: %s\n", path, error != NULL ? error->message : "the report could not be written");
  return FALSE;
}

int
main (int argc, char *argv[])
{
  if (argc != 3)
    {
      fprintf (stderr, "usage: %s FOLDER N\n", argv[0]);
      return 2;
    }
  for (guint seed = 0; seed < (guint) atoi (argv[2]); seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = seed == 0 ? bb_generate_sound ("2021") : seed == 1 ? bb_generate_sound ("2019") : bb_generate_random (random);
      g_autoptr (GBytes) page = bb_export_bytes (report, BB_EXPORT_HTML, NULL);
      g_autoptr (GBytes) document = bb_document_serialize (report);

      if (!write_file (argv[1], seed, ".html", page) || !write_file (argv[1], seed, ".bianbao", document))
        return 1;
    }
  return 0;
}
