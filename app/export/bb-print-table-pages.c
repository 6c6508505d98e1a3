/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-table.h"

/* A page may end this much sooner, of the room there is, where no label is torn then. */
#define SOONER 0.35
/* A table that begins in the last part of a page moves to the next one, when it is whole there. */
#define LAST_PART 0.25
/* Fewer rows than these below the heads are no beginning of a table. */
#define LEAST_ROWS 2
/* Rounding. */
#define TOLERANCE 0.1

/* Rows that fit below the heads, from @first on; those after it only as far as @available goes. */
static guint
n_fitting (const BbPrintTable *table, guint first, double available)
{
  double height = first > 0 ? table->head_height : 0;
  guint n = 0;

  while (first + n < table->n_rows && height + table->rows[first + n].height <= available + TOLERANCE)
    height += table->rows[first + n++].height;

  return n;
}

/* The best row to end the page before: the last one, or one a little earlier that tears less. 0 for none. */
static guint
best_end (const BbPrintTable *table, guint first, guint n, double available)
{
  guint best = 0, best_cost = BB_PRINT_NEVER;
  double used = (first > 0 ? table->head_height : 0) + bb_print_table_height (table, first, n);

  for (guint end = n; end > 0; end--)
    {
      guint cost = table->rows[first + end].cost;

      if (best != 0 && used < available * (1 - SOONER))
        break;
      if (cost < best_cost)
        {
          best = end;
          best_cost = cost;
        }
      used -= table->rows[first + end - 1].height;
    }

  return best;
}

guint
bb_print_table_fit (const BbPrintTable *table, guint first, double available, double page_height)
{
  gboolean is_empty_page = available >= page_height - TOLERANCE;
  guint n = n_fitting (table, first, available);
  guint n_heads = first == 0 ? table->table->table->n_head_rows : 0;
  guint end;

  if (first + n == table->n_rows)
    return n;
  if (!is_empty_page && available < LAST_PART * page_height
      && bb_print_table_height (table, first, table->n_rows) <= page_height)
    return 0;

  end = best_end (table, first, n, available);
  if (end >= n_heads + LEAST_ROWS)
    return end;

  /* An empty page takes whatever there is: rows are at most as high as it. */
  return is_empty_page ? MAX (1, end != 0 ? end : n) : 0;
}

/* The rows of @cell on the page that begins with row @first and ends before row @end. */
static guint
rows_on_page (const BbPrintCell *cell, guint first, guint end, guint *begin)
{
  guint last = MIN (end, cell->first_row + cell->n_rows);

  *begin = MAX (first, cell->first_row);
  return last > *begin ? last - *begin : 0;
}

void
bb_print_table_settle (BbPrintTable *table, const guint *firsts, guint n_firsts)
{
  for (guint i = 0; i < table->n_cells; i++)
    {
      BbPrintCell *cell = &table->cells[i];
      double highest = 0;

      if (cell->slot->slot->row_span == 1)
        continue;
      for (guint page = 0; page < n_firsts; page++)
        {
          guint end = page + 1 < n_firsts ? firsts[page + 1] : table->n_rows;
          guint begin, n = rows_on_page (cell, firsts[page], end, &begin);
          double height = bb_print_table_height (table, begin, n);

          if (height <= highest + TOLERANCE)
            continue;
          highest = height;
          cell->text_row = begin;
          cell->n_text_rows = n;
        }
    }
}
