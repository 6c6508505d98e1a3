/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the narrative says about the tables (form.md, "Narrative against tables"; all soft). */
#include "check/bb-run.h"

static const char *
keep_excerpt (BbRun *run, const char *text, const BbTextFigure *figure)
{
  return g_string_chunk_insert_len (run->strings, text + figure->excerpt_start, (gssize) figure->excerpt_length);
}

/* The one figure that can simply follow the cell: what is said of several, of last year or in 万 can't. */
static gboolean
can_follow (const BbTextFigure *figure, const BbJudgement *judgement)
{
  return judgement->n_cells == 1 && figure->kind == BB_TEXT_FIGURE_COUNT && !judgement->is_last && figure->step.mantissa == 1 &&
         figure->step.scale == 0;
}

static BbWording
wording_of (const BbTextFigure *figure, const BbJudgement *judgement)
{
  switch (figure->kind)
    {
    case BB_TEXT_FIGURE_DIFFERENCE:
      return BB_WORDING_TEXT_DIFFERENCE;
    case BB_TEXT_FIGURE_GROWTH:
      return BB_WORDING_TEXT_GROWTH;
    case BB_TEXT_FIGURE_SHARE:
      return BB_WORDING_TEXT_SHARE;
    case BB_TEXT_FIGURE_COUNT:
    case BB_TEXT_FIGURE_NONE:
    default:
      return judgement->is_last ? BB_WORDING_TEXT_LAST : BB_WORDING_TEXT_TABLE;
    }
}

static void
add_difference (BbRun *run, const BbRule *rule, guint section, const BbTextFigure *figure, const BbJudgement *judgement)
{
  const char *text = bb_field_get_text (bb_report_get_section (run->report, section));
  BbFinding *finding = bb_run_add (run, rule, wording_of (figure, judgement), section, run->form->sections[section].id);

  if (figure->is_hint)
    finding->severity = BB_SEVERITY_HINT;
  finding->cells = bb_run_cells (run, judgement->cells, judgement->n_cells);
  finding->detail = keep_excerpt (run, text, figure);
  finding->text_start = figure->start;
  finding->text_length = figure->length;
  finding->left = judgement->part;
  finding->right = figure->kind == BB_TEXT_FIGURE_GROWTH || figure->kind == BB_TEXT_FIGURE_SHARE ? judgement->whole : judgement->sum;
  finding->difference = judgement->sum;
  finding->number = figure->step.scale;
  if (can_follow (figure, judgement))
    bb_run_plan (finding, BB_FIX_LINK_FIGURE, finding->cells, judgement->sum);
}

void
bb_rule_text_table (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    for (guint i = 0; i < run->figures[s]->len; i++)
      {
        const BbJudgement *judgement = &g_array_index (run->judgements[s], BbJudgement, i);

        if (judgement->verdict == BB_TEXT_FIGURE_DIFFERS)
          add_difference (run, rule, s, &g_array_index (run->figures[s], BbTextFigure, i), judgement);
      }
}

/* The figures of a section that equal a cell and do not follow it yet: one hint, which links them all. */
void
bb_rule_text_unlinked (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    {
      g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
      guint first = 0;
      guint length = 0;
      BbFinding *finding;

      for (guint i = 0; i < run->figures[s]->len; i++)
        {
          const BbTextFigure *figure = &g_array_index (run->figures[s], BbTextFigure, i);
          const BbJudgement *judgement = &g_array_index (run->judgements[s], BbJudgement, i);

          if (!bb_text_figure_can_link (figure, judgement))
            continue;
          if (cells->len == 0)
            {
              first = figure->start;
              length = figure->length;
            }
          g_array_append_val (cells, judgement->cells[0]);
        }
      if (cells->len == 0)
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_TEXT_UNLINKED, s, run->form->sections[s].id);
      finding->number = (int) cells->len;
      finding->text_start = first;
      finding->text_length = length;
      bb_run_plan (finding, BB_FIX_LINK_FIGURES, bb_run_cells (run, (const guint *) (gpointer) cells->data, cells->len), bb_decimal_from_int (0));
    }
}

/* A link whose cell lost its number keeps the last one: that must not go unseen. */
void
bb_rule_text_link (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    {
      BbField *section = bb_report_get_section (run->report, s);
      guint n_links;
      const BbLink *links = bb_field_get_links (section, &n_links);

      for (guint i = 0; i < n_links; i++)
        {
          int cell = bb_form_find_cell (run->form, links[i].cell);
          g_autofree char *shown = NULL;
          BbFinding *finding;
          guint index = (guint) cell;

          if (cell < 0 || run->cells[cell].state == BB_STATE_NUMBER)
            continue;
          shown = g_utf8_substring (bb_field_get_text (section), links[i].start, links[i].start + links[i].length);
          finding = bb_run_add (run, rule, BB_WORDING_TEXT_LINK, s, run->form->sections[s].id);
          finding->cells = bb_run_cells (run, &index, 1);
          finding->detail = g_string_chunk_insert (run->strings, shown);
          finding->text_start = links[i].start;
          finding->text_length = links[i].length;
        }
    }
}
