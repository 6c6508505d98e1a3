/* SPDX-License-Identifier: GPL-3.0-or-later */
/* This year beside the last (form.md, `carry.requests` and the plausible relations that look back). Silent without last year's report. */
#include "check/bb-run.h"

#include "check/bb-labels.h"
#include "util/bb-word-border.h"

/* So many characters of a copied paragraph are shown. */
#define SHOWN 20

/* ---- figures ---- */

/* The figures of another year than the one before say nothing about this year's; a note tells so. */
static gboolean
may_compare (const BbRun *run)
{
  return run->last != NULL && bb_last_year_precedes (bb_last_year_get_year (run->last), bb_report_get_year (run->report));
}

static const BbBlock *
block_of (const BbRun *run, const BbCell *cell)
{
  return &run->form->tables[cell->table].blocks[cell->block];
}

/* What the cell holds and what last year's report says: an acceptance is for both. */
static const char *
keep_both (BbRun *run, guint cell, BbDecimal last)
{
  g_autofree char *number = bb_decimal_to_string (last);
  g_autofree char *both = g_strconcat (bb_field_get_text (bb_report_get_cell (run->report, cell)), BB_DETAIL_BREAK, number, NULL);

  return g_string_chunk_insert (run->strings, both);
}

static void
compare_carried (BbRun *run, const BbRule *rule, guint cell, BbDecimal last)
{
  const BbSeen *seen = &run->cells[cell];
  BbFinding *finding;

  if (seen->state != BB_STATE_NUMBER || bb_decimal_compare (seen->value, last) == 0)
    return;
  finding = bb_run_add (run, rule, BB_WORDING_CARRY_REQUESTS, bb_form_cell_section (run->form, cell)->index, run->form->cells[cell].id);
  finding->cells = bb_run_cells (run, &cell, 1);
  finding->left = seen->value;
  finding->right = last;
  finding->detail = keep_both (run, cell, last);
  if (run->form->cells[cell].derived_from < 0)
    bb_run_plan (finding, BB_FIX_TAKE_LAST, finding->cells, last);
}

void
bb_rule_carry_requests (BbRun *run, const BbRule *rule)
{
  guint n = block_of (run, &run->form->cells[rule->cell])->n_column_leaves;

  for (guint i = 0; may_compare (run) && i < n; i++)
    {
      BbDecimal last;

      if (bb_last_year_get_value (run->last, (guint) rule->from + i, &last))
        compare_carried (run, rule, (guint) rule->cell + i, last);
    }
}

/* Not in the first year of an edition: the year before counted otherwise. */
gboolean
bb_run_breaks_carry (const BbRun *run, guint valid, BbDecimal *last, BbDecimal *sum)
{
  const guint cells[] = { valid, valid - 2, valid - 1 };

  return may_compare (run) && bb_last_year_get_form (run->last) == run->form && bb_report_get_year (run->report) > run->form->first_year &&
         bb_last_year_get_value (run->last, valid, last) && bb_run_sum (run, cells, G_N_ELEMENTS (cells), sum) &&
         bb_decimal_add (*last, run->cells[valid - 2].value, sum) && bb_decimal_subtract (*sum, run->cells[valid - 1].value, sum) &&
         bb_decimal_compare (run->cells[valid].value, *sum) != 0;
}

void
bb_rule_carry_valid (BbRun *run, const BbRule *rule)
{
  const BbCell *named = &run->form->cells[rule->cell];
  const BbBlock *block = block_of (run, named);

  for (guint r = 0; r < block->n_row_leaves; r++)
    {
      guint valid = block->first_cell + r * block->n_column_leaves + named->column;
      const guint cells[] = { valid, valid - 2, valid - 1 };
      BbDecimal sum, last;
      BbFinding *finding;

      if (!bb_run_breaks_carry (run, valid, &last, &sum))
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_CARRY_VALID, bb_form_cell_section (run->form, valid)->index, run->form->cells[valid].id);
      finding->cells = bb_run_cells (run, cells, G_N_ELEMENTS (cells));
      finding->left = run->cells[valid].value;
      finding->right = sum;
      finding->detail = keep_both (run, valid, last);
    }
}

/* A total of 0 whose parts are none says nothing of what is counted; that they make another sum is told by itself. */
static gboolean
is_nothing (const BbRun *run, guint total, const BbEquation *parts)
{
  BbDecimal sum;

  bb_run_sum (run, parts->right, parts->n_right, &sum);
  return run->cells[total].state == BB_STATE_NUMBER && bb_decimal_sign (run->cells[total].value) == 0 && bb_decimal_sign (sum) == 0;
}

