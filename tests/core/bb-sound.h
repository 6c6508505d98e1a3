/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

/* Reports in which every relation holds, of either edition, as they are after reading a file in which nothing is odd. */

static inline BbField *
bb_sound_field (BbReport *report, const char *id)
{
  BbField *field = bb_report_find_field (report, id);

  if (field == NULL)
    g_error ("no field “%s”", id);
  return field;
}

static inline gint64
bb_sound_value (BbReport *report, guint cell)
{
  BbDecimal value;

  if (!bb_field_get_value (bb_report_get_cell (report, cell), &value))
    g_error ("“%s” is no number", bb_report_get_form (report)->cells[cell].id);
  return value.mantissa;
}

/* Writes as a reader does: nothing follows. */
static inline void
bb_sound_read (BbReport *report, BbField *field, const char *text)
{
  bb_report_edit (report, field, text, BB_ORIGIN_READ);
}

/* The balance of each column: what does not fit is carried on or came from last year. */
static inline void
bb_sound_balance (BbReport *report, const BbEquation *equation)
{
  gint64 spare = bb_sound_value (report, equation->left[0]) - bb_sound_value (report, equation->right[0]);
  g_autofree char *in = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (0, -spare));
  g_autofree char *out = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (0, spare));

  /* The column of totals is the sum of the others. */
  if (bb_field_is_derived (bb_report_get_cell (report, equation->left[1])))
    return;
  bb_report_edit (report, bb_report_get_cell (report, equation->left[1]), in, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_cell (report, equation->right[1]), out, BB_ORIGIN_TYPED);
}

/* @random: (nullable): %NULL for the same numbers each time. @zeros: of 100 cells, how many are 0. */
static inline BbReport *
bb_sound_new (const char *form_id, GRand *random, int zeros)
{
  const BbForm *form = bb_form_get (form_id);
  BbReport *report = bb_report_new (form);
  g_autofree char *year = g_strdup_printf ("%d", form->first_year);

  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "某县某局", BB_ORIGIN_READ);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), year, BB_ORIGIN_READ);
  for (guint i = 0; i < form->n_cells; i++)
    {
      g_autofree char *text = NULL;
      int number = 1 + (int) (i * 7 % 11);

      if (form->cells[i].derived_from >= 0)
        continue;
      if (random != NULL)
        number = g_rand_int_range (random, 0, 100) < zeros ? 0 : g_rand_int_range (random, 0, 12);
      text = g_strdup_printf ("%d", number);
      bb_report_edit (report, bb_report_get_cell (report, i), text, BB_ORIGIN_TYPED);
    }
  for (guint i = 0; i < form->n_equations; i++)
    if (form->rules[form->equations[i].rule].kind == BB_RULE_BALANCE)
      bb_sound_balance (report, &form->equations[i]);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);
      g_autofree char *text = g_strdup (bb_field_get_text (field));

      bb_sound_read (report, field, text);
      g_assert_cmpint (bb_field_get_origin (field), ==, BB_ORIGIN_READ);
    }
  bb_report_forget_history (report);
  return report;
}
