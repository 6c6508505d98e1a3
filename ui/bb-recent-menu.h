/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bb_recent_menu_watch: fills @menu with the files used lately, now and whenever they are others. */
void bb_recent_menu_watch (GMenu *menu);

G_END_DECLS
