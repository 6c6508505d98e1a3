/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-figure-judgement.h"

#include <math.h>
#include <string.h>

/* ---- this year and last ---- */

/* Returns: %FALSE when a cell is no number. @last: (nullable): this year's are meant. */
static gboolean
sum_cells (BbReport *report, BbLastYear *last, const guint *cells, guint n, BbDecimal *sum)
{
  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < n; i++)
    {
      BbDecimal value;
      gboolean known = last != NULL ? bb_last_year_get_value (last, cells[i], &value)
                                    : bb_field_get_value (bb_report_get_cell (report, cells[i]), &value);

      if (!known || !bb_decimal_add (*sum, value, sum))
        return FALSE;
    }
  return n > 0;
}

static gboolean
sum_id (BbReport *report, const char *id, BbDecimal *sum)
{
  int cell = bb_form_find_cell (bb_report_get_form (report), id);
  guint index = (guint) cell;

  return cell >= 0 && sum_cells (report, NULL, &index, 1, sum);
}

/* ---- what is said ---- */

/* 4.58万 stands for all that rounds to it, or begins like it: at most half a step less, less than one step more. */
static gboolean
rounds_to (BbDecimal exact, BbDecimal said, BbDecimal step)
{
  BbDecimal more, less;

  if (!bb_decimal_add (said, step, &more) || !bb_decimal_subtract (said, exact, &less) || !bb_decimal_add (less, less, &less))
    return FALSE;
  return bb_decimal_compare (exact, more) < 0 && bb_decimal_compare (less, step) <= 0;
}

/* Fees stand in 万元 in the table, in 元 in the figure. */
static BbDecimal
to_unit (BbReport *report, const guint *cells, BbDecimal value)
{
  if (bb_report_get_form (report)->cells[cells[0]].kind == BB_KIND_AMOUNT)
    value.scale = (guint8) (value.scale + 4);
  return value;
}

static gboolean
says (BbReport *report, const BbTextFigure *figure, const guint *cells, BbDecimal sum)
{
  BbDecimal value = to_unit (report, cells, figure->value);
  BbDecimal step = to_unit (report, cells, figure->step);
  int order = bb_decimal_compare (value, sum);

  if (order == 0 || (figure->at_least && order < 0))
    return TRUE;
  return (figure->step.scale == 0 ? figure->step.mantissa > 1 : TRUE) && rounds_to (sum, value, step);
}

/* The percentage may be rounded, or cut. */
static gboolean
is_percentage (const BbTextFigure *figure, double part, double whole)
{
  double exact = part * 100 / whole;
  double said = bb_decimal_to_double (figure->value);
  double step = bb_decimal_to_double (figure->step);

  return whole > 0 && (said - exact < step * 0.5 + 1e-9 || figure->at_least) && exact - said < step - 1e-9 ;
}

static gboolean
is_linked (BbField *section, const BbTextFigure *figure)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (section, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (figure->start < links[i].start + links[i].length && links[i].start < figure->start + figure->length)
      return TRUE;
  return FALSE;
}

/* ---- judging ---- */

static void
take (BbJudgement *judgement, const guint *cells, guint n, BbDecimal sum, gboolean agrees)
{
  if (judgement->verdict == BB_TEXT_FIGURE_UNKNOWN || agrees)
    {
      memcpy (judgement->cells, cells, n * sizeof *cells);
      judgement->n_cells = n;
      judgement->sum = sum;
    }
  judgement->verdict = agrees ? BB_TEXT_FIGURE_AGREES : BB_TEXT_FIGURE_DIFFERS;
}

