/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-paste-private.h"

#include <bianbao/bb-text.h>

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
bb_paste_paragraphs (const BbClipping *clipping,
                     guint            *n_tables)
{
  const BbImportSource *page = bb_clipping_get_page (clipping);
  const char *text = bb_clipping_get_text (clipping);
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
