/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sound report with each of its figures changed in turn. What has to be found is computed here, from the relations as
 * form.md publishes them and with plain arithmetic: neither the definition's equations nor the checker has a say in it.
 */
#include "bb-generate.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* *INDENT-OFF* */
static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other", "total", NULL };
static const char *const applicants[] = { "natural", "business", "research", "charity", "legal", "other", NULL };
static const char *const results_2021[] = {
  "granted", "partial", "deny.1", "deny.2", "deny.3", "deny.4", "deny.5", "deny.6", "deny.7", "deny.8", "unable.1", "unable.2",
  "unable.3", "refuse.1", "refuse.2", "refuse.3", "refuse.4", "refuse.5", "other.1", "other.2", "other.3", NULL
};
static const char *const results_2019[] = {
  "granted", "partial", "deny.1", "deny.2", "deny.3", "deny.4", "deny.5", "deny.6", "deny.7", "deny.8", "unable.1", "unable.2",
  "unable.3", "refuse.1", "refuse.2", "refuse.3", "refuse.4", "refuse.5", "other", NULL
};
static const char *const beginnings[] = { "new", "carried_in", NULL };
static const char *const endings[] = { "total", "carried_out", NULL };
static const char *const groups[] = { "review", "direct", "after_review", NULL };
static const char *const outcomes[] = { "upheld", "corrected", "other", "pending", NULL };
/* *INDENT-ON* */

/* ---- what plain arithmetic says ---- */

typedef struct
{
  GString *cells;
  gint64 sum;
} Side;

static void
side_add (Side *side, BbReport *report, const char *first, const char *second, const char *third)
{
  g_autofree char *id = g_strjoin (".", first, second, third, NULL);
  BbField *field = bb_report_find_field (report, id);

  g_assert_nonnull (field);
  g_string_append_printf (side->cells, " %s", id);
  side->sum += g_ascii_strtoll (bb_field_get_text (field), NULL, 10);
}

static Side
side_new (void)
{
  return (Side) { g_string_new (NULL), 0 };
}

/* Takes both sides. */
static void
expect (GPtrArray *expected, const char *rule, Side left, Side right)
{
  if (left.sum != right.sum)
    g_ptr_array_add (expected, g_strdup_printf ("%s:%s =%s: %" G_GINT64_FORMAT " - %" G_GINT64_FORMAT " = %" G_GINT64_FORMAT, rule,
                                                left.cells->str, right.cells->str, left.sum, right.sum, left.sum - right.sum));
  g_string_free (left.cells, TRUE);
  g_string_free (right.cells, TRUE);
}

static void
expect_column (GPtrArray *expected, BbReport *report, const char *column, const char *const *results)
{
  Side begin = side_new (), end = side_new (), total = side_new (), parts = side_new ();

  for (guint i = 0; beginnings[i] != NULL; i++)
    side_add (&begin, report, "t3", beginnings[i], column);
  for (guint i = 0; endings[i] != NULL; i++)
    side_add (&end, report, "t3", endings[i], column);
  expect (expected, "t3.balance", begin, end);

  side_add (&total, report, "t3", "total", column);
  for (guint i = 0; results[i] != NULL; i++)
    side_add (&parts, report, "t3", results[i], column);
  expect (expected, "t3.results", total, parts);
}

static void
expect_row (GPtrArray *expected, BbReport *report, const char *row)
{
  Side total = side_new (), parts = side_new ();

  side_add (&total, report, "t3", row, "total");
  for (guint i = 0; applicants[i] != NULL; i++)
    side_add (&parts, report, "t3", row, applicants[i]);
  expect (expected, "t3.applicants", total, parts);
}

