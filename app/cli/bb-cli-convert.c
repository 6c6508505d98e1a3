/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>

int
bb_cli_convert (const char *const *arguments)
{
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Overwrite OUTPUT if it is there"), NULL },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (BbOpened) opened = NULL;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("convert", entries, arguments, 2, &files, &status))
    return status;
  if (!bb_cli_can_write (files[1]))
    return BB_CLI_FAILED;
  opened = bb_cli_open (files[0], BB_OPEN_DEFAULT, FALSE);
  if (opened == NULL)
    return BB_CLI_FAILED;
  return bb_cli_write (opened->report, files[1], force ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER);
}
