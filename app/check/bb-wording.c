/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What issues say. Every sentence of the rules stands in the one table below. */
#include "check/bb-wording.h"

#include "check/bb-labels.h"
#include "check/bb-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef char *(*Teller) (const BbRun *run, const BbFinding *finding, const char *template);

static guint
cell_at (const BbRun *run, BbSlice slice, guint i)
{
  return g_array_index (run->pool, guint, slice.first + i);
}

static char *
list_in_equation (const BbRun *run, const BbEquation *equation, BbSlice cells)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cells.n; i++)
    g_ptr_array_add (labels, bb_label_in_equation (run->form, equation, cell_at (run, cells, i)));
  return bb_label_list (labels);
}

/* One side as it stands in the form: "一、… + 二、…". */
static char *
name_side (const BbRun *run, const BbEquation *equation, const guint *cells, guint n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = bb_label_in_equation (run->form, equation, cells[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " + " : "", label);
    }
  return g_string_free (names, FALSE);
}

static char *
tell_equation (const BbRun *run, const BbFinding *finding, const char *template)
{
  const BbEquation *equation = &run->form->equations[finding->equation];
  g_autofree char *scope = bb_label_equation (run->form, equation);
  g_autofree char *left = bb_decimal_to_string (finding->left);
  g_autofree char *right = bb_decimal_to_string (finding->right);
  g_autofree char *difference = bb_decimal_to_string (finding->difference);
  g_autofree char *unfilled = list_in_equation (run, equation, finding->unfilled);
  g_autofree char *left_names = name_side (run, equation, equation->left, equation->n_left);
  g_autofree char *right_names = NULL;

  /* A balance has few cells a side; the parts of a sum are not listed. */
  if (finding->wording == BB_WORDING_BALANCE || finding->wording == BB_WORDING_BALANCE_LEFT_UNFILLED ||
      finding->wording == BB_WORDING_BALANCE_RIGHT_UNFILLED)
    right_names = name_side (run, equation, equation->right, equation->n_right);
  return bb_template_fill (template, "scope", scope, "left", left, "right", right, "difference", difference,
                           "unfilled", unfilled, "left_names", left_names, "right_names",
                           right_names != NULL ? right_names : "", NULL);
}

/* What is wrong with one cell of a row. */
static const char *
fault_of (const BbRun *run, guint cell)
{
  const BbSeen *seen = &run->cells[cell];

  if (bb_run_is_empty (run, cell))
    return _("{cell} (not filled in)");
  if (seen->state == BB_STATE_TEXT)
    return seen->form == BB_NUMBER_TOO_LARGE ? _("{cell} “{text}” (too large or too long)")
                                             : _("{cell} “{text}” (no number)");
  return bb_decimal_is_whole (seen->value) || run->form->cells[cell].kind == BB_KIND_AMOUNT
           ? _("{cell} {text} (negative)")
           : _("{cell} {text} (not a whole number)");
}

static char *
tell_row (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) texts = finding->detail != NULL ? g_strsplit (finding->detail, BB_DETAIL_BREAK, -1) : NULL;
  g_autofree char *row = bb_label_row (run->form, cell_at (run, finding->cells, 0));
  g_autofree char *list = NULL;

  for (guint i = 0; i < finding->cells.n; i++)
    {
      guint cell = cell_at (run, finding->cells, i);
      const char *label = bb_label_in_row (run->form, cell);

      g_ptr_array_add (labels, texts != NULL ? bb_template_fill (fault_of (run, cell), "cell", label, "text", texts[i], NULL)
                                             : g_strdup (label));
    }
  list = bb_label_list (labels);
  return bb_template_fill (template, "row", row, "cells", list, NULL);
}

static char *
tell_cell (const BbRun *run, const BbFinding *finding, const char *template)
{
  const BbCell *cell = &run->form->cells[cell_at (run, finding->cells, 0)];
  g_autofree char *limit = g_strdup_printf ("%d", finding->number);
  g_autofree char *number = finding->n_plans > 0 ? bb_decimal_to_string (finding->plans[0].value) : g_strdup ("");

  return bb_template_fill (template, "cell", cell->name, "text", finding->detail, "number", number, "limit", limit, NULL);
}

