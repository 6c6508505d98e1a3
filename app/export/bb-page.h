/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/*
 * A report laid out as a list of blocks, once, for all writers. It is a snapshot: no field, and nothing of the
 * report, is referred to afterwards; only the form is. All texts are clean (bb_page_clean()).
 */

/**
 * BbPageKind:
 * @BB_PAGE_TITLE: the title of the report
 * @BB_PAGE_HEADING: level 1: the number and title of a section; level 2: a point （一） that is a paragraph of its own
 * @BB_PAGE_PARAGRAPH: one paragraph of a narrative
 * @BB_PAGE_ATTACHMENT: a paragraph at the end that names what is attached, the first one behind 附件：
 * @BB_PAGE_OFFICE: who signs the report, at its end
 * @BB_PAGE_DATE: the date of a signature
 * @BB_PAGE_TABLE: the table of a section
 */
typedef enum
{
  BB_PAGE_TITLE,
  BB_PAGE_HEADING,
  BB_PAGE_PARAGRAPH,
  BB_PAGE_ATTACHMENT,
  BB_PAGE_OFFICE,
  BB_PAGE_DATE,
  BB_PAGE_TABLE
} BbPageKind;

/**
 * BbPageSlot: what stands in one rectangle of a printed table.
 * @slot: where, and what it is
 * @text: a label; or the cell's text as typed, the sum for a total that follows its parts, "" for blank and missing
 * @is_number: a cell that holds a number
 * @value: the number
 * @unit: (nullable): the cell's own unit when it was typed behind the number (15件)
 * @follows: a total that is computed from its parts, not a figure of its own
 */
typedef struct
{
  const BbSlot *slot;
  char *text;
  gboolean is_number;
  BbDecimal value;
  char *unit;
  gboolean follows;
} BbPageSlot;

/**
 * BbPageTable:
 * @slots: (array length=table->n_slots): in the order of @table->slots
 * @cell_slots: (array length=table->n_cells): for each cell, counted from @table->first_cell, the index of its slot
 * @widths: (array length=table->n_grid_columns): of the columns, in millimetres on A4: those of the form, or what long figures need
 */
typedef struct
{
  const BbTable *table;
  BbPageSlot *slots;
  guint *cell_slots;
  double *widths;
} BbPageTable;

/**
 * BbPageBlock:
 * @section: index of the section it belongs to (the title: 0)
 * @level: of a heading, 1 or 2; of a paragraph that begins a point, 2 or 3; else 0
 * @text: of everything but a table
 * @lead: for a paragraph that begins a point: how many bytes are the point's heading; of an attachment: how many stand before its
 *   name
 * @indent: of an attachment, from the left margin, in characters
 * @opens: the first of the attachments or of the signature: a line above it is free
 * @table: of a table, else %NULL
 */
typedef struct
{
  BbPageKind kind;
  guint section;
  guint level;
  char *text;
  gsize lead;
  double indent;
  gboolean opens;
  BbPageTable *table;
} BbPageBlock;

/**
 * BbPage:
 * @year: the report year, 0 when none is known
 * @title: clean text, the same as the first block's
 * @blocks: (element-type BbPageBlock): from top to bottom
 */
typedef struct
{
  const BbForm *form;
  int year;
  char *title;
  GPtrArray *blocks;
} BbPage;

/**
 * bb_page_new:
 *
 * Title, introduction, then each section: heading, narrative, table. Sentences of sections 2–4 stand before the table;
 * contact and date are not part of a page (design.md).
 *
 * Returns: (transfer full)
 */
BbPage *bb_page_new (BbReport *report);
void bb_page_free (BbPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPage, bb_page_free)

/**
 * bb_page_heading: what the block at @index is about.
 *
 * Returns: the heading of its section, or the title when the section has none
 */
const char *bb_page_heading (const BbPage *page, guint index);

/**
 * bb_page_n_places: Returns: how many places a row of @table has when written as plain columns: its label columns and
 *   the widest of its blocks. Table 3 has 10, table 4 15, table 2 4.
 */
guint bb_page_n_places (const BbTable *table);

/**
 * bb_page_place: Returns: the place, from 0, that @slot has in a row of plain columns: labels at the depth of their tree,
 *   heads and values by the number of their leaf, so that a head stands over its values.
 */
guint bb_page_place (const BbForm *form, const BbTable *table, const BbSlot *slot);

/** bb_page_slot_width: Returns: the width of @slot where those of the columns are @widths. */
double bb_page_slot_width (const double *widths, const BbSlot *slot);

/** bb_page_table_is_short: Returns: whether @table stands on one page whole. */
gboolean bb_page_table_is_short (const BbTable *table);

/**
 * bb_page_table_keeps_row: Returns: whether @row of @table stands on the page on which the next one begins: a short table is on one
 *   page, a long one begins with some rows below its heads, and ends with more than one.
 */
gboolean bb_page_table_keeps_row (const BbTable *table, guint row);

/**
 * BbPagePadding: what is free at the sides of a text in its rectangle, in points.
 * @one_line: it is the head of one column that fits in one line
 * @characters: so many stand in each of its lines, 0 where it does not matter
 */
typedef struct
{
  double left;
  double right;
  gboolean one_line;
  guint characters;
} BbPagePadding;

/**
 * bb_page_slot_padding: the padding of a slot. A label that begins at its border has some air there. The head of a narrow column
 * gets so much that its lines break between words: what lets two characters in but not three makes 结果/维持 of what would be
 * 结果维/持, in every program and without a break in the text.
 */
BbPagePadding bb_page_slot_padding (const BbPageTable *table, const BbPageSlot *slot);

/**
 * bb_page_slot_points: Returns: the size of type of @slot: that of its style, half a point less for a label whose last
 *   character would stand in a line of its own, or what lets a long figure stand in one line: broken over two, it is read as two.
 */
double bb_page_slot_points (const BbPageTable *table, const BbPageSlot *slot);

/** bb_page_block_style: Returns: what the text of @block, which is no table, is set in. */
BbStyleId bb_page_block_style (const BbPageBlock *block);

/** bb_page_slot_style: Returns: what the text of @slot is set in. */
BbStyleId bb_page_slot_style (const BbSlot *slot);

G_END_DECLS
