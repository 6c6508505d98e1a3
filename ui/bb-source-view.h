/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_SOURCE_VIEW (bb_source_view_get_type ())
/**
 * BbSourceView: one section of the file that was read, as it stands there: its lines, and the very grids of its tables, with merged
 * cells as they are. The place looked at is marked and scrolled to. Nothing in it can be edited.
 *
 * Signals:
 * - `chosen (const char *id)`: a place was clicked from which the cell with this id was read
 */
G_DECLARE_FINAL_TYPE (BbSourceView, bb_source_view, BB, SOURCE_VIEW, AdwBin)

/** bb_source_view_set_map: once, before anything is shown. */
void bb_source_view_set_map (BbSourceView *self, BbImportMap *map);

/** bb_source_view_show_spot: shows the section that @spot is in, and marks it; its row when its column is -1. */
void bb_source_view_show_spot (BbSourceView *self, const BbImportSpot *spot);

/** bb_source_view_show_section: @section: -1 for what stands before the report. Marks nothing. Returns: %FALSE when the file has no line of it. */
gboolean bb_source_view_show_section (BbSourceView *self, int section);

/** bb_source_view_clear_mark: the cell looked at stands nowhere in the file. */
void bb_source_view_clear_mark (BbSourceView *self);

/** bb_source_view_get_marked: Returns: (transfer none) (nullable): the label that is marked, for tests. */
GtkWidget *bb_source_view_get_marked (BbSourceView *self);

G_END_DECLS
