/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-run.h"

#include <bianbao/bb-explain.h>

static const char *
text_of (const BbRun *run, guint cell)
{
  return bb_field_get_text (bb_report_get_cell (run->report, cell));
}

/* Whether cell.unit speaks of the cell: then cell.valid does not. */
static gboolean
has_unit (const BbRun *run, guint cell)
{
  const BbSeen *seen = &run->cells[cell];

  return (seen->state == BB_STATE_NUMBER && seen->form == BB_NUMBER_OWN_UNIT) ||
         (seen->state == BB_STATE_TEXT && seen->form == BB_NUMBER_REMARK);
}

/* A total that is only as wrong as its parts: these are told, and with them it comes right by itself. */
static gboolean
repeats_parts (const BbRun *run, guint cell)
{
  const BbEquation *equation;
  BbDecimal sum;
  gboolean all_valid = TRUE;

  if (run->form->cells[cell].derived_from < 0)
    return FALSE;
  equation = &run->form->equations[run->form->cells[cell].derived_from];
  for (guint i = 0; i < equation->n_right; i++)
    all_valid &= bb_run_is_valid_number (&run->form->cells[equation->right[i]], run->cells[equation->right[i]].value);
  return !all_valid && bb_run_sum (run, equation->right, equation->n_right, &sum) && bb_decimal_compare (sum, run->cells[cell].value) == 0;
}

static gboolean
is_invalid (const BbRun *run, guint cell, gboolean counts_empty)
{
  const BbSeen *seen = &run->cells[cell];

  switch (seen->state)
    {
    case BB_STATE_NUMBER:
      return !bb_run_is_valid_number (&run->form->cells[cell], seen->value) && !has_unit (run, cell) && !repeats_parts (run, cell);
    case BB_STATE_TEXT:
      return !has_unit (run, cell);
    case BB_STATE_BLANK:
    case BB_STATE_MISSING:
    default:
      return counts_empty && !bb_run_awaits_parts (run, cell);
    }
}

/* What the cells of a row that are not valid have in common, for the choice of the sentence and of the repairs. */
typedef struct
{
  BbSlice cells;
  BbSlice unfilled;
  BbSlice blank_inputs;
  BbSlice blank_totals;
  guint n_empty;
  guint n_missing;
} Invalid;

static BbSlice
keep (BbRun *run, BbSlice all, gboolean (*test) (const BbRun *run, guint cell))
{
  BbSlice slice = { run->pool->len, 0 };

  for (guint i = 0; i < all.n; i++)
    {
      guint cell = g_array_index (run->pool, guint, all.first + i);

      if (test (run, cell))
        g_array_append_val (run->pool, cell);
    }
  slice.n = run->pool->len - slice.first;
  return slice;
}

static gboolean
is_unfilled (const BbRun *run, guint cell)
{
  return run->cells[cell].state != BB_STATE_NUMBER;
}

static gboolean
is_blank_input (const BbRun *run, guint cell)
{
  return bb_run_is_empty (run, cell) && run->form->cells[cell].derived_from < 0;
}

/* An empty total that can be computed: its parts are numbers, and so is their sum a total. */
static gboolean
is_blank_total (const BbRun *run, guint cell)
{
  const BbEquation *equation;
  BbDecimal sum;

  if (run->form->cells[cell].derived_from < 0 || !bb_run_is_empty (run, cell))
    return FALSE;
  equation = &run->form->equations[run->form->cells[cell].derived_from];
  return bb_run_sum (run, equation->right, equation->n_right, &sum) && bb_decimal_sign (sum) >= 0;
}

static gboolean
find_invalid (BbRun *run, guint first, guint n, gboolean counts_empty, Invalid *invalid)
{
  *invalid = (Invalid) { .cells = { run->pool->len, 0 } };
  for (guint cell = first; cell < first + n; cell++)
    if (is_invalid (run, cell, counts_empty))
      {
        g_array_append_val (run->pool, cell);
        invalid->n_empty += bb_run_is_empty (run, cell);
        invalid->n_missing += run->cells[cell].state == BB_STATE_MISSING;
      }
  invalid->cells.n = run->pool->len - invalid->cells.first;
  if (invalid->cells.n == 0)
    return FALSE;

  invalid->unfilled = keep (run, invalid->cells, is_unfilled);
  invalid->blank_inputs = keep (run, invalid->cells, is_blank_input);
  invalid->blank_totals = keep (run, invalid->cells, is_blank_total);
  return TRUE;
}

