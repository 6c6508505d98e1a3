/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>

int
bb_cli_convert (const char *const *arguments)
{
  gboolean force = FALSE;
  gboolean blank = FALSE;
  gboolean with_charts = FALSE;
  g_auto (GStrv) earlier = NULL;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Overwrite OUTPUT if it is there"), NULL },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_("Write the empty form of the same year, for others to fill in"), NULL },
    { "charts", 0, 0, G_OPTION_ARG_NONE, &with_charts, N_("Write charts of the applications (PNG and SVG) beside OUTPUT"), NULL },
    { "earlier", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &earlier, N_("Show the year of this report in the charts, too; may be given several times"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (BbOpened) opened = NULL;
  g_autoptr (BbReport) report = NULL;
  g_autoptr (GPtrArray) charts = NULL;
  BbSaveFlags flags;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("convert", entries, arguments, 2, &files, &status))
    return status;
  if (!bb_cli_can_write (files[1]))
    return BB_CLI_FAILED;
  /* Who names other years wants charts. */
  with_charts = with_charts || earlier != NULL;
  if (!bb_cli_writes_here (files[1]) || (with_charts && bb_cli_charts.make == NULL))
    return bb_cli_hand_over ("convert", arguments);
  opened = bb_cli_open (files[0], BB_OPEN_DEFAULT, FALSE);
  if (opened == NULL)
    return BB_CLI_FAILED;
  report = blank ? bb_export_blank_report (opened->report) : g_object_ref (opened->report);
  /* What can't be drawn is known before anything is written. */
  if (with_charts)
    charts = bb_cli_charts.make (report, (const char *const *) earlier, files[1]);
  if (with_charts && charts == NULL)
    return BB_CLI_FAILED;
  flags = force ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER;
  status = bb_cli_write (report, files[1], flags);
  for (guint i = 0; charts != NULL && i < charts->len && status == BB_CLI_DONE; i++)
    status = bb_cli_charts.write (g_ptr_array_index (charts, i), files[1], flags);
  return status;
}
