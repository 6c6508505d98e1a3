/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Files used lately, in the desktop's own list, so that other programs and the file chooser know them too.
 */

/** bb_recent_add: @path was opened or saved. */
void bb_recent_add (const char *path);

/** bb_recent_remove: @path is not to be listed any more. */
void bb_recent_remove (const char *path);

/** bb_recent_list: Returns: (transfer full) (element-type filename): at most @most of our files, latest first. Nobody looks whether they still exist: a drive that does not answer would hold the window up. */
GPtrArray *bb_recent_list (guint most);

G_END_DECLS
