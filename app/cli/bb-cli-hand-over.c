/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include "util/bb-program.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define PROGRAM "bianbao-writer"

gboolean
bb_cli_writes_here (const char *output)
{
  int format = bb_export_format_for_name (output);

  return format < 0 || bb_export_is_here ((BbExportFormat) format);
}

int
bb_cli_hand_over (const char *command, const char *const *arguments)
{
  g_autofree char *program = bb_program_find ("cli", PROGRAM);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, (char *) "bianbao-cli");
  g_ptr_array_add (argv, (char *) command);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);
  execv (program, (char **) argv->pdata);
  return bb_cli_fail (_("the part of the program that draws and packs could not be started (%s); install the program again"), g_strerror (errno));
}
