/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bb_recent_menu_watch: fills @menu with the files used lately each time @button is about to open its menu. */
void bb_recent_menu_watch (GtkMenuButton *button, GMenu *menu);

G_END_DECLS
