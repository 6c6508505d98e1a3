/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-xlsx-table.h"

#include "util/bb-check-row.h"

/* Not by colour alone: the row below the table says what the difference is. Zero is shown as a word. */
#define CHECK_FORMAT "\"差 \"0;\"差 -\"0;\"平\""
#define WRONG_BACKGROUND 0xFFC7CE
#define WRONG_TEXT 0x9C0006

static lxw_row_t
check_row (const BbXlsxTable *job)
{
  /* One row is left free, so that no program takes it for a part of the table. */
  return BB_XLSX_TABLE_ROW + job->table->table->n_grid_rows + 1;
}

static void
append_terms (const BbXlsxTable *job, const guint *cells, guint n_cells, char sign, GString *formula, GString *list)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const BbSlot *slot = bb_xlsx_slot_of_cell (job, cells[i])->slot;

      if (formula->len > 0 || sign == '-')
        g_string_append_c (formula, sign);
      bb_xlsx_append_reference (formula, slot);
      if (list->len > 0)
        g_string_append_c (list, ',');
      bb_xlsx_append_reference (list, slot);
    }
}

static gboolean
add_cells (const BbXlsxTable *job, const guint *cells, guint n_cells, gboolean minus, BbDecimal *sum)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const BbPageSlot *slot = bb_xlsx_slot_of_cell (job, cells[i]);

      if (!slot->is_number || !bb_xlsx_fits_double (slot->value))
        return FALSE;
      if (!(minus ? bb_decimal_subtract (*sum, slot->value, sum) : bb_decimal_add (*sum, slot->value, sum)))
        return FALSE;
    }
  return TRUE;
}

/* Paints cells red while @formula is true. @cells: "D5,D6", the first of them top left. */
static void
mark_when (const BbXlsxTable *job, const BbSlot *first, const char *cells, const char *formula)
{
  g_autofree char *range = g_strdup (cells);
  lxw_conditional_format format = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = (char *) formula,
    .format = bb_xlsx_book_colour (job->book, WRONG_BACKGROUND, WRONG_TEXT),
    .multi_range = g_strdelimit (range, ",", ' '),
  };

  bb_xlsx_book_note (job->book, worksheet_conditional_format_range (job->sheet, bb_xlsx_sheet_row (first),
                                                                    (lxw_col_t) first->column, bb_xlsx_sheet_row (first),
                                                                    (lxw_col_t) first->column, &format));
}

/* "$D$31": what all cells of a condition look at. Other references move with the cell. */
static void
append_fixed (GString *out, const BbSlot *slot)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell_abs (name, bb_xlsx_sheet_row (slot), (lxw_col_t) slot->column, TRUE, TRUE);
  g_string_append (out, name);
}

static void
write_balance (const BbXlsxTable *job, const BbEquation *equation)
{
  const BbSlot *first = bb_xlsx_slot_of_cell (job, equation->left[0])->slot;
  BbXlsxLook look = { BB_STYLE_VALUE, BB_ALIGN_CENTRE, FALSE, 1.0, CHECK_FORMAT, FALSE };
  const BbSlot place = { .row = check_row (job) - BB_XLSX_TABLE_ROW, .column = first->column };
  g_autoptr (GString) terms = g_string_new (NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) own = g_string_new (NULL);
  g_autofree char *formula = NULL;
  g_autofree char *wrong = NULL;
  lxw_format *format = bb_xlsx_book_format (job->book, &look);
  BbDecimal difference = bb_decimal_from_int (0);

  append_terms (job, equation->left, equation->n_left, '+', terms, list);
  append_terms (job, equation->right, equation->n_right, '-', terms, list);
  append_fixed (own, &place);
  formula = g_strdup_printf ("=IF(COUNT(%s)=%u,%s,\"\")", list->str, equation->n_left + equation->n_right, terms->str);
  wrong = g_strdup_printf ("=AND(ISNUMBER(%s),%s<>0)", own->str, own->str);
  if (add_cells (job, equation->left, equation->n_left, FALSE, &difference) &&
      add_cells (job, equation->right, equation->n_right, TRUE, &difference))
    bb_xlsx_book_note (job->book, worksheet_write_formula_num (job->sheet, check_row (job), (lxw_col_t) place.column, formula,
                                                               format, bb_decimal_to_double (difference)));
  else
    bb_xlsx_book_note (job->book, worksheet_write_formula_str (job->sheet, check_row (job), (lxw_col_t) place.column, formula,
                                                               format, ""));
  g_string_append_c (list, ',');
  bb_xlsx_append_reference (list, &place);
  mark_when (job, first, list->str, wrong);
}

/* A total that is no formula, or that is one and has to keep a second sum too. */
static void
mark_sum (const BbXlsxTable *job, const BbEquation *equation)
{
  const BbPageSlot *total = bb_xlsx_slot_of_cell (job, equation->left[0]);
  const BbCell *cell = &job->form->cells[equation->left[0]];
  g_autofree char *parts = NULL;
  g_autofree char *formula = NULL;
  g_autoptr (GString) own = g_string_new (NULL);

  if (total->follows && cell->derived_from == (int) equation->index)
    return;
  parts = bb_xlsx_references (job, equation->right, equation->n_right);
  bb_xlsx_append_reference (own, total->slot);
  formula = g_strdup_printf ("=AND(ISNUMBER(%s),COUNT(%s)=%u,%s<>SUM(%s))", own->str, parts, equation->n_right, own->str, parts);
  mark_when (job, total->slot, own->str, formula);
}

static void
write_label (const BbXlsxTable *job)
{
  BbXlsxLook look = { BB_STYLE_LABEL, BB_ALIGN_LEFT, FALSE, 1.0, NULL, FALSE };
  lxw_format *format = bb_xlsx_book_format (job->book, &look);
  guint n_labels = job->table->table->n_label_columns;

  if (n_labels > 1)
    bb_xlsx_book_note (job->book, worksheet_merge_range (job->sheet, check_row (job), 0, check_row (job),
                                                         (lxw_col_t) (n_labels - 1), BB_CHECK_ROW_LABEL, format));
  else if (n_labels == 1)
    bb_xlsx_book_note (job->book, worksheet_write_string (job->sheet, check_row (job), 0, BB_CHECK_ROW_LABEL, format));
}

void
bb_xlsx_write_checks (const BbXlsxTable *job)
{
  const BbTable *table = job->table->table;
  gboolean balances = FALSE;

  for (guint i = 0; i < job->form->n_equations; i++)
    {
      const BbEquation *equation = &job->form->equations[i];
      const BbRule *rule = &job->form->rules[equation->rule];

      if (rule->table != (int) table->index)
        continue;
      if (rule->kind == BB_RULE_BALANCE)
        write_balance (job, equation);
      else
        mark_sum (job, equation);
      balances = balances || rule->kind == BB_RULE_BALANCE;
    }
  if (balances)
    write_label (job);
  bb_xlsx_book_note (job->book, worksheet_print_area (job->sheet, 0, 0, BB_XLSX_TABLE_ROW + table->n_grid_rows - 1,
                                                      (lxw_col_t) (table->n_grid_columns - 1)));
}
