/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_EXPORT_CHARTS (bb_export_charts_get_type ())
/**
 * BbExportCharts: the charts of a report as they will be written, one below the other, with their figures for who can't see
 * them.
 */
G_DECLARE_FINAL_TYPE (BbExportCharts, bb_export_charts, BB, EXPORT_CHARTS, GtkBox)

/** bb_export_charts_set_report: the report of this year. */
void bb_export_charts_set_report (BbExportCharts *self, BbReport *report);

/** bb_export_charts_add_earlier: shows the year of @report, too. Returns: %FALSE when the charts have it, or are full. */
gboolean bb_export_charts_add_earlier (BbExportCharts *self, BbReport *report);

/** bb_export_charts_get: (transfer none) (element-type BbChart): those that have something to show. */
GPtrArray *bb_export_charts_get (BbExportCharts *self);

/** bb_export_charts_show: draws them; before they are looked at for the first time there is no need to. */
void bb_export_charts_show (BbExportCharts *self);

G_END_DECLS
