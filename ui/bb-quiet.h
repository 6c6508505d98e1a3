/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Setters for what is refreshed with every key: they do nothing when nothing changes. GTK's own begin anew each time; a
 * tooltip even asks the display where the mouse is.
 */

/** bb_quiet_set_tooltip: @text: (nullable). */
void bb_quiet_set_tooltip (GtkWidget *widget, const char *text);

void bb_quiet_set_icon (GtkImage *image, const char *icon_name);

/** bb_quiet_set_style: @style: the only style class of @widget from now on. */
void bb_quiet_set_style (GtkWidget *widget, const char *style);

G_END_DECLS
