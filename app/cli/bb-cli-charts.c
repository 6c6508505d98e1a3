/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (element-type BbReport) (nullable): %NULL when one could not be read, and that was said. */
static GPtrArray *
read_years (BbReport *report, const char *const *files)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (BbOpened) opened = bb_cli_open (files[i], BB_OPEN_DEFAULT, FALSE);

      if (opened == NULL)
        return NULL;
      if (bb_report_is_of_other_organisation (report, opened->report))
        /* Translators: 1: a file name, 2 and 3: names of organisations */
        bb_cli_warn (_("%1$s: this is a report of “%2$s”; it is shown in the charts of “%3$s”"), files[i],
                     bb_report_get_organisation (opened->report), bb_report_get_organisation (report));
      g_ptr_array_add (reports, g_object_ref (opened->report));
    }
  return g_steal_pointer (&reports);
}

/* Returns: (element-type BbChart) (nullable): %NULL when they would not show what was asked for, and that was said. */
static GPtrArray *
make_charts (BbReport *report, const char *const *files, const char *output)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_chart_free);
  g_autoptr (GPtrArray) years = read_years (report, files);

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

const BbCliCharts bb_cli_charts = { make_charts, write_chart };