static void
judge_count (BbReport *report, BbLastYear *last, const BbTextFigure *figure, BbJudgement *judgement)
{
  /* 2023年结转 in the report for 2024 is what was carried in, in that for 2023 what is carried out. */
  int year = figure->carried_year != 0 ? bb_report_get_year (report) : 0;
  guint least = year != 0 && figure->carried_year == year - 1 ? 1 : 0;
  guint most = year != 0 && figure->carried_year == year ? 1 : BB_TEXT_FIGURE_MEANINGS;

  for (guint i = least; i < most && judgement->verdict != BB_TEXT_FIGURE_AGREES; i++)
    {
      const guint *cells = figure->cells[i];
      BbDecimal sum;

      if (sum_cells (report, last, cells, figure->n_cells[i], &sum))
        take (judgement, cells, figure->n_cells[i], sum, says (report, figure, cells, sum));
    }
}

static gboolean
judge_move (const BbTextFigure *figure, BbDecimal now, BbDecimal before, BbDecimal *difference)
{
  double change;

  if (!bb_decimal_subtract (now, before, difference))
    return TRUE;
  change = bb_decimal_to_double (*difference) * (figure->is_less ? -1 : 1);
  if (figure->kind == BB_TEXT_FIGURE_DIFFERENCE)
    return change == bb_decimal_to_double (figure->value);
  return is_percentage (figure, change, bb_decimal_to_double (before));
}

/* A percentage of a figure that is told to be wrong itself is not told as well. */
static gboolean
is_stated (const BbTextFigure *figure, BbDecimal value)
{
  return figure->n_stated == 0 || bb_decimal_compare (figure->stated[0], value) == 0;
}

static void
judge_growth (BbReport *report, BbLastYear *last, const BbTextFigure *figure, BbJudgement *judgement)
{
  for (guint i = 0; last != NULL && i < BB_TEXT_FIGURE_MEANINGS && judgement->verdict != BB_TEXT_FIGURE_AGREES; i++)
    {
      const guint *cells = figure->cells[i];
      BbDecimal now, before, difference;
      gboolean agrees;

      if (!sum_cells (report, NULL, cells, figure->n_cells[i], &now) || !sum_cells (report, last, cells, figure->n_cells[i], &before) ||
          !is_stated (figure, now))
        continue;
      agrees = judge_move (figure, now, before, &difference);
      if (judgement->verdict == BB_TEXT_FIGURE_UNKNOWN || agrees)
        {
          judgement->part = now;
          judgement->whole = before;
        }
      take (judgement, cells, figure->n_cells[i], difference, agrees);
    }
}

/* Of which sums the cells that @of begins with may be a part: ids to be added up. */
static const struct
{
  const char *of;
  const char *wholes[4][2];
} shares[] = {
  { "t3.new.", { { "t3.new.total" }, { "t3.new.total", "t3.carried_in.total" } } },
  { "t3.carried_", { { "t3.new.total", "t3.carried_in.total" } } },
  { "t3.", { { "t3.total.total" }, { "t3.new.total" }, { "t3.new.total", "t3.carried_in.total" } } },
  { "t4.review.", { { "t4.review.total" } } },
  { "t4.", { { "t4.direct.total", "t4.after_review.total" }, { "t4.direct.total" }, { "t4.after_review.total" } } },
};

static guint
find_wholes (BbReport *report, const BbTextFigure *figure, BbDecimal wholes[4])
{
  const char *id = bb_report_get_form (report)->cells[figure->cells[0][0]].id;
  guint share = 0, n = 0;

  while (share < G_N_ELEMENTS (shares) && !g_str_has_prefix (id, shares[share].of))
    share++;
  for (guint i = 0; share < G_N_ELEMENTS (shares) && i < 4 && shares[share].wholes[i][0] != NULL; i++)
    {
      const char *const *ids = shares[share].wholes[i];
      BbDecimal more = { 0, 0 };

      if (sum_id (report, ids[0], &wholes[n]) && (ids[1] == NULL || sum_id (report, ids[1], &more)) && bb_decimal_add (wholes[n], more, &wholes[n]))
        n++;
    }
  return n;
}

