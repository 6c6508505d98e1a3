/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>

/* Words for people; the contract's own words are bb_severity_to_string(). */
static const char *
severity_word (BbSeverity severity)
{
  static const char *const words[] = { N_("hint"), N_("warning"), N_("error") };

  return _(words[severity]);
}

static void
print_notes (BbReport *report)
{
  GListModel *notes = bb_report_get_notes (report);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      const char *place = bb_note_get_place (note);

      if (bb_note_get_dismissed (note) || bb_cli_is_finding (report, note))
        continue;
      bb_cli_print ("  %s  %s%s%s\n", _("note"), place != NULL ? place : "", place != NULL ? ": " : "", bb_note_get_message (note));
    }
}

static void
print_acceptance (BbIssue *issue)
{
  const char *reason = bb_issue_get_reason (issue);

  if (bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_VALID)
    bb_cli_print (_("      accepted: %s\n"), reason);
  else if (bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_STALE)
    bb_cli_print (_("      accepted once for other figures: %s\n"), reason);
}

static void
print_text (const char *file, BbReport *report, BbChecker *checker)
{
  guint errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);
  guint warnings = bb_checker_count (checker, -1, BB_SEVERITY_WARNING);
  g_autofree char *error_text = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *warning_text = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);

  /* Translators: a file, "2 errors", "1 warning". */
  bb_cli_print (_("%s: %s, %s\n"), file, error_text, warning_text);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);
      guint n_fixes = 0;
      const BbFix *fixes = bb_issue_get_fixes (issue, &n_fixes);

      bb_cli_print ("  %s  %s [%s]\n", severity_word (bb_issue_get_severity (issue)), bb_issue_get_message (issue), bb_issue_get_rule_id (issue));
      print_acceptance (issue);
      for (guint j = 0; j < n_fixes; j++)
        bb_cli_print ("      → %s\n", fixes[j].label);
    }
  print_notes (report);
}

/*
 * @last: (nullable): the report of the year before; it takes the place of the one that the file itself keeps.
 * @units: (element-type BbOpened): the reports of its units, read from @unit_files, beside those that the file itself keeps
 */
static int
check_file (const char *file, BbReport *last, GPtrArray *units, const char *const *unit_files, gboolean json)
{
  g_autoptr (BbOpened) opened = bb_cli_open (file, BB_OPEN_DEFAULT, json);
  g_autoptr (BbChecker) checker = NULL;

  if (opened == NULL)
    return BB_CLI_FAILED;
  if (last != NULL)
    bb_last_year_set (opened->report, last);
  if (!bb_cli_add_units (opened->report, units, unit_files))
    return BB_CLI_FAILED;
  checker = bb_checker_new (opened->report, BB_CHECK_COMPLETE);
  if (json)
    {
      g_autofree char *line = bb_cli_check_json (file, opened->report, checker);

      bb_cli_print ("%s\n", line);
    }
  else
    print_text (file, opened->report, checker);
  return bb_checker_count (checker, -1, BB_SEVERITY_ERROR) > 0 ? BB_CLI_ERRORS_FOUND : BB_CLI_DONE;
}

int
bb_cli_check (const char *const *arguments)
{
  g_autofree char *last_year = NULL;
  g_auto (GStrv) unit_files = NULL;
  g_autoptr (BbOpened) last = NULL;
  g_autoptr (GPtrArray) units = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object a line"), NULL },
    { "last-year", 0, 0, G_OPTION_ARG_FILENAME, &last_year, N_("Compare with the report of the year before"), N_("FILE") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &unit_files, N_("Compare with the sum of the reports of units; once for each"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  int status = BB_CLI_DONE;

  if (!bb_cli_parse ("check", entries, arguments, -1, &files, &status))
    return status;
  if (last_year != NULL)
    last = bb_cli_open (last_year, BB_OPEN_DEFAULT, json);
  units = bb_cli_open_units ((const char *const *) unit_files, json);
  if ((last_year != NULL && last == NULL) || units == NULL)
    return BB_CLI_FAILED;
  for (guint i = 0; files[i] != NULL; i++)
    {
      int one = check_file (files[i], last != NULL ? last->report : NULL, units,
                            (const char *const *) unit_files, json);

      status = MAX (status, one);
    }
  return status;
}
