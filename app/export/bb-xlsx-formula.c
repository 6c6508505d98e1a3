/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-xlsx-table.h"

/* A double holds 15 decimal digits without loss, and a spreadsheet shows no more. */
#define MOST_DIGITS 15

lxw_row_t
bb_xlsx_sheet_row (const BbSlot *slot)
{
  return slot->row + BB_XLSX_TABLE_ROW;
}

const BbPageSlot *
bb_xlsx_slot_of_cell (const BbXlsxTable *job, guint cell)
{
  const BbPageTable *table = job->table;

  return &table->slots[table->cell_slots[cell - table->table->first_cell]];
}

gboolean
bb_xlsx_is_input (const BbPageSlot *slot)
{
  return slot->slot->role == BB_SLOT_CELL && !slot->follows;
}

gboolean
bb_xlsx_fits_double (BbDecimal value)
{
  gint64 mantissa = value.mantissa;
  guint n_digits = 0;

  while (mantissa != 0 && mantissa % 10 == 0)
    mantissa /= 10;
  for (; mantissa != 0; mantissa /= 10)
    n_digits++;

  return n_digits <= MOST_DIGITS;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const BbSlot *x = *(const BbSlot *const *) a;
  const BbSlot *y = *(const BbSlot *const *) b;

  return x->row != y->row ? (int) x->row - (int) y->row : (int) x->column - (int) y->column;
}

/* Whether the slots, in order, are one unbroken piece of a row or of a column. */
static gboolean
is_range (GPtrArray *slots)
{
  for (guint i = 1; i < slots->len; i++)
    {
      const BbSlot *before = g_ptr_array_index (slots, i - 1);
      const BbSlot *slot = g_ptr_array_index (slots, i);
      const BbSlot *first = g_ptr_array_index (slots, 0);
      const BbSlot *second = g_ptr_array_index (slots, 1);
      gboolean along_row = second->row == first->row;

      if (along_row && (slot->row != before->row || slot->column != before->column + 1))
        return FALSE;
      if (!along_row && (slot->column != before->column || slot->row != before->row + 1))
        return FALSE;
    }

  return slots->len > 1;
}

void
bb_xlsx_append_reference (GString *out, const BbSlot *slot)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (name, bb_xlsx_sheet_row (slot), (lxw_col_t) slot->column);
  g_string_append (out, name);
}

char *
bb_xlsx_references (const BbXlsxTable *job, const guint *cells, guint n_cells)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (slots, (gpointer) bb_xlsx_slot_of_cell (job, cells[i])->slot);
  g_ptr_array_sort (slots, compare_slots);

  if (is_range (slots))
    {
      bb_xlsx_append_reference (out, g_ptr_array_index (slots, 0));
      g_string_append_c (out, ':');
      bb_xlsx_append_reference (out, g_ptr_array_index (slots, slots->len - 1));
    }
  else
    {
      for (guint i = 0; i < slots->len; i++)
        {
          if (i != 0)
            g_string_append_c (out, ',');
          bb_xlsx_append_reference (out, g_ptr_array_index (slots, i));
        }
    }

  return g_string_free (out, FALSE);
}
