/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-tables.h"

#include "import/bb-pdf-cells.h"

/* In points: pieces of one table are as wide as each other; lines between their columns are the same. */
#define SAME_WIDTH 6.0
#define SAME_COLUMN 4.5

static double
get_left (const BbPdfTable *table)
{
  return g_array_index (table->xs, double, 0);
}

static double
get_width (const BbPdfTable *table)
{
  return table->box.x2 - table->box.x1;
}

gboolean
bb_pdf_is_continued (const BbPdfTable *table,
                     const BbPdfTable *next)
{
  return next->page == table->page + 1 && ABS (get_width (table) - get_width (next)) <= SAME_WIDTH;
}

/* The lines between columns of all pieces, from the left side of the table: pages may have other margins. */
static GArray *
merge_columns (const GPtrArray *pieces)
{
  GArray *xs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < pieces->len; i++)
    {
      const BbPdfTable *piece = g_ptr_array_index (pieces, i);

      for (guint x = 0; x < piece->xs->len; x++)
        {
          double place = g_array_index (piece->xs, double, x) - get_left (piece);

          g_array_append_val (xs, place);
        }
    }
  bb_pdf_cluster (xs, SAME_COLUMN);
  return xs;
}

static guint
find_column (const GArray *xs,
             double        place)
{
  guint nearest = 0;

  for (guint i = 1; i < xs->len; i++)
    if (ABS (g_array_index (xs, double, i) - place) < ABS (g_array_index (xs, double, nearest) - place))
      nearest = i;
  return nearest;
}

static gboolean
emit_cell (BbFlow           *flow,
           const BbPdfTable *piece,
           const BbPdfCell  *cell,
           const GArray     *xs,
           double            padding)
{
  guint start = find_column (xs, g_array_index (piece->xs, double, cell->column) - get_left (piece));
  guint end = find_column (xs, g_array_index (piece->xs, double, cell->column + cell->columns) - get_left (piece));
  gboolean joined = FALSE;
  g_autofree char *text = bb_pdf_cell_text (cell, padding, &joined);

  bb_flow_begin_cell (flow, cell->rows, end > start ? end - start : 1);
  bb_flow_paragraph (flow, text);
  return joined;
}

static guint
emit_piece (BbFlow           *flow,
            const BbPdfTable *piece,
            const GArray     *xs)
{
  double padding = bb_pdf_table_padding (piece);
  guint next = 0;
  guint n_joined = 0;

  bb_flow_set_page (flow, piece->page);
  for (guint r = 0; r + 1 < piece->ys->len; r++)
    {
      bb_flow_begin_row (flow);
      while (next < piece->cells->len && bb_pdf_table_cell (piece, next)->row == r)
        n_joined += emit_cell (flow, piece, bb_pdf_table_cell (piece, next++), xs, padding);
    }
  return n_joined;
}

guint
bb_pdf_table_emit (BbFlow          *flow,
                   const GPtrArray *pieces)
{
  g_autoptr (GArray) xs = merge_columns (pieces);
  guint n_joined = 0;

  bb_flow_begin_table (flow);
  for (guint i = 0; i < pieces->len; i++)
    n_joined += emit_piece (flow, g_ptr_array_index (pieces, i), xs);
  bb_flow_end_table (flow);
  return n_joined;
}
