/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-paginate.h"

#include "export/bb-page-closing.h"
#include "export/bb-print-title.h"

#include <math.h>

/* Of a paragraph that runs on: at least so many lines at the end of a page, and at the beginning of the next. */
#define LEAST_LINES 2
/* Air around a table, as the other formats have it. */
#define BEFORE_TABLE 6.0
#define AFTER_TABLE 14.0
/* Rounding: 22 lines of 29 points are a trifle more than 225 mm. */
#define TOLERANCE 0.5
/* The place that a character of the text has. */
#define CHARACTER (BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS)

typedef struct
{
  BbPrintPages *pages;
  double height; /* of the text area */
  GArray *sheet;
  double y;
} Flow;

static void
item_free (gpointer data)
{
  BbPrintItem *item = data;

  bb_print_text_free (item->text);
  bb_print_table_free (item->table);
  g_free (item);
}

static double
measure_cb (const char *text, gsize length, gpointer user_data)
{
  return bb_print_text_measure (user_data, text, length, BB_STYLE_ATTACHMENT) / CHARACTER;
}

static void
find_place (BbPrintSetting *setting, BbPrintFonts *fonts, const BbPage *page, guint index)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, index);

  if (block->kind == BB_PAGE_PARAGRAPH)
    setting->lead = block->level == 2 ? block->lead : 0;
  else if (block->kind == BB_PAGE_ATTACHMENT)
    {
      setting->first = block->indent * CHARACTER;
      setting->left = bb_page_attachment_hang (block, measure_cb, fonts) * CHARACTER;
    }
  else if (block->kind == BB_PAGE_OFFICE || block->kind == BB_PAGE_DATE)
    setting->first = setting->left = (BB_SHEET_CHARACTERS - bb_page_signature_width (page, index, measure_cb, fonts)) * CHARACTER;
}

static BbPrintItem *
item_new (BbPrintFonts *fonts, const BbPage *page, guint index)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, index);
  BbPrintItem *item = g_new0 (BbPrintItem, 1);
  BbPrintSetting setting = { .width = BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH), .lead_style = BB_STYLE_POINT, .scale = 1 };

  item->block = block;
  item->keeps_next = bb_page_keeps_next (page, index);
  if (block->kind == BB_PAGE_TABLE)
    item->table = bb_print_table_new (fonts, block->table, BB_MM_TO_POINTS (BB_SHEET_TEXT_HEIGHT));
  else if (block->kind == BB_PAGE_TITLE)
    item->text = bb_print_title_new (fonts, block->text, setting.width);
  else
    {
      setting.style = bb_page_block_style (block);
      find_place (&setting, fonts, page, index);
      item->text = bb_print_text_new (fonts, block->text, &setting);
    }

  return item;
}

static void
next_sheet (Flow *flow)
{
  flow->sheet = g_array_new (FALSE, FALSE, sizeof (BbPrintPiece));
  flow->y = 0;
  g_ptr_array_add (flow->pages->sheets, flow->sheet);
}

static void
add_piece (Flow *flow, const BbPrintItem *item, guint first, guint n, double height)
{
  BbPrintPiece piece = { item, flow->y, first, n };

  g_array_append_val (flow->sheet, piece);
  flow->y += height;
}

static guint
lines_left (const Flow *flow, const BbPrintText *text)
{
  double left = floor ((flow->height - flow->y + TOLERANCE) / text->pitch);

  return left > 0 ? (guint) left : 0;
}

/*
 * How many of the @left lines of a paragraph stand on this page, without a single one at its end or on the next. @tail is the height
 * of what must stand on the page on which the last of them does.
 */
static guint
lines_here (const Flow *flow, const BbPrintText *text, guint left, double tail)
{
  guint room = lines_left (flow, text);
  guint here;

  if (left <= room && flow->y + left * text->pitch + tail <= flow->height + TOLERANCE)
    return left;
  room = MIN (room, left);

  here = left < room + LEAST_LINES ? (left > LEAST_LINES ? left - LEAST_LINES : 0) : room;
  if (here >= LEAST_LINES)
    return here;

  return flow->y > 0 ? 0 : MAX (1, room);
}

static const BbPrintItem *
item_at (const Flow *flow, guint index)
{
  return index < flow->pages->items->len ? g_ptr_array_index (flow->pages->items, index) : NULL;
}

/* Free above a text, where it does not begin the page. */
static double
space_above (const BbPrintItem *item)
{
  return item->block->opens ? item->text->pitch : 0;
}