void
bb_rule_disputes_pending (BbRun *run, const BbRule *rule)
{
  const BbTable *table = &run->form->tables[run->form->cells[rule->cell].table];

  for (guint i = table->first_cell; may_compare (run) && i < table->first_cell + table->n_cells; i++)
    {
      const BbCell *cell = &run->form->cells[i];
      const BbEquation *parts = cell->derived_from >= 0 ? &run->form->equations[cell->derived_from] : NULL;
      BbFinding *finding;
      BbDecimal last;

      if (parts == NULL || !is_nothing (run, i, parts) ||
          !bb_last_year_get_value (run->last, parts->right[parts->n_right - 1], &last) || bb_decimal_sign (last) <= 0)
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_DISPUTES_PENDING, bb_form_cell_section (run->form, i)->index, cell->id);
      finding->cells = bb_run_cells (run, &i, 1);
      finding->right = last;
      finding->detail = keep_both (run, i, last);
    }
}

/* Three times as much or a third, and by at least the rule's difference. */
static gboolean
jumps (const BbRule *rule, BbDecimal now, BbDecimal last)
{
  BbDecimal more = bb_decimal_compare (now, last) > 0 ? now : last;
  BbDecimal less = bb_decimal_compare (now, last) > 0 ? last : now;
  BbDecimal difference, twice, thrice;

  return bb_decimal_subtract (more, less, &difference) && bb_decimal_compare (difference, bb_decimal_from_int (rule->parameter)) >= 0 &&
         bb_decimal_add (less, less, &twice) && bb_decimal_add (twice, less, &thrice) && bb_decimal_compare (more, thrice) >= 0;
}

static void
add_jump (BbRun *run, GArray *cells, GString *list, guint cell, BbDecimal last)
{
  g_autofree char *number = bb_decimal_to_string (last);
  const char *label = bb_label_in_row (run->form, cell);

  g_array_append_val (cells, cell);
  g_string_append_printf (list, "%s%s %s → %s", list->len > 0 ? BB_DETAIL_BREAK : "", label, number,
                          bb_field_get_text (bb_report_get_cell (run->report, cell)));
}

/* One finding a row: a row that grew grew in several columns. */
static void
look_at_row (BbRun *run, const BbRule *rule, guint first, guint n)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) list = g_string_new (NULL);
  BbFinding *finding;

  for (guint i = first; i < first + n; i++)
    {
      BbDecimal last;

      if (run->cells[i].state == BB_STATE_NUMBER && bb_run_is_valid_number (&run->form->cells[i], run->cells[i].value) &&
          bb_last_year_get_value (run->last, i, &last) && jumps (rule, run->cells[i].value, last))
        add_jump (run, cells, list, i, last);
    }
  if (cells->len == 0)
    return;
  first = g_array_index (cells, guint, 0);
  finding = bb_run_add (run, rule, BB_WORDING_JUMP, bb_form_cell_section (run->form, first)->index, run->form->cells[first].id);
  finding->cells = bb_run_cells (run, (const guint *) (gpointer) cells->data, cells->len);
  finding->detail = g_string_chunk_insert (run->strings, list->str);
}

void
bb_rule_jump (BbRun *run, const BbRule *rule)
{
  if (may_compare (run))
    bb_run_each_row (run, rule, look_at_row);
}

/* ---- texts ---- */

static const char *
keep_characters (BbRun *run, guint section, guint start, guint length)
{
  const char *text = bb_field_get_text (bb_report_get_section (run->report, section));
  g_autofree char *words = g_utf8_substring (text, start, start + length);
  g_autofree char *shown = bb_word_border_shorten (words, SHOWN);

  return g_string_chunk_insert (run->strings, shown);
}

/* A sentence that begins with the year before the report's is left over from last year's text. */
void
bb_rule_text_year (BbRun *run, const BbRule *rule)
{
  int year = bb_report_get_year (run->report);

  for (guint s = 0; year != 0 && s < run->form->n_sections; s++)
    for (guint i = 0; i < run->facts[s]->leading_years->len; i++)
      {
        const BbTextClaim *claim = &g_array_index (run->facts[s]->leading_years, BbTextClaim, i);
        BbFinding *finding;

        if (bb_decimal_compare (claim->whole, bb_decimal_from_int (year - 1)) != 0)
          continue;
        finding = bb_run_add (run, rule, BB_WORDING_TEXT_YEAR, s, run->form->sections[s].id);
        finding->detail = keep_characters (run, s, claim->start, claim->length);
        finding->number = year;
        finding->text_start = claim->start;
        finding->text_length = claim->length;
      }
}

void
bb_rule_text_copied (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    for (guint i = 0; i < run->copied[s]->len; i++)
      {
        const BbCopied *copied = &g_array_index (run->copied[s], BbCopied, i);
        BbFinding *finding = bb_run_add (run, rule, BB_WORDING_TEXT_COPIED, s, run->form->sections[s].id);

        finding->detail = keep_characters (run, s, copied->start, copied->length);
        finding->text_start = copied->start;
        finding->text_length = copied->length;
      }
}
