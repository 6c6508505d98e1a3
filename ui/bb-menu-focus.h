/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_menu_focus_return: when the menu of @button closes, the focus goes back to where it was before: what one types goes on there.
 *
 * GTK 4.8 puts it on the button, or leaves it inside a menu that was closed while one of its submenus was shown. What is not shown
 * gets no keys: the whole window would be deaf until somebody clicks into it.
 */
void bb_menu_focus_return (GtkWindow *window, GtkMenuButton *button);

G_END_DECLS
