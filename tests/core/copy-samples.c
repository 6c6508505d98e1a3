/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of every table of both editions, as they stand on a clipboard: FOLDER/<edition>-<table>.html, for judge-copies.py. */
#include "bb-generate.h"

#include <stdio.h>

static gboolean
write_copy (BbReport *report, guint table, const char *folder)
{
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (BbCopy) copy = bb_copy_table (report, table, NULL);
  g_autofree char *name = g_strdup_printf ("%s-%s.html", form->id, form->tables[table].id);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, copy->html, -1, &error))
    return TRUE;
  fprintf (stderr, "%s\n", error->message);
  return FALSE;
}

int
main (int argc, char *argv[])
{
  if (argc != 2)
    {
      fprintf (stderr, "usage: %s FOLDER\n", argv[0]);
      return 2;
    }
  for (guint i = 0; bb_form_list ()[i] != NULL; i++)
    {
      g_autoptr (BbReport) report = bb_generate_sound (bb_form_list ()[i]->id);

      for (guint table = 0; table < bb_form_list ()[i]->n_tables; table++)
        if (!write_copy (report, table, argv[1]))
          return 1;
    }
  return 0;
}
