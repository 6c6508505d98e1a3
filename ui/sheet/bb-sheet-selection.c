/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-selection.h"

#include <glib/gi18n.h>

static BbSheetArea
unite (const BbSheetArea *a, const BbSheetArea *b)
{
  guint row = MIN (a->row, b->row);
  guint column = MIN (a->column, b->column);
  guint row_end = MAX (a->row + a->n_rows, b->row + b->n_rows);
  guint column_end = MAX (a->column + a->n_columns, b->column + b->n_columns);

  return (BbSheetArea) { row, column, row_end - row, column_end - column };
}

static gboolean
meets_rows (const BbSheetArea *area, const BbSlot *slot)
{
  return slot->row < area->row + area->n_rows && slot->row + slot->row_span > area->row;
}

static gboolean
meets_columns (const BbSheetArea *area, const BbSlot *slot)
{
  return slot->column < area->column + area->n_columns && slot->column + slot->column_span > area->column;
}

static gboolean
is_selected (const BbSheetArea *area, const BbSlot *slot)
{
  return slot->role == BB_SLOT_CELL && meets_rows (area, slot) && meets_columns (area, slot);
}

static gboolean
equal_areas (const BbSheetArea *a, const BbSheetArea *b)
{
  return a->row == b->row && a->column == b->column && a->n_rows == b->n_rows && a->n_columns == b->n_columns;
}

/* A cell that is wider than one column is in or out as a whole, and its width may bring others in. */
static BbSheetArea
complete (const BbSheetSelection *self, BbSheetArea area)
{
  BbSheetArea before;

  do
    {
      before = area;
      for (guint i = 0; i < self->table->n_slots; i++)
        {
          BbSheetArea slot = bb_sheet_selection_slot_area (self, i);

          if (is_selected (&area, &self->table->slots[i]))
            area = unite (&area, &slot);
        }
    }
  while (!equal_areas (&before, &area));
  return area;
}

static gboolean
contains_cell (const BbSheetSelection *self, const BbSheetArea *area, int cell)
{
  return cell >= 0 && is_selected (area, &self->table->slots[self->cell_slots[(guint) cell - self->table->first_cell]]);
}

static int
find_cell (const BbSheetSelection *self, const BbSheetArea *area, gboolean last)
{
  int found = -1;

  for (guint i = 0; i < self->table->n_slots; i++)
    {
      if (!is_selected (area, &self->table->slots[i]))
        continue;
      found = self->table->slots[i].cell;
      if (!last)
        break;
    }
  return found;
}

void
bb_sheet_selection_init (BbSheetSelection *self, const BbForm *form, const BbTable *table)
{
  *self = (BbSheetSelection) { .form = form, .table = table, .anchor = -1, .lead = -1 };
  self->slots = g_new0 (guint, table->n_grid_rows * table->n_grid_columns);
  self->cell_slots = g_new0 (guint, table->n_cells);
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      for (guint row = slot->row; row < slot->row + slot->row_span; row++)
        for (guint column = slot->column; column < slot->column + slot->column_span; column++)
          self->slots[row * table->n_grid_columns + column] = i;
      if (slot->cell >= 0)
        self->cell_slots[(guint) slot->cell - table->first_cell] = i;
    }
}

void
bb_sheet_selection_clear (BbSheetSelection *self)
{
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->cell_slots, g_free);
}

BbSheetArea
bb_sheet_selection_slot_area (const BbSheetSelection *self, guint slot)
{
  const BbSlot *place = &self->table->slots[slot];

  return (BbSheetArea) { place->row, place->column, place->row_span, place->column_span };
}

/* The rows and columns that the cells of block @block take. */
static BbSheetArea
block_area (const BbSheetSelection *self, guint block)
{
  BbSheetArea area = { 0, 0, 0, 0 };

  for (guint i = 0; i < self->table->n_slots; i++)
    {
      BbSheetArea slot = bb_sheet_selection_slot_area (self, i);

      if (self->table->slots[i].role != BB_SLOT_CELL || self->table->slots[i].block != block)
        continue;
      area = area.n_rows == 0 ? slot : unite (&area, &slot);
    }
  return area;
}

