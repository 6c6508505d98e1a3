/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/** BbSheetArea: a rectangle of a table's grid, in the rows and columns of its slots, heads included. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} BbSheetArea;

/**
 * BbSheetSelection: the selected cells of a table: those in a rectangle of its grid. It grows from an origin, which is one
 * cell or what a head stands for, to the lead, the cell that Shift moves. The keyboard focus stays in the anchor.
 *
 * @slots: the slot of each place of the grid, row by row
 * @cell_slots: the slot of each cell of the table
 * @anchor: the cell that has the focus ring and takes what is typed, -1 before there is a selection
 * @lead: the cell that Shift moves
 */
typedef struct
{
  const BbForm *form;
  const BbTable *table;
  guint *slots;
  guint *cell_slots;

  int anchor;
  int lead;
  BbSheetArea origin;
  BbSheetArea area;
} BbSheetSelection;

void bb_sheet_selection_init (BbSheetSelection *self, const BbForm *form, const BbTable *table);
void bb_sheet_selection_clear (BbSheetSelection *self);

/** bb_sheet_selection_slot_area: Returns: the places of the grid that slot @slot covers. */
BbSheetArea bb_sheet_selection_slot_area (const BbSheetSelection *self, guint slot);
/** bb_sheet_selection_head_area: Returns: the places of what slot @slot stands for: a head's rows or columns, a corner's whole block. */
BbSheetArea bb_sheet_selection_head_area (const BbSheetSelection *self, guint slot);

/** bb_sheet_selection_set_cell: @cell alone. */
void bb_sheet_selection_set_cell (BbSheetSelection *self, guint cell);
/** bb_sheet_selection_set_area: the cells of @area; the anchor stays where it is when it is one of them. Returns: %FALSE when there are none. */
gboolean bb_sheet_selection_set_area (BbSheetSelection *self, const BbSheetArea *area);
/** bb_sheet_selection_set_all: every cell of the table. */
void bb_sheet_selection_set_all (BbSheetSelection *self);
/** bb_sheet_selection_extend: from the origin to @cell. */
void bb_sheet_selection_extend (BbSheetSelection *self, guint cell);
/** bb_sheet_selection_extend_area: from the origin over @area. */
void bb_sheet_selection_extend_area (BbSheetSelection *self, const BbSheetArea *area);
/** bb_sheet_selection_expand: to whole rows, or whole columns, of the table; the blocks that it touches set how far they reach. */
void bb_sheet_selection_expand (BbSheetSelection *self, gboolean rows);

/**
 * bb_sheet_selection_step: moves the anchor to the next selected input, row by row or column by column, and from the last one
 * to the first.
 * @step: 1 forward, -1 back
 *
 * Returns: %FALSE when no other input is selected.
 */
gboolean bb_sheet_selection_step (BbSheetSelection *self, int step, gboolean by_columns);

/** bb_sheet_selection_has_slot: whether slot @slot is a cell that is selected. */
gboolean bb_sheet_selection_has_slot (const BbSheetSelection *self, guint slot);
/** bb_sheet_selection_is_crossed: whether slot @slot is the innermost head of a row or column with a selected cell. */
gboolean bb_sheet_selection_is_crossed (const BbSheetSelection *self, guint slot);
/** bb_sheet_selection_get_cells: Returns: (transfer full) (element-type guint): the selected cells in reading order. */
GArray *bb_sheet_selection_get_cells (const BbSheetSelection *self);
/** bb_sheet_selection_is_many: whether more than one cell is selected. */
gboolean bb_sheet_selection_is_many (const BbSheetSelection *self);

/**
 * bb_sheet_selection_describe: how many cells are selected and what they add up to: "6 cells selected, sum 123". Cells that
 * hold no number are counted apart; without any number, and of figures in different units, there is no sum.
 *
 * Returns: (transfer full): "" when one cell or none is selected
 */
char *bb_sheet_selection_describe (const BbSheetSelection *self, BbReport *report);

G_END_DECLS
