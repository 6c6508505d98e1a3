/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-print-table.h"

G_BEGIN_DECLS

/* The blocks of a report set in type and laid out on pages. Heights are in points, from the top of the text area. */

/**
 * BbPrintItem: one block, set.
 * @text: of everything but a table
 * @table: of a table, else %NULL
 * @keeps_next: the next text stands on the page on which this one ends
 */
typedef struct
{
  const BbPageBlock *block;
  BbPrintText *text;
  BbPrintTable *table;
  gboolean keeps_next;
} BbPrintItem;

/**
 * BbPrintPiece: what of an item stands on one page.
 * @first, @n: lines of the text, or rows of the table
 */
typedef struct
{
  const BbPrintItem *item;
  double y;
  guint first;
  guint n;
} BbPrintPiece;

/**
 * BbPrintPages:
 * @items: (element-type BbPrintItem)
 * @sheets: (element-type GArray of BbPrintPiece): one a page, from top to bottom; at least one
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *sheets;
} BbPrintPages;

/** bb_paginate: Returns: (transfer full): @page, which must outlive it, on pages */
BbPrintPages *bb_paginate (BbPrintFonts *fonts, const BbPage *page);
void bb_print_pages_free (BbPrintPages *pages);

G_END_DECLS
