/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-chart-private.h"

#include "export/bb-page-text.h"

#include <bianbao/bb-last-year.h>
#include <string.h>

#define UNKNOWN "无数据"

/*
 * @total: the cell that the bars add up to
 * @rule: of the equation that says which cells do
 * @by_row: bars are named by the rows of the parts, the parts of one group together; else by their columns
 */
typedef struct
{
  const char *title;
  const char *name;
  const char *total;
  const char *rule;
  gboolean by_row;
} Kind;

/* *INDENT-OFF* */
static const Kind kinds[BB_N_CHARTS] = {
  [BB_CHART_APPLICANTS] = { "新收政府信息公开申请数量（按申请人）", "图1-申请人", "t3.new.total", "t3.applicants", FALSE },
  [BB_CHART_RESULTS]    = { "政府信息公开申请办理结果", "图2-办理结果", "t3.total.total", "t3.results", TRUE },
};
/* *INDENT-ON* */

/* A figure and what it is called, in the edition of one year. */
typedef struct
{
  const BbForm *form;
  BbChartLookup lookup;
  gpointer user_data;
} Source;

static void
year_free (gpointer data)
{
  BbChartYear *year = data;

  g_free (year->values);
  g_free (year);
}

static const BbEquation *
find_equation (const BbForm *form, const Kind *kind)
{
  int total = bb_form_find_cell (form, kind->total);
  int rule = bb_form_find_rule (form, kind->rule);

  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      if (equation->rule == (guint) rule && equation->left[0] == (guint) total)
        return equation;
    }
  return NULL;
}

/* Below the head of all rows of the results stand the groups （一） to （六）. */
static const BbHead *
group_of (const BbForm *form, guint cell)
{
  const BbBlock *block = &form->tables[form->cells[cell].table].blocks[form->cells[cell].block];
  const BbHead *head = bb_form_row_head (form, cell);

  while (head->depth > 1)
    head = &block->rows[head->parent];
  return head;
}

/* 予以公开 of （一）予以公开, 部分公开 of （二）部分公开（区分处理的…）. */
static char *
short_name (const char *title)
{
  const char *close = g_str_has_prefix (title, "（") ? strstr (title, "）") : NULL;
  const char *begin = close != NULL ? close + strlen ("）") : title;
  const char *end = strstr (begin, "（");

  return end != NULL ? g_strndup (begin, (gsize) (end - begin)) : g_strdup (begin);
}

static char *
bar_name (const BbForm *form, const Kind *kind, guint cell)
{
  return short_name (kind->by_row ? group_of (form, cell)->title : bb_form_column_head (form, cell)->title);
}

static void
add_value (const Source *source, guint cell, BbChartValue *sum)
{
  BbDecimal value;

  sum->known = sum->known && source->lookup (source->form, cell, &value, source->user_data) &&
    bb_decimal_add (sum->value, value, &sum->value);
}

/* Returns: whether the edition has a bar of this name; one that it has not is not known. */
static BbChartValue
add_parts (const BbChart *chart, const Source *source, const BbEquation *equation, const char *bar)
{
  BbChartValue sum = { TRUE, bb_decimal_from_int (0) };
  gboolean found = FALSE;

  for (guint i = 0; i < equation->n_right; i++)
    {
      g_autofree char *name = bar_name (source->form, &kinds[chart->kind], equation->right[i]);

      if (!g_str_equal (name, bar))
        continue;
      found = TRUE;
      add_value (source, equation->right[i], &sum);
    }
  sum.known = sum.known && found;
  return sum;
}

static void
fill_bars (BbChart *chart, const BbForm *form)
{
  const BbEquation *equation = find_equation (form, &kinds[chart->kind]);

  for (guint i = 0; i < equation->n_right; i++)
    {
      g_autofree char *name = bar_name (form, &kinds[chart->kind], equation->right[i]);

      if (chart->bars->len == 0 || !g_str_equal (g_ptr_array_index (chart->bars, chart->bars->len - 1), name))
        g_ptr_array_add (chart->bars, g_steal_pointer (&name));
    }
}

static gboolean
shows_year (const BbChart *chart, int year)
{
  for (guint i = 0; i < chart->years->len; i++)
    if (bb_chart_get_year (chart, i)->year == year)
      return TRUE;
  return FALSE;
}

/* The report's own year stays first, whatever it is; then the later one before the earlier. */
static int
place_of (const BbChart *chart, int year)
{
  int place = MIN ((int) chart->years->len, 1);

  while (place < (int) chart->years->len && bb_chart_get_year (chart, (guint) place)->year > year)
    place++;
  return place;
}

static gboolean
lookup_report_cb (const BbForm *form, guint cell, BbDecimal *value, gpointer user_data)
{
  return bb_field_get_value (bb_report_get_cell (user_data, cell), value);
}

static gboolean
lookup_last_cb (const BbForm *form, guint cell, BbDecimal *value, gpointer user_data)
{
  return bb_last_year_get_value (user_data, cell, value);
}

