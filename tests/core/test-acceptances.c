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

/* ---- paragraphs that were taken over ---- */

#define COPIED "text.copied"
#define PARAGRAPHS                                                                                                                   \
  "全年主动公开政府信息，及时更新公开目录，方便群众查询使用。\n全年主动公开政府信息，持续改进公开平台，提高检索效率水平。\n"                 \
  "依申请公开工作平稳有序，办理流程完整规范，答复文书统一格式。"

/* A report with three paragraphs of last year's, of which two begin alike. */
static void
set_up_copied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbReport) last = bb_generate_sound ("2021");

  set_up (fixture, data);
  type (fixture, "overview", PARAGRAPHS);
  bb_report_edit (last, bb_report_find_field (last, "overview"), PARAGRAPHS, BB_ORIGIN_TYPED);
  bb_report_set_year (last, bb_report_get_year (fixture->report) - 1, FALSE);
  bb_last_year_set (fixture->report, last);
}

static gboolean
is_copied (BbIssue *issue)
{
  return g_str_equal (bb_issue_get_rule_id (issue), COPIED) && g_str_equal (bb_issue_get_target (issue), "overview");
}

/* The acceptances of the paragraphs, in their order: "-" open, "v" valid, "s" stale. */
static char *
list_copied (Fixture *fixture)
{
  GString *list = g_string_new (NULL);
  guint last = 0;

  /* Accepted ones stand last in the list; here it is the order of the text that counts. */
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (BbIssue) next = NULL;
      guint best = G_MAXUINT;

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->checker)); i++)
        {
          g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (fixture->checker), i);
          guint start = 0, length = 0;

          if (!is_copied (issue) || !bb_issue_get_text_range (issue, &start, &length) || start + 1 <= last ||
              start >= best)
            continue;
          best = start;
          g_set_object (&next, issue);
        }
      if (next == NULL)
        break;
      last = best + 1;
      g_string_append_c (list, "-vs"[bb_issue_get_acceptance (next)]);
    }
  return g_string_free (list, FALSE);
}

static void
assert_copied (Fixture *fixture, const char *expected)
{
  g_autofree char *list = list_copied (fixture);

  g_assert_cmpstr (list, ==, expected);
}

/* Returns: (transfer full): the open issue of the paragraph that begins at @start. */
static BbIssue *
find_copied (Fixture *fixture, guint start)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (fixture->checker), i);
      guint found, length;

      if (is_copied (issue) && bb_issue_get_text_range (issue, &found, &length) && found == start)
        return g_steal_pointer (&issue);
    }
  return NULL;
}

/* Each paragraph is accepted by itself, also where another one begins with the same words; one that is changed and changed back
 * is the accepted one again, wherever it stands by then. */
static void
test_copied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbIssue) first = find_copied (fixture, 0);
  g_autoptr (BbIssue) third = NULL;

  assert_copied (fixture, "---");
  g_assert_true (bb_issue_accept (first, fixture->report, "仍适用"));
  assert_copied (fixture, "v--");
  third = find_copied (fixture, 60);
  g_assert_true (bb_issue_accept (third, fixture->report, "制度未变"));
  assert_copied (fixture, "v-v");
  type (fixture, "overview", "新的一段话，说明本年度政府信息公开工作的总体安排和成效。\n" PARAGRAPHS);
  assert_copied (fixture, "v-v");
  type (fixture, "overview", "全部改写。");
  assert_copied (fixture, "");
  type (fixture, "overview", PARAGRAPHS);
  assert_copied (fixture, "v-v");
  bb_report_undo (fixture->report);
  bb_report_undo (fixture->report);
  bb_report_undo (fixture->report);
  bb_report_undo (fixture->report);
  assert_copied (fixture, "v--");
}

/* All of a section in one step, those that are accepted already with their reasons left alone. */
static void
test_copied_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbIssue) first = find_copied (fixture, 0);
  g_autoptr (BbIssue) second = NULL;

  g_assert_cmpuint (bb_checker_count_like (fixture->checker, first), ==, 3);
  g_assert_true (bb_issue_accept (first, fixture->report, "仍适用"));
  second = find_copied (fixture, 30);
  g_assert_cmpuint (bb_checker_count_like (fixture->checker, second), ==, 2);
  g_assert_cmpuint (bb_checker_accept_like (fixture->checker, second, " "), ==, 0);
  g_assert_cmpuint (bb_checker_accept_like (fixture->checker, second, "已核对"), ==, 2);
  assert_copied (fixture, "vvv");
  g_clear_object (&first);
  first = find_copied (fixture, 0);
  g_assert_cmpstr (bb_issue_get_reason (first), ==, "仍适用");
  bb_report_undo (fixture->report);
  assert_copied (fixture, "v--");
  bb_report_redo (fixture->report);
  assert_copied (fixture, "vvv");
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
  g_test_add ("/acceptances/copied", Fixture, NULL, set_up_copied, test_copied, tear_down);
  g_test_add ("/acceptances/copied-all", Fixture, NULL, set_up_copied, test_copied_all, tear_down);
  return g_test_run ();
}
