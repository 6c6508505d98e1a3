/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bb_zoom_wheel_add: the wheel with Ctrl changes the text size anywhere in @window; without Ctrl it scrolls, as ever. */
void bb_zoom_wheel_add (GtkWidget *window);

G_END_DECLS
