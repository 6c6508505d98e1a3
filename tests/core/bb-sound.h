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

static inline gint64
bb_sound_add (const gint64 *values, const guint *cells, guint n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[cells[i]];
  return sum;
}

static inline void
bb_sound_add_totals (const BbForm *form, gint64 *values)
{
  for (guint i = 0; i < form->n_derived; i++)
    {
      guint cell = form->derived_order[i];
      const BbEquation *equation = &form->equations[form->cells[cell].derived_from];

      values[cell] = bb_sound_add (values, equation->right, equation->n_right);
    }
}

/* The balance of a column: what does not fit is carried on to the next year or came from the last one. */
static inline void
bb_sound_balance (const BbForm *form, const BbEquation *equation, gint64 *values)
{
  gint64 spare = values[equation->left[0]] - values[equation->right[0]];

  /* The column of totals is the sum of the others. */
  if (form->cells[equation->left[1]].derived_from >= 0)
    return;
  values[equation->left[1]] = MAX (0, -spare);
  values[equation->right[1]] = MAX (0, spare);
}

/* What was made this year and not repealed is valid. */
static inline void
bb_sound_keep_valid (const BbForm *form, gint64 *values)
{
  for (guint i = 2; i < form->n_cells; i++)
    if (g_str_has_suffix (form->cells[i].id, ".valid"))
      values[i] = MAX (values[i], values[i - 2] - values[i - 1]);
}

/*
 * Numbers for all cells of @form in which every relation holds. @random: (nullable): %NULL for the same numbers each time.
 * @zeros: of 100 cells, how many are 0.
 */
static inline gint64 *
bb_sound_values (const BbForm *form, GRand *random, int zeros)
{
  gint64 *values = g_new0 (gint64, form->n_cells);

  for (guint i = 0; i < form->n_cells; i++)
    if (random == NULL)
      values[i] = 1 + (int) (i * 7 % 11);
    else
      values[i] = g_rand_int_range (random, 0, 100) < zeros ? 0 : g_rand_int_range (random, 0, 12);
  bb_sound_add_totals (form, values);
  for (guint i = 0; i < form->n_equations; i++)
    if (form->rules[form->equations[i].rule].kind == BB_RULE_BALANCE)
      bb_sound_balance (form, &form->equations[i], values);
  bb_sound_add_totals (form, values);
  bb_sound_keep_valid (form, values);
  return values;
}

/* Narratives in which nothing is missing. They state no figure, so that none can differ from its cell. */
static inline void
bb_sound_write (BbReport *report)
{
  static const char *const texts[][2] = {
    { "overview", "全年主动公开工作按计划完成，依申请公开渠道畅通，政府信息管理制度健全，网站等公开平台运行平稳，"
                  "监督保障到位，考核、社会评议和责任追究结果均已通报。" },
    { "problems", "主要问题是部分信息更新不够及时，解读形式较为单一。下一步将明确责任，逐项改进，并按季度检查落实情况。" },
    { "other", "本年未收取信息处理费。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bb_sound_read (report, bb_sound_field (report, texts[i][0]), texts[i][1]);
}

static inline BbReport *
bb_sound_new (const char *form_id)
{
  const BbForm *form = bb_form_get (form_id);
  BbReport *report = bb_report_new (form);
  g_autofree char *year = g_strdup_printf ("%d", form->first_year);
  g_autofree gint64 *values = bb_sound_values (form, NULL, 0);

  bb_report_begin_group (report, "Read");
  bb_sound_read (report, bb_report_get_meta (report, BB_META_ORGANISATION), "某市某局");
  bb_sound_read (report, bb_report_get_meta (report, BB_META_YEAR), year);
  for (guint i = 0; i < form->n_cells; i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, values[i]);

      bb_sound_read (report, bb_report_get_cell (report, i), text);
    }
  bb_sound_write (report);
  bb_report_end_group (report);
  bb_report_forget_history (report);
  return report;
}
