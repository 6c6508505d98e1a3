/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-check.h>

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (element-type BbIssue): while one is accepted, the list is another. */
static GPtrArray *
list_like (BbChecker *checker, BbIssue *issue)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) other = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (bb_issue_get_acceptance (other) != BB_ACCEPTANCE_VALID && bb_issue_get_section (other) == bb_issue_get_section (issue) &&
          g_str_equal (bb_issue_get_rule_id (other), bb_issue_get_rule_id (issue)))
        g_ptr_array_add (found, g_steal_pointer (&other));
    }
  return found;
}

guint
bb_checker_count_like (BbChecker *self, BbIssue *issue)
{
  g_autoptr (GPtrArray) issues = NULL;

  g_return_val_if_fail (BB_IS_CHECKER (self), 0);
  g_return_val_if_fail (BB_IS_ISSUE (issue), 0);

  issues = list_like (self, issue);
  return issues->len;
}

guint
bb_checker_accept_like (BbChecker *self, BbIssue *issue, const char *reason)
{
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (BbReport) report = NULL;
  guint accepted = 0;

  g_return_val_if_fail (BB_IS_CHECKER (self), 0);
  g_return_val_if_fail (BB_IS_ISSUE (issue), 0);
  g_return_val_if_fail (reason != NULL, 0);

  g_object_get (self, "report", &report, NULL);
  issues = list_like (self, issue);
  bb_report_begin_group (report, _("Accept warnings"));
  for (guint i = 0; i < issues->len; i++)
    accepted += bb_issue_accept (issues->pdata[i], report, reason);
  bb_report_end_group (report);
  return accepted;
}
