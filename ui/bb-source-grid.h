/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_source_grid_new: @n_rows rows of a table of the file, from @first on, as they stand there.
 * Returns: (transfer floating): a GtkGrid of labels
 */
GtkWidget *bb_source_grid_new (BbImportMap *map, guint block, guint first, guint n_rows);

/** bb_source_grid_get: Returns: (transfer none) (nullable): what shows this place, a merged cell perhaps. */
GtkWidget *bb_source_grid_get (GtkWidget *grid, guint row, int column);

/** bb_source_grid_mark_row: marks @row lightly, or takes the mark away. */
void bb_source_grid_mark_row (GtkWidget *grid, guint row, gboolean mark);

/** bb_source_grid_find: @child: a label of @grid. @spot: (out): its place. */
gboolean bb_source_grid_find (GtkWidget *grid, GtkWidget *child, BbImportSpot *spot);

G_END_DECLS
