/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of the contract. */
#include "cli/bb-cli.h"

static void
add_cell_ids (GString *out, const char *name, const BbForm *form, const guint *cells, guint n_cells)
{
  bb_json_add_name (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bb_json_add_string (out, form->cells[cells[i]].id);
    }
  g_string_append_c (out, ']');
}

static void
add_note (GString *out, BbNote *note)
{
  const char *const *cells = bb_note_get_cells (note);

  g_string_append_c (out, '{');
  bb_json_add_text (out, "id", bb_note_get_id (note));
  bb_json_add_text (out, "severity", bb_severity_to_string (bb_note_get_severity (note)));
  bb_json_add_name (out, "cells");
  g_string_append_c (out, '[');
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bb_json_add_string (out, cells[i]);
    }
  g_string_append_c (out, ']');
  bb_json_add_text (out, "message", bb_note_get_message (note));
  bb_json_add_text (out, "place", bb_note_get_place (note));
  g_string_append_c (out, '}');
}

static void
add_notes (GString *out, BbReport *report, gboolean with_findings)
{
  GListModel *notes = bb_report_get_notes (report);
  gboolean first = TRUE;

  bb_json_add_name (out, "notes");
  g_string_append_c (out, '[');
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      if (bb_note_get_dismissed (note) || (!with_findings && bb_cli_is_finding (report, note)))
        continue;
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      add_note (out, note);
    }
  g_string_append_c (out, ']');
}

static void
add_cell (GString *out, BbField *field)
{
  BbDecimal value;

  bb_json_add_name (out, bb_field_get_id (field));
  g_string_append_c (out, '{');
  bb_json_add_text (out, "state", bb_state_to_string (bb_field_get_state (field)));
  if (bb_field_get_value (field, &value))
    bb_json_add_decimal (out, "value", value);
  bb_json_add_text (out, "text", bb_field_get_text (field));
  bb_json_add_text (out, "origin", bb_origin_to_string (bb_field_get_origin (field)));
  bb_json_add_text (out, "source", bb_field_get_source (field));
  if (bb_field_get_unit (field) != NULL)
    bb_json_add_text (out, "unit", bb_field_get_unit (field));
  g_string_append_c (out, '}');
}

char *
bb_cli_show_json (const char *file, BbOpened *opened)
{
  BbReport *report = opened->report;
  const BbForm *form = bb_report_get_form (report);
  GString *out = g_string_new ("{");

  bb_json_add_text (out, "file", file);
  bb_json_add_text (out, "format", opened->format);
  bb_export_add_json (report, out);
  bb_json_add_name (out, "cells");
  g_string_append_c (out, '{');
  for (guint i = 0; i < form->n_cells; i++)
    add_cell (out, bb_report_get_cell (report, i));
  g_string_append_c (out, '}');
  add_notes (out, report, TRUE);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

static void
add_issue (GString *out, const BbForm *form, BbIssue *issue)
{
  BbDecimal left, right, difference;
  guint n = 0;
  const guint *cells = bb_issue_get_cells (issue, &n);
  const BbFix *fixes;

  g_string_append_c (out, '{');
  bb_json_add_text (out, "id", bb_issue_get_rule_id (issue));
  bb_json_add_text (out, "severity", bb_severity_to_string (bb_issue_get_severity (issue)));
  bb_json_add_text (out, "section", form->sections[bb_issue_get_section (issue)].id);
  add_cell_ids (out, "cells", form, cells, n);
  if (bb_issue_get_sides (issue, &left, &right, &difference))
    {
      bb_json_add_decimal (out, "left", left);
      bb_json_add_decimal (out, "right", right);
      bb_json_add_decimal (out, "difference", difference);
    }
  cells = bb_issue_get_unfilled (issue, &n);
  add_cell_ids (out, "unfilled", form, cells, n);
  bb_json_add_name (out, "fixes");
  g_string_append_c (out, '[');
  fixes = bb_issue_get_fixes (issue, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ",{" : "{");
      bb_json_add_text (out, "id", fixes[i].id);
      bb_json_add_text (out, "label", fixes[i].label);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
  bb_json_add_text (out, "target", bb_issue_get_target (issue));
  bb_json_add_text (out, "message", bb_issue_get_message (issue));
  if (bb_issue_get_acceptance (issue) != BB_ACCEPTANCE_NONE)
    bb_json_add_text (out, bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_VALID ? "accepted" : "accepted_for_other_figures", bb_issue_get_reason (issue));
  g_string_append_c (out, '}');
}

char *
bb_cli_check_json (const char *file, BbReport *report, BbChecker *checker)
{
  const BbForm *form = bb_report_get_form (report);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (checker));
  GString *out = g_string_new ("{");

  bb_json_add_text (out, "file", file);
  bb_json_add_name (out, "errors");
  g_string_append_printf (out, "%u", bb_checker_count (checker, -1, BB_SEVERITY_ERROR));
  bb_json_add_name (out, "warnings");
  g_string_append_printf (out, "%u", bb_checker_count (checker, -1, BB_SEVERITY_WARNING));
  bb_json_add_name (out, "issues");
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (i > 0)
        g_string_append_c (out, ',');
      add_issue (out, form, issue);
    }
  g_string_append_c (out, ']');
  add_notes (out, report, FALSE);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

char *
bb_cli_error_json (const char *file, const char *message)
{
  GString *out = g_string_new ("{");

  bb_json_add_text (out, "file", file);
  bb_json_add_text (out, "error", message);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
