/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table rules with last year's report beside this year's: what one change is told as, no more and no less. */
#include "bb-narrative.h"

#include "bb-table.h"

#include <locale.h>

static BbReport *report;
static BbChecker *checker;
static GPtrArray *before;

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_issues (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      g_ptr_array_add (list, g_strdup_printf ("%s@%s", bb_issue_get_rule_id (issue), bb_issue_get_target (issue)));
    }
  g_ptr_array_sort (list, compare_strings);
  return list;
}

/* Those that were not there before the change. */
static char *
join_new (void)
{
  g_autoptr (GPtrArray) now = list_issues ();
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < now->len; i++)
    if (!g_ptr_array_find_with_equal_func (before, g_ptr_array_index (now, i), g_str_equal, NULL))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", (const char *) g_ptr_array_index (now, i));
  return g_string_free (joined, FALSE);
}

static void
edit (const char *edits)
{
  g_auto (GStrv) list = g_strsplit (edits, " ", -1);

  bb_report_begin_group (report, "edits");
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (list[i], "=", 2);

      g_assert_nonnull (bb_report_find_field (report, halves[0]));
      bb_report_edit (report, bb_report_find_field (report, halves[0]), halves[1], BB_ORIGIN_TYPED);
    }
  bb_report_end_group (report);
}

static void
try_change (const char *const *places, guint line)
{
  const char *expected = g_str_equal (places[1], "-") ? "" : places[1];
  g_autofree char *found = NULL;

  edit (places[0]);
  found = join_new ();
  bb_report_undo (report);
  if (!g_str_equal (found, expected))
    {
      g_test_message ("last-year.tsv:%u: %s\n  found    %s\n  expected %s", line, places[0], found, expected);
      g_test_fail ();
    }
}

static void
test_changes (void)
{
  report = bb_narrative_report ("county");
  checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  before = list_issues ();
  bb_report_barrier (report);
  bb_table_run ("narrative/last-year.tsv", 2, try_change);
  g_ptr_array_unref (before);
  g_assert_finalize_object (checker);
  g_assert_finalize_object (report);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/last-year-rules/changes", test_changes);
  return g_test_run ();
}
