/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-fit.h"
#include "export/bb-xlsx-table.h"

#include <bianbao/bb-text.h>
#include <string.h>

#define HEADING_HEIGHT 32.0
#define ROW_HEIGHT 18.0
#define ROW_GAP 4.0

/* Cells of a spreadsheet have more padding than those of a document: the same type needs wider columns. */
#define WIDENING 1.1

/* ---- texts ---- */

/* Returns: what the cell leaves to its text, in points. */
static double
text_width (const BbPageTable *table, const BbSlot *slot)
{
  return BB_MM_TO_POINTS (bb_page_slot_width (table->widths, slot) * WIDENING) - BB_XLSX_PADDING;
}

static char *
break_lines (const char *text, guint a_line, guint most)
{
  GString *broken = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      if (n > 0 && n % a_line == 0 && n / a_line <= most)
        g_string_append_c (broken, '\n');
      g_string_append_unichar (broken, g_utf8_get_char (p));
    }

  return g_string_free (broken, FALSE);
}

/* Programs differ in the width of a column and none knows the words: labels of narrow columns carry their line breaks. */
static char *
slot_text (const BbPageTable *table, const BbPageSlot *slot)
{
  double width = text_width (table, slot->slot);
  guint a_line = 0;
  guint most = 1;

  if (slot->slot->role == BB_SLOT_COLUMN_HEAD)
    {
      a_line = bb_fit_head (slot->text, width, BB_STYLE_HEAD);
      most = G_MAXUINT;
    }
  else if (slot->slot->role == BB_SLOT_ROW_HEAD && slot->slot->row_span > 1)
    a_line = (guint) g_utf8_strlen (slot->text, (gssize) bb_fit_group (slot->text, width));

  return a_line == 0 ? g_strdup (slot->text) : break_lines (slot->text, a_line, most);
}

/* ---- numbers ---- */

/* "0", "0.00" as many decimals as were typed; an own unit is shown and the cell stays a number. Nearly all are whole and without. */
static const char *
number_format (const BbPageSlot *slot)
{
  g_autoptr (GString) format = NULL;

  if (slot->value.scale == 0 && slot->unit == NULL)
    return "0";
  format = g_string_new ("0");
  if (slot->value.scale > 0)
    {
      g_string_append_c (format, '.');
      for (guint i = 0; i < slot->value.scale; i++)
        g_string_append_c (format, '0');
    }
  if (slot->unit != NULL && strpbrk (slot->unit, "\"\\") == NULL)
    g_string_append_printf (format, "\"%s\"", slot->unit);

  return g_intern_string (format->str);
}

/* ---- formulas ---- */

/*
 * Whether a formula would give the total that the report has: not over a number that stands as a string, and not where the
 * total is empty although its parts are there (their sum is past every limit).
 */
static gboolean
can_compute (const BbXlsxTable *job, const BbPageSlot *total, const BbEquation *equation)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < equation->n_right; i++)
    {
      const BbPageSlot *part = bb_xlsx_slot_of_cell (job, equation->right[i]);

      if (part->is_number && !bb_xlsx_fits_double (part->value))
        return FALSE;
      complete = complete && part->is_number;
    }

  return total->is_number == complete;
}

static void
write_constant (const BbXlsxTable *job, const BbPageSlot *slot, lxw_format *format)
{
  g_autofree char *text = slot_text (job->table, slot);
  lxw_row_t row = bb_xlsx_sheet_row (slot->slot);
  lxw_col_t column = (lxw_col_t) slot->slot->column;
  double value = bb_decimal_to_double (slot->value);
  lxw_error error;

  /* A text is written as a string and never looked at: one that begins with = stays what it is. */
  if (slot->is_number && bb_xlsx_fits_double (slot->value))
    error = worksheet_write_number (job->sheet, row, column, value, format);
  else if (text[0] != '\0')
    error = worksheet_write_string (job->sheet, row, column, text, format);
  else
    error = worksheet_write_blank (job->sheet, row, column, format);

  bb_xlsx_book_note (job->book, error);
}

/*
 * A total of complete parts is their plain sum. While a part is missing the total is empty, in the workbook as in the
 * program, and becomes a number as soon as somebody fills in the rest: a sum of what happens to be there would be an
 * invented figure.
 */
static void
write_total (const BbXlsxTable *job, const BbPageSlot *slot, lxw_format *format)
{
  const BbCell *cell = &job->form->cells[slot->slot->cell];
  const BbEquation *equation = &job->form->equations[cell->derived_from];
  g_autofree char *parts = bb_xlsx_references (job, equation->right, equation->n_right);
  g_autofree char *formula = NULL;
  lxw_row_t row = bb_xlsx_sheet_row (slot->slot);
  lxw_col_t column = (lxw_col_t) slot->slot->column;
  lxw_error error;

  if (!can_compute (job, slot, equation))
    {
      write_constant (job, slot, format);
      return;
    }

  if (slot->is_number)
    {
      formula = g_strdup_printf ("=SUM(%s)", parts);
      error = worksheet_write_formula_num (job->sheet, row, column, formula, format, bb_decimal_to_double (slot->value));
    }
  else
    {
      formula = g_strdup_printf ("=IF(COUNT(%s)=%u,SUM(%s),\"\")", parts, equation->n_right, parts);
      error = worksheet_write_formula_str (job->sheet, row, column, formula, format, "");
    }

  bb_xlsx_book_note (job->book, error);
}