/* The texts of the cells, so that a finding about other texts is another one. */
static const char *
quote_texts (BbRun *run, BbSlice cells)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < cells.n; i++)
    {
      if (i > 0)
        g_string_append (texts, BB_DETAIL_BREAK);
      g_string_append (texts, text_of (run, g_array_index (run->pool, guint, cells.first + i)));
    }
  return g_string_chunk_insert (run->strings, texts->str);
}

/* What the only blank of a row must be, as every equation that can tell says. Returns: FALSE when none can, or they contradict. */
static gboolean
solve_blank (const BbRun *run, BbSlice blanks, BbDecimal *value)
{
  const BbCell *cell = &run->form->cells[g_array_index (run->pool, guint, blanks.first)];
  gboolean found = FALSE;

  for (guint i = 0; blanks.n == 1 && i < cell->n_equations; i++)
    {
      const BbEquation *equation = &run->form->equations[cell->equations[i]];
      BbDecimal other;

      if (!bb_solve (run->report, equation, cell->index, &other))
        continue;
      if (found && bb_decimal_compare (*value, other) != 0)
        return FALSE;
      *value = other;
      found = TRUE;
    }
  return found;
}

/* No 0 is offered where the relations want another number. */
static void
plan_blanks (BbRun *run, BbFinding *finding, BbSlice blanks)
{
  BbDecimal value;

  if (blanks.n == 0)
    return;
  if (solve_blank (run, blanks, &value) && bb_decimal_sign (value) != 0)
    bb_run_plan (finding, BB_FIX_SOLVE, blanks, value);
  else
    bb_run_plan (finding, BB_FIX_BLANKS_TO_ZERO, blanks, bb_decimal_from_int (0));
}

static void
check_row (BbRun *run, const BbRule *rule, guint section, guint first, guint n)
{
  Invalid invalid;
  BbFinding *finding;
  BbWording wording = BB_WORDING_VALID;
  guint target;

  if (!find_invalid (run, first, n, run->counts_empty[section], &invalid))
    return;
  if (invalid.n_missing > 0 && bb_run_is_row_missing (run, first, n))
    wording = BB_WORDING_VALID_NO_ROW;
  else if (invalid.n_empty == invalid.cells.n)
    wording = BB_WORDING_VALID_EMPTY;

  target = g_array_index (run->pool, guint, invalid.cells.first);
  finding = bb_run_add (run, rule, wording, section, run->form->cells[target].id);
  finding->cells = invalid.cells;
  finding->unfilled = invalid.unfilled;
  if (wording == BB_WORDING_VALID)
    finding->detail = quote_texts (run, invalid.cells);
  plan_blanks (run, finding, invalid.blank_inputs);
  if (invalid.blank_totals.n > 0)
    bb_run_plan (finding, BB_FIX_TOTAL_TO_SUM, invalid.blank_totals, bb_decimal_from_int (0));
}

void
bb_rule_valid (BbRun *run, const BbRule *rule)
{
  const BbForm *form = run->form;

  for (guint t = 0; t < form->n_tables; t++)
    for (guint b = 0; b < form->tables[t].n_blocks; b++)
      {
        const BbBlock *block = &form->tables[t].blocks[b];
        guint n = block->n_column_leaves;

        if (rule->table >= 0 && rule->table != (int) t)
          continue;
        for (guint row = 0; row < block->n_row_leaves; row++)
          check_row (run, rule, form->tables[t].section, block->first_cell + row * n, n);
      }
}

