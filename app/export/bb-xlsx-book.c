/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-xlsx-book.h"

#define PAPER_A4 9
#define MM_TO_INCHES(mm) ((mm) / 25.4)

/* Narrower than on the printed page, so that columns keep their type readable when they are fitted to the width. */
#define MARGIN 15.0

/* Light yellow, as forms are marked for filling in; it goes when something stands in the cell. */
#define UNFILLED_COLOUR 0xFFF7D6

#define PAGE_NUMBER "&C&\"宋体,Regular\"&10— &P —"

/*
 * Widths of columns are counted in digits of the workbook's default face. The library's Calibri is not there on many
 * systems, and what replaces it is wider; 宋体 is, and its digits are half its size. Programs round that to 7 or 8 pixels:
 * with 7⅓ no column comes out narrower than asked.
 */
#define DEFAULT_FACE_POINTS 11.0
#define DIGIT_PIXELS (DEFAULT_FACE_POINTS / 2 * 96 / 72)
#define LIBRARY_PADDING (5.0 / 7.0)

/* *INDENT-OFF* */
static const uint8_t alignments[] = {
  [BB_ALIGN_LEFT] = LXW_ALIGN_LEFT,
  [BB_ALIGN_CENTRE] = LXW_ALIGN_CENTER,
  [BB_ALIGN_JUSTIFY] = LXW_ALIGN_LEFT,
};
/* *INDENT-ON* */

/* Where the library puts its parts while it works: in memory, like the file itself, so that no full disk is met. Where there is no such
 * folder, it takes the usual one. */
#define PARTS_FOLDER "/dev/shm"

/* The first format is the one of all cells without any. */
static void
set_default_face (lxw_workbook *workbook)
{
  lxw_format *format = STAILQ_FIRST (workbook->formats);

  format_set_font_name (format, bb_face_get (BB_FACE_SONG)->name);
  format_set_font_size (format, DEFAULT_FACE_POINTS);
}

static guint
look_hash (gconstpointer key)
{
  const BbXlsxLook *look = key;
  guint hash = look->number_format != NULL ? g_str_hash (look->number_format) : 0;

  return hash ^ ((guint) look->style << 4) ^ ((guint) look->align << 2) ^ (look->border ? 2 : 0) ^ (look->unlocked ? 1 : 0);
}

static gboolean
look_equal (gconstpointer a, gconstpointer b)
{
  const BbXlsxLook *one = a;
  const BbXlsxLook *other = b;

  /* The scale is one of a few constants, not a result. */
  return one->style == other->style && one->align == other->align && !one->border == !other->border &&
         !one->unlocked == !other->unlocked && one->scale == other->scale &&
         g_strcmp0 (one->number_format, other->number_format) == 0;
}

BbXlsxBook *
bb_xlsx_book_new (const char *path)
{
  BbXlsxBook *book = g_new0 (BbXlsxBook, 1);
  lxw_workbook_options options = { .tmpdir = (char *) PARTS_FOLDER };

  book->workbook = workbook_new_opt (path, &options);
  if (book->workbook != NULL)
    set_default_face (book->workbook);
  else
    book->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  book->formats = g_hash_table_new_full (look_hash, look_equal, g_free, NULL);
  book->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return book;
}

lxw_error
bb_xlsx_book_close (BbXlsxBook *book)
{
  lxw_error error;

  /* Also frees the workbook, and only now tells whether the file could be created. */
  if (book->workbook != NULL)
    bb_xlsx_book_note (book, workbook_close (book->workbook));

  error = book->error;
  g_hash_table_unref (book->formats);
  g_hash_table_unref (book->colours);
  g_free (book);

  return error;
}

void
bb_xlsx_book_note (BbXlsxBook *book, lxw_error error)
{
  if (book->error == LXW_NO_ERROR)
    book->error = error;
}

lxw_worksheet *
bb_xlsx_book_add_sheet (BbXlsxBook *book, const char *name)
{
  lxw_worksheet *sheet;

  bb_xlsx_book_note (book, workbook_validate_sheet_name (book->workbook, name));
  if (book->error != LXW_NO_ERROR)
    return NULL;

  sheet = workbook_add_worksheet (book->workbook, name);
  if (sheet == NULL)
    {
      bb_xlsx_book_note (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return NULL;
    }

  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_set_margins (sheet, MM_TO_INCHES (MARGIN), MM_TO_INCHES (MARGIN), MM_TO_INCHES (MARGIN), MM_TO_INCHES (MARGIN));
  worksheet_center_horizontally (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  bb_xlsx_book_note (book, worksheet_set_footer (sheet, PAGE_NUMBER));

  return sheet;
}

static lxw_format *
make_format (BbXlsxBook *book, const BbXlsxLook *look)
{
  const BbStyle *style = bb_style_get (look->style);
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_font_name (format, bb_face_get (style->face)->name);
  format_set_font_size (format, style->points * look->scale);
  format_set_align (format, alignments[look->align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->border)
    format_set_border (format, LXW_BORDER_THIN);
  if (look->unlocked)
    format_set_unlocked (format);
  if (look->number_format == NULL)
    format_set_text_wrap (format);
  else
    {
      format_set_shrink (format);
      format_set_num_format (format, look->number_format);
    }

  return format;
}

lxw_format *
bb_xlsx_book_format (BbXlsxBook *book, const BbXlsxLook *look)
{
  lxw_format *format = g_hash_table_lookup (book->formats, look);

  if (format == NULL)
    {
      format = make_format (book, look);
      g_hash_table_insert (book->formats, g_memdup2 (look, sizeof *look), format);
    }

  return format;
}

lxw_format *
bb_xlsx_book_colour (BbXlsxBook *book, int background, int text)
{
  g_autofree char *key = g_strdup_printf ("colour %x %x", (guint) background, (guint) text);
  lxw_format *format = g_hash_table_lookup (book->colours, key);

  if (format != NULL)
    return format;
  format = workbook_add_format (book->workbook);
  format_set_bg_color (format, (lxw_color_t) background);
  if (text >= 0)
    format_set_font_color (format, (lxw_color_t) text);
  g_hash_table_insert (book->colours, g_steal_pointer (&key), format);
  return format;
}

void
bb_xlsx_book_mark_unfilled (BbXlsxBook *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row,
                            lxw_col_t last_column)
{
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char formula[LXW_MAX_CELL_NAME_LENGTH + 16];
  /* The library's own condition for blanks looks at the last cell of the range. */
  lxw_conditional_format unfilled = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = formula,
    .format = bb_xlsx_book_colour (book, UNFILLED_COLOUR, -1),
  };

  lxw_rowcol_to_cell (first, row, column);
  g_snprintf (formula, sizeof formula, "=LEN(TRIM(%s))=0", first);
  bb_xlsx_book_note (book, worksheet_conditional_format_range (sheet, row, column, last_row, last_column, &unfilled));
}

void
bb_xlsx_book_protect (lxw_worksheet *sheet, gboolean rows)
{
  lxw_protection options = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .insert_rows = rows };

  worksheet_protect (sheet, NULL, &options);
}

void
bb_xlsx_book_set_column (BbXlsxBook *book, lxw_worksheet *sheet, guint column, double width)
{
  double characters = BB_MM_TO_PIXELS (width) / DIGIT_PIXELS;

  /* The library adds the padding that it supposes: take it off again. */
  bb_xlsx_book_note (book, worksheet_set_column (sheet, (lxw_col_t) column, (lxw_col_t) column,
                                                 characters - LIBRARY_PADDING, NULL));
}
