/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-xlsx-writer.h"

#include "export/bb-xlsx-book.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

/*
 * A workbook has a date of creation, and libxlsxwriter takes the clock when none is given: the day after the report's
 * year ended keeps two exports of the same report byte-identical.
 */
static time_t
fixed_date (const BbPage *page)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (page->year > 0 && page->year < 9999 ? page->year + 1 : 2000,
                                                    1, 1, 0, 0, 0);

  return (time_t) g_date_time_to_unix (date);
}

static void
set_properties (BbXlsxBook *book, const BbPage *page)
{
  lxw_doc_properties properties = { .created = fixed_date (page) };
  g_autofree char *title = g_utf8_substring (page->title, 0, MIN (g_utf8_strlen (page->title, -1), 120));

  properties.title = title;
  bb_xlsx_book_note (book, workbook_set_properties (book->workbook, &properties));
}

/* The heading of a table's section stands right before the section's narrative and table. */
static const char *
heading_of (const BbPage *page, guint table_block)
{
  const BbPageBlock *block;
  guint section = ((const BbPageBlock *) g_ptr_array_index (page->blocks, table_block))->section;

  for (guint i = table_block; i > 0; i--)
    {
      block = g_ptr_array_index (page->blocks, i - 1);
      if (block->kind == BB_PAGE_HEADING && block->level == 1 && block->section == section)
        return block->text;
    }

  return page->form->tables[page->form->sections[section].table].number;
}

static lxw_error
write_book (const BbPage *page, const char *path)
{
  BbXlsxBook *book = bb_xlsx_book_new (path);

  if (book->workbook != NULL)
    {
      set_properties (book, page);
      bb_xlsx_write_narrative (book, page);
      for (guint i = 0; i < page->blocks->len; i++)
        {
          const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

          if (block->kind == BB_PAGE_TABLE)
            bb_xlsx_write_table (book, page->form, block->table, heading_of (page, i));
        }
    }

  return bb_xlsx_book_close (book);
}

/* The library prints numbers by the locale: a decimal comma would make a file that nothing opens. */
static lxw_error
write_book_in_c_locale (const BbPage *page, const char *path)
{
  locale_t numbers = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t before;
  lxw_error failure;

  if (numbers == (locale_t) 0)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;

  before = uselocale (numbers);
  failure = write_book (page, path);
  uselocale (before);
  freelocale (numbers);

  return failure;
}

gboolean
bb_xlsx_write (const BbPage *page, const char *path, GError **error)
{
  lxw_error failure = write_book_in_c_locale (page, path);

  if (failure != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook could not be written: %s"),
                   lxw_strerror (failure));
      return FALSE;
    }

  return TRUE;
}