/* One year is told in the title, several by the colours. */
static void
update_title (BbChart *chart)
{
  int year = bb_chart_get_year (chart, 0)->year;

  g_free (chart->title);
  if (chart->years->len > 1 || year <= 0)
    chart->title = g_strdup (kinds[chart->kind].title);
  else
    chart->title = g_strdup_printf ("%d年%s", year, kinds[chart->kind].title);
}

/* ---- for the other files ---- */

const BbChartYear *
bb_chart_get_year (const BbChart *chart, guint index)
{
  return g_ptr_array_index (chart->years, index);
}

char *
bb_chart_value_label (const BbChartValue *value)
{
  return value->known ? bb_decimal_to_string (value->value) : g_strdup (UNKNOWN);
}

char *
bb_chart_year_label (const BbChartYear *year)
{
  g_autofree char *total = bb_chart_value_label (&year->total);
  g_autofree char *name = year->year > 0 ? g_strdup_printf ("%d年", year->year) : g_strdup ("年度未填");

  return year->total.known ? g_strdup_printf ("%s（共%s件）", name, total) : g_steal_pointer (&name);
}

/* ---- public ---- */

BbChart *
bb_chart_new (BbChartKind kind, BbReport *report)
{
  g_autoptr (BbLastYear) last = NULL;
  BbChart *chart;

  g_return_val_if_fail (kind < BB_N_CHARTS, NULL);
  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  chart = g_new0 (BbChart, 1);
  chart->kind = kind;
  chart->bars = g_ptr_array_new_with_free_func (g_free);
  chart->years = g_ptr_array_new_with_free_func (year_free);
  fill_bars (chart, bb_report_get_form (report));
  bb_chart_add_report (chart, report);
  last = bb_last_year_read (report);
  if (last != NULL && bb_last_year_get_year (last) > 0)
    bb_chart_add_figures (chart, bb_last_year_get_year (last), bb_report_get_form (report), lookup_last_cb, last);
  return chart;
}

void
bb_chart_free (BbChart *chart)
{
  if (chart == NULL)
    return;

  g_free (chart->title);
  g_ptr_array_unref (chart->bars);
  g_ptr_array_unref (chart->years);
  g_free (chart);
}

gboolean
bb_chart_add_report (BbChart *chart, BbReport *report)
{
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);

  return bb_chart_add_figures (chart, bb_report_get_year (report), bb_report_get_form (report), lookup_report_cb, report);
}

gboolean
bb_chart_add_figures (BbChart *chart, int year, const BbForm *form, BbChartLookup lookup, gpointer user_data)
{
  const Source source = { form, lookup, user_data };
  const BbEquation *equation;
  BbChartYear *added;

  g_return_val_if_fail (chart != NULL && form != NULL && lookup != NULL, FALSE);

  equation = find_equation (form, &kinds[chart->kind]);
  if (chart->years->len == BB_CHART_YEARS || shows_year (chart, year) || equation == NULL)
    return FALSE;

  added = g_new0 (BbChartYear, 1);
  added->year = year;
  added->values = g_new0 (BbChartValue, chart->bars->len);
  added->total = (BbChartValue) { TRUE, bb_decimal_from_int (0) };
  add_value (&source, equation->left[0], &added->total);
  for (guint i = 0; i < chart->bars->len; i++)
    added->values[i] = add_parts (chart, &source, equation, g_ptr_array_index (chart->bars, i));
  g_ptr_array_insert (chart->years, place_of (chart, year), added);
  update_title (chart);
  return TRUE;
}

gboolean
bb_chart_remove_year (BbChart *chart, int year)
{
  g_return_val_if_fail (chart != NULL, FALSE);

  for (guint i = 1; i < chart->years->len; i++)
    if (bb_chart_get_year (chart, i)->year == year)
      {
        g_ptr_array_remove_index (chart->years, i);
        update_title (chart);
        return TRUE;
      }
  return FALSE;
}

const char *
bb_chart_get_title (const BbChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->title;
}

const char *
bb_chart_get_name (const BbChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return kinds[chart->kind].name;
}

char *
bb_chart_describe (const BbChart *chart)
{
  GString *text;

  g_return_val_if_fail (chart != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < chart->years->len; i++)
    {
      const BbChartYear *year = bb_chart_get_year (chart, i);
      g_autofree char *label = bb_chart_year_label (year);

      g_string_append (text, label);
      for (guint bar = 0; bar < chart->bars->len; bar++)
        {
          g_autofree char *value = bb_chart_value_label (&year->values[bar]);

          g_string_append_printf (text, "%s%s %s", bar == 0 ? "：" : "，", (char *) g_ptr_array_index (chart->bars, bar), value);
        }
      g_string_append (text, "。");
    }
  return g_string_free (text, FALSE);
}

gboolean
bb_chart_has_figures (const BbChart *chart)
{
  g_return_val_if_fail (chart != NULL, FALSE);

  for (guint i = 0; i < chart->bars->len; i++)
    if (bb_chart_get_year (chart, 0)->values[i].known)
      return TRUE;
  return FALSE;
}
