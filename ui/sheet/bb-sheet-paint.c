/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

#define OUTLINE 2

static void
append_rectangle (BbSheet *self, GtkSnapshot *snapshot, const char *color_name, const GdkRectangle *area)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (gtk_style_context_lookup_color (style, color_name, &color))
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (area->x, area->y, area->width, area->height));
}

static const char *
slot_color (BbSheet *self, guint slot)
{
  if (bb_sheet_selection_is_crossed (&self->selection, slot))
    return "bb_crossed_color";

  return self->table->slots[slot].role == BB_SLOT_BLOCK_TITLE ? "bb_title_color" : "bb_head_color";
}

/* Heads fill their slot, but their text may be narrower: the sheet paints behind it. */
static void
snapshot_slots (BbSheet *self, GtkSnapshot *snapshot, gboolean repeated, int offset)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      GdkRectangle area = bb_sheet_geometry_get_slot (&self->geometry, i);

      if (bb_sheet_is_repeated_head (self, i) != repeated)
        continue;

      area.y += offset;
      if (self->table->slots[i].role != BB_SLOT_CELL)
        append_rectangle (self, snapshot, slot_color (self, i), &area);
      gtk_widget_snapshot_child (GTK_WIDGET (self), self->children[i], snapshot);
    }
}

/* A line on each side of @slot where the selection ends. */
static void
outline_slot (BbSheet *self, GtkSnapshot *snapshot, guint slot)
{
  const BbSlot *place = &self->table->slots[slot];
  const BbSheetArea *area = &self->selection.area;
  GdkRectangle box = bb_sheet_geometry_get_slot (&self->geometry, slot);

  /* Over the rule as well, so that the lines of neighbours meet. */
  box = (GdkRectangle) { box.x - 1, box.y - 1, box.width + 2, box.height + 2 };
  if (place->row <= area->row)
    append_rectangle (self, snapshot, "bb_selection_color", &(GdkRectangle) { box.x, box.y, box.width, OUTLINE });
  if (place->row + place->row_span >= area->row + area->n_rows)
    append_rectangle (self, snapshot, "bb_selection_color",
                      &(GdkRectangle) { box.x, box.y + box.height - OUTLINE, box.width, OUTLINE });
  if (place->column <= area->column)
    append_rectangle (self, snapshot, "bb_selection_color", &(GdkRectangle) { box.x, box.y, OUTLINE, box.height });
  if (place->column + place->column_span >= area->column + area->n_columns)
    append_rectangle (self, snapshot, "bb_selection_color",
                      &(GdkRectangle) { box.x + box.width - OUTLINE, box.y, OUTLINE, box.height });
}

/* One cell has its focus ring; several are tinted, all but the one that takes what is typed, and outlined together.
 * It is painted over the cells and changes nothing of them: selecting costs no layout and no style. */
static void
snapshot_selection (BbSheet *self, GtkSnapshot *snapshot)
{
  if (!bb_sheet_selection_is_many (&self->selection))
    return;

  for (guint i = 0; i < self->table->n_slots; i++)
    {
      GdkRectangle area = bb_sheet_geometry_get_slot (&self->geometry, i);

      if (!bb_sheet_selection_has_slot (&self->selection, i))
        continue;

      if (self->table->slots[i].cell != self->selection.anchor)
        append_rectangle (self, snapshot, "bb_selected_color", &area);
      outline_slot (self, snapshot, i);
    }
}

/* The rules are what is seen between the slots. */
void
bb_sheet_paint (BbSheet *self, GtkSnapshot *snapshot)
{
  int offset = bb_sheet_head_offset (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRectangle table = { 0, 0, width, self->geometry.tops[self->table->n_grid_rows] };
  GdkRectangle heads = { 0, offset, width, bb_sheet_head_height (self) };

  append_rectangle (self, snapshot, "bb_rule_color", &table);
  snapshot_slots (self, snapshot, FALSE, 0);
  snapshot_selection (self, snapshot);
  if (self->table->n_head_rows == 0)
    return;

  append_rectangle (self, snapshot, "bb_rule_color", &heads);
  snapshot_slots (self, snapshot, TRUE, offset);
}
