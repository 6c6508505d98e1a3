/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_link_popover_new: what is shown about a linked figure: the cell's full name, its figure, and the actions `link.go`,
 * `link.choose` and `link.plain`, which the widget it is put on must have.
 *
 * @state: what the cell holds now, or why the figure no longer follows
 */
GtkWidget *bb_link_popover_new (const char *name, const char *state);

/** bb_link_menu_new: Returns: (transfer full): the same actions for a context menu; those that do not apply are left out. */
GMenuModel *bb_link_menu_new (void);

G_END_DECLS
