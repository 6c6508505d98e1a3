/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

#include <glib/gi18n.h>

static const BbSlot *
cell_slot (BbSheet *self, guint cell)
{
  return &self->table->slots[self->selection.cell_slots[cell - self->table->first_cell]];
}

/* Whether @slot is in the first row of the selection, or the first column. */
static gboolean
is_first (const BbSheetArea *area, const BbSlot *slot, gboolean right)
{
  return right ? slot->column <= area->column : slot->row <= area->row;
}

/* Where the text of @cell comes from: straight up, from the first row of the selection, or from the row above when that is
 * all there is; to the right as well. Never from a cell of another kind (an amount is no count), nor from a total.
 * Returns: -1 for nowhere. */
static int
find_source (BbSheet *self, guint cell, gboolean right)
{
  const BbSheetArea *area = &self->selection.area;
  const BbSlot *slot = cell_slot (self, cell);
  gboolean one = right ? slot->column_span == area->n_columns : slot->row_span == area->n_rows;
  int column = (int) slot->column;
  int source = (int) cell;

  while (source >= 0 && (one ? source == (int) cell : !is_first (area, cell_slot (self, (guint) source), right)))
    source = bb_sheet_move (self->report, self->form, self->table, (guint) source,
                            right ? BB_SHEET_MOVE_LEFT : BB_SHEET_MOVE_UP, column);
  if (source < 0 || source == (int) cell || self->form->cells[source].derived_from >= 0
      || self->form->cells[source].kind != self->form->cells[cell].kind)
    return -1;

  return source;
}

static gboolean
write_cell (BbSheet *self, guint cell, const char *text)
{
  BbField *field = bb_report_get_cell (self->report, cell);

  return !bb_field_is_derived (field) && bb_report_edit (self->report, field, text, BB_ORIGIN_TYPED);
}

gboolean
bb_sheet_fill (BbSheet *self, gboolean right)
{
  g_autoptr (GArray) cells = bb_sheet_selection_get_cells (&self->selection);
  gboolean changed = FALSE;

  bb_report_begin_group (self->report, right ? _("Fill Right") : _("Fill Down"));
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      int source = find_source (self, cell, right);
      g_autofree char *text = NULL;

      if (source < 0)
        continue;
      text = g_strdup (bb_field_get_text (bb_report_get_cell (self->report, (guint) source)));
      changed |= write_cell (self, cell, text);
    }
  bb_report_end_group (self->report);
  return changed;
}

gboolean
bb_sheet_fill_with (BbSheet *self, const GArray *cells, const char *text, const char *label)
{
  gboolean changed = FALSE;

  bb_report_begin_group (self->report, label);
  for (guint i = 0; i < cells->len; i++)
    changed |= write_cell (self, g_array_index (cells, guint, i), text);
  bb_report_end_group (self->report);
  return changed;
}
