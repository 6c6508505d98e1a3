/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/bb-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const BbCliCommand commands[] = {
  { "show", N_("[--json] [--as-read] FILE…"), N_("Read files and print the reports"), bb_cli_show },
  { "check", N_("[--json] [--last-year FILE] FILE…"), N_("Read files, run every rule and print the issues"), bb_cli_check },
  { "convert", N_("[--force] INPUT OUTPUT"), N_("Read a file and write it in another format"), bb_cli_convert },
  { "new", N_("--organisation NAME --year N [--from LAST] OUTPUT"), N_("Write a blank report, or next year’s from last year’s"), bb_cli_new },
};

static void
print_help (void)
{
  g_autofree char *suffixes = bb_cli_list_suffixes ();

  bb_cli_print ("%s\n\n", _("Usage: bianbao-cli COMMAND …"));
  bb_cli_print ("%s\n", _("Annual reports on government information disclosure: read, check, convert."));
  bb_cli_print ("\n%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    bb_cli_print ("  bianbao-cli %s %s\n      %s\n", commands[i].name, _(commands[i].arguments), _(commands[i].summary));
  bb_cli_print ("\n%s\n", _("“bianbao-cli COMMAND --help” tells more."));
  bb_cli_print (_("Reads old reports of all usual kinds; writes %s."), suffixes);
  bb_cli_print ("\n");
  bb_cli_print ("%s\n", _("Exit status: 0 done, 1 errors found by check, 2 could not be done."));
}

static int
run (int argc, char **argv)
{
  if (argc < 2)
    return bb_cli_fail (_("say what to do, for example “bianbao-cli check FILE”; “bianbao-cli --help” tells more"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run ((const char *const *) argv + 2);
  if (strcmp (argv[1], "--version") == 0)
    bb_cli_print ("bianbao-cli %s\n", BB_VERSION);
  else if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    print_help ();
  else if (!g_utf8_validate (argv[1], -1, NULL))
    return bb_cli_fail (_("the first argument is not UTF-8"));
  else
    return bb_cli_fail (_("there is no command “%s”; “bianbao-cli --help” lists them"), argv[1]);
  return BB_CLI_DONE;
}

int
main (int argc, char **argv)
{
  int status;

  bb_i18n_init ();
  status = run (argc, argv);
  /* What could not be written was not done. */
  if (fflush (stdout) != 0 || ferror (stdout))
    return bb_cli_fail (_("the output could not be written"));
  return status;
}
