/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-chart.h>

G_BEGIN_DECLS

/** BbChartValue: @known: whether all that it adds up is a number */
typedef struct
{
  gboolean known;
  BbDecimal value;
} BbChartValue;

/**
 * BbChartYear: the bars of one year.
 * @values: (array length=n_bars of the chart)
 * @total: of all of them, as the report has it
 */
typedef struct
{
  int year;
  BbChartValue *values;
  BbChartValue total;
} BbChartYear;

/**
 * BbChart:
 * @bars: (element-type utf8): what each bar is: "自然人", "不予公开"
 * @years: (element-type BbChartYear): the report's own first
 */
struct _BbChart
{
  BbChartKind kind;
  char *title;
  GPtrArray *bars;
  GPtrArray *years;
};

const BbChartYear *bb_chart_get_year (const BbChart *chart, guint index);

/** bb_chart_year_label: Returns: (transfer full): "2024年（共74件）". */
char *bb_chart_year_label (const BbChartYear *year);

/** bb_chart_value_label: Returns: (transfer full): "74", or that it is not known. */
char *bb_chart_value_label (const BbChartValue *value);

G_END_DECLS
