/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf.h"

#include "import/bb-pdf-lines.h"

BbPdfPage *
bb_pdf_page_new (guint  number,
                 double width,
                 double height)
{
  BbPdfPage *page = g_new0 (BbPdfPage, 1);

  page->number = number;
  page->width = width;
  page->height = height;
  page->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
  page->across = g_array_new (FALSE, FALSE, sizeof (BbPdfRule));
  page->down = g_array_new (FALSE, FALSE, sizeof (BbPdfRule));
  return page;
}

void
bb_pdf_page_free (BbPdfPage *page)
{
  if (page == NULL)
    return;
  g_array_unref (page->glyphs);
  g_array_unref (page->across);
  g_array_unref (page->down);
  g_free (page);
}

static void
cell_free (gpointer data)
{
  BbPdfCell *cell = data;

  g_array_unref (cell->glyphs);
  g_free (cell);
}

BbPdfTable *
bb_pdf_table_new (guint page)
{
  BbPdfTable *table = g_new0 (BbPdfTable, 1);

  table->page = page;
  table->xs = g_array_new (FALSE, FALSE, sizeof (double));
  table->ys = g_array_new (FALSE, FALSE, sizeof (double));
  table->cells = g_ptr_array_new_with_free_func (cell_free);
  return table;
}

void
bb_pdf_table_free (BbPdfTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->xs);
  g_array_unref (table->ys);
  g_ptr_array_unref (table->cells);
  g_free (table->owners);
  g_free (table);
}

BbPdfCell *
bb_pdf_table_add_cell (BbPdfTable *table,
                       guint       row,
                       guint       column,
                       guint       rows,
                       guint       columns)
{
  BbPdfCell *cell = g_new0 (BbPdfCell, 1);

  *cell = (BbPdfCell) { row, column, rows, columns };
  cell->box.x1 = g_array_index (table->xs, double, column);
  cell->box.x2 = g_array_index (table->xs, double, column + columns);
  cell->box.y1 = g_array_index (table->ys, double, row);
  cell->box.y2 = g_array_index (table->ys, double, row + rows);
  cell->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
  g_ptr_array_add (table->cells, cell);
  return cell;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

void
bb_pdf_cluster (GArray *values,
                double  tolerance)
{
  guint n = 0;

  g_array_sort (values, compare_numbers);
  for (guint i = 0; i < values->len;)
    {
      double sum = 0;
      guint start = i;

      do
        sum += g_array_index (values, double, i++);
      while (i < values->len && g_array_index (values, double, i) - g_array_index (values, double, i - 1) <= tolerance);
      g_array_index (values, double, n++) = sum / (i - start);
    }
  g_array_set_size (values, n);
}

BbPdfItem *
bb_pdf_item_new (guint       page,
                 double      height,
                 BbPdfLine  *line,
                 BbPdfTable *table)
{
  BbPdfItem *item = g_new0 (BbPdfItem, 1);

  item->page = page;
  item->line = line;
  item->table = table;
  item->height = bb_pdf_middle_y (line != NULL ? &line->box : &table->box) / height;
  return item;
}

void
bb_pdf_item_free (gpointer data)
{
  BbPdfItem *item = data;

  bb_pdf_line_free (item->line);
  bb_pdf_table_free (item->table);
  g_free (item);
}
