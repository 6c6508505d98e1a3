/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the parts of the PDF reader hand to one another. All measures are points, from the top left corner of the page. */

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} BbPdfBox;

/** BbPdfGlyph: one visible character. @box: as wide as its advance, as high as its font. */
typedef struct
{
  BbPdfBox box;
  gunichar character;
} BbPdfGlyph;

/** BbPdfRule: a ruled line, or the straight edge of a coloured field. @at: where it stands; @from, @to: how far it reaches. */
typedef struct
{
  double at;
  double from;
  double to;
} BbPdfRule;

/**
 * BbPdfPage:
 * @number: from 1
 * @glyphs: (element-type BbPdfGlyph)
 * @across, @down: (element-type BbPdfRule): horizontal and vertical rules
 * @is_picture: a picture covers the page
 */
typedef struct
{
  guint number;
  double width;
  double height;
  GArray *glyphs;
  GArray *across;
  GArray *down;
  gboolean is_picture;
} BbPdfPage;

/**
 * BbPdfLine: characters that stand side by side.
 * @glyphs: (element-type BbPdfGlyph): from left to right
 * @size: of the font of its characters, the median
 */
typedef struct
{
  BbPdfBox box;
  double size;
  GArray *glyphs;
} BbPdfLine;

/**
 * BbPdfCell: one cell of a table.
 * @row, @column, @rows, @columns: where it stands in the grid of its table
 * @box: between its rules
 * @glyphs: (element-type BbPdfGlyph): what stands in it, in no order
 */
typedef struct
{
  guint row;
  guint column;
  guint rows;
  guint columns;
  BbPdfBox box;
  GArray *glyphs;
} BbPdfCell;

/**
 * BbPdfTable: a table, or the piece of it that stands on one page.
 * @xs, @ys: (element-type double): the lines between columns and rows, with both ends
 * @group: of the pieces of a table without rules the same number; 0: it has rules
 * @owners: (nullable): of each place of the grid the number of its cell, from 1
 * @cells: (element-type BbPdfCell): from top to bottom, from left to right
 */
typedef struct
{
  guint page;
  guint group;
  BbPdfBox box;
  GArray *xs;
  GArray *ys;
  guint *owners;
  GPtrArray *cells;
} BbPdfTable;

/**
 * BbPdfItem: what stands on the pages, one below the other: a line, or a table.
 * @page: from 1
 * @height: where its middle stands on the page, 0 at the top, 1 at the bottom
 */
typedef struct
{
  guint page;
  double height;
  BbPdfLine *line;
  BbPdfTable *table;
} BbPdfItem;

static inline const BbPdfGlyph *
bb_pdf_glyph (const GArray *glyphs, guint index)
{
  return &g_array_index (glyphs, BbPdfGlyph, index);
}

static inline BbPdfItem *
bb_pdf_item (const GPtrArray *items, guint index)
{
  return g_ptr_array_index (items, index);
}

static inline double
bb_pdf_middle_x (const BbPdfBox *box)
{
  return (box->x1 + box->x2) / 2;
}

static inline double
bb_pdf_middle_y (const BbPdfBox *box)
{
  return (box->y1 + box->y2) / 2;
}

static inline void
bb_pdf_box_add (BbPdfBox *box, const BbPdfBox *other)
{
  box->x1 = MIN (box->x1, other->x1);
  box->y1 = MIN (box->y1, other->y1);
  box->x2 = MAX (box->x2, other->x2);
  box->y2 = MAX (box->y2, other->y2);
}

BbPdfPage *bb_pdf_page_new (guint number, double width, double height);
void bb_pdf_page_free (BbPdfPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPdfPage, bb_pdf_page_free)

BbPdfTable *bb_pdf_table_new (guint page);
void bb_pdf_table_free (BbPdfTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPdfTable, bb_pdf_table_free)

/** bb_pdf_table_add_cell: Returns: (transfer none): a new cell without characters; its box is between the table's lines. */
BbPdfCell *bb_pdf_table_add_cell (BbPdfTable *table, guint row, guint column, guint rows, guint columns);

static inline BbPdfCell *
bb_pdf_table_cell (const BbPdfTable *table, guint index)
{
  return g_ptr_array_index (table->cells, index);
}

/** bb_pdf_item_new: @height: of the page; @line, @table: (transfer full): one of both */
BbPdfItem *bb_pdf_item_new (guint page, double height, BbPdfLine *line, BbPdfTable *table);
void bb_pdf_item_free (gpointer item);

/** bb_pdf_cluster: sorts @values (element-type double) and makes one of those that are no more than @tolerance apart. */
void bb_pdf_cluster (GArray *values, double tolerance);

G_END_DECLS
