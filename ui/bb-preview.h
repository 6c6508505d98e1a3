/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-charts-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_PREVIEW (bb_preview_get_type ())
/**
 * BbPreview: the pages of a report as they are printed, in a window beside it, with the errors that are open and the fonts that are missing for them; its
 * charts on another page. It follows the report a moment after each change.
 *
 * Property `shows-charts` (boolean): the charts are shown, not the pages.
 * Actions: `preview.charts` (that property), `preview.previous-page`, `preview.next-page`, `preview.zoom-in`, `preview.zoom-out`, `preview.fit-width`,
 * `preview.print`.
 */
G_DECLARE_FINAL_TYPE (BbPreview, bb_preview, BB, PREVIEW, AdwWindow)

GtkWidget *bb_preview_new (GtkWindow *parent, BbReport *report);

/** bb_preview_get_report: (transfer none) */
BbReport *bb_preview_get_report (BbPreview *self);

guint bb_preview_get_n_pages (BbPreview *self);
/** bb_preview_get_page: Returns: the page, from 0, that most of the view shows. */
guint bb_preview_get_page (BbPreview *self);
/** bb_preview_show_page: scrolls to page @page, from 0; when the window is not drawn yet, as soon as it is. */
void bb_preview_show_page (BbPreview *self, guint page);
/** bb_preview_show_section: scrolls so that the heading of section @section is at the top, as far as there are pages below it. */
void bb_preview_show_section (BbPreview *self, guint section);

/** bb_preview_get_charts: (transfer none) */
BbChartsView *bb_preview_get_charts (BbPreview *self);

/** bb_preview_get_zoom: Returns: 1 for the size of the paper, 0 for as wide as the window. */
double bb_preview_get_zoom (BbPreview *self);

G_END_DECLS
