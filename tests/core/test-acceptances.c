/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings accepted with a reason: where they stand in the list, what they count, when they go stale; undo and the document. */
#include "bb-generate.h"

#define CELL "t2.rules.made"
#define RULE "cell.unit"

typedef struct
{
  BbReport *report;
  BbChecker *checker;
} Fixture;

static void
type (Fixture *fixture, const char *id, const char *text)
{
  bb_report_edit (fixture->report, bb_report_find_field (fixture->report, id), text, BB_ORIGIN_TYPED);
  bb_report_barrier (fixture->report);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = bb_generate_sound ("2021");
  fixture->checker = bb_checker_new (fixture->report, BB_CHECK_COMPLETE);
  type (fixture, CELL, "2（含修订1件）");
  type (fixture, "t2.normative.made", "3（含修订1件）");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->checker);
  g_assert_finalize_object (fixture->report);
}

/* Returns: (transfer full): the issue of @rule whose first cell is @cell; @position in the list */
static BbIssue *
find_issue (Fixture *fixture, const char *rule, const char *cell, guint *position)
{
  const BbForm *form = bb_report_get_form (fixture->report);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->checker));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (fixture->checker), i);
      guint n_cells;
      const guint *cells = bb_issue_get_cells (issue, &n_cells);

      if (!g_str_equal (bb_issue_get_rule_id (issue), rule) || (n_cells > 0 && !g_str_equal (form->cells[cells[0]].id, cell)))
        continue;
      if (position != NULL)
        *position = i;
      return g_steal_pointer (&issue);
    }
  return NULL;
}

static void
accept (Fixture *fixture, const char *reason)
{
  g_autoptr (BbIssue) issue = find_issue (fixture, RULE, CELL, NULL);

  g_assert_true (bb_issue_can_accept (issue));
  g_assert_true (bb_issue_accept (issue, fixture->report, reason));
}

static void
assert_state (Fixture *fixture, BbAcceptance acceptance, const char *reason)
{
  g_autoptr (BbIssue) issue = find_issue (fixture, RULE, CELL, NULL);

  g_assert_nonnull (issue);
  g_assert_cmpint (bb_issue_get_acceptance (issue), ==, acceptance);
  g_assert_cmpstr (bb_issue_get_reason (issue), ==, reason);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  guint warnings = bb_checker_count (fixture->checker, -1, BB_SEVERITY_WARNING);
  guint before = 0, after = 0;
  g_autoptr (BbIssue) first = find_issue (fixture, RULE, CELL, &before);
  g_autoptr (BbIssue) last = NULL;
  guint cell = bb_field_get_cell (bb_report_find_field (fixture->report, CELL))->index;

  g_assert_nonnull (first);
  g_assert_cmpint (bb_checker_cell_severity (fixture->checker, cell), ==, BB_SEVERITY_WARNING);
  accept (fixture, " 按文件清理口径，\t含修订\n1件 ");
  assert_state (fixture, BB_ACCEPTANCE_VALID, "按文件清理口径， 含修订 1件");
  last = find_issue (fixture, RULE, CELL, &after);
  g_assert_cmpuint (after, >, before);
  g_assert_cmpuint (bb_checker_count (fixture->checker, -1, BB_SEVERITY_WARNING), ==, warnings - 1);
  g_assert_cmpuint (bb_checker_count_accepted (fixture->checker), ==, 1);
  g_assert_cmpint (bb_checker_cell_severity (fixture->checker, cell), ==, -1);
  bb_report_undo (fixture->report);
  assert_state (fixture, BB_ACCEPTANCE_NONE, NULL);
  bb_report_redo (fixture->report);
  assert_state (fixture, BB_ACCEPTANCE_VALID, "按文件清理口径， 含修订 1件");
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbIssue) issue = NULL;

  accept (fixture, "含修订");
  type (fixture, "t2.normative.valid", "300");
  assert_state (fixture, BB_ACCEPTANCE_VALID, "含修订");
  type (fixture, CELL, "4（含修订1件）");
  assert_state (fixture, BB_ACCEPTANCE_STALE, "含修订");
  g_assert_cmpuint (bb_checker_count_accepted (fixture->checker), ==, 0);
  bb_report_undo (fixture->report);
  assert_state (fixture, BB_ACCEPTANCE_VALID, "含修订");
  type (fixture, CELL, "4（含修订1件）");
  accept (fixture, "仍含修订");
  assert_state (fixture, BB_ACCEPTANCE_VALID, "仍含修订");
  issue = find_issue (fixture, RULE, CELL, NULL);
  g_assert_true (bb_issue_withdraw (issue, fixture->report));
  g_assert_false (bb_issue_withdraw (issue, fixture->report));
  assert_state (fixture, BB_ACCEPTANCE_NONE, NULL);
}

/* Errors can't be accepted, not even by a file that says so; an empty reason is none. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbIssue) issue = find_issue (fixture, RULE, CELL, NULL);
  g_autoptr (BbIssue) error = NULL;

  g_assert_false (bb_issue_accept (issue, fixture->report, " \n\t"));
  assert_state (fixture, BB_ACCEPTANCE_NONE, NULL);
  type (fixture, "t4.review.total", "99");
  error = find_issue (fixture, "t4.sum", "t4.review.total", NULL);
  g_assert_nonnull (error);
  g_assert_false (bb_issue_can_accept (error));
  g_assert_false (bb_issue_accept (error, fixture->report, "有意"));
  g_assert_cmpuint (bb_checker_count (fixture->checker, -1, BB_SEVERITY_ERROR), ==, 1);
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  Fixture read = { 0 };

  accept (fixture, "含修订");
  bytes = bb_document_serialize (fixture->report);
  read.report = bb_document_parse (bytes, &error);
  g_assert_no_error (error);
  read.checker = bb_checker_new (read.report, BB_CHECK_COMPLETE);
  assert_state (&read, BB_ACCEPTANCE_VALID, "含修订");
  tear_down (&read, NULL);
}

/* A field that somebody else wrote: what can't be read accepts nothing, and what can is not lost. */
static void
test_field (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  accept (fixture, "含修订");
  text = g_strconcat ("x\n\t\n", bb_field_get_text (bb_report_get_meta (fixture->report, BB_META_ACCEPTED)), NULL);
  bb_report_edit (fixture->report, bb_report_get_meta (fixture->report, BB_META_ACCEPTED), text, BB_ORIGIN_TYPED);
  assert_state (fixture, BB_ACCEPTANCE_VALID, "含修订");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/acceptances/accept", Fixture, NULL, set_up, test_accept, tear_down);
  g_test_add ("/acceptances/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add ("/acceptances/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/acceptances/document", Fixture, NULL, set_up, test_document, tear_down);
  g_test_add ("/acceptances/field", Fixture, NULL, set_up, test_field, tear_down);
  return g_test_run ();
}
