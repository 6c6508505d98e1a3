/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writers of the tests: plain, so that what is read does not depend on what the program itself writes. */
#include "bb-deform.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define ARCHIVE_SIZE (4 << 20)

static char *
escape (const char *text, const char *line_break)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *string = g_string_new (escaped);

  g_string_replace (string, "\n", line_break, 0);
  return g_string_free (string, FALSE);
}

/* ---- a web page ---- */

static void
append_html_cell (GString *html, const BbDeformCell *cell)
{
  g_autofree char *text = cell->markup != NULL ? g_strdup (cell->markup) : escape (cell->text, "<br>");

  g_string_append (html, "<td");
  if (cell->rows > 1)
    g_string_append_printf (html, " rowspan=\"%u\"", cell->rows);
  if (cell->columns > 1)
    g_string_append_printf (html, " colspan=\"%u\"", cell->columns);
  g_string_append_printf (html, ">%s</td>", text);
}

static void
append_html_table (GString *html, BbDeformItem *item)
{
  g_string_append (html, "<table border=\"1\"><tbody>\n");
  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);

      g_string_append (html, "<tr>");
      for (guint i = 0; i < row->len; i++)
        append_html_cell (html, bb_deform_cell (row, i));
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody></table>\n");
}

static void
append_html_text (GString *html, const BbDeformItem *item)
{
  g_autofree char *text = escape (item->text, "<br>");

  g_string_append_printf (html, item->level == 1 ? "<h1>%s</h1>\n" : item->level == 2 ? "<p><strong>%s</strong></p>\n" : "<p>%s</p>\n", text);
}

char *
bb_deform_to_html (BbDeform *deform)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");

  if (deform->page_title != NULL)
    g_string_append_printf (html, "<title>%s</title>", deform->page_title);
  g_string_append_printf (html, "</head><body>\n%s", deform->before != NULL ? deform->before : "");
  for (guint i = 0; i < deform->items->len; i++)
    {
      BbDeformItem *item = bb_deform_item (deform, i);

      if (item->markup != NULL)
        g_string_append (html, item->markup);
      else if (item->rows != NULL)
        append_html_table (html, item);
      else
        append_html_text (html, item);
    }
  g_string_append_printf (html, "%s</body></html>\n", deform->after != NULL ? deform->after : "");
  return g_string_free (html, FALSE);
}

/* ---- a text ---- */

static void
append_text_table (GString *text, BbDeformItem *item)
{
  g_autoptr (GPtrArray) grid = bb_deform_lay_out (item);

  for (guint r = 0; r < grid->len; r++)
    {
      const GArray *places = g_ptr_array_index (grid, r);

      for (guint c = 0; c < places->len; c++)
        {
          const BbDeformPlace *place = &g_array_index (places, BbDeformPlace, c);
          g_auto (GStrv) lines = g_strsplit (place->cell != NULL && place->is_first ? place->cell->text : "", "\n", -1);
          g_autofree char *joined = g_strjoinv ("", lines);

          g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "", joined);
        }
      g_string_append_c (text, '\n');
    }
}

char *
bb_deform_to_text (BbDeform *deform)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < deform->items->len; i++)
    {
      BbDeformItem *item = bb_deform_item (deform, i);

      if (item->rows != NULL)
        append_text_table (text, item);
      else if (item->text != NULL)
        g_string_append_printf (text, "%s\n", item->text);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* ---- a Word file ---- */

static void
append_word_paragraphs (GString *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = escape (lines[i], "");

      g_string_append_printf (xml, "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>", escaped);
    }
  if (lines[0] == NULL)
    g_string_append (xml, "<w:p/>");
}

