/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-docx-table.h"

#include "export/bb-docx-styles.h"
#include "export/bb-docx-xml.h"

#include <math.h>

/*
 * @edges: (array length=n_grid_columns + 1): where the columns begin, in twips from the left; rounded once, so that widths add up
 * @grid: for each place, row by row, the index of the slot that covers it
 */
typedef struct
{
  const BbPageTable *page_table;
  const BbTable *table;
  long *edges;
  guint *grid;
} Writing;

static void
writing_init (Writing *writing, const BbPageTable *page_table)
{
  const BbTable *table = page_table->table;
  double edge = 0;

  writing->page_table = page_table;
  writing->table = table;
  writing->edges = g_new0 (long, table->n_grid_columns + 1);
  for (guint i = 0; i < table->n_grid_columns; i++)
    {
      edge += page_table->widths[i];
      writing->edges[i + 1] = bb_docx_twips_from_mm (edge);
    }
  writing->grid = g_new0 (guint, table->n_grid_rows * table->n_grid_columns);
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      for (guint row = slot->row; row < slot->row + slot->row_span; row++)
        for (guint column = slot->column; column < slot->column + slot->column_span; column++)
          writing->grid[row * table->n_grid_columns + column] = i;
    }
}

static void
writing_clear (Writing *writing)
{
  g_free (writing->edges);
  g_free (writing->grid);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

/* The table says its width, the grid its columns, and each cell its own once more: every program believes another of them. */
static void
append_properties (const Writing *writing, const char *heading, GString *out)
{
  guint n_columns = writing->table->n_grid_columns;

  g_string_append_printf (out, "<w:tblPr><w:tblStyle w:val=\"" BB_DOCX_STYLE_TABLE "\"/><w:tblW w:w=\"%ld\" w:type=\"dxa\"/>"
                               "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\" w:firstRow=\"0\" w:lastRow=\"0\" "
                               "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
                          writing->edges[n_columns]);
  g_string_append (out, "<w:tblCaption w:val=\"");
  bb_docx_append_text (out, heading, -1);
  g_string_append (out, "\"/>");
  g_string_append (out, "</w:tblPr><w:tblGrid>");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%ld\"/>", writing->edges[i + 1] - writing->edges[i]);
  g_string_append (out, "</w:tblGrid>\n");
}

static void
append_padding (const Writing *writing, const BbPageSlot *slot, GString *out)
{
  BbPagePadding padding = bb_page_slot_padding (writing->page_table, slot);
  long left = bb_docx_twips (padding.left), right = bb_docx_twips (padding.right);
  long usual = bb_docx_twips (BB_CELL_PADDING);

  if (left != usual || right != usual)
    g_string_append_printf (out, "<w:tcMar><w:left w:w=\"%ld\" w:type=\"dxa\"/><w:right w:w=\"%ld\" w:type=\"dxa\"/></w:tcMar>",
                            left, right);
}

/* In half points; 0 for that of the style. */
static long
own_size (const Writing *writing, const BbPageSlot *slot)
{
  double points = bb_page_slot_points (writing->page_table, slot);

  return points < bb_style_get (bb_page_slot_style (slot->slot))->points ? lround (2 * points) : 0;
}

static void
append_cell (const Writing *writing, const BbPageSlot *slot, gboolean continues, gboolean keeps_next, GString *out)
{
  const BbSlot *place = slot->slot;

  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%ld\" w:type=\"dxa\"/>",
                          writing->edges[place->column + place->column_span] - writing->edges[place->column]);
  if (place->column_span > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", place->column_span);
  if (place->row_span > 1)
    g_string_append (out, continues ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
  append_padding (writing, slot, out);
  g_string_append_printf (out, "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>",
                          bb_docx_style_id (bb_page_slot_style (place)), keeps_next ? "<w:keepNext/>" : "");
  if (!continues)
    bb_docx_append_run (out, NULL, own_size (writing, slot), slot->text, -1);
  g_string_append (out, "</w:p></w:tc>\n");
}

static void
append_row (const Writing *writing, guint row, GString *out)
{
  const BbTable *table = writing->table;

  g_string_append_printf (out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>\n", row < table->n_head_rows ? "<w:tblHeader/>" : "");
  for (guint column = 0; column < table->n_grid_columns;)
    {
      const BbPageSlot *slot = &writing->page_table->slots[writing->grid[row * table->n_grid_columns + column]];

      append_cell (writing, slot, slot->slot->row != row, bb_page_table_keeps_row (table, row), out);
      column = slot->slot->column + slot->slot->column_span;
    }
  g_string_append (out, "</w:tr>\n");
}

void
bb_docx_write_table (const BbPageTable *table, const char *heading, GString *out)
{
  g_auto (Writing) writing = { 0 };

  writing_init (&writing, table);
  g_string_append (out, "<w:tbl>");
  append_properties (&writing, heading, out);
  for (guint row = 0; row < table->table->n_grid_rows; row++)
    append_row (&writing, row, out);
  g_string_append (out, "</w:tbl>\n");
}
