/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>

int
bb_cli_convert (const char *const *arguments)
{
  gboolean force = FALSE;
  gboolean blank = FALSE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Overwrite OUTPUT if it is there"), NULL },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_("Write the empty form of the same year, for others to fill in"), NULL },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (BbOpened) opened = NULL;
  g_autoptr (BbReport) report = NULL;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("convert", entries, arguments, 2, &files, &status))
    return status;
  if (!bb_cli_can_write (files[1]))
    return BB_CLI_FAILED;
  opened = bb_cli_open (files[0], BB_OPEN_DEFAULT, FALSE);
  if (opened == NULL)
    return BB_CLI_FAILED;
  report = blank ? bb_export_blank_report (opened->report) : g_object_ref (opened->report);
  return bb_cli_write (report, files[1], force ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER);
}
