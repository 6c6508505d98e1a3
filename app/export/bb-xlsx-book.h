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
 * @formats: owned by @workbook, by their description
 * @error: the first thing that libxlsxwriter refused; writing goes on, and the file is thrown away at the end
 */
typedef struct
{
  lxw_workbook *workbook;
  GHashTable *formats;
  lxw_error error;
} BbXlsxBook;

/**
 * BbXlsxLook: how a cell looks.
 * @scale: factor on the style's type and line pitch
 * @number_format: (nullable): of a number; a number too wide for its column shrinks (###### tells nobody anything),
 *   a text is wrapped
 */
typedef struct
{
  BbStyleId style;
  BbAlign align;
  gboolean border;
  double scale;
  const char *number_format;
} BbXlsxLook;

BbXlsxBook *bb_xlsx_book_new (const char *path);

/** bb_xlsx_book_close: writes the file and frees @book. Returns: the first error of all. */
lxw_error bb_xlsx_book_close (BbXlsxBook *book);

/** bb_xlsx_book_note: remembers @error when it is the first. */
void bb_xlsx_book_note (BbXlsxBook *book, lxw_error error);

/** bb_xlsx_book_add_sheet: a sheet named @name, set up to be printed on A4 in the margins of bb-style.h. Returns: (nullable). */
lxw_worksheet *bb_xlsx_book_add_sheet (BbXlsxBook *book, const char *name);

lxw_format *bb_xlsx_book_format (BbXlsxBook *book, const BbXlsxLook *look);

/** bb_xlsx_book_set_column: makes @column @width millimetres wide, or a little more, whatever program shows it. */
void bb_xlsx_book_set_column (BbXlsxBook *book, lxw_worksheet *sheet, guint column, double width);

/** bb_xlsx_write_narrative: the sheet 正文: title, headings and paragraphs, one a row. */
void bb_xlsx_write_narrative (BbXlsxBook *book, const BbPage *page);

/** bb_xlsx_write_table: the sheet of one table; @heading names it and stands over the table. */
void bb_xlsx_write_table (BbXlsxBook *book, const BbForm *form, const BbPageTable *table, const char *heading);

G_END_DECLS