BbSheetArea
bb_sheet_selection_head_area (const BbSheetSelection *self, guint slot)
{
  const BbSlot *place = &self->table->slots[slot];
  BbSheetArea area = block_area (self, place->block);

  switch (place->role)
    {
    case BB_SLOT_COLUMN_HEAD:
      area.column = place->column;
      area.n_columns = place->column_span;
      return area;
    case BB_SLOT_ROW_HEAD:
      area.row = place->row;
      area.n_rows = place->row_span;
      return area;
    case BB_SLOT_CELL:
      return bb_sheet_selection_slot_area (self, slot);
    case BB_SLOT_BLOCK_TITLE:
    case BB_SLOT_CORNER:
    default:
      return area;
    }
}

void
bb_sheet_selection_set_cell (BbSheetSelection *self, guint cell)
{
  self->anchor = self->lead = (int) cell;
  self->origin = self->area = bb_sheet_selection_slot_area (self, self->cell_slots[cell - self->table->first_cell]);
}

gboolean
bb_sheet_selection_set_area (BbSheetSelection *self, const BbSheetArea *area)
{
  BbSheetArea whole = complete (self, *area);

  if (find_cell (self, &whole, FALSE) < 0)
    return FALSE;

  self->origin = self->area = whole;
  if (!contains_cell (self, &whole, self->anchor))
    self->anchor = find_cell (self, &whole, FALSE);
  self->lead = find_cell (self, &whole, TRUE);
  return TRUE;
}

void
bb_sheet_selection_set_all (BbSheetSelection *self)
{
  BbSheetArea area = { 0, 0, self->table->n_grid_rows, self->table->n_grid_columns };
  BbSheetArea cells = block_area (self, 0);

  for (guint i = 1; i < self->table->n_blocks; i++)
    {
      BbSheetArea block = block_area (self, i);

      cells = unite (&cells, &block);
    }
  if (cells.n_rows > 0)
    area = cells;
  bb_sheet_selection_set_area (self, &area);
}

void
bb_sheet_selection_extend (BbSheetSelection *self, guint cell)
{
  BbSheetArea area = bb_sheet_selection_slot_area (self, self->cell_slots[cell - self->table->first_cell]);

  if (self->anchor < 0)
    {
      bb_sheet_selection_set_cell (self, cell);
      return;
    }
  self->lead = (int) cell;
  self->area = complete (self, unite (&self->origin, &area));
}

void
bb_sheet_selection_extend_area (BbSheetSelection *self, const BbSheetArea *area)
{
  if (self->anchor < 0)
    {
      bb_sheet_selection_set_area (self, area);
      return;
    }
  self->area = complete (self, unite (&self->origin, area));
  self->lead = find_cell (self, area, area->row + area->column > self->origin.row + self->origin.column);
  if (self->lead < 0)
    self->lead = self->anchor;
}

void
bb_sheet_selection_expand (BbSheetSelection *self, gboolean rows)
{
  BbSheetArea area = self->area;
  BbSheetArea reach = { 0, 0, 0, 0 };

  for (guint i = 0; i < self->table->n_slots; i++)
    {
      BbSheetArea block;

      if (!is_selected (&self->area, &self->table->slots[i]))
        continue;
      block = block_area (self, self->table->slots[i].block);
      reach = reach.n_rows == 0 ? block : unite (&reach, &block);
    }
  if (reach.n_rows == 0)
    return;

  if (rows)
    {
      area.column = reach.column;
      area.n_columns = reach.n_columns;
    }
  else
    {
      area.row = reach.row;
      area.n_rows = reach.n_rows;
    }
  bb_sheet_selection_set_area (self, &area);
}

/* Where a slot comes in an order of the grid. */
static guint
slot_order (const BbSheetSelection *self, guint cell, gboolean by_columns)
{
  const BbSlot *slot = &self->table->slots[self->cell_slots[cell - self->table->first_cell]];

  return by_columns ? slot->column * self->table->n_grid_rows + slot->row : slot->row * self->table->n_grid_columns + slot->column;
}

