/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-tables.h"

#include "import/bb-pdf-pieces.h"

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
  if (table->group != next->group || next->page != table->page + 1)
    return FALSE;
  return table->group > 0 || ABS (get_width (table) - get_width (next)) <= SAME_WIDTH;
}

/* The lines between columns of all pieces, from the left side of the table: pages may have other margins. */
static GArray *
merge_columns (const GPtrArray *tables)
{
  GArray *xs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < tables->len; i++)
    {
      const BbPdfTable *table = g_ptr_array_index (tables, i);

      for (guint x = 0; x < table->xs->len; x++)
        {
          double place = g_array_index (table->xs, double, x) - get_left (table);

          g_array_append_val (xs, place);
        }
    }
  bb_pdf_cluster (xs, SAME_COLUMN);
  return xs;
}

static void
emit_piece (BbFlow           *flow,
            const BbPdfPiece *piece)
{
  guint next = 0;

  bb_flow_set_page (flow, piece->page);
  for (guint r = 0; r < piece->n_rows; r++)
    {
      bb_flow_begin_row (flow);
      for (; next < piece->places->len; next++)
        {
          const BbPdfPlace *place = g_ptr_array_index (piece->places, next);

          if (place->row != r)
            break;
          bb_flow_begin_cell (flow, place->rows, place->columns);
          if (place->digits != BB_PDF_DIGITS_NONE)
            bb_flow_mark_broken (flow);
          bb_flow_paragraph (flow, place->text);
        }
    }
}

void
bb_pdf_table_emit (BbFlow          *flow,
                   const GPtrArray *tables)
{
  g_autoptr (GArray) xs = merge_columns (tables);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_pdf_piece_free);

  for (guint i = 0; i < tables->len; i++)
    {
      BbPdfPiece *piece = bb_pdf_piece_new (g_ptr_array_index (tables, i), xs);

      if (i > 0)
        {
          bb_pdf_piece_drop_head (piece, g_ptr_array_index (pieces, 0));
          bb_pdf_piece_join_row (g_ptr_array_index (pieces, i - 1), piece);
        }
      g_ptr_array_add (pieces, piece);
    }
  bb_flow_begin_table (flow);
  for (guint i = 0; i < pieces->len; i++)
    emit_piece (flow, g_ptr_array_index (pieces, i));
  bb_flow_end_table (flow);
}
