/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-geometry.h"

#include "sheet/bb-sheet-cell.h"

#include <math.h>
#include <string.h>

#define RULE 1
/* What surrounds a figure, in widths of a digit. */
#define CELL_PADDING 1.7
#define SHORTEST_FIGURE 4
#define LONGEST_FIGURE 24
/* Pixels a millimetre of the printed form takes at the normal text size: 156 mm fill a page of 1000 pixels. */
#define SCALE 6.2

void
bb_sheet_geometry_init (BbSheetGeometry *self, const BbTable *table, GtkWidget **children)
{
  self->table = table;
  self->children = children;
  self->widths = g_new0 (int, table->n_grid_columns);
  self->heights = g_new0 (int, table->n_grid_rows);
  self->lefts = g_new0 (int, table->n_grid_columns + 1);
  self->tops = g_new0 (int, table->n_grid_rows + 1);
  self->insets = g_new0 (int, table->n_slots);
  self->width = -1;
}

void
bb_sheet_geometry_clear (BbSheetGeometry *self)
{
  g_clear_pointer (&self->widths, g_free);
  g_clear_pointer (&self->heights, g_free);
  g_clear_pointer (&self->lefts, g_free);
  g_clear_pointer (&self->tops, g_free);
  g_clear_pointer (&self->insets, g_free);
}

/* The font decides what is wide: at 200 % text everything grows with it. */
static void
measure_font (GtkWidget *sheet, int *digit, int *ideograph)
{
  PangoContext *context = gtk_widget_get_pango_context (sheet);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, digit, NULL);
  pango_layout_set_text (layout, "中", -1);
  pango_layout_get_pixel_size (layout, ideograph, NULL);
}

static int
figure_width (GtkWidget *cell, int digit)
{
  int columns = (int) bb_sheet_cell_get_columns (BB_SHEET_CELL (cell));

  return (int) ceil ((CLAMP (columns, SHORTEST_FIGURE, LONGEST_FIGURE) + CELL_PADDING) * digit);
}

static void
widen (BbSheetGeometry *self, const BbSlot *slot, int wanted)
{
  int have = 0;

  for (guint i = 0; i < slot->column_span; i++)
    have += self->widths[slot->column + i];
  have += (int) (slot->column_span - 1) * RULE;
  if (have >= wanted)
    return;
  for (guint i = 0; i < slot->column_span; i++)
    self->widths[slot->column + i] += (wanted - have + (int) slot->column_span - 1) / (int) slot->column_span;
}

/* Columns as narrow as their content allows: figures whole, heads two characters a line, labels wrapped. */
static int
set_minimum_widths (BbSheetGeometry *self, GtkWidget *sheet)
{
  int digit, ideograph, total = 0;

  measure_font (sheet, &digit, &ideograph);
  for (guint i = 0; i < self->table->n_grid_columns; i++)
    self->widths[i] = (int) ceil (1.27 * ideograph);
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];

      if (slot->role == BB_SLOT_CELL)
        widen (self, slot, figure_width (self->children[i], digit));
      else if (slot->role == BB_SLOT_COLUMN_HEAD)
        widen (self, slot, (int) ceil (2.55 * ideograph));
      else if (slot->role == BB_SLOT_ROW_HEAD && slot->column + slot->column_span == self->table->n_label_columns)
        widen (self, slot, 9 * ideograph);
    }
  for (guint i = 0; i < self->table->n_grid_columns; i++)
    total += self->widths[i];
  return total + ((int) self->table->n_grid_columns + 1) * RULE;
}

int
bb_sheet_geometry_minimum_width (BbSheetGeometry *self, GtkWidget *sheet)
{
  /* The places computed last go by the edges, which stay. */
  return set_minimum_widths (self, sheet);
}

int
bb_sheet_geometry_natural_width (BbSheetGeometry *self, GtkWidget *sheet)
{
  int digit, ideograph;
  double millimetres = 0;

  measure_font (sheet, &digit, &ideograph);
  for (guint i = 0; i < self->table->n_grid_columns; i++)
    millimetres += self->table->widths[i];
  return MAX (set_minimum_widths (self, sheet), (int) (millimetres * SCALE * ideograph / 15.0));
}