gboolean
bb_sheet_selection_step (BbSheetSelection *self, int step, gboolean by_columns)
{
  g_autoptr (GArray) cells = bb_sheet_selection_get_cells (self);
  gint64 size = (gint64) self->table->n_grid_rows * self->table->n_grid_columns;
  gint64 best_distance = size;
  int best = -1;

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      gint64 distance = (gint64) slot_order (self, cell, by_columns) - slot_order (self, (guint) self->anchor, by_columns);

      /* Past the end it goes on at the beginning. */
      distance = (distance * step + size) % size;
      if (distance == 0 || distance >= best_distance || self->form->cells[cell].derived_from >= 0)
        continue;
      best_distance = distance;
      best = (int) cell;
    }
  if (best < 0)
    return FALSE;

  self->anchor = best;
  return TRUE;
}

gboolean
bb_sheet_selection_has_slot (const BbSheetSelection *self, guint slot)
{
  return self->anchor >= 0 && is_selected (&self->area, &self->table->slots[slot]);
}

gboolean
bb_sheet_selection_is_crossed (const BbSheetSelection *self, guint slot)
{
  const BbSlot *place = &self->table->slots[slot];
  const BbBlock *block = &self->table->blocks[place->block];
  BbSheetArea area;

  if (self->anchor < 0 || place->head < 0)
    return FALSE;
  if (place->role == BB_SLOT_ROW_HEAD)
    return block->rows[place->head].is_leaf && meets_rows (&self->area, place);
  if (place->role != BB_SLOT_COLUMN_HEAD || !block->columns[place->head].is_leaf || !meets_columns (&self->area, place))
    return FALSE;

  /* In a table of several blocks each has heads of its own. */
  area = block_area (self, place->block);
  return self->area.row < area.row + area.n_rows && area.row < self->area.row + self->area.n_rows;
}

GArray *
bb_sheet_selection_get_cells (const BbSheetSelection *self)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->anchor >= 0 && i < self->table->n_slots; i++)
    {
      guint cell = (guint) self->table->slots[i].cell;

      if (is_selected (&self->area, &self->table->slots[i]))
        g_array_append_val (cells, cell);
    }
  return cells;
}

gboolean
bb_sheet_selection_is_many (const BbSheetSelection *self)
{
  return self->anchor >= 0 && find_cell (self, &self->area, FALSE) != find_cell (self, &self->area, TRUE);
}

/* What the numbers in @cells add up to. Returns: how many there are, 0 when they can't be added: money is no count. */
static guint
add_up (const BbSheetSelection *self, BbReport *report, const GArray *cells, BbDecimal *sum)
{
  const BbCell *first = NULL;
  guint n_numbers = 0;

  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < cells->len; i++)
    {
      const BbCell *cell = &self->form->cells[g_array_index (cells, guint, i)];
      BbDecimal value;

      if (!bb_field_get_value (bb_report_get_cell (report, cell->index), &value))
        continue;
      if (first == NULL)
        first = cell;
      if (g_strcmp0 (cell->unit, first->unit) != 0 || !bb_decimal_add (*sum, value, sum))
        return 0;
      n_numbers++;
    }
  return n_numbers;
}

char *
bb_sheet_selection_describe (const BbSheetSelection *self, BbReport *report)
{
  g_autoptr (GArray) cells = bb_sheet_selection_get_cells (self);
  g_autofree char *figure = NULL;
  BbDecimal sum;
  guint n_numbers;

  if (cells->len < 2)
    return g_strdup ("");

  n_numbers = add_up (self, report, cells, &sum);
  if (n_numbers == 0)
    return g_strdup_printf (ngettext ("%u cell selected", "%u cells selected", cells->len), cells->len);

  figure = bb_decimal_to_string (sum);
  if (n_numbers == cells->len)
    return g_strdup_printf (ngettext ("%u cell selected, sum %s", "%u cells selected, sum %s", cells->len), cells->len, figure);

  /* Translators: some of the selected cells hold no figure */
  return g_strdup_printf (ngettext ("%u cell selected, %u with a figure, sum %s", "%u cells selected, %u with a figure, sum %s",
                                    cells->len),
                          cells->len, n_numbers, figure);
}
