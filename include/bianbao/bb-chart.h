/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>
#include <bianbao/bb-save.h>
#include <cairo.h>

G_BEGIN_DECLS

/*
 * Bar charts of table 3 for the web page's figures: this year beside earlier ones. Chinese, as all that leaves the program;
 * colours that people see apart who see few, each bar with its exact figure. A figure that is not known has no bar and says so.
 */

/**
 * BbChartKind:
 * @BB_CHART_APPLICANTS: new applications, by applicant
 * @BB_CHART_RESULTS: finished applications, by result
 */
typedef enum
{
  BB_CHART_APPLICANTS,
  BB_CHART_RESULTS,
  BB_N_CHARTS
} BbChartKind;

/** BB_CHART_YEARS: the most years that one chart shows. */
#define BB_CHART_YEARS 4

typedef struct _BbChart BbChart;

/**
 * BbChartLookup: what another year held in a cell.
 * @cell: index of a cell of the form given
 *
 * Returns: %FALSE when that is not known
 */
typedef gboolean (*BbChartLookup) (const BbForm *form, guint cell, BbDecimal *value, gpointer user_data);

/** bb_chart_new: a chart of @report as it is now, and of the last year that it keeps (bb-last-year.h). Returns: (transfer full) */
BbChart *bb_chart_new (BbChartKind kind, BbReport *report);
void bb_chart_free (BbChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbChart, bb_chart_free)

/**
 * bb_chart_add_report: adds an earlier year, the latest first. Of another edition it takes what has the same name.
 * Returns: %FALSE when the chart is full, or shows that year already
 */
gboolean bb_chart_add_report (BbChart *chart, BbReport *report);

/** bb_chart_add_figures: as bb_chart_add_report(), of figures that are no report; @form is the edition of @year. */
gboolean bb_chart_add_figures (BbChart *chart, int year, const BbForm *form, BbChartLookup lookup, gpointer user_data);

/** bb_chart_remove_year: takes an added year away. Returns: %FALSE when the chart does not show it, or it is the report's own. */
gboolean bb_chart_remove_year (BbChart *chart, int year);

/** bb_chart_get_title: (transfer none): "2024年新收政府信息公开申请数量（按申请人）". */
const char *bb_chart_get_title (const BbChart *chart);
/** bb_chart_get_name: (transfer none): what is added to the name of a file: "图1-申请人". */
const char *bb_chart_get_name (const BbChart *chart);

/** bb_chart_describe: Returns: (transfer full): all figures as text, for who can't see the chart. */
char *bb_chart_describe (const BbChart *chart);

/** bb_chart_has_figures: Returns: whether any figure of this year is known: an empty chart is of no use. */
gboolean bb_chart_has_figures (const BbChart *chart);

/** bb_chart_get_size: @width, @height: (out): in pixels at 96 a inch; the height follows from what is shown. */
void bb_chart_get_size (const BbChart *chart, double *width, double *height);

/** bb_chart_draw: draws the chart at its size, on white. */
void bb_chart_draw (const BbChart *chart, cairo_t *cr);

/** bb_chart_png: Returns: (transfer full): a picture with @scale pixels for each of the chart; the same each time. */
GBytes *bb_chart_png (const BbChart *chart, double scale, GError **error);
/** bb_chart_svg: Returns: (transfer full): letters are outlines: it needs no font; title and description are text. */
GBytes *bb_chart_svg (const BbChart *chart, GError **error);

/** bb_chart_file_names: Returns: (transfer full) (array zero-terminated=1): of the files of a chart beside @base: "base-图1-申请人.png", ".svg". */
char **bb_chart_file_names (const BbChart *chart, const char *base);

/** bb_chart_save: writes @path by bb_save_bytes(), as SVG when its name ends so, else as PNG of twice the size, for dense screens and print. */
gboolean bb_chart_save (const BbChart *chart, const char *path, BbSaveFlags flags, GError **error);

G_END_DECLS
