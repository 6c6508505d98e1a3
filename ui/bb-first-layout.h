/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_FIRST_LAYOUT (bb_first_layout_get_type ())
/**
 * BbFirstLayout: one line, the children in their order. Where it is too short for all of them, the last is cut first and the first
 * last, while a box would cut the longest. What is left over belongs to the last child.
 */
G_DECLARE_FINAL_TYPE (BbFirstLayout, bb_first_layout, BB, FIRST_LAYOUT, GtkLayoutManager)

G_END_DECLS
