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
/* A label that is repeated in a low part of its rows is set smaller, but larger than this part of its size. */
#define LEAST_SCALE 0.65

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

/* The rows that the pages begin with, and how many there are on all of them. */
typedef struct
{
  const guint *firsts;
  guint n;
  guint n_rows;
} Parts;

/* Returns: how many rows of @cell are on page @page, from row @begin on. */
static guint
rows_on_page (const BbPrintCell *cell, const Parts *parts, guint page, guint *begin)
{
  guint end = page + 1 < parts->n ? parts->firsts[page + 1] : parts->n_rows;
  guint last = MIN (end, cell->first_row + cell->n_rows);

  *begin = MAX (parts->firsts[page], cell->first_row);
  return last > *begin ? last - *begin : 0;
}

/* The first part that has room for the text of @cell; the highest one where none has. */
static guint
main_part (const BbPrintTable *table, const BbPrintCell *cell, const Parts *parts)
{
  double highest = 0;
  guint best = 0;

  for (guint page = 0; page < parts->n; page++)
    {
      guint begin, n = rows_on_page (cell, parts, page, &begin);
      double height = bb_print_table_height (table, begin, n);

      if (n > 0 && bb_print_table_text_fits (table, cell->text, begin, n))
        return page;
      if (height <= highest + TOLERANCE)
        continue;
      highest = height;
      best = page;
    }

  return best;
}

/* What would be too small to read is left out. */
static void
add_repeat (BbPrintTable *table, const BbPrintCell *cell, BbPrintFonts *fonts, guint row, guint n_rows)
{
  BbPrintRepeat repeat = { cell, row, n_rows, NULL };
  gboolean fits = bb_print_table_text_fits (table, cell->text, row, n_rows);

  for (double scale = 0.9; !fits && scale > LEAST_SCALE; scale -= 0.1)
    {
      bb_print_text_free (repeat.own);
      repeat.own = bb_print_table_set_smaller (cell, fonts, scale);
      fits = bb_print_table_text_fits (table, repeat.own, row, n_rows);
    }
  if (fits)
    g_array_append_val (table->repeats, repeat);
  else
    bb_print_text_free (repeat.own);
}

static void
settle_label (BbPrintTable *table, BbPrintCell *cell, BbPrintFonts *fonts, const Parts *parts)
{
  guint best = main_part (table, cell, parts);

  for (guint page = 0; page < parts->n; page++)
    {
      guint begin, n = rows_on_page (cell, parts, page, &begin);

      if (n == 0)
        continue;
      if (page != best)
        {
          add_repeat (table, cell, fonts, begin, n);
          continue;
        }
      cell->text_row = begin;
      cell->n_text_rows = n;
    }
}

void
bb_print_table_settle (BbPrintTable *table, BbPrintFonts *fonts, const guint *firsts, guint n_firsts)
{
  Parts parts = { firsts, n_firsts, table->n_rows };

  for (guint i = 0; i < table->n_cells; i++)
    if (table->cells[i].slot->slot->row_span > 1)
      settle_label (table, &table->cells[i], fonts, &parts);
}