static char *
section_title (const BbRun *run, const BbFinding *finding)
{
  const BbSection *section = &run->form->sections[finding->section];

  return section->number != NULL ? g_strdup_printf ("%s、%s", section->number, section->title) : g_strdup (_("Introduction"));
}

static char *
tell_part (const BbRun *run, const BbFinding *finding, const char *template)
{
  const BbSection *section = &run->form->sections[finding->section];
  g_autofree char *heading = section_title (run, finding);
  const char *table = section->table >= 0 ? run->form->tables[section->table].number : "";

  return bb_template_fill (template, "section", heading, "table", table, NULL);
}

static char *
tell_year (const BbRun *run, const BbFinding *finding, const char *template)
{
  const BbSection *section = &run->form->sections[finding->section];
  g_autofree char *year = finding->number != 0 ? g_strdup_printf ("%d", finding->number) : g_strdup ("XXXX");

  return bb_template_fill (template, "section", section->title != NULL ? section->title : _("Introduction"),
                           "found", finding->detail != NULL ? finding->detail : "", "year", year,
                           "form", run->form->id, "due", bb_form_for_year (finding->number)->id, NULL);
}

static char *
tell_note (const BbRun *run, const BbFinding *finding, const char *template)
{
  if (bb_note_get_place (finding->note) == NULL)
    return g_strdup (bb_note_get_message (finding->note));
  return bb_template_fill (template, "message", bb_note_get_message (finding->note), "place",
                           bb_note_get_place (finding->note), NULL);
}

static char *
name_cells (const BbRun *run, const BbFinding *finding)
{
  return bb_label_sum (run->form, &g_array_index (run->pool, guint, finding->cells.first), finding->cells.n);
}

static char *
tell_figure (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *names = name_cells (run, finding);
  g_autofree char *number = bb_decimal_to_string (finding->right);

  return bb_template_fill (template, "text", finding->detail, "cells", names, "number", number, NULL);
}

/* How much more this year, or what part of a whole: with the figures that it follows from. */
static char *
tell_relation (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *names = name_cells (run, finding);
  g_autofree char *part = bb_decimal_to_string (finding->left);
  g_autofree char *whole = bb_decimal_to_string (finding->right);
  g_autofree char *difference = bb_decimal_to_string (finding->difference);
  double divisor = bb_decimal_to_double (finding->right);
  double share = divisor > 0 ? bb_decimal_to_double (finding->difference) * 100 / divisor : 0;
  g_autofree char *percent = g_strdup_printf ("%.*f", finding->number, share);

  return bb_template_fill (template, "text", finding->detail, "cells", names, "part", part, "whole", whole, "difference", difference, "percent",
                           percent, NULL);
}

static char *
tell_unlinked (const BbRun *run, const BbFinding *finding, const char *template)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d figure in the text equals a cell; linked, it would follow when the cell changes",
                                       "%d figures in the text equal cells; linked, they would follow when the cells change", (gulong) finding->number),
                          finding->number);
}

