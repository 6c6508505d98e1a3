/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-table.h"

#include "export/bb-fit.h"

#include <math.h>

/* A number that is wider than its cell is set smaller rather than torn apart, down to this part of its size. */
#define SMALLEST 0.4
/* Rounding. */
#define TOLERANCE 0.1

static double
text_height (const BbPrintText *text, guint n_lines)
{
  return n_lines * text->pitch + 2 * BB_CELL_AIR;
}

/* How the text of a cell is set, but for what makes room for it. @end keeps the end of its first line. */
static BbPrintSetting
cell_setting (const BbPrintCell *cell, gsize *end)
{
  const BbSlot *slot = cell->slot->slot;
  BbPrintSetting setting = { .style = bb_page_slot_style (slot), .width = cell->inner, .scale = 1 };

  if (slot->role == BB_SLOT_COLUMN_HEAD)
    {
      guint a_line = bb_fit_head (cell->slot->text, cell->inner, BB_STYLE_HEAD);

      if (a_line > 0)
        setting.measure = MIN (cell->inner, (a_line + 0.5) * bb_style_get (BB_STYLE_HEAD)->points);
    }
  else if (setting.style == BB_STYLE_GROUP)
    {
      *end = bb_fit_group (cell->slot->text, cell->inner);
      setting.ends = end;
      setting.n_ends = *end > 0 ? 1 : 0;
    }

  return setting;
}

static void
set_cell (BbPrintCell *cell, const BbPageTable *table, BbPrintFonts *fonts)
{
  const BbSlot *slot = cell->slot->slot;
  BbPagePadding padding = bb_page_slot_padding (table, cell->slot);
  BbPrintSetting setting;
  gsize end;

  /* The lines of a head break where its measure says, not where its padding ends. */
  if (slot->role == BB_SLOT_COLUMN_HEAD)
    padding.left = padding.right = BB_CELL_PADDING;
  cell->left = padding.left + BB_CELL_BORDER / 2;
  cell->inner = cell->width - padding.left - padding.right - BB_CELL_BORDER;
  setting = cell_setting (cell, &end);
  if (slot->role == BB_SLOT_CELL)
    {
      double longest = bb_print_text_longest (fonts, cell->slot->text, setting.style);

      if (longest > cell->inner)
        setting.scale = MAX (SMALLEST, cell->inner / longest);
    }
  else if (slot->role == BB_SLOT_ROW_HEAD)
    setting.scale = bb_page_slot_points (table, cell->slot) / bb_style_get (setting.style)->points;

  cell->text = bb_print_text_new (fonts, cell->slot->text, &setting);
}

static void
set_cells (BbPrintTable *result, BbPrintFonts *fonts)
{
  const BbPageTable *table = result->table;

  for (guint i = 0; i < table->table->n_slots; i++)
    {
      const BbSlot *slot = table->slots[i].slot;
      BbPrintCell *cell = &result->cells[i];

      cell->slot = &table->slots[i];
      for (guint column = 0; column < slot->column; column++)
        cell->x += BB_MM_TO_POINTS (table->widths[column]);
      cell->width = BB_MM_TO_POINTS (bb_page_slot_width (table->widths, slot));
      set_cell (cell, table, fonts);
    }
}

/* The heights of the form's rows: first what stands in one row, then what several must hold together. */
static double *
grid_heights (const BbPrintTable *table)
{
  double *heights = g_new0 (double, table->table->table->n_grid_rows);

  for (guint i = 0; i < table->n_cells; i++)
    {
      const BbSlot *slot = table->cells[i].slot->slot;
      double height = text_height (table->cells[i].text, table->cells[i].text->n_lines);

      if (slot->row_span == 1)
        heights[slot->row] = MAX (heights[slot->row], height);
    }
  for (guint i = 0; i < table->n_cells; i++)
    {
      const BbSlot *slot = table->cells[i].slot->slot;
      double missing = text_height (table->cells[i].text, table->cells[i].text->n_lines);

      for (guint row = 0; row < slot->row_span; row++)
        missing -= heights[slot->row + row];
      for (guint row = 0; missing > 0 && row < slot->row_span; row++)
        heights[slot->row + row] += missing / slot->row_span;
    }

  return heights;
}

static guint
lines_in (const BbPrintText *text, double height)
{
  guint n = (guint) MAX (0, floor ((height - 2 * BB_CELL_AIR) / text->pitch + 0.01));

  return MAX (1, n);
}

/* How many parts a row of the form needs where no part is higher than @most. */
static guint
n_parts (const BbPrintTable *table, guint grid_row, double height, double most)
{
  guint n = 1;

  if (height <= most)
    return 1;

  for (guint i = 0; i < table->n_cells; i++)
    {
      const BbPrintText *text = table->cells[i].text;

      if (table->cells[i].slot->slot->row == grid_row && table->cells[i].slot->slot->row_span == 1)
        {
          guint in_one = lines_in (text, most);

          n = MAX (n, (text->n_lines + in_one - 1) / in_one);
        }
    }

  return n;
}

static gboolean
is_headed (const BbTable *table, guint grid_row, guint *block)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      if (slot->row > grid_row || slot->row + slot->row_span <= grid_row)
        continue;
      *block = slot->block;
      headed = headed || slot->role == BB_SLOT_BLOCK_TITLE || slot->role == BB_SLOT_COLUMN_HEAD;
    }

  return headed;
}

