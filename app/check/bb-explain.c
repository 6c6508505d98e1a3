/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-explain.h"

#include "check/bb-labels.h"
#include "check/bb-sides.h"
#include "check/bb-template.h"

#include <glib/gi18n-lib.h>

/* A side of more cells than this is told by its ends. */
#define SIDE_LIMIT 6

void
bb_explanation_free (BbExplanation *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_clear_object (&self->issue);
  g_free (self);
}

static BbExplanation *
add (GPtrArray *list, const char *rule_id, int equation, BbVerdict verdict)
{
  BbExplanation *explanation = g_new0 (BbExplanation, 1);

  explanation->rule_id = rule_id;
  explanation->equation = equation;
  explanation->verdict = verdict;
  g_ptr_array_add (list, explanation);
  return explanation;
}

static BbVerdict
verdict_of (BbIssue *issue)
{
  return bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_VALID ? BB_VERDICT_ACCEPTED : BB_VERDICT_BROKEN;
}

/* ---- what the value must be like ---- */

static const char *
kind_title (BbKind kind)
{
  switch (kind)
    {
    case BB_KIND_COUNT:
      return _("A whole number, 0 or more");
    case BB_KIND_SIGNED:
      return _("A whole number, which may be negative");
    case BB_KIND_AMOUNT:
      return _("An amount, 0 or more");
    case BB_KIND_TEXT:
    default:
      return NULL;
    }
}

static const BbRule *
find_rule (const BbForm *form, BbRuleKind kind, guint table)
{
  for (guint i = 0; i < form->n_rules; i++)
    if (form->rules[i].kind == kind && (form->rules[i].table < 0 || form->rules[i].table == (int) table))
      return &form->rules[i];
  return NULL;
}

static void
explain_value (const BbRun *run, GPtrArray *list, guint cell)
{
  const BbCell *info = &run->form->cells[cell];
  const BbRule *rule = find_rule (run->form, BB_RULE_VALID, info->table);
  const BbSeen *seen = &run->cells[cell];
  BbExplanation *explanation;

  if (rule == NULL || kind_title (info->kind) == NULL)
    return;
  explanation = add (list, rule->id, -1, BB_VERDICT_BROKEN);
  explanation->title = g_strdup (kind_title (info->kind));
  if (bb_run_is_empty (run, cell))
    {
      explanation->verdict = BB_VERDICT_OPEN;
      explanation->detail = g_strdup (_("Not filled in"));
    }
  else if (seen->state == BB_STATE_NUMBER && bb_run_is_valid_number (info, seen->value))
    explanation->verdict = BB_VERDICT_HOLDS;
}

/* ---- equations ---- */

char *
bb_explain_side (const BbForm *form, const BbEquation *equation, gboolean left)
{
  const guint *cells = left ? equation->left : equation->right;
  guint n = left ? equation->n_left : equation->n_right;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *first = bb_label_in_equation (form, equation, cells[0]);
  g_autofree char *last = bb_label_in_equation (form, equation, cells[n - 1]);

  if (n > SIDE_LIMIT)
    return bb_template_fill (_("sum of {n} figures, {first} to {last}"), "n", count, "first", first, "last", last, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = bb_label_in_equation (form, equation, cells[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " + " : "", label);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
list_unfilled (const BbRun *run, const BbEquation *equation)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < equation->n_left + equation->n_right; i++)
    {
      guint cell = i < equation->n_left ? equation->left[i] : equation->right[i - equation->n_left];

      if (run->cells[cell].state != BB_STATE_NUMBER)
        g_ptr_array_add (labels, bb_label_in_equation (run->form, equation, cell));
    }
  return bb_label_list (labels);
}

static char *
tell_sides (const BbRun *run, const BbEquation *equation, const BbSides *sides, BbVerdict verdict)
{
  g_autofree char *left = bb_decimal_to_string (sides->left);
  g_autofree char *right = bb_decimal_to_string (sides->right);
  g_autofree char *unfilled = NULL;
  g_autofree char *by = NULL;
  BbDecimal difference;
  gboolean complete = sides->left_complete && sides->right_complete;

  if (complete && verdict == BB_VERDICT_HOLDS)
    return g_strdup_printf ("%s = %s", left, right);
  if (complete && bb_decimal_subtract (sides->left, sides->right, &difference))
    {
      by = bb_decimal_to_string (difference);
      return bb_template_fill (_("{left} against {right}; difference {difference}"), "left", left, "right", right, "difference", by, NULL);
    }
  unfilled = list_unfilled (run, equation);
  return bb_template_fill (verdict == BB_VERDICT_OPEN ? _("Not to be checked yet: {left} against {right}; unfilled: {unfilled}")
                                                      : _("Can't hold: {left} against {right}; unfilled: {unfilled}"),
                           "left", left, "right", right, "unfilled", unfilled, NULL);
}

static BbIssue *
find_issue (GListModel *issues, int equation)
{
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (issues, i);

      if (bb_issue_get_equation (issue) == equation)
        return g_steal_pointer (&issue);
    }
  return NULL;
}

