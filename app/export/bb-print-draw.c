/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-private.h"

#define LINE_WIDTH 0.5

static const char *
text_tag (const BbPageBlock *block)
{
  switch (block->kind)
    {
    case BB_PAGE_TITLE:
      return "H1";
    case BB_PAGE_HEADING:
      return block->level == 1 ? "H2" : "H3";
    case BB_PAGE_PARAGRAPH:
    case BB_PAGE_TABLE:
    default:
      return "P";
    }
}

/* What a page shows of a table: @n rows from @first on, the first of them at @y. */
typedef struct
{
  const BbPrintTable *table;
  guint first;
  guint n;
  double x;
  double y;
} Part;

static double
row_y (const Part *part, guint row)
{
  return part->y + bb_print_table_height (part->table, part->first, row - part->first);
}

static void
draw_borders (const Part *part, cairo_t *cr)
{
  for (guint i = 0; i < part->table->n_cells; i++)
    {
      const BbPrintCell *cell = &part->table->cells[i];
      guint begin = MAX (part->first, cell->first_row);
      guint end = MIN (part->first + part->n, cell->first_row + cell->n_rows);

      if (begin < end)
        cairo_rectangle (cr, part->x + cell->x, row_y (part, begin), cell->width,
                         bb_print_table_height (part->table, begin, end - begin));
    }
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

static void
draw_cell (const Part *part, const BbPrintCell *cell, guint row, cairo_t *cr)
{
  const char *tag = cell->slot->slot->role == BB_SLOT_CELL ? "TD" : "TH";
  guint n_rows, first, n;
  double height;

  if (!bb_print_table_text_at (part->table, cell, row, &n_rows, &first, &n))
    return;

  height = bb_print_table_height (part->table, row, n_rows);
  cairo_tag_begin (cr, tag, NULL);
  bb_print_text_draw (cell->text, cr, part->x + cell->x + cell->left,
                      row_y (part, row) + (height - n * cell->text->pitch) / 2, first, n);
  cairo_tag_end (cr, tag);
}

/* Row by row: that is the order in which the file is read aloud, and its text taken out again. */
static void
draw_part (const Part *part, cairo_t *cr)
{
  draw_borders (part, cr);
  for (guint row = part->first; row < part->first + part->n; row++)
    {
      cairo_tag_begin (cr, "TR", NULL);
      for (guint i = 0; i < part->table->n_cells; i++)
        draw_cell (part, &part->table->cells[i], row, cr);
      cairo_tag_end (cr, "TR");
    }
}

/*
 * For the eye alone: who is read to has heard the label with its first rows. cairo 1.16 knows no artifact; Private is what
 * nobody else interprets or takes out.
 */
static void
draw_repeats (const Part *part, cairo_t *cr)
{
  for (guint i = 0; i < part->table->repeats->len; i++)
    {
      const BbPrintRepeat *repeat = &g_array_index (part->table->repeats, BbPrintRepeat, i);
      const BbPrintText *text = repeat->own != NULL ? repeat->own : repeat->cell->text;
      double height = bb_print_table_height (part->table, repeat->row, repeat->n_rows);

      if (repeat->row < part->first || repeat->row >= part->first + part->n)
        continue;
      cairo_tag_begin (cr, "Private", NULL);
      bb_print_text_draw (text, cr, part->x + repeat->cell->x + repeat->cell->left,
                          row_y (part, repeat->row) + (height - text->n_lines * text->pitch) / 2, 0, text->n_lines);
      cairo_tag_end (cr, "Private");
    }
}

static void
draw_table (const BbPrintPiece *piece, cairo_t *cr, double x, double y)
{
  const BbPrintTable *table = piece->item->table;
  Part rows = { table, piece->first, piece->n, x, y };

  cairo_tag_begin (cr, "Table", NULL);
  if (piece->first > 0 && table->head_height > 0)
    {
      Part heads = { table, 0, table->table->table->n_head_rows, x, y };

      draw_part (&heads, cr);
      rows.y += table->head_height;
    }
  draw_part (&rows, cr);
  cairo_tag_end (cr, "Table");
  draw_repeats (&rows, cr);
}

void
bb_print_draw_piece (const BbPrintPiece *piece, cairo_t *cr, double x, double y)
{
  const char *tag = text_tag (piece->item->block);

  if (piece->item->table != NULL)
    {
      draw_table (piece, cr, x, y + piece->y);
      return;
    }

  cairo_tag_begin (cr, tag, NULL);
  bb_print_text_draw (piece->item->text, cr, x, y + piece->y, piece->first, piece->n);
  cairo_tag_end (cr, tag);
}