/*
 * A page that ends before @grid_row tears each label that stands beside rows on both sides; one over nearly all rows is
 * torn in any case, but has no room beside a single row. Heads stay with what is below them.
 */
static guint
cost_of_label (const BbTable *table, const BbSlot *slot, guint grid_row)
{
  guint above, below;

  if (slot->row >= grid_row || slot->row + slot->row_span <= grid_row)
    return 0;
  above = grid_row - slot->row;
  below = slot->row_span - above;

  return (slot->row_span < table->n_grid_rows / 2) + (MIN (above, below) == 1);
}

static guint
cost_before (const BbTable *table, guint grid_row)
{
  guint cost = 0, block = 0, block_before = 0;

  if (grid_row == 0)
    return 0;
  if (is_headed (table, grid_row - 1, &block_before))
    return BB_PRINT_NEVER;

  is_headed (table, grid_row, &block);
  if (table->n_blocks > 1 && block == block_before)
    cost++;
  for (guint i = 0; i < table->n_slots; i++)
    cost += cost_of_label (table, &table->slots[i], grid_row);

  return cost;
}

static void
set_rows (BbPrintTable *result, double page_height)
{
  const BbTable *table = result->table->table;
  g_autofree double *heights = grid_heights (result);
  g_autofree guint *firsts = g_new0 (guint, table->n_grid_rows + 1);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (BbPrintRow));
  double most;

  for (guint row = 0; row < table->n_head_rows; row++)
    result->head_height += heights[row];
  most = page_height - result->head_height;
  for (guint grid_row = 0; grid_row < table->n_grid_rows; grid_row++)
    {
      guint n = n_parts (result, grid_row, heights[grid_row], most);

      firsts[grid_row] = rows->len;
      for (guint part = 0; part < n; part++)
        {
          BbPrintRow row = { grid_row, part, n > 1 ? most : heights[grid_row], part > 0 ? 0 : cost_before (table, grid_row) };

          g_array_append_val (rows, row);
        }
    }
  firsts[table->n_grid_rows] = rows->len;
  result->n_rows = rows->len;
  result->rows = (BbPrintRow *) (gpointer) g_array_free (rows, FALSE);

  for (guint i = 0; i < result->n_cells; i++)
    {
      BbPrintCell *cell = &result->cells[i];

      cell->first_row = cell->text_row = firsts[cell->slot->slot->row];
      cell->n_rows = cell->n_text_rows = firsts[cell->slot->slot->row + cell->slot->slot->row_span] - cell->first_row;
    }
}

static void
clear_repeat (gpointer data)
{
  bb_print_text_free (((BbPrintRepeat *) data)->own);
}

BbPrintTable *
bb_print_table_new (BbPrintFonts *fonts, const BbPageTable *table, double page_height)
{
  BbPrintTable *result = g_new0 (BbPrintTable, 1);

  result->table = table;
  result->n_cells = table->table->n_slots;
  result->cells = g_new0 (BbPrintCell, result->n_cells);
  result->repeats = g_array_new (FALSE, FALSE, sizeof (BbPrintRepeat));
  g_array_set_clear_func (result->repeats, clear_repeat);
  set_cells (result, fonts);
  set_rows (result, page_height);

  return result;
}

void
bb_print_table_free (BbPrintTable *table)
{
  if (table == NULL)
    return;

  for (guint i = 0; i < table->n_cells; i++)
    bb_print_text_free (table->cells[i].text);
  g_array_unref (table->repeats);
  g_free (table->cells);
  g_free (table->rows);
  g_free (table);
}

double
bb_print_table_height (const BbPrintTable *table, guint first, guint n)
{
  double height = 0;

  for (guint row = first; row < first + n && row < table->n_rows; row++)
    height += table->rows[row].height;

  return height;
}

gboolean
bb_print_table_text_fits (const BbPrintTable *table, const BbPrintText *text, guint row, guint n_rows)
{
  return text_height (text, text->n_lines) <= bb_print_table_height (table, row, n_rows) + TOLERANCE;
}

BbPrintText *
bb_print_table_set_smaller (const BbPrintCell *cell, BbPrintFonts *fonts, double scale)
{
  gsize end;
  BbPrintSetting setting = cell_setting (cell, &end);

  setting.scale = scale;
  return bb_print_text_new (fonts, cell->slot->text, &setting);
}

gboolean
bb_print_table_text_at (const BbPrintTable *table, const BbPrintCell *cell, guint row, guint *n_rows,
                        guint *first_line, guint *n_lines)
{
  const BbPrintRow *place = &table->rows[row];
  guint in_one = lines_in (cell->text, place->height);

  *n_rows = cell->n_text_rows;
  *first_line = 0;
  *n_lines = cell->text->n_lines;
  if (cell->slot->slot->row_span > 1 || cell->n_rows == 1)
    return row == cell->text_row;

  *n_rows = 1;
  *first_line = MIN (place->part * in_one, cell->text->n_lines);
  *n_lines = MIN (in_one, cell->text->n_lines - *first_line);
  return row >= cell->first_row && row < cell->first_row + cell->n_rows && *n_lines > 0;
}
