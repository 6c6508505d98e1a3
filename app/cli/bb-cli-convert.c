/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Earlier years in the order they were named. Returns: whether all could be read. */
static gboolean
add_years (BbChart *chart, const char *const *files)
{
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (BbOpened) opened = bb_cli_open (files[i], BB_OPEN_DEFAULT, FALSE);

      if (opened == NULL)
        return FALSE;
      if (!bb_chart_add_report (chart, opened->report))
        {
          bb_cli_fail (_("%s: the charts show this year already, or as many years as they can"), files[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static int
write_chart (const BbChart *chart, const char *output, BbSaveFlags flags)
{
  g_autofree char *base = g_strndup (output, (gsize) (strrchr (output, '.') - output));
  g_auto (GStrv) paths = bb_chart_file_names (chart, base);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!bb_chart_save (chart, paths[i], flags, &error))
        return bb_cli_fail ("%s", error->message);
    }
  return BB_CLI_DONE;
}

static int
write_charts (BbReport *report, const char *const *earlier, const char *output, BbSaveFlags flags)
{
  for (guint kind = 0; kind < BB_N_CHARTS; kind++)
    {
      g_autoptr (BbChart) chart = bb_chart_new ((BbChartKind) kind, report);

      if (!bb_chart_has_figures (chart))
        return bb_cli_fail (_("%s: the report has no figures for the chart “%s”"), output, bb_chart_get_title (chart));
      if (!add_years (chart, earlier) || write_chart (chart, output, flags) != BB_CLI_DONE)
        return BB_CLI_FAILED;
    }
  return BB_CLI_DONE;
}

int
bb_cli_convert (const char *const *arguments)
{
  gboolean force = FALSE;
  gboolean blank = FALSE;
  gboolean charts = FALSE;
  g_auto (GStrv) earlier = NULL;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Overwrite OUTPUT if it is there"), NULL },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_("Write the empty form of the same year, for others to fill in"), NULL },
    { "charts", 0, 0, G_OPTION_ARG_NONE, &charts, N_("Write charts of the applications (PNG and SVG) beside OUTPUT"), NULL },
    { "earlier", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &earlier, N_("Show the year of this report in the charts, too; may be given several times"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (BbOpened) opened = NULL;
  g_autoptr (BbReport) report = NULL;
  BbSaveFlags flags;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("convert", entries, arguments, 2, &files, &status))
    return status;
  if (!bb_cli_can_write (files[1]))
    return BB_CLI_FAILED;
  opened = bb_cli_open (files[0], BB_OPEN_DEFAULT, FALSE);
  if (opened == NULL)
    return BB_CLI_FAILED;
  report = blank ? bb_export_blank_report (opened->report) : g_object_ref (opened->report);
  flags = force ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER;
  status = bb_cli_write (report, files[1], flags);
  if (status == BB_CLI_DONE && charts)
    status = write_charts (report, (const char *const *) earlier, files[1], flags);
  return status;
}
