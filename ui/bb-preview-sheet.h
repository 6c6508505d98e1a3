/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_PREVIEW_SHEET (bb_preview_sheet_get_type ())
/**
 * BbPreviewSheet: one page of a report as it is printed, on white paper in any theme. As wide as there is room, or as wide as
 * bb_preview_sheet_set_zoom() says.
 */
G_DECLARE_FINAL_TYPE (BbPreviewSheet, bb_preview_sheet, BB, PREVIEW_SHEET, GtkWidget)

GtkWidget *bb_preview_sheet_new (void);

/** bb_preview_sheet_set_page: @print: (nullable): not copied: to be set to %NULL, or to another, before it is freed. */
void bb_preview_sheet_set_page (BbPreviewSheet *self, const BbPrint *print, guint index);

/** bb_preview_sheet_set_zoom: @zoom: 1 for the size of the paper (96 pixels an inch), 0 for as wide as there is room. */
void bb_preview_sheet_set_zoom (BbPreviewSheet *self, double zoom);

G_END_DECLS
