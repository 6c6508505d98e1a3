/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-sides.h"

/* Collects the cells of the equation for which @test is true. */
static BbSlice
pick (BbRun *run, const BbEquation *equation, gboolean (*test) (const BbRun *run, guint cell))
{
  BbSlice slice = { run->pool->len, 0 };

  for (guint i = 0; i < equation->n_left; i++)
    if (test (run, equation->left[i]))
      g_array_append_val (run->pool, equation->left[i]);
  for (guint i = 0; i < equation->n_right; i++)
    if (test (run, equation->right[i]))
      g_array_append_val (run->pool, equation->right[i]);
  slice.n = run->pool->len - slice.first;
  return slice;
}

static gboolean
is_unfilled (const BbRun *run, guint cell)
{
  return run->cells[cell].state != BB_STATE_NUMBER;
}

/* A total follows its parts by itself once they are filled; writing 0 into it would tear it off them. */
static gboolean
is_blank_input (const BbRun *run, guint cell)
{
  return run->form->cells[cell].derived_from < 0 && bb_run_is_empty (run, cell);
}

static BbFinding *
report (BbRun *run, const BbRule *rule, const BbEquation *equation, const BbSides *sides, BbWording wording)
{
  const BbForm *form = run->form;
  const char *target = form->cells[equation->left[0]].id;
  BbSlice cells = bb_run_cells (run, equation->left, equation->n_left);
  BbSlice unfilled;
  BbSlice blanks;
  BbFinding *finding;

  cells.n += bb_run_cells (run, equation->right, equation->n_right).n;
  unfilled = pick (run, equation, is_unfilled);
  blanks = pick (run, equation, is_blank_input);

  finding = bb_run_add (run, rule, wording, bb_form_cell_section (form, equation->left[0])->index, target);
  finding->cells = cells;
  finding->n_left = equation->n_left;
  finding->unfilled = unfilled;
  finding->equation = equation->index;
  finding->left = sides->left;
  finding->right = sides->right;
  finding->has_sides = bb_decimal_subtract (sides->left, sides->right, &finding->difference);
  if (blanks.n > 0)
    bb_run_plan (finding, BB_FIX_BLANKS_TO_ZERO, blanks, bb_decimal_from_int (0));
  return finding;
}

/* No total is offered here: which of four numbers is the wrong one cannot be told. */
void
bb_rule_balance (BbRun *run, const BbRule *rule)
{
  for (guint i = 0; i < run->form->n_equations; i++)
    {
      const BbEquation *equation = &run->form->equations[i];
      BbSides sides;

      if (equation->rule != rule->index)
        continue;
      bb_sides_look (run, equation, &sides);
      if (bb_sides_can_hold (&sides))
        continue;
      report (run, rule, equation, &sides,
              !sides.left_complete    ? BB_WORDING_BALANCE_LEFT_UNFILLED
              : !sides.right_complete ? BB_WORDING_BALANCE_RIGHT_UNFILLED
                                      : BB_WORDING_BALANCE);
    }
}

/* A sum of figures that can't be right themselves is no repair: their own issue comes first. */
static gboolean
parts_can_be_right (const BbRun *run, const BbEquation *equation)
{
  for (guint i = 0; i < equation->n_right; i++)
    {
      BbDecimal value;

      if (bb_field_get_value (bb_report_get_cell (run->report, equation->right[i]), &value)
          && (bb_decimal_sign (value) < 0 || !bb_decimal_is_whole (value)))
        return FALSE;
    }
  return TRUE;
}

void
bb_rule_sum (BbRun *run, const BbRule *rule)
{
  for (guint i = 0; i < run->form->n_equations; i++)
    {
      const BbEquation *equation = &run->form->equations[i];
      BbFinding *finding;
      BbSides sides;

      if (equation->rule != rule->index)
        continue;
      bb_sides_look (run, equation, &sides);
      if (bb_sides_can_hold (&sides))
        continue;
      finding = report (run, rule, equation, &sides,
                        !sides.left_complete    ? BB_WORDING_SUM_NEGATIVE
                        : !sides.right_complete ? BB_WORDING_SUM_UNFILLED
                                                : BB_WORDING_SUM);
      if (sides.right_complete && equation->n_left == 1 && parts_can_be_right (run, equation))
        bb_run_plan (finding, BB_FIX_TOTAL_TO_SUM, (BbSlice) { finding->cells.first, 1 }, sides.right);
    }
}
