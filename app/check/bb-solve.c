/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-run.h"
#include "check/bb-labels.h"
#include "check/bb-template.h"

#include <bianbao/bb-explain.h>
#include <glib/gi18n-lib.h>

/* Sums @cells but @left_out. Returns: FALSE when one of them is no valid number. */
static gboolean
sum_others (BbReport *report, const guint *cells, guint n, guint left_out, BbDecimal *sum)
{
  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < n; i++)
    {
      BbField *field = bb_report_get_cell (report, cells[i]);
      BbDecimal value;

      if (cells[i] == left_out)
        continue;
      if (!bb_field_get_value (field, &value) || !bb_run_is_valid_number (bb_field_get_cell (field), value)
          || !bb_decimal_add (*sum, value, sum))
        return FALSE;
    }
  return TRUE;
}

static gboolean
contains (const guint *cells, guint n, guint cell)
{
  for (guint i = 0; i < n; i++)
    if (cells[i] == cell)
      return TRUE;
  return FALSE;
}

gboolean
bb_solve (BbReport *report, const BbEquation *equation, guint cell, BbDecimal *value)
{
  BbField *field = bb_report_get_cell (report, cell);
  gboolean on_left = contains (equation->left, equation->n_left, cell);
  BbDecimal left, right, present;

  /* A total has a repair of its own: it follows its parts. */
  if (bb_field_is_derived (field) || (!on_left && !contains (equation->right, equation->n_right, cell)))
    return FALSE;
  if (!sum_others (report, equation->left, equation->n_left, cell, &left)
      || !sum_others (report, equation->right, equation->n_right, cell, &right))
    return FALSE;
  if (!bb_decimal_subtract (on_left ? right : left, on_left ? left : right, value)
      || !bb_run_is_valid_number (bb_field_get_cell (field), *value))
    return FALSE;
  return !bb_field_get_value (field, &present) || bb_decimal_compare (present, *value) != 0;
}

/* @blank, @filled: the sentences for a cell that is blank and for one that holds something. */
static char *
fill (BbReport *report, const BbEquation *equation, guint cell, const char *blank, const char *filled)
{
  const char *text = bb_field_get_text (bb_report_get_cell (report, cell));
  g_autofree char *label = NULL;
  g_autofree char *number = NULL;
  BbDecimal value;

  if (!bb_solve (report, equation, cell, &value))
    return NULL;
  label = bb_label_in_equation (bb_report_get_form (report), equation, cell);
  number = bb_decimal_to_string (value);
  return bb_template_fill (*text == '\0' ? blank : filled, "number", number, "cell", label, "text", text, NULL);
}

char *
bb_solve_label (BbReport *report, const BbEquation *equation, guint cell)
{
  return fill (report, equation, cell, _("Write {number} into {cell}"), _("Set {cell} to {number} (now {text})"));
}

char *
bb_solve_short_label (BbReport *report, const BbEquation *equation, guint cell)
{
  return fill (report, equation, cell, _("Write {number}"), _("Set to {number}"));
}

char *
bb_solve_step_label (BbReport *report, const BbEquation *equation, guint cell)
{
  /* Translators: what was changed, told afterwards and offered to be undone: 一、本年新收…: 3001 instead of 3020 */
  return fill (report, equation, cell, _("{cell}: {number}, blank before"), _("{cell}: {number} instead of {text}"));
}

gboolean
bb_solve_apply (BbReport *report, const BbEquation *equation, guint cell)
{
  g_autofree char *label = bb_solve_step_label (report, equation, cell);
  g_autofree char *number = NULL;
  BbDecimal value;

  if (label == NULL || !bb_solve (report, equation, cell, &value))
    return FALSE;
  number = bb_decimal_to_string (value);
  bb_report_begin_group (report, label);
  bb_report_edit (report, bb_report_get_cell (report, cell), number, BB_ORIGIN_TYPED);
  bb_report_end_group (report);
  return TRUE;
}
