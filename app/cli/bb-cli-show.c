/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
print_notes (BbReport *report)
{
  GListModel *notes = bb_report_get_notes (report);
  gboolean first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      const char *place = bb_note_get_place (note);

      if (bb_note_get_dismissed (note))
        continue;
      if (first)
        bb_cli_print ("\n%s\n", _("Notes:"));
      first = FALSE;
      bb_cli_print ("- %s%s%s\n", place != NULL ? place : "", place != NULL ? ": " : "", bb_note_get_message (note));
    }
}

static int
show_text (const char *file, BbOpened *opened)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = bb_export_bytes (opened->report, BB_EXPORT_TEXT, &error);

  if (text == NULL)
    return bb_cli_fail ("%s: %s", file, error->message);
  bb_cli_print (_("File: %s (edition %s of the form)\n"), file, bb_report_get_form (opened->report)->id);
  if (opened->encoding_guessed)
    bb_cli_print (_("Encoding, guessed: %s\n"), opened->encoding);
  bb_cli_print ("\n");
  fwrite (g_bytes_get_data (text, NULL), 1, g_bytes_get_size (text), stdout);
  print_notes (opened->report);
  bb_cli_print ("\n");
  return BB_CLI_DONE;
}

static int
show_file (const char *file, BbOpenFlags flags, gboolean json)
{
  g_autoptr (BbOpened) opened = bb_cli_open (file, flags, json);
  g_autofree char *line = NULL;

  if (opened == NULL)
    return BB_CLI_FAILED;
  if (!json)
    return show_text (file, opened);
  line = bb_cli_show_json (file, opened);
  bb_cli_print ("%s\n", line);
  return BB_CLI_DONE;
}

int
bb_cli_show (const char *const *arguments)
{
  gboolean json = FALSE;
  gboolean as_read = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object a line"), NULL },
    { "as-read", 0, 0, G_OPTION_ARG_NONE, &as_read, N_("Align and deduce nothing"), NULL },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("show", entries, arguments, -1, &files, &status))
    return status;
  for (guint i = 0; files[i] != NULL; i++)
    {
      int one = show_file (files[i], as_read ? BB_OPEN_AS_READ : BB_OPEN_DEFAULT, json);

      status = MAX (status, one);
    }
  return status;
}
