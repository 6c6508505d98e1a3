/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_APPLICATION (bb_application_get_type ())
/** BbApplication: the one process: a window for each document. */
G_DECLARE_FINAL_TYPE (BbApplication, bb_application, BB, APPLICATION, AdwApplication)

BbApplication *bb_application_new (GApplicationFlags flags);

/**
 * bb_application_open_path: shows @path: raises the window that has it, else reads it into @from when that shows no report,
 * else into a window of its own.
 * @from: (nullable) (type BbWindow)
 */
void bb_application_open_path (BbApplication *self, const char *path, GtkWindow *from);

/** bb_application_find_window: (transfer none) (nullable): the window that shows or reads @path. */
GtkWindow *bb_application_find_window (BbApplication *self, const char *path);

/**
 * bb_application_take_offer: whether unsaved work of an earlier run should be mentioned now: there is some, and neither the
 * start page nor an earlier call did. Returns: %TRUE at most once.
 */
gboolean bb_application_take_offer (BbApplication *self);

G_END_DECLS
