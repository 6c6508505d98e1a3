/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-facts.h"

#include <glib/gi18n.h>
#include <string.h>

/* Between the parts of a name (bb-form.h). */
#define STEP " › "

static const struct
{
  const char *icon;
  const char *style;
  const char *label;
} verdicts[] = {
  [BB_VERDICT_HOLDS] = { "emblem-ok-symbolic", "success", N_("Holds") },
  [BB_VERDICT_BROKEN] = { "dialog-error-symbolic", "error", N_("Does not hold") },
  [BB_VERDICT_ACCEPTED] = { "object-select-symbolic", "dim-label", N_("Accepted") },
  [BB_VERDICT_OPEN] = { "radio-symbolic", "dim-label", N_("Not to be checked yet") },
};

static const char *
describe_number (BbField *field)
{
  if (bb_field_is_pinned (field))
    return _("Total, differs from the sum of its parts");
  switch (bb_field_get_origin (field))
    {
    case BB_ORIGIN_TYPED:
      return bb_field_is_confirmed (field) ? _("Deduced and confirmed") : _("Typed");
    case BB_ORIGIN_READ:
      return _("Read from the file");
    case BB_ORIGIN_DERIVED:
      return _("Computed from its parts");
    case BB_ORIGIN_DEDUCED:
      return _("Deduced, not confirmed yet");
    }
  return "";
}

const char *
bb_cell_describe_state (BbField *field)
{
  switch (bb_field_get_state (field))
    {
    case BB_STATE_NUMBER:
      return describe_number (field);
    case BB_STATE_BLANK:
      return bb_field_is_derived (field) ? _("Computed once its parts are filled in") : _("Not filled in");
    case BB_STATE_TEXT:
      return _("Not a number: kept as it stands");
    case BB_STATE_MISSING:
      return _("Not found in the file");
    }
  return "";
}

const char *
bb_cell_get_place (BbField *field)
{
  const char *name = bb_field_get_name (field);
  const char *step = strstr (name, STEP);

  return step != NULL ? step + strlen (STEP) : name;
}

char *
bb_cell_describe_last (BbLastYear *last, guint cell)
{
  const char *text = last != NULL ? bb_last_year_get_text (last, cell) : NULL;
  int year = last != NULL ? bb_last_year_get_year (last) : 0;

  if (text == NULL)
    return NULL;
  /* TRANSLATORS: a year and the figure that a cell had then */
  return year != 0 ? g_strdup_printf (_("%d: %s"), year, text) : g_strdup_printf (_("Last year: %s"), text);
}

static gboolean
names_cell (BbIssue *issue, guint cell)
{
  guint n_cells;
  const guint *cells = bb_issue_get_cells (issue, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] == cell)
      return TRUE;
  return FALSE;
}

/* The checker's list begins with the worst. */
BbIssue *
bb_cell_find_issue (BbChecker *checker, guint cell, guint *others)
{
  GListModel *issues = G_LIST_MODEL (checker);
  g_autoptr (BbIssue) found = NULL;

  *others = 0;
  if (bb_checker_cell_severity (checker, cell) < 0)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (issues, i);

      if (bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_VALID || !names_cell (issue, cell))
        continue;
      if (found == NULL)
        found = g_steal_pointer (&issue);
      else
        (*others)++;
    }
  return g_steal_pointer (&found);
}

const char *
bb_verdict_icon (BbVerdict verdict)
{
  return verdicts[verdict].icon;
}

const char *
bb_verdict_style (BbVerdict verdict)
{
  return verdicts[verdict].style;
}

const char *
bb_verdict_label (BbVerdict verdict)
{
  return _(verdicts[verdict].label);
}