/* ---- slots ---- */

static lxw_format *
slot_format (const BbXlsxTable *job, const BbPageSlot *slot)
{
  BbStyleId style = bb_page_slot_style (slot->slot);
  BbXlsxLook look = { style, bb_style_get (style)->align, TRUE, 1.0, NULL, bb_xlsx_is_input (slot) };

  if (slot->is_number || slot->follows)
    look.number_format = number_format (slot);

  return bb_xlsx_book_format (job->book, &look);
}

static void
write_slot (const BbXlsxTable *job, const BbPageSlot *page_slot)
{
  const BbSlot *slot = page_slot->slot;
  lxw_row_t row = bb_xlsx_sheet_row (slot);
  lxw_col_t column = (lxw_col_t) slot->column;
  lxw_format *format = slot_format (job, page_slot);

  if (slot->row_span > 1 || slot->column_span > 1)
    bb_xlsx_book_note (job->book, worksheet_merge_range (job->sheet, row, column, row + slot->row_span - 1,
                                                         (lxw_col_t) (column + slot->column_span - 1), "", format));
  if (page_slot->follows)
    write_total (job, page_slot, format);
  else
    write_constant (job, page_slot, format);
}

/* ---- rows and columns ---- */

static double
slot_height (const BbPageTable *table, const BbPageSlot *slot)
{
  g_autofree char *text = NULL;

  /* It shrinks. */
  if (slot->is_number || slot->follows)
    return 0;

  text = slot_text (table, slot);
  return bb_fit_height (text, text_width (table, slot->slot), bb_page_slot_style (slot->slot), 1.0) + ROW_GAP;
}

/* What spans several rows and needs more than they have takes it from the last. */
static void
raise_rows (const BbXlsxTable *job, gboolean spanning, double *heights)
{
  const BbTable *table = job->table->table;

  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      guint last = slot->row + slot->row_span - 1;
      double needed;

      if ((slot->row_span > 1) != spanning)
        continue;

      needed = slot_height (job->table, &job->table->slots[i]);
      for (guint row = slot->row; row < last; row++)
        needed -= heights[row];
      heights[last] = MAX (heights[last], needed);
    }
}

static void
set_rows (const BbXlsxTable *job)
{
  const BbTable *table = job->table->table;
  g_autofree double *heights = g_new (double, table->n_grid_rows);

  for (guint row = 0; row < table->n_grid_rows; row++)
    heights[row] = ROW_HEIGHT;
  raise_rows (job, FALSE, heights);
  raise_rows (job, TRUE, heights);

  bb_xlsx_book_note (job->book, worksheet_set_row (job->sheet, 0, HEADING_HEIGHT, NULL));
  for (guint row = 0; row < table->n_grid_rows; row++)
    bb_xlsx_book_note (job->book, worksheet_set_row (job->sheet, row + BB_XLSX_TABLE_ROW, heights[row], NULL));
}

static void
set_columns (const BbXlsxTable *job)
{
  const BbPageTable *table = job->table;

  for (guint i = 0; i < table->table->n_grid_columns; i++)
    bb_xlsx_book_set_column (job->book, job->sheet, i, table->widths[i] * WIDENING);
}

static void
write_heading (const BbXlsxTable *job, const char *heading)
{
  BbXlsxLook look = { BB_STYLE_SECTION, BB_ALIGN_CENTRE, FALSE, 0.75, NULL };
  lxw_col_t last = (lxw_col_t) (job->table->table->n_grid_columns - 1);

  bb_xlsx_book_note (job->book, worksheet_merge_range (job->sheet, 0, 0, 0, last, heading,
                                                       bb_xlsx_book_format (job->book, &look)));
}

void
bb_xlsx_write_table (BbXlsxBook *book, const BbForm *form, const BbPageTable *table, const char *heading)
{
  BbXlsxTable job = { book, bb_xlsx_book_add_sheet (book, heading), form, table };
  guint n_head_rows = table->table->n_head_rows;

  if (job.sheet == NULL)
    return;

  set_columns (&job);
  set_rows (&job);
  write_heading (&job, heading);
  for (guint i = 0; i < table->table->n_slots; i++)
    write_slot (&job, &table->slots[i]);

  if (n_head_rows > 0)
    bb_xlsx_book_note (book, worksheet_repeat_rows (job.sheet, BB_XLSX_TABLE_ROW, BB_XLSX_TABLE_ROW + n_head_rows - 1));
  worksheet_freeze_panes (job.sheet, BB_XLSX_TABLE_ROW + n_head_rows, (lxw_col_t) table->table->n_label_columns);
  bb_xlsx_guard_inputs (&job);
  bb_xlsx_write_checks (&job);
}
