/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bb_paned_handle_mend: @paned, which has both halves, takes no clicks for its handle while the second half is hidden. */
void bb_paned_handle_mend (GtkPaned *paned);

G_END_DECLS
