/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-run.h"

typedef void (*BbRuleFunc) (BbRun *run, const BbRule *rule);

/* *INDENT-OFF* */
static const BbRuleFunc rule_kinds[] = {
  [BB_RULE_BALANCE]  = bb_rule_balance,
  [BB_RULE_SUM]      = bb_rule_sum,
  [BB_RULE_VALID]    = bb_rule_valid,
  [BB_RULE_SECTIONS] = bb_rule_sections,
  [BB_RULE_YEAR]     = bb_rule_year,
  [BB_RULE_UNIT]     = bb_rule_unit,
  [BB_RULE_DECIMALS] = bb_rule_decimals,
  [BB_RULE_PLAIN]    = bb_rule_plain,
  [BB_RULE_MIXED]    = bb_rule_mixed,
  [BB_RULE_TEXT_TABLE]    = bb_rule_text_table,
  [BB_RULE_TEXT_UNLINKED] = bb_rule_text_unlinked,
  [BB_RULE_TEXT_LINK]     = bb_rule_text_link,
  [BB_RULE_LENGTH]        = bb_rule_length,
  [BB_RULE_TOPICS]        = bb_rule_topics,
  [BB_RULE_SUBSTANCE]     = bb_rule_substance,
  [BB_RULE_TYPOGRAPHY]    = bb_rule_typography,
  [BB_RULE_FEES_STATED]   = bb_rule_fees_stated,
  [BB_RULE_FEES_UNPAID]   = bb_rule_fees_unpaid,
  [BB_RULE_FEES_UNIT]     = bb_rule_fees_unit,
  [BB_RULE_TEXT_PARTS]     = bb_rule_text_parts,
  [BB_RULE_TEXT_ALLCLOSED] = bb_rule_text_allclosed,
  [BB_RULE_VALID_MADE]     = bb_rule_valid_made,
  [BB_RULE_RULES_POWER]      = bb_rule_rules_power,
  [BB_RULE_CARRY_REQUESTS]   = bb_rule_carry_requests,
  [BB_RULE_CARRY_VALID]      = bb_rule_carry_valid,
  [BB_RULE_DISPUTES_PENDING] = bb_rule_disputes_pending,
  [BB_RULE_JUMP]             = bb_rule_jump,
  [BB_RULE_TEXT_YEAR]        = bb_rule_text_year,
  [BB_RULE_TEXT_COPIED]      = bb_rule_text_copied,
  [BB_RULE_PARENT_SUM]       = bb_rule_parent_sum,
};
/* *INDENT-ON* */

/* What only reading could see: repeated as issues of the rule, until somebody says that it was checked. */
static void
lift_notes (BbRun *run, const BbRule *rule)
{
  for (guint i = 0; i < run->lifted->len; i++)
    {
      const BbLifted *lifted = g_ptr_array_index (run->lifted, i);
      const BbForm *form = run->form;
      BbFinding *finding;
      guint section = 0;
      const char *target = "meta.title";

      if (lifted->rule != rule->index || bb_note_get_dismissed (lifted->note))
        continue;
      if (lifted->n_cells > 0)
        {
          section = bb_form_cell_section (form, lifted->cells[0])->index;
          target = form->cells[lifted->cells[0]].id;
        }
      finding = bb_run_add (run, rule, BB_WORDING_NOTE, section, target);
      finding->cells = bb_run_cells (run, lifted->cells, lifted->n_cells);
      finding->note = lifted->note;
      bb_run_plan (finding, BB_FIX_CHECKED, (BbSlice) { 0, 0 }, bb_decimal_from_int (0));
    }
}

void
bb_run_rule (BbRun *run, const BbRule *rule)
{
  g_return_if_fail (rule->kind < G_N_ELEMENTS (rule_kinds));
  lift_notes (run, rule);
  rule_kinds[rule->kind] (run, rule);
}

BbFinding *
bb_run_add (BbRun *run, const BbRule *rule, BbWording wording, guint section, const char *target)
{
  BbFinding finding = {
    .rule = rule->index,
    .wording = wording,
    .severity = rule->severity,
    .section = section,
    .equation = -1,
    .target = target,
  };

  g_array_append_val (run->findings, finding);
  return &g_array_index (run->findings, BbFinding, run->findings->len - 1);
}

BbSlice
bb_run_cells (BbRun *run, const guint *cells, guint n)
{
  BbSlice slice = { run->pool->len, n };

  g_array_append_vals (run->pool, cells, n);
  return slice;
}

void
bb_run_plan (BbFinding *finding, BbFixKind kind, BbSlice cells, BbDecimal value)
{
  g_return_if_fail (finding->n_plans < BB_MAX_PLANS);
  finding->plans[finding->n_plans++] = (BbPlan) { .kind = kind, .cells = cells, .value = value };
}

void
bb_run_each_row (BbRun *run, const BbRule *rule, BbRowFunc look)
{
  for (guint t = 0; t < run->form->n_tables; t++)
    for (guint b = 0; b < run->form->tables[t].n_blocks; b++)
      {
        const BbBlock *block = &run->form->tables[t].blocks[b];

        for (guint r = 0; r < block->n_row_leaves; r++)
          look (run, rule, block->first_cell + r * block->n_column_leaves, block->n_column_leaves);
      }
}

gboolean
bb_run_sum (const BbRun *run, const guint *cells, guint n, BbDecimal *sum)
{
  gboolean complete = TRUE;

  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < n; i++)
    {
      const BbSeen *seen = &run->cells[cells[i]];

      if (seen->state != BB_STATE_NUMBER || !bb_decimal_add (*sum, seen->value, sum))
        complete = FALSE;
    }
  return complete;
}

gboolean
bb_run_awaits_parts (const BbRun *run, guint cell)
{
  const BbEquation *equation;
  BbDecimal sum;

  if (run->form->cells[cell].derived_from < 0 || !bb_run_is_empty (run, cell))
    return FALSE;
  equation = &run->form->equations[run->form->cells[cell].derived_from];
  return !bb_run_sum (run, equation->right, equation->n_right, &sum);
}

gboolean
bb_run_is_valid_number (const BbCell *cell, BbDecimal value)
{
  if (cell->kind != BB_KIND_SIGNED && bb_decimal_sign (value) < 0)
    return FALSE;
  return cell->kind == BB_KIND_AMOUNT || bb_decimal_is_whole (value);
}

static gboolean
is_missing (const BbRun *run, guint first, guint n)
{
  for (guint cell = first; cell < first + n; cell++)
    if (run->cells[cell].state != BB_STATE_MISSING)
      return FALSE;
  return TRUE;
}

/*
 * A row that was not in the file. Its totals may be computed from other rows or blank because these are not complete, so
 * only what people fill in tells; a row of nothing but totals tells by them.
 */
gboolean
bb_run_is_row_missing (const BbRun *run, guint first, guint n)
{
  guint n_inputs = 0;

  for (guint cell = first; cell < first + n; cell++)
    {
      if (run->form->cells[cell].derived_from >= 0)
        continue;
      if (run->cells[cell].state != BB_STATE_MISSING)
        return FALSE;
      n_inputs++;
    }
  return n_inputs > 0 || is_missing (run, first, n);
}