/* What the page offers beyond the minimum goes where the printed form is wider than we are. */
static void
spread_width (BbSheetGeometry *self, int surplus)
{
  const BbTable *table = self->table;
  g_autofree double *lack = g_new0 (double, table->n_grid_columns);
  double millimetres = 0, total = 0, sum = 0;
  int given = 0;

  for (guint i = 0; i < table->n_grid_columns; i++)
    {
      millimetres += table->widths[i];
      total += self->widths[i];
    }
  total += surplus;
  for (guint i = 0; i < table->n_grid_columns; i++)
    {
      lack[i] = MAX (total * table->widths[i] / millimetres - self->widths[i], 0);
      sum += lack[i];
    }
  for (guint i = 0; i < table->n_grid_columns && sum > 0; i++)
    {
      int part = (int) floor (surplus * lack[i] / sum);

      self->widths[i] += part;
      given += part;
    }
  self->widths[table->n_grid_columns - 1] += surplus - given;
}

static int
slot_width (const BbSheetGeometry *self, const BbSlot *slot)
{
  return self->lefts[slot->column + slot->column_span] - self->lefts[slot->column] - RULE;
}

static int
height_for (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
set_heights (BbSheetGeometry *self, gboolean spanning)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];
      int wanted, have = 0;

      if ((slot->row_span > 1) != spanning)
        continue;
      wanted = height_for (self->children[i], slot_width (self, slot));
      for (guint r = 0; r < slot->row_span; r++)
        have += self->heights[slot->row + r];
      have += (int) (slot->row_span - 1) * RULE;
      if (wanted > have)
        self->heights[slot->row + slot->row_span - 1] += wanted - have;
    }
}

/* 结果/维持, not 结果维/持: the narrowest head that has no more lines than the slot makes it have. */
static void
balance_heads (BbSheetGeometry *self)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];
      GtkWidget *child = self->children[i];
      int width = slot_width (self, slot);
      int least, natural, height;

      self->insets[i] = 0;
      if (slot->role != BB_SLOT_COLUMN_HEAD && slot->role != BB_SLOT_CORNER)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
      if (natural <= width)
        continue;

      height = height_for (child, width);
      for (int enough = width; least < enough;)
        {
          int middle = (least + enough) / 2;

          if (height_for (child, middle) > height)
            least = middle + 1;
          else
            enough = middle;
        }
      self->insets[i] = MAX (width - least, 0) / 2;
    }
}

static void
place (int *edges, const int *lengths, guint n)
{
  edges[0] = RULE;
  for (guint i = 0; i < n; i++)
    edges[i + 1] = edges[i] + lengths[i] + RULE;
}

void
bb_sheet_geometry_invalidate (BbSheetGeometry *self)
{
  self->width = -1;
}

int
bb_sheet_geometry_compute (BbSheetGeometry *self, GtkWidget *sheet, int width)
{
  const BbTable *table = self->table;
  int minimum;

  if (width == self->width)
    return self->tops[table->n_grid_rows];

  minimum = set_minimum_widths (self, sheet);
  if (width > minimum)
    spread_width (self, width - minimum);
  place (self->lefts, self->widths, table->n_grid_columns);

  memset (self->heights, 0, table->n_grid_rows * sizeof (int));
  set_heights (self, FALSE);
  set_heights (self, TRUE);
  place (self->tops, self->heights, table->n_grid_rows);
  balance_heads (self);
  self->width = width;
  return self->tops[table->n_grid_rows];
}

GdkRectangle
bb_sheet_geometry_get_slot (const BbSheetGeometry *self, guint index)
{
  const BbSlot *slot = &self->table->slots[index];

  return (GdkRectangle) {
    .x = self->lefts[slot->column],
    .y = self->tops[slot->row],
    .width = slot_width (self, slot),
    .height = self->tops[slot->row + slot->row_span] - self->tops[slot->row] - RULE,
  };
}

GdkRectangle
bb_sheet_geometry_get_child (const BbSheetGeometry *self, guint index)
{
  GdkRectangle area = bb_sheet_geometry_get_slot (self, index);

  area.x += self->insets[index];
  area.width -= 2 * self->insets[index];
  return area;
}

gboolean
bb_sheet_geometry_has_room (const BbSheetGeometry *self, GtkWidget *sheet, guint index)
{
  int digit, ideograph;

  if (self->width < 0)
    return FALSE;

  measure_font (sheet, &digit, &ideograph);
  return figure_width (self->children[index], digit) <= slot_width (self, &self->table->slots[index]);
}
