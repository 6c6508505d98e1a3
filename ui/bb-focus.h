/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_focus_leave: takes the focus out of @widget, which is about to be removed.
 *
 * GTK 4.8 keeps the parent of a removed widget that had the focus until the next frame, and for ever when something else
 * takes the focus before: the window would then leak it with all that is in it.
 */
void bb_focus_leave (GtkWidget *widget);

/**
 * bb_focus_name_scrollers: names the scrolled areas in @root, which the toolkit made without a name. They take the focus,
 * so that what is in them can be scrolled with keys.
 */
void bb_focus_name_scrollers (GtkWidget *root, const char *name);

G_END_DECLS
