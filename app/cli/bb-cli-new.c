/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>

static gboolean
check_values (const char *organisation, int year)
{
  int first = bb_form_list ()[0]->first_year;
  g_autofree char *name = NULL;

  if (organisation == NULL || !g_utf8_validate (organisation, -1, NULL))
    {
      bb_cli_fail (_("the organisation is missing or not UTF-8 (--organisation NAME)"));
      return FALSE;
    }
  name = bb_text_trim (organisation);
  if (*name == '\0')
    {
      bb_cli_fail (_("the organisation is empty (--organisation NAME)"));
      return FALSE;
    }
  if (year < first || year > 9999)
    {
      bb_cli_fail (_("the report year is missing or no year from %d on (--year N)"), first);
      return FALSE;
    }
  return TRUE;
}

/* Organisation and year may be left out where last year's report names them. */
static BbReport *
make_next (const char *from, const char *organisation, int year)
{
  g_autoptr (BbOpened) last = bb_cli_open (from, BB_OPEN_DEFAULT, FALSE);
  g_autofree char *name = NULL;

  if (last == NULL)
    return NULL;
  if (organisation == NULL)
    organisation = bb_report_get_organisation (last->report);
  if (year == 0 && bb_report_get_year (last->report) != 0)
    year = bb_report_get_year (last->report) + 1;
  if (!check_values (organisation, year))
    return NULL;
  name = bb_text_trim (organisation);
  return bb_next_year_new (last->report, name, year);
}

static BbReport *
make_blank (const char *organisation, int year)
{
  g_autofree char *name = NULL;
  g_autofree char *digits = NULL;
  BbReport *report;

  if (!check_values (organisation, year))
    return NULL;
  name = bb_text_trim (organisation);
  digits = g_strdup_printf ("%d", year);
  report = bb_report_new (bb_form_for_year (year));
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), name, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), digits, BB_ORIGIN_TYPED);
  return report;
}

int
bb_cli_new (const char *const *arguments)
{
  g_autofree char *organisation = NULL;
  g_autofree char *from = NULL;
  g_auto (GStrv) unit_files = NULL;
  g_autoptr (GPtrArray) units = NULL;
  guint open = 0;
  int year = 0;
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation, N_("The organisation that reports"), N_("NAME") },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("The report year; the edition of the form follows from it"), N_("N") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("Begin with what last year’s report says"), N_("FILE") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &unit_files, N_("Fill in the sum of the reports of units; once for each"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (BbReport) report = NULL;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("new", entries, arguments, 1, &files, &status))
    return status;
  if (!bb_cli_can_write (files[0]))
    return BB_CLI_FAILED;
  if (!bb_cli_writes_here (files[0]))
    return bb_cli_hand_over ("new", arguments);
  report = from != NULL ? make_next (from, organisation, year) : make_blank (organisation, year);
  if (report == NULL)
    return BB_CLI_FAILED;
  units = bb_cli_open_units ((const char *const *) unit_files, FALSE);
  if (units == NULL || !bb_cli_add_units (report, units, (const char *const *) unit_files))
    return BB_CLI_FAILED;
  bb_units_fill (report, &open);
  if (open > 0)
    bb_cli_warn (ngettext ("%u cell is blank: a unit has no number there", "%u cells are blank: a unit has no number there", open), open);
  return bb_cli_write (report, files[0], BB_SAVE_NO_CLOBBER);
}
