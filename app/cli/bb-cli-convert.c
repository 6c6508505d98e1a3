/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (element-type BbReport) (nullable): %NULL when one could not be read, and that was said. */
static GPtrArray *
read_years (const char *const *files)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (BbOpened) opened = bb_cli_open (files[i], BB_OPEN_DEFAULT, FALSE);

      if (opened == NULL)
        return NULL;
      g_ptr_array_add (reports, g_object_ref (opened->report));
    }
  return g_steal_pointer (&reports);
}

/* Returns: (element-type BbChart) (nullable): %NULL when they would not show what was asked for, and that was said. */
static GPtrArray *
make_charts (BbReport *report, const char *const *files, const char *output)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_chart_free);
  g_autoptr (GPtrArray) years = read_years (files);

  for (guint kind = 0; years != NULL && kind < BB_N_CHARTS; kind++)
    {
      BbChart *chart = bb_chart_new ((BbChartKind) kind, report);

      g_ptr_array_add (charts, chart);
      if (!bb_chart_has_figures (chart))
        {
          bb_cli_fail (_("%s: the report has no figures for the chart “%s”"), output, bb_chart_get_title (chart));
          return NULL;
        }
      for (guint i = 0; i < years->len; i++)
        if (!bb_chart_add_report (chart, g_ptr_array_index (years, i)))
          {
            bb_cli_fail (_("%s: the charts show this year already, or as many years as they can"), files[i]);
            return NULL;
          }
    }
  return years != NULL ? g_steal_pointer (&charts) : NULL;
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
  opened = bb_cli_open (files[0], BB_OPEN_DEFAULT, FALSE);
  if (opened == NULL)
    return BB_CLI_FAILED;
  report = blank ? bb_export_blank_report (opened->report) : g_object_ref (opened->report);
  /* What can't be drawn is known before anything is written. Who names other years wants charts. */
  with_charts = with_charts || earlier != NULL;
  if (with_charts)
    charts = make_charts (report, (const char *const *) earlier, files[1]);
  if (with_charts && charts == NULL)
    return BB_CLI_FAILED;
  flags = force ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER;
  status = bb_cli_write (report, files[1], flags);
  for (guint i = 0; charts != NULL && i < charts->len && status == BB_CLI_DONE; i++)
    status = write_chart (g_ptr_array_index (charts, i), files[1], flags);
  return status;
}
