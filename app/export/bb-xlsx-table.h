/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-xlsx-book.h"

G_BEGIN_DECLS

/* The first row of the sheet holds the heading; the table begins below it. */
#define BB_XLSX_TABLE_ROW 1

/** BbXlsxTable: a table being written to its sheet. */
typedef struct
{
  BbXlsxBook *book;
  lxw_worksheet *sheet;
  const BbForm *form;
  const BbPageTable *table;
} BbXlsxTable;

lxw_row_t bb_xlsx_sheet_row (const BbSlot *slot);
const BbPageSlot *bb_xlsx_slot_of_cell (const BbXlsxTable *job, guint cell);

/** bb_xlsx_is_input: whether people fill it in: every cell but the totals that are formulas. */
gboolean bb_xlsx_is_input (const BbPageSlot *slot);

/** bb_xlsx_fits_double: whether a spreadsheet keeps all digits of @value. */
gboolean bb_xlsx_fits_double (BbDecimal value);

/** bb_xlsx_append_reference: appends "D4". */
void bb_xlsx_append_reference (GString *out, const BbSlot *slot);

/** bb_xlsx_references: Returns: (transfer full): "D4:I4" or "D4,F4,H4", for a function over @cells. */
char *bb_xlsx_references (const BbXlsxTable *job, const guint *cells, guint n_cells);

/** bb_xlsx_guard_inputs: what may be typed into the cells that are filled in, a colour while they are not, and nothing else. */
void bb_xlsx_guard_inputs (const BbXlsxTable *job);

/**
 * bb_xlsx_write_checks: the relations that no formula keeps: a row below the table, which is not printed, says whether each
 * balance holds; cells of one that does not are red.
 */
void bb_xlsx_write_checks (const BbXlsxTable *job);

G_END_DECLS