static void
judge_share (BbReport *report, const BbTextFigure *figure, BbJudgement *judgement)
{
  BbDecimal wholes[4], part;
  guint n = 0;

  if (figure->n_cells[0] == 0 || !sum_cells (report, NULL, figure->cells[0], figure->n_cells[0], &part) || !is_stated (figure, part) ||
      (n = find_wholes (report, figure, wholes)) == 0)
    return;
  judgement->part = part;
  judgement->whole = wholes[0];
  take (judgement, figure->cells[0], figure->n_cells[0], part, FALSE);
  for (guint i = 0; i < n; i++)
    if (is_percentage (figure, bb_decimal_to_double (part), bb_decimal_to_double (wholes[i])))
      judgement->verdict = BB_TEXT_FIGURE_AGREES;
  if (figure->n_stated == 2 && is_percentage (figure, bb_decimal_to_double (figure->stated[0]), bb_decimal_to_double (figure->stated[1])))
    judgement->verdict = BB_TEXT_FIGURE_AGREES;
}

/* One that has parts whose figures stand in its narrative, too; a bureau has none. */
static gboolean
is_government (BbReport *report)
{
  static const char *const ends[] = { "政府", "管委会", "管理委员会" };
  const char *name = bb_report_get_organisation (report);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      return TRUE;
  return FALSE;
}

/* A year that is not this year's or the last one's is nothing that the report or the one before it knows. */
static gboolean
is_last_year (BbReport *report, const BbTextFigure *figure, gboolean *unknown)
{
  int year = bb_report_get_year (report);

  if (figure->year == 0 || figure->year == year)
    return FALSE;
  *unknown = year == 0 || (figure->year != BB_TEXT_FIGURE_LAST_YEAR && figure->year != year - 1);
  return TRUE;
}

void
bb_text_figure_judge (BbReport *report, BbLastYear *last, BbField *section, const BbTextFigure *figure, BbJudgement *judgement)
{
  gboolean unknown = FALSE;
  gboolean is_last = is_last_year (report, figure, &unknown);

  judgement->verdict = is_linked (section, figure) ? BB_TEXT_FIGURE_LINKED : BB_TEXT_FIGURE_UNKNOWN;
  judgement->n_cells = 0;
  judgement->is_last = is_last;
  if (judgement->verdict == BB_TEXT_FIGURE_LINKED || unknown || (is_last && last == NULL) || (figure->of_unit && is_government (report)))
    return;
  if (figure->kind == BB_TEXT_FIGURE_DIFFERENCE || figure->kind == BB_TEXT_FIGURE_GROWTH)
    judge_growth (report, last, figure, judgement);
  else if (figure->kind == BB_TEXT_FIGURE_SHARE)
    judge_share (report, figure, judgement);
  else
    judge_count (report, is_last ? last : NULL, figure, judgement);
}

gboolean
bb_text_figure_can_link (const BbTextFigure *figure, const BbJudgement *judgement)
{
  return judgement->verdict == BB_TEXT_FIGURE_AGREES && judgement->n_cells == 1 && !figure->at_least && !judgement->is_last &&
         figure->kind == BB_TEXT_FIGURE_COUNT && figure->step.mantissa == 1 && figure->step.scale == 0 &&
         bb_decimal_compare (figure->value, judgement->sum) == 0;
}

/* From the last to the first: a figure that is written otherwise (１２) moves those behind it. */
guint
bb_text_figure_link_all (BbReport *report, BbField *section)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (BbTextFigure));
  guint n = 0;

  bb_text_figures_find (bb_report_get_form (report), (guint) bb_field_get_section (section), bb_field_get_text (section), figures);
  for (guint i = figures->len; i-- > 0;)
    {
      const BbTextFigure *figure = &g_array_index (figures, BbTextFigure, i);
      BbJudgement judgement;

      bb_text_figure_judge (report, NULL, section, figure, &judgement);
      if (bb_text_figure_can_link (figure, &judgement))
        n += bb_report_insert_link (report, section, figure->start, figure->length, judgement.cells[0]);
    }
  return n;
}
