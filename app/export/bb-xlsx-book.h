/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"
#include "export/bb-style.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* What a spreadsheet leaves free at both sides of a cell's text together, in points. */
#define BB_XLSX_PADDING 4.0

/**
 * BbXlsxBook: a workbook being written.
 * @formats: of cells, owned by @workbook: by their BbXlsxLook
 * @colours: of conditions, owned by @workbook: by both colours
 * @error: the first thing that libxlsxwriter refused; writing goes on, and the file is thrown away at the end
 */
typedef struct
{
  lxw_workbook *workbook;
  GHashTable *formats;
  GHashTable *colours;
  lxw_error error;
} BbXlsxBook;

/**
 * BbXlsxLook: how a cell looks.
 * @scale: factor on the style's type and line pitch
 * @number_format: (nullable): of a number, a constant or interned; a number too wide for its column shrinks (###### tells nobody anything),
 *   a text is wrapped
 * @unlocked: people may change it although the sheet is protected
 */
typedef struct
{
  BbStyleId style;
  BbAlign align;
  gboolean border;
  double scale;
  const char *number_format;
  gboolean unlocked;
} BbXlsxLook;

BbXlsxBook *bb_xlsx_book_new (const char *path);

/** bb_xlsx_book_close: writes the file and frees @book. Returns: the first error of all. */
lxw_error bb_xlsx_book_close (BbXlsxBook *book);

/** bb_xlsx_book_note: remembers @error when it is the first. */
void bb_xlsx_book_note (BbXlsxBook *book, lxw_error error);

/** bb_xlsx_book_add_sheet: a sheet named @name, set up to be printed on A4 in the margins of bb-style.h. Returns: (nullable). */
lxw_worksheet *bb_xlsx_book_add_sheet (BbXlsxBook *book, const char *name);

lxw_format *bb_xlsx_book_format (BbXlsxBook *book, const BbXlsxLook *look);

/** bb_xlsx_book_colour: for a condition: @background and @text are 0xRRGGBB, @text -1 leaves the letters as they are. */
lxw_format *bb_xlsx_book_colour (BbXlsxBook *book, int background, int text);

/** bb_xlsx_book_mark_unfilled: colours the cells of a range in which nothing stands yet. */
void bb_xlsx_book_mark_unfilled (BbXlsxBook *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row,
                                 lxw_col_t last_column);

/**
 * bb_xlsx_book_protect: no cell can be changed but the unlocked ones. Anybody may lift it: there is no password.
 * @rows: whether rows can be added (a text grows, a table of the form does not)
 */
void bb_xlsx_book_protect (lxw_worksheet *sheet, gboolean rows);

/** bb_xlsx_book_set_column: makes @column @width millimetres wide, or a little more, whatever program shows it. */
void bb_xlsx_book_set_column (BbXlsxBook *book, lxw_worksheet *sheet, guint column, double width);

/** bb_xlsx_write_narrative: the sheet 正文: title, headings and paragraphs, one a row. */
void bb_xlsx_write_narrative (BbXlsxBook *book, const BbPage *page);

/** bb_xlsx_write_table: the sheet of one table; @heading names it and stands over the table. */
void bb_xlsx_write_table (BbXlsxBook *book, const BbForm *form, const BbPageTable *table, const char *heading);

G_END_DECLS