static void
expect_group (GPtrArray *expected, BbReport *report, const char *group)
{
  Side total = side_new (), parts = side_new ();

  side_add (&total, report, "t4", group, "total");
  for (guint i = 0; outcomes[i] != NULL; i++)
    side_add (&parts, report, "t4", group, outcomes[i]);
  expect (expected, "t4.sum", total, parts);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
expect_valid (GPtrArray *expected, BbField *field)
{
  if (g_str_has_prefix (bb_field_get_text (field), "-") && !g_str_has_suffix (bb_field_get_id (field), ".change"))
    g_ptr_array_add (expected, g_strdup_printf ("cell.valid: %s", bb_field_get_id (field)));
}

static GPtrArray *
compute_expected (BbReport *report)
{
  GPtrArray *expected = g_ptr_array_new_with_free_func (g_free);
  const BbForm *form = bb_report_get_form (report);
  const char *const *results = g_str_equal (form->id, "2019") ? results_2019 : results_2021;

  for (guint i = 0; columns[i] != NULL; i++)
    expect_column (expected, report, columns[i], results);
  for (guint i = 0; beginnings[i] != NULL; i++)
    expect_row (expected, report, beginnings[i]);
  for (guint i = 0; results[i] != NULL; i++)
    expect_row (expected, report, results[i]);
  for (guint i = 0; endings[i] != NULL; i++)
    expect_row (expected, report, endings[i]);
  for (guint i = 0; groups[i] != NULL; i++)
    expect_group (expected, report, groups[i]);
  for (guint i = 0; i < form->n_cells; i++)
    expect_valid (expected, bb_report_get_cell (report, i));
  g_ptr_array_sort (expected, compare_strings);
  return expected;
}

/* ---- what the checker says ---- */

static char *
describe (BbReport *report, BbIssue *issue)
{
  guint n_cells, n_left = bb_issue_get_n_left (issue), n_unfilled;
  const guint *cells = bb_issue_get_cells (issue, &n_cells);
  GString *text = g_string_new (bb_issue_get_rule_id (issue));
  BbDecimal left, right, difference;

  g_string_append_c (text, ':');
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (text, "%s %s", i > 0 && i == n_left ? " =" : "", bb_report_get_form (report)->cells[cells[i]].id);
  if (bb_issue_get_sides (issue, &left, &right, &difference))
    g_string_append_printf (text, ": %" G_GINT64_FORMAT " - %" G_GINT64_FORMAT " = %" G_GINT64_FORMAT,
                            left.mantissa, right.mantissa, difference.mantissa);
  bb_issue_get_unfilled (issue, &n_unfilled);
  g_assert_cmpuint (n_unfilled, ==, 0);
  g_assert_cmpint (bb_issue_get_severity (issue), ==, BB_SEVERITY_ERROR);
  return g_string_free (text, FALSE);
}

static GPtrArray *
collect_found (BbReport *report, BbChecker *checker)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      g_ptr_array_add (found, describe (report, issue));
    }
  g_ptr_array_sort (found, compare_strings);
  return found;
}

static guint
assert_as_expected (BbReport *report, BbChecker *checker, const char *changed)
{
  g_autoptr (GPtrArray) expected = compute_expected (report);
  g_autoptr (GPtrArray) found = collect_found (report, checker);

  for (guint i = 0; i < MAX (expected->len, found->len); i++)
    {
      const char *a = i < expected->len ? g_ptr_array_index (expected, i) : "(nothing)";
      const char *b = i < found->len ? g_ptr_array_index (found, i) : "(nothing)";

      if (!g_str_equal (a, b))
        g_error ("%s changed: expected “%s”, found “%s”", changed, a, b);
    }
  return expected->len;
}

/* ---- changing one figure ---- */

/* As a file would have it: nothing follows. */
static void
change (BbReport *report, BbField *field, int by)
{
  BbDecimal value;
  g_autofree char *text = NULL;

  g_assert_true (bb_field_get_value (field, &value));
  g_assert_true (bb_decimal_add (value, bb_decimal_from_int (by), &value));
  text = bb_decimal_to_string (value);
  bb_report_edit (report, field, text, BB_ORIGIN_READ);
}

