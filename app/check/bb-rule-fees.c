/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fee for processing information, which section six states in words (form.md, `fees.*`). */
#include "check/bb-run.h"
#include "util/bb-decimal.h"

/* What the table has in 万元 the text has in 元: 0.05 there are 500 here. */
#define PLACES_TO_YUAN 4

static gboolean
states_fees (const BbRun *run, guint section)
{
  gboolean states = TRUE;

  for (guint i = 0; i < run->form->sections[section].n_topics; i++)
    states = states && !bb_run_lacks_topic (run, section, i);
  return states;
}

static gboolean
is_positive (const BbRun *run, int cell)
{
  return run->cells[cell].state == BB_STATE_NUMBER && bb_decimal_sign (run->cells[cell].value) > 0;
}

void
bb_rule_fees_stated (BbRun *run, const BbRule *rule)
{
  const BbSection *section = &run->form->sections[rule->section];

  /* Where requests were closed for want of the fee, fees.unpaid says so. */
  if (bb_run_judges_text (run, section->index) && !states_fees (run, section->index) && !is_positive (run, rule->cell))
    bb_run_add (run, rule, bb_run_is_text_empty (run, section->index) ? BB_WORDING_NO_FEES : BB_WORDING_FEES_STATED, section->index,
                section->id);
}

void
bb_rule_fees_unpaid (BbRun *run, const BbRule *rule)
{
  const BbSection *section = &run->form->sections[rule->section];
  guint cell = (guint) rule->cell;
  BbFinding *finding;

  if (!bb_run_judges_text (run, section->index) || states_fees (run, section->index) || !is_positive (run, rule->cell))
    return;
  finding = bb_run_add (run, rule, bb_run_is_text_empty (run, section->index) ? BB_WORDING_NO_FEES_UNPAID : BB_WORDING_FEES_UNPAID,
                        section->index, section->id);
  finding->cells = bb_run_cells (run, &cell, 1);
  finding->right = run->cells[cell].value;
}

void
bb_rule_fees_unit (BbRun *run, const BbRule *rule)
{
  const BbSection *section = &run->form->sections[rule->section];
  const BbFee *fee = &run->facts[rule->section]->fee;
  guint cell = (guint) rule->cell;
  g_autofree char *words = NULL;
  BbFinding *finding;
  BbDecimal all;

  if (fee->length == 0 || run->cells[cell].state != BB_STATE_NUMBER || !bb_decimal_shift (run->cells[cell].value, PLACES_TO_YUAN, &all) ||
      bb_decimal_compare (fee->amount, all) <= 0)
    return;
  words = g_utf8_substring (bb_field_get_text (bb_report_get_section (run->report, section->index)), fee->start, fee->start + fee->length);
  finding = bb_run_add (run, rule, BB_WORDING_FEES_UNIT, section->index, section->id);
  finding->cells = bb_run_cells (run, &cell, 1);
  finding->right = run->cells[cell].value;
  finding->detail = g_string_chunk_insert (run->strings, words);
  finding->text_start = fee->start;
  finding->text_length = fee->length;
}
