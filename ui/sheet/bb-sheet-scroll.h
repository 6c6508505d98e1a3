/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_sheet_scroll_to: brings @area into view, with a row's height to spare above and below, and with the labels of its row
 * where both fit.
 *
 * @area: as it stands in the view now
 * @head: height of what covers the top of the view
 */
void bb_sheet_scroll_to (GtkScrollable *view, const GdkRectangle *area, int head);

G_END_DECLS
