/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BbSheetGeometry: widths and heights of a table's grid. All lengths are in logical pixels; one pixel between
 * neighbours is left for the rule. @children[i] is the widget of slot i: a BbSheetCell or the label of a head.
 */
typedef struct
{
  const BbTable *table;
  GtkWidget **children;
  int *widths;  /* n_grid_columns, of the last computation */
  int *heights; /* n_grid_rows, of the last computation */
  int *lefts;   /* n_grid_columns + 1: where each column begins, and the end */
  int *tops;    /* n_grid_rows + 1 */
  int *insets;  /* n_slots: what a column head is narrower than its slot on each side, so that its lines are alike */
  int width;    /* of the last computation, -1 when something changed since */
} BbSheetGeometry;

void bb_sheet_geometry_init (BbSheetGeometry *self, const BbTable *table, GtkWidget **children);
void bb_sheet_geometry_clear (BbSheetGeometry *self);

/** bb_sheet_geometry_minimum_width: the narrowest sheet in which every figure still shows whole. */
int bb_sheet_geometry_minimum_width (BbSheetGeometry *self, GtkWidget *sheet);
/** bb_sheet_geometry_natural_width: the width at which the columns have the proportions of the printed form. */
int bb_sheet_geometry_natural_width (BbSheetGeometry *self, GtkWidget *sheet);
/** bb_sheet_geometry_invalidate: a child asks for another size. */
void bb_sheet_geometry_invalidate (BbSheetGeometry *self);
/** bb_sheet_geometry_compute: places everything for @width; quick when nothing changed. Returns: the height. */
int bb_sheet_geometry_compute (BbSheetGeometry *self, GtkWidget *sheet, int width);
/** bb_sheet_geometry_get_slot: the rectangle of slot @slot after bb_sheet_geometry_compute(). */
GdkRectangle bb_sheet_geometry_get_slot (const BbSheetGeometry *self, guint slot);
/** bb_sheet_geometry_get_child: the rectangle of the widget in it. */
GdkRectangle bb_sheet_geometry_get_child (const BbSheetGeometry *self, guint slot);
/** bb_sheet_geometry_has_room: whether the content of @slot shows whole without another computation. */
gboolean bb_sheet_geometry_has_room (const BbSheetGeometry *self, GtkWidget *sheet, guint slot);

G_END_DECLS
