/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-fit.h"
#include "export/bb-xlsx-book.h"

#include <math.h>

#define SHEET_NAME "正文"

/* On a screen, the sizes of the printed page are too large for a spreadsheet. */
#define SCALE 0.75

/* No row of a spreadsheet is higher than 409 points: a longer paragraph gets several rows, merged into one cell. */
#define ROW_LIMIT 400.0
#define PARAGRAPH_GAP 6.0

/* For a text that is not written yet. */
#define SPACE_HEIGHT 160.0

/* A spreadsheet can indent all lines of a text or none: the first one begins as people type it where there is no better way. */
#define INDENT "　　"

/* A cell holds 32 767 units of UTF-16, two for the rarest characters. */
#define CELL_LIMIT 16000

static BbXlsxLook
look_of (const BbPageBlock *block)
{
  BbXlsxLook look = { BB_STYLE_BODY, BB_ALIGN_LEFT, FALSE, SCALE, NULL, TRUE };

  if (block->kind == BB_PAGE_TITLE)
    {
      look.style = BB_STYLE_TITLE;
      look.align = BB_ALIGN_CENTRE;
    }
  else if (block->kind == BB_PAGE_HEADING)
    look.style = block->level == 1 ? BB_STYLE_SECTION : BB_STYLE_POINT;
  look.unlocked = block->kind != BB_PAGE_HEADING || block->level != 1;

  return look;
}

/* Returns: the first row behind the text. */
static lxw_row_t
write_cell (BbXlsxBook *book, lxw_worksheet *sheet, lxw_row_t row, const char *text, const BbXlsxLook *look)
{
  double width = BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) - BB_XLSX_PADDING;
  double height = bb_fit_height (text, width, look->style, look->scale) + PARAGRAPH_GAP;
  lxw_row_t n_rows = (lxw_row_t) ceil (height / ROW_LIMIT);
  lxw_format *format = bb_xlsx_book_format (book, look);

  if (n_rows > 1)
    bb_xlsx_book_note (book, worksheet_merge_range (sheet, row, 0, row + n_rows - 1, 0, "", format));
  bb_xlsx_book_note (book, worksheet_write_string (sheet, row, 0, text, format));
  for (lxw_row_t i = 0; i < n_rows; i++)
    bb_xlsx_book_note (book, worksheet_set_row (sheet, row + i, height / n_rows, NULL));

  return row + n_rows;
}

static lxw_row_t
write_block (BbXlsxBook *book, lxw_worksheet *sheet, lxw_row_t row, const BbPageBlock *block)
{
  BbXlsxLook look = look_of (block);
  g_autofree char *text = g_strconcat (bb_style_get (look.style)->indent > 0 ? INDENT : "", block->text, NULL);
  const char *rest = text;

  while (g_utf8_strlen (rest, -1) > CELL_LIMIT)
    {
      const char *end = g_utf8_offset_to_pointer (rest, CELL_LIMIT);
      g_autofree char *piece = g_strndup (rest, (gsize) (end - rest));

      row = write_cell (book, sheet, row, piece, &look);
      rest = end;
    }

  return write_cell (book, sheet, row, rest, &look);
}

/* Whether the section at @i, a heading, is a text, and nothing was written yet. */
static gboolean
is_empty_section (const BbPage *page, guint i)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, i);
  const BbPageBlock *next = i + 1 < page->blocks->len ? g_ptr_array_index (page->blocks, i + 1) : NULL;

  return block->kind == BB_PAGE_HEADING && block->level == 1 && page->form->sections[block->section].table < 0 &&
    (next == NULL || next->section != block->section);
}

/* Something to write into, although the sheet is protected. */
static lxw_row_t
write_space (BbXlsxBook *book, lxw_worksheet *sheet, lxw_row_t row)
{
  const BbXlsxLook look = { BB_STYLE_BODY, BB_ALIGN_LEFT, FALSE, SCALE, NULL, TRUE };

  bb_xlsx_book_note (book, worksheet_write_blank (sheet, row, 0, bb_xlsx_book_format (book, &look)));
  bb_xlsx_book_note (book, worksheet_set_row (sheet, row, SPACE_HEIGHT, NULL));
  bb_xlsx_book_mark_unfilled (book, sheet, row, 0, row, 0);

  return row + 1;
}

static void
hint_title (BbXlsxBook *book, lxw_worksheet *sheet)
{
  lxw_data_validation hint = {
    .validate = LXW_VALIDATION_TYPE_ANY,
    .show_input = LXW_VALIDATION_ON,
    .input_title = (char *) "标题",
    .input_message = (char *) "请在年份前填写本单位全称。",
  };

  bb_xlsx_book_note (book, worksheet_data_validation_cell (sheet, 0, 0, &hint));
}

void
bb_xlsx_write_narrative (BbXlsxBook *book, const BbPage *page)
{
  lxw_worksheet *sheet = bb_xlsx_book_add_sheet (book, SHEET_NAME);
  lxw_row_t row = 0;

  if (sheet == NULL)
    return;

  bb_xlsx_book_protect (sheet, TRUE);
  bb_xlsx_book_set_column (book, sheet, 0, BB_SHEET_TEXT_WIDTH);
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->kind != BB_PAGE_TABLE)
        row = write_block (book, sheet, row, block);
      if (is_empty_section (page, i))
        row = write_space (book, sheet, row);
    }
  /* Nobody writes below the last row; LibreOffice prints no empty one without. */
  bb_xlsx_book_note (book, worksheet_print_area (sheet, 0, 0, row - 1, 0));
  /* A title that begins with the year names nobody yet. */
  if (g_ascii_isdigit (page->title[0]))
    hint_title (book, sheet);
}
