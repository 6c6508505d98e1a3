/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-xlsx-table.h"

/*
 * What may be typed, by kind. The workbook goes to other offices, so it speaks Chinese whatever the language of the program
 * is. No lists: libxlsxwriter ends the program when one is longer than 254 bytes.
 */
typedef struct
{
  uint8_t type;
  uint8_t criteria;
  double least;
  const char *title;
  const char *message;
} Validation;

/* *INDENT-OFF* */
static const Validation validations[] = {
  [BB_KIND_COUNT]  = { LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_CRITERIA_BETWEEN, 0,
                       "应为整数", "此处只能填写 0 或正整数；没有的，填 0，不要空着，也不要填“无”或“/”。" },
  [BB_KIND_SIGNED] = { LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_CRITERIA_BETWEEN, -BB_NUMBER_LIMIT,
                       "应为整数", "此处只能填写整数，减少的填负数；没有增减的，填 0。" },
  [BB_KIND_AMOUNT] = { LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN, 0,
                       "应为金额", "此处只能填写 0 或正数，可有小数，不要写单位；没有的，填 0。" },
};
/* *INDENT-ON* */

/* A place of the sheet's grid: the kind of the cell to be filled in there, plus one; 0 for anything else. */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint8 *kinds;
} Grid;

static guint8 *
place (const Grid *grid, guint row, guint column)
{
  return &grid->kinds[row * grid->n_columns + column];
}

static Grid
grid_new (const BbXlsxTable *job)
{
  const BbTable *table = job->table->table;
  Grid grid = { table->n_grid_rows, table->n_grid_columns, g_new0 (guint8, table->n_grid_rows * table->n_grid_columns) };

  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      for (guint n = 0; bb_xlsx_is_input (&job->table->slots[i]) && n < slot->row_span * slot->column_span; n++)
        *place (&grid, slot->row + n / slot->column_span, slot->column + n % slot->column_span) =
          (guint8) (job->form->cells[slot->cell].kind + 1);
    }
  return grid;
}

static gboolean
is_row_of (const Grid *grid, guint row, guint first, guint last, guint8 kind)
{
  for (guint column = first; column <= last; column++)
    if (*place (grid, row, column) != kind)
      return FALSE;
  return TRUE;
}

/* Takes out of the grid the largest rectangle of one kind that begins at a place: wide first, then high. */
static void
take_rectangle (const Grid *grid, guint row, guint column, guint *last_row, guint *last_column)
{
  guint8 kind = *place (grid, row, column);

  for (*last_column = column; *last_column + 1 < grid->n_columns && *place (grid, row, *last_column + 1) == kind;)
    ++*last_column;
  for (*last_row = row; *last_row + 1 < grid->n_rows && is_row_of (grid, *last_row + 1, column, *last_column, kind);)
    ++*last_row;
  for (guint i = row; i <= *last_row; i++)
    for (guint j = column; j <= *last_column; j++)
      *place (grid, i, j) = 0;
}

static void
guard_rectangle (const BbXlsxTable *job, guint8 kind, guint row, guint column, guint last_row, guint last_column)
{
  const Validation *rule = &validations[kind - 1];
  lxw_row_t first = BB_XLSX_TABLE_ROW + row;
  lxw_row_t last = BB_XLSX_TABLE_ROW + last_row;
  lxw_data_validation validation = {
    .validate = rule->type,
    .criteria = rule->criteria,
    .minimum_number = rule->least,
    .maximum_number = BB_NUMBER_LIMIT,
    .ignore_blank = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .error_title = (char *) rule->title,
    .error_message = (char *) rule->message,
  };

  bb_xlsx_book_note (job->book, worksheet_data_validation_range (job->sheet, first, (lxw_col_t) column, last,
                                                                 (lxw_col_t) last_column, &validation));
  bb_xlsx_book_mark_unfilled (job->book, job->sheet, first, (lxw_col_t) column, last, (lxw_col_t) last_column);
}

void
bb_xlsx_guard_inputs (const BbXlsxTable *job)
{
  Grid grid = grid_new (job);

  bb_xlsx_book_protect (job->sheet, FALSE);
  for (guint row = 0; row < grid.n_rows; row++)
    for (guint column = 0; column < grid.n_columns; column++)
      {
        guint8 kind = *place (&grid, row, column);
        guint last_row, last_column;

        if (kind == 0)
          continue;
        take_rectangle (&grid, row, column, &last_row, &last_column);
        guard_rectangle (job, kind, row, column, last_row, last_column);
      }
  g_free (grid.kinds);
}
