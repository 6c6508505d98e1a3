/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says of itself, and what follows from figures of one row (form.md, "Relations that are plausible"; all soft). */
#include "check/bb-run.h"

#include "util/bb-word-border.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* So many characters of the words are shown. */
#define SHOWN 40

static const char *
keep_words (BbRun *run, guint section, const BbTextClaim *claim)
{
  const char *text = bb_field_get_text (bb_report_get_section (run->report, section));
  g_autofree char *words = g_strndup (text + claim->words_start, claim->words_length);
  g_autofree char *shown = bb_word_border_shorten (words, SHOWN);

  return g_string_chunk_insert (run->strings, shown);
}

/*
 * Whether text.table has judged the figures of the list beside their cells: then it tells which of them is wrong, and a list that leaves
 * rows of the table out is right.
 */
static gboolean
is_judged (const BbRun *run, guint section, const BbTextClaim *claim)
{
  guint n_known = 0;
  gboolean knows_whole = FALSE;

  for (guint i = 0; i < run->figures[section]->len; i++)
    {
      const BbTextFigure *figure = &g_array_index (run->figures[section], BbTextFigure, i);
      const BbJudgement *judgement = &g_array_index (run->judgements[section], BbJudgement, i);

      if (figure->start < claim->start || figure->start >= claim->start + claim->length)
        continue;
      if (judgement->verdict == BB_TEXT_FIGURE_DIFFERS)
        return TRUE;
      n_known += judgement->verdict != BB_TEXT_FIGURE_UNKNOWN;
      knows_whole |= figure->start == claim->start && judgement->verdict != BB_TEXT_FIGURE_UNKNOWN;
    }
  return knows_whole && n_known > 1;
}

void
bb_rule_text_parts (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    for (guint i = 0; i < run->facts[s]->parts->len; i++)
      {
        const BbTextClaim *claim = &g_array_index (run->facts[s]->parts, BbTextClaim, i);
        BbFinding *finding = is_judged (run, s, claim) ? NULL : bb_run_add (run, rule, BB_WORDING_TEXT_PARTS, s, run->form->sections[s].id);

        if (finding == NULL)
          continue;
        finding->detail = keep_words (run, s, claim);
        finding->text_start = claim->start;
        finding->text_length = claim->length;
        finding->left = claim->whole;
        finding->right = claim->parts;
      }
}

void
bb_rule_text_allclosed (BbRun *run, const BbRule *rule)
{
  guint cell = (guint) rule->cell;
  const BbSeen *open = &run->cells[cell];

  if (open->state != BB_STATE_NUMBER || bb_decimal_sign (open->value) <= 0)
    return;
  for (guint s = 0; s < run->form->n_sections; s++)
    {
      const BbTextClaim *claim = &run->facts[s]->closed;
      BbFinding *finding;

      if (claim->length == 0)
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_TEXT_ALLCLOSED, s, run->form->sections[s].id);
      finding->cells = bb_run_cells (run, &cell, 1);
      finding->detail = keep_words (run, s, claim);
      finding->text_start = claim->start;
      finding->text_length = claim->length;
      finding->right = open->value;
    }
}

/* The rule names 现行有效件数 of one row; the cells before it in each row of its block are 制发件数 and 废止件数. */
void
bb_rule_valid_made (BbRun *run, const BbRule *rule)
{
  const BbCell *named = &run->form->cells[rule->cell];
  const BbBlock *block = &run->form->tables[named->table].blocks[named->block];

  g_return_if_fail (named->column >= 2);
  for (guint r = 0; r < block->n_row_leaves; r++)
    {
      guint valid = block->first_cell + r * block->n_column_leaves + named->column;
      const guint cells[] = { valid, valid - 2, valid - 1 };
      BbFinding *finding;
      BbDecimal rest, sum, last;

      if (!bb_run_sum (run, cells, G_N_ELEMENTS (cells), &sum) ||
          !bb_decimal_subtract (run->cells[valid - 2].value, run->cells[valid - 1].value, &rest) ||
          bb_decimal_compare (run->cells[valid].value, rest) >= 0)
        continue;
      /* Last year's figure makes it more yet: carry.valid tells by how much. */
      if (bb_run_breaks_carry (run, valid, &last, &sum))
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_VALID_MADE, bb_form_cell_section (run->form, valid)->index, run->form->cells[valid].id);
      finding->cells = bb_run_cells (run, cells, G_N_ELEMENTS (cells));
      finding->left = run->cells[valid].value;
      finding->right = rest;
    }
}

/*
 * Whether the name says that the organ is below the governments of cities with districts: of a county, a township or a
 * district. Departments are not asked: what they report may be their government's.
 */
static gboolean
is_below_city (const char *name)
{
  static const char *const below[] = { "县", "乡", "镇", "街道", "村", "居委会" };
  const char *district = strstr (name, "区人民政府");

  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    if (strstr (name, below[i]) != NULL)
      return TRUE;
  /* 自治区人民政府 and 特别行政区政府 are above; their names hold the same character. */
  return district != NULL && strstr (name, "自治区") == NULL && strstr (name, "行政区") == NULL;
}

/* 立法法 (2023) 第九十一条、第九十三条: rules (规章) are made by departments of the State Council, provinces, cities with districts and autonomous prefectures. */
void
bb_rule_rules_power (BbRun *run, const BbRule *rule)
{
  const BbCell *named = &run->form->cells[rule->cell];
  const BbBlock *block = &run->form->tables[named->table].blocks[named->block];
  g_autofree char *name = bb_text_trim (bb_report_get_organisation (run->report));
  guint first = block->first_cell + named->row * block->n_column_leaves;

  if (!is_below_city (name))
    return;
  for (guint c = first; c < first + block->n_column_leaves; c++)
    {
      BbFinding *finding;

      if (run->cells[c].state != BB_STATE_NUMBER || bb_decimal_sign (run->cells[c].value) <= 0)
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_RULES_POWER, bb_form_cell_section (run->form, c)->index, run->form->cells[c].id);
      finding->cells = bb_run_cells (run, &c, 1);
      finding->left = run->cells[c].value;
      finding->detail = g_string_chunk_insert (run->strings, name);
      return;
    }
}