static BbFinding *
add_cell (BbRun *run, const BbRule *rule, BbWording wording, guint cell)
{
  guint section = bb_form_cell_section (run->form, cell)->index;
  BbSlice cells = bb_run_cells (run, &cell, 1);
  BbFinding *finding = bb_run_add (run, rule, wording, section, run->form->cells[cell].id);

  finding->cells = cells;
  if (run->cells[cell].state != BB_STATE_NUMBER)
    finding->unfilled = cells;
  finding->detail = g_string_chunk_insert (run->strings, text_of (run, cell));
  return finding;
}

/* A count with its own unit is understood: a hint only. */
void
bb_rule_unit (BbRun *run, const BbRule *rule)
{
  for (guint cell = 0; cell < run->form->n_cells; cell++)
    {
      const BbNumber *number;
      BbFinding *finding;

      if (!has_unit (run, cell) || (rule->table >= 0 && rule->table != (int) run->form->cells[cell].table))
        continue;
      number = bb_field_get_number (bb_report_get_cell (run->report, cell));
      if (number->form == BB_NUMBER_OWN_UNIT)
        {
          finding = add_cell (run, rule, BB_WORDING_UNIT_OWN, cell);
          finding->severity = BB_SEVERITY_HINT;
          bb_run_plan (finding, BB_FIX_TAKE_NUMBER, finding->cells, number->value);
        }
      else if (number->has_offer)
        {
          finding = add_cell (run, rule, BB_WORDING_UNIT_OFFER, cell);
          bb_run_plan (finding, BB_FIX_TAKE_NUMBER, finding->cells, number->offer);
        }
      else
        add_cell (run, rule, BB_WORDING_UNIT_REMARK, cell);
    }
}

void
bb_rule_decimals (BbRun *run, const BbRule *rule)
{
  for (guint cell = 0; cell < run->form->n_cells; cell++)
    {
      const BbSeen *seen = &run->cells[cell];

      if (run->form->cells[cell].kind != BB_KIND_AMOUNT || seen->state != BB_STATE_NUMBER)
        continue;
      if (rule->table >= 0 && rule->table != (int) run->form->cells[cell].table)
        continue;
      if (seen->value.scale > rule->parameter)
        add_cell (run, rule, BB_WORDING_DECIMALS, cell)->number = rule->parameter;
    }
}

/* Digits of double width, which an input method types when it is told to; zeros in front; decimals of what is counted. Groups of
 * three digits are a matter of taste. */
static gboolean
is_oddly_written (const char *text, const BbSeen *seen, BbKind kind)
{
  if (kind != BB_KIND_AMOUNT && seen->value.scale > 0)
    return TRUE;
  if (!g_str_is_ascii (text))
    return TRUE;
  text += strspn (text, " +-");
  return text[0] == '0' && g_ascii_isdigit (text[1]);
}

static BbDecimal
write_plainly (BbDecimal value, BbKind kind)
{
  for (; kind != BB_KIND_AMOUNT && value.scale > 0; value.scale--)
    value.mantissa /= 10;
  return value;
}

/* A total is written by the program, with the decimals of its parts, and those are what has to be put right. */
static gboolean
is_computed (const BbRun *run, guint cell)
{
  return bb_field_get_origin (bb_report_get_cell (run->report, cell)) == BB_ORIGIN_DERIVED;
}

/* What was typed stays; it would also be published like that. */
void
bb_rule_plain (BbRun *run, const BbRule *rule)
{
  for (guint cell = 0; cell < run->form->n_cells; cell++)
    {
      const BbSeen *seen = &run->cells[cell];
      BbKind kind = run->form->cells[cell].kind;
      BbFinding *finding;

      if (seen->state != BB_STATE_NUMBER || seen->form != BB_NUMBER_PLAIN || !bb_run_is_valid_number (&run->form->cells[cell], seen->value)
          || is_computed (run, cell) || !is_oddly_written (text_of (run, cell), seen, kind))
        continue;
      finding = add_cell (run, rule, BB_WORDING_PLAIN, cell);
      bb_run_plan (finding, BB_FIX_TAKE_NUMBER, finding->cells, write_plainly (seen->value, kind));
    }
}