static void
explain_equation (const BbRun *run, GListModel *issues, GPtrArray *list, const BbEquation *equation)
{
  g_autofree char *left = bb_explain_side (run->form, equation, TRUE);
  g_autofree char *right = bb_explain_side (run->form, equation, FALSE);
  BbVerdict verdict = BB_VERDICT_OPEN;
  BbExplanation *explanation;
  BbSides sides;

  bb_sides_look (run, equation, &sides);
  if (!bb_sides_can_hold (&sides))
    verdict = BB_VERDICT_BROKEN;
  else if (sides.left_complete && sides.right_complete)
    verdict = BB_VERDICT_HOLDS;
  explanation = add (list, run->form->rules[equation->rule].id, (int) equation->index, verdict);
  explanation->issue = find_issue (issues, (int) equation->index);
  if (explanation->issue != NULL)
    explanation->verdict = verdict_of (explanation->issue);
  explanation->title = bb_template_fill (_("{scope}: {left} = {right}"), "scope", equation->scope, "left", left, "right", right, NULL);
  explanation->detail = tell_sides (run, equation, &sides, verdict);
}

/* ---- whatever else is said of the cell ---- */

static gboolean
names_cell (BbIssue *issue, guint cell)
{
  guint n;
  const guint *cells = bb_issue_get_cells (issue, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i] == cell)
      return TRUE;
  return FALSE;
}

static gboolean
is_explained (const GPtrArray *list, BbIssue *issue)
{
  for (guint i = 0; i < list->len; i++)
    {
      const BbExplanation *explanation = g_ptr_array_index (list, i);

      if (explanation->issue == issue)
        return TRUE;
    }
  return FALSE;
}

/* The issue that a value is not valid names a row; it belongs to what was said of the value. */
static gboolean
join_value (GPtrArray *list, BbIssue *issue)
{
  BbExplanation *value = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;

  if (value == NULL || value->equation >= 0 || value->issue != NULL
      || !g_str_equal (value->rule_id, bb_issue_get_rule_id (issue)))
    return FALSE;
  value->issue = g_object_ref (issue);
  if (value->verdict != BB_VERDICT_OPEN)
    value->verdict = verdict_of (issue);
  return TRUE;
}

static void
explain_others (GPtrArray *list, GListModel *issues, guint cell)
{
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (issues, i);
      BbExplanation *explanation;

      if (!names_cell (issue, cell) || is_explained (list, issue) || join_value (list, issue))
        continue;
      explanation = add (list, bb_issue_get_rule_id (issue), -1, verdict_of (issue));
      explanation->title = g_strdup (bb_issue_get_message (issue));
      explanation->detail = g_strdup (bb_issue_get_reason (issue));
      explanation->issue = g_steal_pointer (&issue);
    }
}

GPtrArray *
bb_explain_cell (const BbRun *run, GListModel *issues, guint cell)
{
  const BbCell *info = &run->form->cells[cell];
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_explanation_free);

  explain_value (run, list, cell);
  for (guint i = 0; i < info->n_equations; i++)
    explain_equation (run, issues, list, &run->form->equations[info->equations[i]]);
  explain_others (list, issues, cell);
  return list;
}