static char *
list_detail (const BbFinding *finding)
{
  g_auto (GStrv) parts = g_strsplit (finding->detail != NULL ? finding->detail : "", BB_DETAIL_BREAK, -1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (labels, g_strdup (parts[i]));
  return bb_label_list (labels);
}

static char *
tell_text (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *title = section_title (run, finding);
  g_autofree char *number = g_strdup_printf ("%d", finding->number);
  g_autofree char *limit = g_strdup_printf ("%u", run->form->sections[finding->section].limit);
  g_autofree char *names = list_detail (finding);

  return bb_template_fill (template, "section", title, "number", number, "limit", limit, "names", names, "text",
                           finding->detail != NULL ? finding->detail : "", NULL);
}

static char *
tell_slips (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *title = section_title (run, finding);
  g_autofree char *number = g_strdup_printf ("%d", finding->number);
  g_autofree char *first = g_strndup (finding->detail, strcspn (finding->detail, BB_DETAIL_BREAK));

  template = g_dngettext (GETTEXT_PACKAGE, "“{section}”: punctuation or a word looks wrong in {number} place, “{text}”",
                          "“{section}”: punctuation or words look wrong in {number} places, the first of them “{text}”",
                          (gulong) finding->number);
  return bb_template_fill (template, "section", title, "number", number, "text", first, NULL);
}

static char *
tell_fee (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *title = section_title (run, finding);
  g_autofree char *number = bb_decimal_to_string (finding->right);

  return bb_template_fill (template, "section", title, "cell", run->form->cells[cell_at (run, finding->cells, 0)].name, "number", number,
                           "text", finding->detail != NULL ? finding->detail : "", NULL);
}

static char *
tell_parts (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *whole = bb_decimal_to_string (finding->left);
  g_autofree char *parts = bb_decimal_to_string (finding->right);

  return bb_template_fill (template, "text", finding->detail, "number", whole, "sum", parts, NULL);
}

static char *
tell_valid_made (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *row = bb_label_row (run->form, cell_at (run, finding->cells, 0));
  g_autofree char *valid = bb_decimal_to_string (finding->left);
  g_autofree char *rest = bb_decimal_to_string (finding->right);

  return bb_template_fill (template, "row", row, "number", valid, "rest", rest, NULL);
}

static char *
tell_rules_power (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *number = bb_decimal_to_string (finding->left);

  return bb_template_fill (template, "cell", run->form->cells[cell_at (run, finding->cells, 0)].name, "number", number,
                           "text", finding->detail, NULL);
}

/* Two numbers and a cell: this year's and last year's. */
static char *
tell_last (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *now = bb_decimal_to_string (finding->left);
  g_autofree char *last = bb_decimal_to_string (finding->right);
  g_autofree char *year = g_strdup_printf ("%d", bb_last_year_get_year (run->last));

  return bb_template_fill (template, "cell", run->form->cells[cell_at (run, finding->cells, 0)].name, "number", now, "last", last,
                           "year", year, NULL);
}

static char *
tell_jump (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *row = bb_label_row (run->form, cell_at (run, finding->cells, 0));
  g_autofree char *list = list_detail (finding);

  return bb_template_fill (template, "row", row, "cells", list, NULL);
}

static char *
tell_words (const BbRun *run, const BbFinding *finding, const char *template)
{
  g_autofree char *title = section_title (run, finding);
  g_autofree char *number = g_strdup_printf ("%d", finding->number);

  return bb_template_fill (template, "section", title, "text", finding->detail, "number", number, NULL);
}

/* Translators: words in braces stand for what is put in there; keep them as they are. */
/* *INDENT-OFF* */
static const struct
{
  Teller tell;
  const char *template;
} wordings[BB_N_WORDINGS] = {
  [BB_WORDING_SUM] = { tell_equation,
    N_("{scope}: {left_names} reported as {left}; should be {right}, the sum of its parts; difference {difference}") },
  [BB_WORDING_SUM_UNFILLED] = { tell_equation,
    N_("{scope}: {left_names} reported as {left}; should be at least {right}, the sum of the parts filled in; unfilled: {unfilled}") },
  [BB_WORDING_SUM_NEGATIVE] = { tell_equation,
    N_("{scope}: the parts make {right}, which can be no total; unfilled: {unfilled}") },
  [BB_WORDING_BALANCE] = { tell_equation,
    N_("{scope}: reported {left} ({left_names}); should be {right} ({right_names}); difference {difference}") },
  [BB_WORDING_BALANCE_LEFT_UNFILLED] = { tell_equation,
    N_("{scope}: reported {left} or more ({left_names}); should be {right} ({right_names}); unfilled: {unfilled}") },
  [BB_WORDING_BALANCE_RIGHT_UNFILLED] = { tell_equation,
    N_("{scope}: reported {left} ({left_names}); should be at least {right} ({right_names}); unfilled: {unfilled}") },
  [BB_WORDING_VALID] = { tell_row,
    N_("{row}: every cell needs a valid number; to be corrected: {cells}") },
  [BB_WORDING_VALID_EMPTY] = { tell_row,
    N_("{row}: not filled in: {cells}") },
  [BB_WORDING_VALID_NO_ROW] = { tell_row,
    N_("{row}: not filled in, the file had no such row") },
  [BB_WORDING_UNIT_OWN] = { tell_cell,
    N_("{cell}: “{text}” is understood as {number}; the form wants the number without its unit") },
  [BB_WORDING_UNIT_OFFER] = { tell_cell,
    N_("{cell}: “{text}” is more than a number; as a number it would be {number}") },
  [BB_WORDING_UNIT_REMARK] = { tell_cell,
    N_("{cell}: “{text}” is more than a number; write the number alone") },
  [BB_WORDING_DECIMALS] = { tell_cell,
    N_("{cell}: {text} has more than {limit} decimals") },
  [BB_WORDING_PLAIN] = { tell_cell,
    N_("{cell}: “{text}” is published as it stands; write it in half-width digits, without zeros in front or needless decimals") },
  [BB_WORDING_NO_TABLE] = { tell_part,
    N_("The file had no table of section “{section}” that could be recognised; fill it in") },
  [BB_WORDING_NO_SECTION] = { tell_part,
    N_("The file had no heading “{section}”; see whether its text stands in another section") },
  [BB_WORDING_EDITION] = { tell_year,
    N_("A report for {year} needs the {due} edition of the form; this one has the {form} edition") },
  [BB_WORDING_TITLE] = { tell_year,
    N_("The title “{found}” is not of the form “…{year}年政府信息公开工作年度报告”") },
  [BB_WORDING_NO_ORGANISATION] = { tell_year,
    N_("The report names no organisation; write the full name of the one that publishes it") },
  [BB_WORDING_NO_YEAR] = { tell_year,
    N_("The report does not say which year it is about; write the year in four digits") },
  [BB_WORDING_ORGANISATION] = { tell_year,
    N_("The organisation “{found}” looks like the name of a file") },
  [BB_WORDING_NO_ROW] = { tell_row,
    N_("{row}: the file had no such row; it may follow another edition of the form") },
  [BB_WORDING_NOTE] = { tell_note,
    N_("{message} ({place})") },
  [BB_WORDING_YEAR_TITLE] = { tell_year,
    N_("The title says {found}; the report year is {year}") },
  [BB_WORDING_YEAR_TEXT] = { tell_year,
    N_("“{section}” gives the period of {found}; the report year is {year}") },
  [BB_WORDING_YEAR_TEXT_TITLE] = { tell_year,
    N_("“{section}” gives the period of {found}; the title says {year}") },
  [BB_WORDING_YEAR_TEXTS] = { tell_year,
    N_("“{section}” gives the period of {found}, another place that of {year}") },
  [BB_WORDING_TEXT_TABLE] = { tell_figure,
    N_("The text says “{text}”, but {cells} is {number}; correct the one that is wrong") },
  [BB_WORDING_TEXT_LAST] = { tell_figure,
    N_("The text says “{text}” of last year; last year’s report has {number} ({cells})") },
  [BB_WORDING_TEXT_DIFFERENCE] = { tell_relation,
    N_("The text says “{text}”; compared with last year’s report {cells} changed by {difference}") },
  [BB_WORDING_TEXT_GROWTH] = { tell_relation,
    N_("The text says “{text}”; {cells} was {whole} last year and is {part} now, a change of {percent} %") },
  [BB_WORDING_TEXT_SHARE] = { tell_relation,
    N_("The text says “{text}”; {cells} is {part} of {whole}, that is {percent} %") },
  [BB_WORDING_TEXT_UNLINKED] = { tell_unlinked, NULL },
  [BB_WORDING_TEXT_LINK] = { tell_figure,
    N_("The text still says {text}, but “{cells}” holds no number now") },
  [BB_WORDING_LENGTH] = { tell_text,
    N_("“{section}” has {number} characters; as a rule it should not have more than {limit}") },
  [BB_WORDING_TOPICS] = { tell_text,
    N_("“{section}” says nothing about: {names}") },
  [BB_WORDING_NO_TOPICS] = { tell_text,
    N_("“{section}” is empty; it should tell about: {names}") },
  [BB_WORDING_NO_WORDS] = { tell_text,
    N_("“{section}” is empty; say what the main problems are and how they are dealt with") },
  [BB_WORDING_NOT_A_WORD] = { tell_text,
    N_("“{section}” is empty; write what there is to report, or that there is nothing") },
  [BB_WORDING_FEW_WORDS] = { tell_text,
    N_("“{section}” says only “{text}”; say what the main problems are and how they are dealt with") },
  [BB_WORDING_TYPOGRAPHY] = { tell_slips, NULL },
  [BB_WORDING_FEES_STATED] = { tell_text,
    N_("“{section}” does not say what was charged for processing information (信息处理费); say so even when nothing was") },
  [BB_WORDING_NO_FEES] = { tell_text,
    N_("“{section}” is empty; say at least what was charged for processing information (信息处理费), even when nothing was") },
  [BB_WORDING_FEES_UNPAID] = { tell_fee,
    N_("{number} applications were closed because a fee was not paid ({cell}), but “{section}” says nothing about fees (信息处理费)") },
  [BB_WORDING_NO_FEES_UNPAID] = { tell_fee,
    N_("“{section}” is empty, although {number} applications were closed because a fee was not paid ({cell}); say what was charged (信息处理费)") },
  [BB_WORDING_FEES_UNIT] = { tell_fee,
    N_("“{section}” states a fee of {text}; that is more than all charges of the year ({cell}: {number}); see whether 元 and 万元 were mixed up") },
  [BB_WORDING_TEXT_PARTS] = { tell_parts,
    N_("The text says {number}, but the parts that it lists make {sum}: “{text}”") },
  [BB_WORDING_TEXT_ALLCLOSED] = { tell_figure,
    N_("The text says “{text}”, but “{cells}” is {number}") },
  [BB_WORDING_VALID_MADE] = { tell_valid_made,
    N_("{row}: valid {number}; that is less than what was made this year without what was repealed ({rest})") },
  [BB_WORDING_RULES_POWER] = { tell_rules_power,
    N_("“{cell}” is {number}, but “{text}” is below the governments that may make rules (Legislation Law, articles 91 and 93); see whether normative documents are meant") },
  [BB_WORDING_CARRY_REQUESTS] = { tell_last,
    N_("{cell}: reported {number}; the report for {year} carried {last} over") },
  [BB_WORDING_CARRY_VALID] = { tell_last,
    N_("{cell}: reported {number}; what was valid in {year}, with what was made since and without what was repealed, makes {last}") },
  [BB_WORDING_DISPUTES_PENDING] = { tell_last,
    N_("{cell}: 0, although {last} were still pending in the report for {year}; see where they are counted") },
  [BB_WORDING_JUMP] = { tell_jump,
    N_("{row}: three times as much as last year, or a third of it: {cells}") },
  [BB_WORDING_PARENT_SUM] = { tell_jump,
    N_("{row}: other than the sum of the units’ reports: {cells}") },
  [BB_WORDING_TEXT_YEAR] = { tell_words,
    N_("“{section}”: a sentence begins with “{text}”; the report year is {number}") },
  [BB_WORDING_TEXT_COPIED] = { tell_words,
    N_("“{section}”: the paragraph “{text}” stands like this in last year’s report") },
};
/* *INDENT-ON* */

char *
bb_wording_tell (const BbRun *run, const BbFinding *finding)
{
  const char *template = wordings[finding->wording].template;

  return wordings[finding->wording].tell (run, finding, template != NULL ? _(template) : NULL);
}
