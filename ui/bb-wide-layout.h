/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_WIDE_LAYOUT (bb_wide_layout_get_type ())
/**
 * BbWideLayout: gives the one child all room, and asks for its width whatever the height. A GtkStack of GTK 4.8 wants the width that
 * its child has at the height there is: a line of text that could wrap is one line then, and the page is wider than its window.
 */
G_DECLARE_FINAL_TYPE (BbWideLayout, bb_wide_layout, BB, WIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
