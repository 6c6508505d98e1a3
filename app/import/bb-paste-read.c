/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a clipboard, as blocks and as paragraphs. */
#include "import/bb-html-blocks.h"
#include "import/bb-paste-private.h"

#include <bianbao/bb-import.h>
#include <bianbao/bb-text.h>
#include <string.h>

static gboolean
has_grid (const BbImportSource *source)
{
  for (guint i = 0; i < source->blocks->len; i++)
    if (((const BbImportBlock *) g_ptr_array_index (source->blocks, i))->is_grid)
      return TRUE;
  return FALSE;
}

/* A clipboard's text often ends with the NUL of its C string. */
static GBytes *
cut_end (GBytes *html)
{
  gsize size;
  const char *data = g_bytes_get_data (html, &size);

  while (size > 0 && data[size - 1] == '\0' && !(size >= 2 && (guchar) data[0] >= 0xFE))
    size--;
  return g_bytes_new_from_bytes (html, 0, size);
}

static BbImportSource *
read_page (GBytes  *html,
           GError **error)
{
  g_autoptr (GBytes) bytes = cut_end (html);
  g_autofree char *page = bb_html_decode (bytes, NULL, NULL, error);

  return page != NULL ? bb_html_blocks_read (page, NULL, error) : NULL;
}

static BbImportSource *
read_text (const char *text)
{
  BbImportSource *source = bb_import_source_new (NULL);
  g_autoptr (GPtrArray) rows = bb_import_paste_grid (text);
  BbImportBlock *grid = bb_import_source_add_grid (source, bb_import_source_add_place (source, 1, 1));

  for (guint i = 0; i < rows->len; i++)
    {
      const BbImportRow *from = g_ptr_array_index (rows, i);
      BbImportRow *row = bb_import_block_add_row (grid, bb_import_source_add_place (source, 1, i + 1), NULL);

      for (guint j = 0; j < from->cells->len; j++)
        bb_import_row_add_cell (row, g_ptr_array_index (from->cells, j), -1);
    }
  return source;
}

BbImportSource *
bb_paste_read (GBytes      *html,
               const char  *text,
               GError     **error)
{
  g_autoptr (GError) page_error = NULL;
  g_autoptr (BbImportSource) page = html != NULL ? read_page (html, &page_error) : NULL;

  if (page != NULL && has_grid (page))
    return g_steal_pointer (&page);
  if (text == NULL && page_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&page_error));
      return NULL;
    }
  return read_text (text != NULL ? text : "");
}

/* ---- paragraphs ---- */

static void
add_line (GString    *lines,
          const char *line)
{
  g_autofree char *trimmed = bb_text_trim (line);

  if (*trimmed == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\t' || !g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_len (lines, p, g_utf8_next_char (p) - p);
}

static void
add_paragraphs (GString    *lines,
                const char *text)
{
  g_auto (GStrv) paragraphs = bb_text_paragraphs (text);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    add_line (lines, paragraphs[i]);
}

static void
add_row (GString           *lines,
         const BbImportRow *row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);
      g_auto (GStrv) words = g_strsplit_set (cell, "\r\n\t", -1);
      g_autofree char *joined = g_strjoinv ("", words);

      if (cell != bb_import_covered)
        g_string_append_printf (line, "%s%s", line->len > 0 ? "\t" : "", joined);
    }
  add_line (lines, line->str);
}

char *
bb_paste_paragraphs (GBytes     *html,
                     const char *text,
                     guint      *n_tables)
{
  g_autoptr (BbImportSource) page = html != NULL ? read_page (html, NULL) : NULL;
  GString *lines = g_string_new (NULL);
  guint tables = 0;

  for (guint i = 0; page != NULL && i < page->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (page->blocks, i);

      tables += block->is_grid;
      if (!block->is_grid)
        add_paragraphs (lines, block->text);
      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        add_row (lines, g_ptr_array_index (block->rows, r));
    }
  if (lines->len == 0 && text != NULL)
    add_paragraphs (lines, text);
  if (n_tables != NULL)
    *n_tables = tables;
  return g_string_free (lines, FALSE);
}
