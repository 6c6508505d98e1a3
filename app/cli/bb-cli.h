/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/** Exit statuses of the contract. */
enum
{
  BB_CLI_DONE = 0,
  BB_CLI_ERRORS_FOUND = 1,
  BB_CLI_FAILED = 2
};

/**
 * BbCliCommand: one subcommand.
 * @arguments: what stands behind the options in its help
 * @run: gets the arguments behind the subcommand's name; returns the exit status
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (const char *const *arguments);
} BbCliCommand;

int bb_cli_show (const char *const *arguments);
int bb_cli_check (const char *const *arguments);
int bb_cli_convert (const char *const *arguments);
int bb_cli_new (const char *const *arguments);

/**
 * bb_cli_parse: reads the options of subcommand @name.
 * @entries: options, without --help and the rest, which are added
 * @n_files: how many arguments must remain, -1 for one or more
 * @files: (out) (transfer full): the remaining arguments
 * @status: (out): the exit status when the call is over: help was printed, or the usage was wrong and that was said
 *
 * Returns: whether to go on
 */
gboolean bb_cli_parse (const char *name, const GOptionEntry *entries, const char *const *arguments, int n_files, char ***files, int *status);

/** bb_cli_print: UTF-8 bytes to standard output whatever the locale is. */
void bb_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** bb_cli_fail: one line to standard error: "bianbao-cli: …". Returns: %BB_CLI_FAILED. */
int bb_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** bb_cli_warn: the same for what does not stop the work. */
void bb_cli_warn (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** bb_cli_open: reads a file, whose name must be UTF-8; on failure says so on standard error, as JSON on standard output too when @json. */
BbOpened *bb_cli_open (const char *file, BbOpenFlags flags, gboolean json);
/** bb_cli_write: writes a report in the format that the suffix of @output names; on failure says so. */
int bb_cli_write (BbReport *report, const char *output, BbSaveFlags flags);
/** bb_cli_can_write: whether the name is UTF-8 and a writer knows the suffix; if not says so on standard error. */
gboolean bb_cli_can_write (const char *output);
/** bb_cli_list_suffixes: Returns: (transfer full): of all formats that are written, with spaces between. */
char *bb_cli_list_suffixes (void);

/** bb_cli_writes_here: whether this program has the writer for @output; else bb_cli_hand_over(). */
gboolean bb_cli_writes_here (const char *output);
/**
 * bb_cli_hand_over: this process becomes bianbao-writer, which does the same with the libraries that drawing and packing take.
 * Before anything was printed. Returns: only when that could not be started, and it was said: %BB_CLI_FAILED.
 */
int bb_cli_hand_over (const char *command, const char *const *arguments);

/**
 * BbCliCharts: charts beside what is written; %NULL both in bianbao-cli, which hands over what wants them.
 * @make: @files: (nullable): of the years to show, too; returns (element-type BbChart) (nullable): %NULL when they would not show
 *   what was asked for, and that was said
 * @write: returns the exit status
 */
typedef struct
{
  GPtrArray *(*make) (BbReport *report, const char *const *files, const char *output);
  int (*write) (const BbChart *chart, const char *output, BbSaveFlags flags);
} BbCliCharts;

extern const BbCliCharts bb_cli_charts;

/**
 * bb_cli_open_units: @files: (nullable) (array zero-terminated=1): the reports of units
 * Returns: (transfer full) (nullable) (element-type BbOpened): in their order; %NULL when one could not be read, and that was said
 */
GPtrArray *bb_cli_open_units (const char *const *files, gboolean json);
/**
 * bb_cli_add_units: keeps @units, read from @files, beside @report; says on standard error when one takes the place of another.
 * Returns: %FALSE when one has no place there, and that was said
 */
gboolean bb_cli_add_units (BbReport *report, GPtrArray *units, const char *const *files);

/** bb_cli_show_json: the line that `show --json` prints for a file, without the line break. */
char *bb_cli_show_json (const char *file, BbOpened *opened);
/** bb_cli_check_json: the line that `check --json` prints. */
char *bb_cli_check_json (const char *file, BbReport *report, BbChecker *checker);
/** bb_cli_error_json: the line for a file that could not be read. */
char *bb_cli_error_json (const char *file, const char *message);
/** bb_cli_is_finding: whether a note is shown as an issue by the checker (its id is a rule). */
gboolean bb_cli_is_finding (BbReport *report, BbNote *note);

G_END_DECLS
