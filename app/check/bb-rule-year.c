/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-run.h"

/* The years as people read them: "2022, 2023". */
static const char *
list_years (BbRun *run, const BbYears *years)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < years->n_years; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? ", " : "", years->years[i]);
  return g_string_chunk_insert (run->strings, list->str);
}

static gboolean
agrees (const BbYears *years, int year)
{
  for (guint i = 0; i < years->n_years; i++)
    if (years->years[i] != year)
      return FALSE;
  return TRUE;
}

/* With no report year the title decides, with neither the first period that is named. */
static int
reference_year (const BbRun *run, BbWording *wording)
{
  int year = bb_report_get_year (run->report);

  *wording = BB_WORDING_YEAR_TEXT;
  if (year != 0)
    return year;
  *wording = BB_WORDING_YEAR_TEXT_TITLE;
  if (run->title_year != 0)
    return run->title_year;
  *wording = BB_WORDING_YEAR_TEXTS;
  for (guint s = 0; s < run->form->n_sections; s++)
    if (run->years[s].n_years > 0)
      return run->years[s].years[0];
  return 0;
}

void
bb_rule_year (BbRun *run, const BbRule *rule)
{
  BbWording wording;
  int year = reference_year (run, &wording);

  if (run->title_year != 0 && run->title_year != year)
    {
      g_autofree char *found = g_strdup_printf ("%d", run->title_year);
      BbFinding *finding = bb_run_add (run, rule, BB_WORDING_YEAR_TITLE, 0, "meta.title");

      finding->detail = g_string_chunk_insert (run->strings, found);
      finding->number = year;
    }
  for (guint s = 0; s < run->form->n_sections; s++)
    {
      BbFinding *finding;

      if (agrees (&run->years[s], year))
        continue;
      finding = bb_run_add (run, rule, wording, s, run->form->sections[s].id);
      finding->detail = list_years (run, &run->years[s]);
      finding->number = year;
    }
}
