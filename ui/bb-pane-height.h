/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_pane_height_keep: gives the lower child of @paned the height that it had last, and remembers it when somebody drags the
 * handle. Growing the window is no such wish.
 * @least: the height below which it can't be dragged
 */
void bb_pane_height_keep (GtkPaned *paned, int least);

G_END_DECLS
