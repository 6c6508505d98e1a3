/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-figure-judgement.h"

#include <string.h>

#define N_ALTERNATIVES 2

static gboolean
sum_cells (BbReport *report, const guint *cells, guint n, BbDecimal *sum)
{
  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < n; i++)
    {
      BbDecimal value;

      if (!bb_field_get_value (bb_report_get_cell (report, cells[i]), &value) || !bb_decimal_add (*sum, value, sum))
        return FALSE;
    }
  return TRUE;
}

static gboolean
says (const BbTextFigure *figure, BbDecimal sum)
{
  int order = bb_decimal_compare (figure->value, sum);

  return figure->at_least ? order <= 0 : order == 0;
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

void
bb_text_figure_judge (BbReport *report, BbField *section, const BbTextFigure *figure, BbJudgement *judgement)
{
  judgement->verdict = is_linked (section, figure) ? BB_TEXT_FIGURE_LINKED : BB_TEXT_FIGURE_UNKNOWN;
  judgement->n_cells = 0;
  for (guint i = 0; i < N_ALTERNATIVES && judgement->verdict != BB_TEXT_FIGURE_LINKED && judgement->verdict != BB_TEXT_FIGURE_AGREES; i++)
    {
      guint cells[BB_TEXT_FIGURE_CELLS];
      guint n = bb_text_figure_cells (figure, i, cells);
      BbDecimal sum;

      if (n == 0 || !sum_cells (report, cells, n, &sum))
        continue;
      if (judgement->verdict == BB_TEXT_FIGURE_UNKNOWN || says (figure, sum))
        {
          memcpy (judgement->cells, cells, n * sizeof *cells);
          judgement->n_cells = n;
          judgement->sum = sum;
        }
      judgement->verdict = says (figure, sum) ? BB_TEXT_FIGURE_AGREES : BB_TEXT_FIGURE_DIFFERS;
    }
}

gboolean
bb_text_figure_can_link (const BbTextFigure *figure, const BbJudgement *judgement)
{
  return judgement->verdict == BB_TEXT_FIGURE_AGREES && judgement->n_cells == 1 && !figure->at_least;
}

/* From the last to the first: a figure that is written otherwise (１２) moves those behind it. */
guint
bb_text_figure_link_all (BbReport *report, BbField *section)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (BbTextFigure));
  guint n = 0;

  bb_text_figures_find (bb_report_get_form (report), bb_field_get_text (section), figures);
  for (guint i = figures->len; i-- > 0;)
    {
      const BbTextFigure *figure = &g_array_index (figures, BbTextFigure, i);
      BbJudgement judgement;

      bb_text_figure_judge (report, section, figure, &judgement);
      if (bb_text_figure_can_link (figure, &judgement))
        n += bb_report_insert_link (report, section, figure->start, figure->length, judgement.cells[0]);
    }
  return n;
}
