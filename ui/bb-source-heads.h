/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_SOURCE_HEADS (bb_source_heads_get_type ())
/**
 * BbSourceHeads: lies over a scrolled area of tables and shows the column heads of the table at its upper edge once more while they
 * are scrolled away: what a figure counts is always to be seen. It is a picture of them; clicks and the wheel go through it.
 */
G_DECLARE_FINAL_TYPE (BbSourceHeads, bb_source_heads, BB, SOURCE_HEADS, GtkWidget)

/** bb_source_heads_new: @content: a box in @scroller; those of its children that bb_source_grid_new() made have heads. */
GtkWidget *bb_source_heads_new (GtkScrolledWindow *scroller, GtkWidget *content);

/** bb_source_heads_get_height: Returns: how much of the scrolled area is behind heads now, 0 where none are shown. */
int bb_source_heads_get_height (BbSourceHeads *self);

/** bb_source_heads_get_height_over: @cell: a cell of a table. Returns: the height of the heads that are shown where it is at the upper edge. */
int bb_source_heads_get_height_over (BbSourceHeads *self, GtkWidget *cell);

G_END_DECLS
