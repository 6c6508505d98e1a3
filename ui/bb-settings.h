/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bb_settings_get: Returns: (transfer none) (nullable): the program's settings, %NULL where the schema is not installed: the program then runs with its defaults and keeps nothing. */
GSettings *bb_settings_get (void);

/** bb_settings_restore_window: gives @window the size that it had last. */
void bb_settings_restore_window (GtkWindow *window);

/** bb_settings_keep_window: remembers the size of @window. */
void bb_settings_keep_window (GtkWindow *window);

G_END_DECLS
