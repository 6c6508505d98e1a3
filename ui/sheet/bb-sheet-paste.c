/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-paste.h"

#include <glib/gi18n.h>

static const char *
grid_text (GPtrArray *grid, guint row, guint column)
{
  BbImportRow *cells = g_ptr_array_index (grid, row);

  return g_ptr_array_index (cells->cells, column);
}

static guint
grid_width (GPtrArray *grid)
{
  guint width = 0;

  for (guint i = 0; i < grid->len; i++)
    width = MAX (width, ((BbImportRow *) g_ptr_array_index (grid, i))->cells->len);
  return width;
}

static gboolean
same_figure (BbField *field, const char *text)
{
  BbNumber number = bb_number_read (text, bb_field_get_cell (field)->unit);
  BbDecimal value;

  if (number.form != BB_NUMBER_PLAIN && number.form != BB_NUMBER_OWN_UNIT)
    return FALSE;
  return bb_field_get_value (field, &value) && bb_decimal_compare (value, number.value) == 0;
}

/* Inputs first, totals after: what a total is compared with must be the new sum. */
static void
write_grid (BbReport *report, const BbBlock *block, guint row, guint column, GPtrArray *grid, gboolean totals)
{
  for (guint i = 0; i < grid->len; i++)
    for (guint j = 0; j < ((BbImportRow *) g_ptr_array_index (grid, i))->cells->len; j++)
      {
        guint cell = block->first_cell + (row + i) * block->n_column_leaves + column + j;
        BbField *field = bb_report_get_cell (report, cell);
        g_autofree char *text = bb_text_trim (grid_text (grid, i, j));

        if (bb_field_is_derived (field) != totals)
          continue;
        if (!totals)
          bb_report_edit (report, field, text, BB_ORIGIN_TYPED);
        else if (*text != '\0' && !same_figure (field, text))
          bb_report_edit (report, field, text, BB_ORIGIN_TYPED);
      }
}

char *
bb_sheet_paste (BbReport *report, guint cell, const char *text)
{
  const BbForm *form = bb_report_get_form (report);
  const BbCell *start = &form->cells[cell];
  const BbBlock *block = &form->tables[start->table].blocks[start->block];
  g_autoptr (GPtrArray) grid = bb_import_paste_grid (text);
  guint width = grid_width (grid);
  guint rows = block->n_row_leaves - start->row;
  guint columns = block->n_column_leaves - start->column;

  if (grid->len == 0 || width == 0)
    return g_strdup (_("There is nothing to paste."));
  if (grid->len > rows || width > columns)
    return g_strdup_printf (_("The copied block has %u rows and %u columns; from this cell on there is room for %u and %u. Nothing was pasted."),
                            grid->len, width, rows, columns);
  bb_report_begin_group (report, _("Paste"));
  write_grid (report, block, start->row, start->column, grid, FALSE);
  write_grid (report, block, start->row, start->column, grid, TRUE);
  bb_report_end_group (report);
  bb_report_barrier (report);
  return NULL;
}
