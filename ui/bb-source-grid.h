/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BbSourceRun: rows of column heads, counted from the first of the grid: those from @first on, before @end.
 */
typedef struct
{
  guint first;
  guint end;
} BbSourceRun;

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

/**
 * bb_source_grid_get_heads: Returns: (transfer none) (element-type BbSourceRun): the runs of rows of heads, from top to bottom: of the
 * table, but without a figure or anything that a cell of the form was read from.
 */
GArray *bb_source_grid_get_heads (GtkWidget *grid);

/** bb_source_grid_get_top: @row: counted from the first of the grid. Returns: where it begins; the height of the grid behind its last. */
float bb_source_grid_get_top (GtkWidget *grid, guint row);

G_END_DECLS
