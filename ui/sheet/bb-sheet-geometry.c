/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-geometry.h"

#include <math.h>
#include <string.h>

#define RULE 1
#define CELL_PADDING 14
#define SHORTEST_FIGURE 4
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
}

void
bb_sheet_geometry_clear (BbSheetGeometry *self)
{
  g_clear_pointer (&self->widths, g_free);
  g_clear_pointer (&self->heights, g_free);
  g_clear_pointer (&self->lefts, g_free);
  g_clear_pointer (&self->tops, g_free);
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

/* Columns as narrow as their content allows: figures whole, heads three characters a line, labels wrapped. */
static int
set_minimum_widths (BbSheetGeometry *self, GtkWidget *sheet)
{
  int digit, ideograph, total = 0;

  measure_font (sheet, &digit, &ideograph);
  for (guint i = 0; i < self->table->n_grid_columns; i++)
    self->widths[i] = ideograph + 4;
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];

      if (slot->role == BB_SLOT_CELL)
        {
          const char *text = gtk_editable_get_text (GTK_EDITABLE (self->children[i]));
          int length = MIN ((int) bb_text_width (text), 24);

          widen (self, slot, MAX (length, SHORTEST_FIGURE) * digit + CELL_PADDING);
        }
      else if (slot->role == BB_SLOT_COLUMN_HEAD)
        widen (self, slot, 2 * ideograph + 8);
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

static void
set_heights (BbSheetGeometry *self, gboolean spanning)
{
  for (guint i = 0; i < self->table->n_slots; i++)
    {
      const BbSlot *slot = &self->table->slots[i];
      int wanted, have = 0;

      if ((slot->row_span > 1) != spanning)
        continue;
      gtk_widget_measure (self->children[i], GTK_ORIENTATION_VERTICAL, slot_width (self, slot), &wanted, NULL, NULL, NULL);
      for (guint r = 0; r < slot->row_span; r++)
        have += self->heights[slot->row + r];
      have += (int) (slot->row_span - 1) * RULE;
      if (wanted > have)
        self->heights[slot->row + slot->row_span - 1] += wanted - have;
    }
}

int
bb_sheet_geometry_compute (BbSheetGeometry *self, GtkWidget *sheet, int width)
{
  const BbTable *table = self->table;
  int minimum = set_minimum_widths (self, sheet);

  if (width > minimum)
    spread_width (self, width - minimum);
  self->lefts[0] = RULE;
  for (guint i = 0; i < table->n_grid_columns; i++)
    self->lefts[i + 1] = self->lefts[i] + self->widths[i] + RULE;

  memset (self->heights, 0, table->n_grid_rows * sizeof (int));
  set_heights (self, FALSE);
  set_heights (self, TRUE);
  self->tops[0] = RULE;
  for (guint i = 0; i < table->n_grid_rows; i++)
    self->tops[i + 1] = self->tops[i] + self->heights[i] + RULE;
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