/* The texts that stand on the page on which the one before them ends: all but the last are kept in the same way. */
static double
tail_height (const Flow *flow, guint index)
{
  double height = 0;

  for (const BbPrintItem *item = item_at (flow, index); item->keeps_next; )
    {
      item = item_at (flow, ++index);
      height += space_above (item) + item->text->n_lines * item->text->pitch;
    }

  return height;
}

static void
place_text (Flow *flow, guint index)
{
  const BbPrintItem *item = item_at (flow, index);
  double tail = tail_height (flow, index);

  flow->y += flow->y > 0 ? space_above (item) : 0;
  for (guint first = 0; first < item->text->n_lines;)
    {
      guint n = lines_here (flow, item->text, item->text->n_lines - first, tail);

      if (n > 0)
        add_piece (flow, item, first, n, n * item->text->pitch);
      first += n;
      if (first < item->text->n_lines)
        next_sheet (flow);
    }
}

/* The text below the title stands on the grid of the sheet again: pages are alike, line by line. */
static void
place_title (Flow *flow, guint index)
{
  place_text (flow, index);
  flow->y += bb_style_get (BB_STYLE_TITLE)->below;
  flow->y = BB_SHEET_LINE_PITCH * ceil (flow->y / BB_SHEET_LINE_PITCH - 0.01);
}

static void
place_table (Flow *flow, BbPrintFonts *fonts, const BbPrintItem *item)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  flow->y += flow->y > 0 ? BEFORE_TABLE : 0;
  while (first < item->table->n_rows)
    {
      guint n = bb_print_table_fit (item->table, first, flow->height - flow->y, flow->height);
      double height = bb_print_table_height (item->table, first, n) + (first > 0 ? item->table->head_height : 0);

      if (n > 0)
        {
          g_array_append_val (firsts, first);
          add_piece (flow, item, first, n, height);
        }
      first += n;
      if (first < item->table->n_rows)
        next_sheet (flow);
    }
  flow->y += AFTER_TABLE;
  bb_print_table_settle (item->table, fonts, (const guint *) (gpointer) firsts->data, firsts->len);
}

/* What must stand on a page together with the headings before it: the beginning of @item. */
static double
least_height (const Flow *flow, const BbPrintItem *item, double taken)
{
  guint rows;

  if (item->text != NULL)
    return item->text->pitch * (item->text->n_lines <= LEAST_LINES + 1 ? item->text->n_lines : LEAST_LINES);

  rows = bb_print_table_fit (item->table, 0, flow->height - taken - BEFORE_TABLE, flow->height);
  return rows > 0 ? BEFORE_TABLE + bb_print_table_height (item->table, 0, rows) : flow->height;
}

/* Headings are kept with what they head: together they go to the next page where there is no room. */
static void
keep_with_next (Flow *flow, guint index)
{
  double needed = flow->y;
  const BbPrintItem *item = item_at (flow, index);

  for (; item != NULL && item->block->kind == BB_PAGE_HEADING; item = item_at (flow, ++index))
    needed += item->text->n_lines * item->text->pitch;
  if (item != NULL)
    needed += least_height (flow, item, needed);
  if (needed > flow->height + TOLERANCE && flow->y > 0)
    next_sheet (flow);
}

static void
place_item (Flow *flow, BbPrintFonts *fonts, guint index)
{
  const BbPrintItem *item = item_at (flow, index);
  const BbPrintItem *before = index > 0 ? item_at (flow, index - 1) : NULL;

  if (item->block->kind == BB_PAGE_HEADING && (before == NULL || before->block->kind != BB_PAGE_HEADING))
    keep_with_next (flow, index);

  if (item->block->kind == BB_PAGE_TITLE)
    place_title (flow, index);
  else if (item->table != NULL)
    place_table (flow, fonts, item);
  else
    place_text (flow, index);
}

BbPrintPages *
bb_paginate (BbPrintFonts *fonts, const BbPage *page)
{
  BbPrintPages *pages = g_new0 (BbPrintPages, 1);
  Flow flow = { pages, BB_MM_TO_POINTS (BB_SHEET_TEXT_HEIGHT), NULL, 0 };

  pages->items = g_ptr_array_new_with_free_func (item_free);
  pages->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < page->blocks->len; i++)
    g_ptr_array_add (pages->items, item_new (fonts, page, i));

  next_sheet (&flow);
  for (guint i = 0; i < pages->items->len; i++)
    place_item (&flow, fonts, i);

  return pages;
}

void
bb_print_pages_free (BbPrintPages *pages)
{
  g_ptr_array_unref (pages->sheets);
  g_ptr_array_unref (pages->items);
  g_free (pages);
}