static guint
try_change (BbReport *report, BbChecker *checker, BbField *field, int by)
{
  guint n_issues;

  change (report, field, by);
  n_issues = assert_as_expected (report, checker, bb_field_get_id (field));
  bb_report_undo (report);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checker)), ==, 0);
  return n_issues;
}

static void
test_each_cell (gconstpointer user_data)
{
  g_autoptr (BbReport) report = bb_generate_sound (user_data);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  const BbForm *form = bb_report_get_form (report);
  guint n_changes = 0, n_issues = 0;

  g_assert_cmpuint (assert_as_expected (report, checker, "nothing"), ==, 0);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);
      BbDecimal value;

      g_assert_true (bb_field_get_value (field, &value));
      n_issues += try_change (report, checker, field, 1);
      n_changes++;
      if (bb_decimal_compare (value, bb_decimal_from_int (1)) >= 0)
        {
          n_issues += try_change (report, checker, field, -1);
          n_changes++;
        }
    }
  g_test_message ("edition %s: %u changes, %u issues, all as computed", form->id, n_changes, n_issues);
  g_assert_cmpuint (n_issues, >, n_changes);
}

/* Below zero: the equations break as they do, and one row says that its figure can't be. */
static void
test_below_zero (gconstpointer user_data)
{
  g_autoptr (BbReport) report = bb_generate_sound (user_data);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);
      BbDecimal value;

      g_assert_true (bb_field_get_value (field, &value));
      if (bb_decimal_sign (value) == 0)
        try_change (report, checker, field, -1);
    }
}

/* ---- the whole program, for a sample ---- */

static int
run_check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) check = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, g_getenv ("BIANBAO_CLI"), "check",
                                                    "--json", path, NULL);

  g_assert_no_error (error);
  g_subprocess_wait (check, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (check));
  return g_subprocess_get_exit_status (check);
}

static void
assert_exit_status (BbReport *report, const char *folder)
{
  g_autoptr (GPtrArray) expected = compute_expected (report);
  g_autofree char *document = g_build_filename (folder, "report.bianbao", NULL);
  g_autofree char *text = g_build_filename (folder, "report.txt", NULL);
  BbStamp stamp = { 0 };
  g_autoptr (GError) error = NULL;
  int status = expected->len > 0 ? 1 : 0;

  bb_document_save (report, document, &stamp, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bb_export_file (report, BB_EXPORT_TEXT, text, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (run_check (document), ==, status);
  g_assert_cmpint (run_check (text), ==, status);
  g_assert_cmpint (g_unlink (document), ==, 0);
  g_assert_cmpint (g_unlink (text), ==, 0);
}

static void
test_exit_status (gconstpointer user_data)
{
  g_autoptr (BbReport) report = bb_generate_sound (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bianbao-check-XXXXXX", &error);

  g_assert_no_error (error);
  if (g_getenv ("BIANBAO_CLI") == NULL)
    {
      g_test_skip ("BIANBAO_CLI is not set: the program is not at hand");
      return;
    }
  assert_exit_status (report, folder);
  for (guint i = 3; i < bb_report_get_form (report)->n_cells; i += 17)
    {
      change (report, bb_report_get_cell (report, i), 1);
      assert_exit_status (report, folder);
      bb_report_undo (report);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/check-figures/each/2021", "2021", test_each_cell);
  g_test_add_data_func ("/check-figures/each/2019", "2019", test_each_cell);
  g_test_add_data_func ("/check-figures/below-zero/2021", "2021", test_below_zero);
  g_test_add_data_func ("/check-figures/below-zero/2019", "2019", test_below_zero);
  g_test_add_data_func ("/check-figures/exit-status/2021", "2021", test_exit_status);
  g_test_add_data_func ("/check-figures/exit-status/2019", "2019", test_exit_status);
  return g_test_run ();
}