/* @row: below the first row of a merged cell its place goes on. */
static void
append_word_cell (GString *xml, const BbDeformPlace *place, gboolean goes_on)
{
  const BbDeformCell *cell = place->cell;

  g_string_append_printf (xml, "<w:tc><w:tcPr><w:gridSpan w:val=\"%u\"/>", cell != NULL ? cell->columns : 1);
  if (cell != NULL && cell->rows > 1)
    g_string_append (xml, goes_on ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
  g_string_append (xml, "</w:tcPr>");
  append_word_paragraphs (xml, cell != NULL && !goes_on ? cell->text : "");
  g_string_append (xml, "</w:tc>");
}

static void
append_word_table (GString *xml, BbDeformItem *item)
{
  g_autoptr (GPtrArray) grid = bb_deform_lay_out (item);

  g_string_append (xml, "<w:tbl>");
  for (guint r = 0; r < grid->len; r++)
    {
      const GArray *places = g_ptr_array_index (grid, r);

      g_string_append (xml, "<w:tr>");
      for (guint c = 0; c < places->len; c++)
        {
          const BbDeformPlace *place = &g_array_index (places, BbDeformPlace, c);

          append_word_cell (xml, place, place->cell != NULL && !place->is_first);
          c += place->cell != NULL ? place->cell->columns - 1 : 0;
        }
      g_string_append (xml, "</w:tr>");
    }
  g_string_append (xml, "</w:tbl>");
}

static void
add_part (struct archive *archive, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) strlen (content));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, content, strlen (content));
  archive_entry_free (entry);
}

GBytes *
bb_deform_to_docx (BbDeform *deform)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\""
                                          "http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
  struct archive *archive = archive_write_new ();
  char *buffer = g_malloc (ARCHIVE_SIZE);
  gsize used = 0;

  for (guint i = 0; i < deform->items->len; i++)
    {
      BbDeformItem *item = bb_deform_item (deform, i);

      if (item->rows != NULL)
        append_word_table (xml, item);
      else if (item->text != NULL)
        append_word_paragraphs (xml, item->text);
    }
  g_string_append (xml, "</w:body></w:document>");
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, ARCHIVE_SIZE, &used), ==, ARCHIVE_OK);
  add_part (archive, "word/document.xml", xml->str);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

/* ---- a workbook ---- */

typedef struct
{
  BbDeform *deform;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *format;
  lxw_row_t row;
} Workbook;

static gboolean
is_plain_figure (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789.")] == '\0' && (text[0] != '0' || text[1] == '\0');
}

static void
write_cell (Workbook *workbook, const BbDeformCell *cell, guint row, guint column)
{
  lxw_row_t y = workbook->row + row;
  lxw_col_t x = (lxw_col_t) column;

  if (cell->rows > 1 || cell->columns > 1)
    worksheet_merge_range (workbook->sheet, y, x, y + cell->rows - 1, (lxw_col_t) (x + cell->columns - 1), "", workbook->format);
  if (*cell->text == '\0')
    return;
  if (is_plain_figure (cell->text) && !workbook->deform->are_texts)
    worksheet_write_number (workbook->sheet, y, x, g_ascii_strtod (cell->text, NULL), workbook->format);
  else
    worksheet_write_string (workbook->sheet, y, x, cell->text, workbook->format);
}

static void
write_table (Workbook *workbook, BbDeformItem *item)
{
  g_autoptr (GPtrArray) grid = bb_deform_lay_out (item);

  if (!workbook->deform->is_one_sheet)
    {
      workbook->sheet = workbook_add_worksheet (workbook->book, NULL);
      workbook->row = 0;
    }
  for (guint r = 0; r < grid->len; r++)
    {
      const GArray *places = g_ptr_array_index (grid, r);

      for (guint c = 0; c < places->len; c++)
        {
          const BbDeformPlace *place = &g_array_index (places, BbDeformPlace, c);

          if (place->cell != NULL && place->is_first)
            write_cell (workbook, place->cell, r, c);
        }
    }
  workbook->row += grid->len;
}

GBytes *
bb_deform_to_xlsx (BbDeform *deform)
{
  g_autofree char *folder = g_dir_make_tmp ("bianbao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deformed.xlsx", NULL);
  Workbook workbook = { .deform = deform, .book = workbook_new (path) };
  lxw_worksheet *texts = workbook_add_worksheet (workbook.book, NULL);
  lxw_row_t n_texts = 0;
  char *content = NULL;
  gsize size = 0;

  workbook.sheet = texts;
  workbook.format = workbook_add_format (workbook.book);
  for (guint i = 0; i < deform->items->len; i++)
    {
      BbDeformItem *item = bb_deform_item (deform, i);
      lxw_row_t *row = deform->is_one_sheet ? &workbook.row : &n_texts;

      if (item->rows != NULL)
        write_table (&workbook, item);
      else if (item->text != NULL)
        worksheet_write_string (texts, (*row)++, 0, item->text, NULL);
    }
  g_assert_cmpint (workbook_close (workbook.book), ==, LXW_NO_ERROR);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (content, size);
}
