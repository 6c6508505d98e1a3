/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_CHARTS_VIEW (bb_charts_view_get_type ())
/**
 * BbChartsView: the charts of a report as they will be written, one below the other, with their figures for who can't see
 * them. In the export dialog and in the preview.
 */
G_DECLARE_FINAL_TYPE (BbChartsView, bb_charts_view, BB, CHARTS_VIEW, GtkBox)

/** bb_charts_view_set_report: the report of this year. */
void bb_charts_view_set_report (BbChartsView *self, BbReport *report);

/** bb_charts_view_add_earlier: shows the year of @report, too. Returns: %FALSE when the charts have it, or are full. */
gboolean bb_charts_view_add_earlier (BbChartsView *self, BbReport *report);

/** bb_charts_view_remove_earlier: takes away what bb_charts_view_add_earlier() added for @year. */
void bb_charts_view_remove_earlier (BbChartsView *self, int year);

/** bb_charts_view_get: (transfer none) (element-type BbChart): those that have something to show. */
GPtrArray *bb_charts_view_get (BbChartsView *self);

/** bb_charts_view_show: draws them; before they are looked at for the first time there is no need to. */
void bb_charts_view_show (BbChartsView *self);

G_END_DECLS
