/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-describe.h"

#include <glib/gi18n.h>

static const char *
describe_number (BbField *field)
{
  if (bb_field_is_pinned (field))
    return _("This total is kept as it stood; it is not the sum of its parts.");

  switch (bb_field_get_origin (field))
    {
    case BB_ORIGIN_DEDUCED:
      return _("Deduced, not confirmed yet.");
    case BB_ORIGIN_DERIVED:
      return _("Computed: the sum of its parts.");
    case BB_ORIGIN_TYPED:
    case BB_ORIGIN_READ:
    default:
      return NULL;
    }
}

static const char *
describe_content (BbField *field)
{
  switch (bb_field_get_state (field))
    {
    case BB_STATE_NUMBER:
      return describe_number (field);
    case BB_STATE_TEXT:
      return _("This is not a number; it is kept as it stands.");
    case BB_STATE_MISSING:
      return _("The file that was read has no such cell.");
    case BB_STATE_BLANK:
    default:
      return bb_field_is_derived (field) ? _("Computed once all its parts are numbers.") : NULL;
    }
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

char *
bb_sheet_describe (BbField *field, const char *messages, const char *last)
{
  GString *text = g_string_new (NULL);

  append_line (text, describe_content (field));
  append_line (text, bb_field_get_source (field));
  append_line (text, messages);
  if (bb_field_get_remark (field) != NULL)
    {
      g_autofree char *remark = g_strdup_printf (_("Note: %s"), bb_field_get_remark (field));

      append_line (text, remark);
    }
  append_line (text, last);
  return g_string_free (text, FALSE);
}

static void
add_issue (BbSheetFinding *finding, BbIssue *issue, gboolean is_part)
{
  const char *message = bb_issue_get_message (issue);
  char *before = finding->messages;

  finding->messages = before != NULL ? g_strconcat (before, "\n", message, NULL) : g_strdup (message);
  finding->is_part = is_part && (before == NULL || finding->is_part);
  g_free (before);
}

BbSheetFinding *
bb_sheet_collect_findings (BbChecker *checker, guint first_cell, guint n_cells)
{
  GListModel *issues = G_LIST_MODEL (checker);
  guint n_issues = g_list_model_get_n_items (issues);
  BbSheetFinding *findings = g_new0 (BbSheetFinding, n_cells);

  for (guint i = 0; i < n_cells; i++)
    findings[i].severity = bb_checker_cell_severity (checker, first_cell + i);

  for (guint i = 0; i < n_issues; i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (issues, i);
      gboolean is_sum = bb_issue_get_n_left (issue) == 1;
      guint n_named;
      const guint *named = bb_issue_get_cells (issue, &n_named);

      for (guint j = 0; j < n_named; j++)
        {
          if (named[j] >= first_cell && named[j] - first_cell < n_cells)
            add_issue (&findings[named[j] - first_cell], issue, is_sum && j > 0);
        }
    }

  return findings;
}

void
bb_sheet_free_findings (BbSheetFinding *findings, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    g_free (findings[i].messages);
  g_free (findings);
}
