/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-charts-view.h"

G_BEGIN_DECLS

#define BB_TYPE_EARLIER_YEARS (bb_earlier_years_get_type ())
/**
 * BbEarlierYears: the reports whose years were added to the charts, each with its organisation, which may be another one, and a
 * button that takes it away again. Hidden while there is none.
 */
G_DECLARE_FINAL_TYPE (BbEarlierYears, bb_earlier_years, BB, EARLIER_YEARS, GtkBox)

/**
 * bb_earlier_years_attach:
 * @report: of this year
 * @charts: of @report
 * @adder: (nullable): the button that adds a year: it has the focus when the last one was taken away
 *
 * To be called once.
 */
void bb_earlier_years_attach (BbEarlierYears *self, BbReport *report, BbChartsView *charts, GtkWidget *adder);

/** bb_earlier_years_add: adds the year of @earlier to the charts. Returns: %FALSE when they have it, or are full. */
gboolean bb_earlier_years_add (BbEarlierYears *self, BbReport *earlier);

G_END_DECLS
