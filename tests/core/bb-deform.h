/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/*
 * Reports as other programs and other offices make them: a report with known figures is laid out as the form says, deformed in
 * one way or several, and written as a web page, a Word file, a workbook or a text. What comes back is compared with what is
 * known: a figure may be left open and told, it may never be another one.
 */

/**
 * BbDeformCell: one cell of a printed table.
 * @text: what stands in it; `\n` is a line break
 * @markup: (nullable): what a web page has in its place
 * @rows, @columns: how many it spans
 * @cell: index of the form's cell, -1 for heads and labels
 * @leaf: of a label or a cell: the row of the form, else -1
 */
typedef struct
{
  char *text;
  char *markup;
  guint rows;
  guint columns;
  BbSlotRole role;
  int cell;
  int leaf;
} BbDeformCell;

/**
 * BbDeformItem: one part of the page.
 * @text: of a paragraph, a heading or the title; %NULL for a table and for markup
 * @markup: (nullable): what only a web page has
 * @rows: (nullable) (element-type GPtrArray): a table: rows of BbDeformCell
 * @table: the form's table, -1 for a foreign one
 * @level: 0 for a paragraph, 1 for the title, 2 for a heading
 */
typedef struct
{
  char *text;
  char *markup;
  GPtrArray *rows;
  int table;
  guint level;
} BbDeformItem;

/**
 * BbDeform: a report on its way.
 * @values: the true figures of all cells
 * @written: (element-type utf8): what stands in the file for each cell, %NULL where nothing stands
 * @page_title: (nullable): <title> of a page
 * @name: name of the file, without suffix
 * @before, @after: mark-up around the whole page
 * @is_unsound: the figures do not add up
 * @is_one_sheet, @are_texts: how a workbook is written: all on one sheet, figures as texts
 */
typedef struct
{
  const BbForm *form;
  GRand *random;
  int year;
  char *organisation;
  BbDecimal *values;
  GPtrArray *written;
  GPtrArray *items;
  char *page_title;
  char *name;
  char *before;
  char *after;
  gboolean is_unsound;
  gboolean is_one_sheet;
  gboolean are_texts;
} BbDeform;

/**
 * BbDeformCase:
 * @formats: which of the formats it is for: letters of "htdx" (page, text, Word, workbook); behind them `*` when so much is
 *   gone that nobody could tell where the rest belongs: more than one figure in a hundred may be lost then
 */
typedef struct
{
  const char *name;
  void (*deform) (BbDeform *deform);
  const char *formats;
} BbDeformCase;

extern const BbDeformCase bb_deform_pages[];
extern const BbDeformCase bb_deform_cuts[];
extern const BbDeformCase bb_deform_tables[];
extern const BbDeformCase bb_deform_labels[];
extern const BbDeformCase bb_deform_values[];
extern const BbDeformCase bb_deform_office[];
extern const BbDeformCase bb_deform_others[];
extern const BbDeformCase bb_deform_arranged[];

/** bb_deform_new: a random report of edition @form, in which every relation holds. @seed: the same report for the same number. */
BbDeform *bb_deform_new (const char *form, guint32 seed);
void bb_deform_free (BbDeform *deform);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbDeform, bb_deform_free)

/** bb_deform_get_value: the figure of cell @cell, as plain digits. */
char *bb_deform_get_value (BbDeform *deform, guint cell);
/** bb_deform_write: puts @text into the printed cell; %NULL: there is no such cell any more. */
void bb_deform_write (BbDeform *deform, guint cell, const char *text);
/** bb_deform_chance: true in @percent of 100 cases. */
gboolean bb_deform_chance (BbDeform *deform, int percent);
guint bb_deform_pick (BbDeform *deform, guint n);

/* ---- parts ---- */

BbDeformItem *bb_deform_item_text (const char *text, guint level);
void bb_deform_item_free (BbDeformItem *item);
BbDeformItem *bb_deform_item_markup (const char *markup);
/** bb_deform_item_table: @text: rows separated by `\n`, cells by `|`. */
BbDeformItem *bb_deform_item_table (const char *text);
/** bb_deform_insert_row: a new row without cells in front of row @index of @item. */
GPtrArray *bb_deform_insert_row (BbDeformItem *item, guint index);
void bb_deform_insert (BbDeform *deform, guint index, BbDeformItem *item);
/** bb_deform_add: at the end. */
void bb_deform_add (BbDeform *deform, BbDeformItem *item);
/** bb_deform_find_table: (out): the item of the form's table @id ("t3"); fails when it is not there. */
BbDeformItem *bb_deform_find_table (BbDeform *deform, const char *id, guint *index);
/** bb_deform_find_heading: the item of the heading of section number @n, from 1. */
guint bb_deform_find_heading (BbDeform *deform, guint n);

BbDeformCell *bb_deform_cell_new (const char *text, guint rows, guint columns);
void bb_deform_cell_set (BbDeformCell *cell, const char *text);

static inline BbDeformItem *
bb_deform_item (BbDeform *deform, guint index)
{
  return g_ptr_array_index (deform->items, index);
}

static inline GPtrArray *
bb_deform_row (BbDeformItem *item, guint row)
{
  return g_ptr_array_index (item->rows, row);
}

static inline BbDeformCell *
bb_deform_cell (GPtrArray *row, guint index)
{
  return g_ptr_array_index (row, index);
}

/* The place of the first figure of @row, its length when it has none. */
static inline guint
bb_deform_first_value (GPtrArray *row)
{
  guint i = 0;

  while (i < row->len && bb_deform_cell (row, i)->cell < 0)
    i++;
  return i;
}

/** bb_deform_first_row: the first row of @item with values. bb_deform_has_values: whether @row is one. */
guint bb_deform_first_row (BbDeformItem *item);
gboolean bb_deform_has_values (GPtrArray *row);
/** bb_deform_leaf_label: the innermost label of a row of values, or %NULL. */
BbDeformCell *bb_deform_leaf_label (GPtrArray *row);

/**
 * BbDeformPlace: a place of the grid that the rows make, as a browser lays them out. @is_first: the cell begins here.
 */
typedef struct
{
  BbDeformCell *cell;
  gboolean is_first;
} BbDeformPlace;

/** bb_deform_lay_out: (transfer full) (element-type GArray): for each row its places. */
GPtrArray *bb_deform_lay_out (BbDeformItem *item);

/**
 * bb_deform_split_spans: cells that reach over the upper edge of row @row end there and begin again below it, with their text
 * (@labels) or without.
 */
void bb_deform_split_spans (BbDeformItem *item, guint row, gboolean labels);

/* ---- writers ---- */

char *bb_deform_to_html (BbDeform *deform);
char *bb_deform_to_text (BbDeform *deform);
GBytes *bb_deform_to_docx (BbDeform *deform);
GBytes *bb_deform_to_xlsx (BbDeform *deform);

G_END_DECLS
