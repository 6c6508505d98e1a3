/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-import.h>

#include "import/bb-blocks.h"

#include <string.h>

static gboolean
ends_cell (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

/*
 * A cell in quotation marks, as spreadsheets write cells that hold line breaks, tabs or quotation marks. Returns: where it
 * ends, or NULL when the marks are no such quoting (`"三安全一稳定"的` is just text).
 */
static const char *
read_quoted (const char *p,
             GString    *cell)
{
  if (*p++ != '"')
    return NULL;
  for (; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (cell, *p);
      else if (p[1] == '"')
        g_string_append_c (cell, *p++);
      else
        return ends_cell (p[1]) ? p + 1 : NULL;
    }
  return NULL;
}

static const char *
read_cell (const char  *p,
           BbImportRow *row)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  const char *end = read_quoted (p, quoted);

  if (end != NULL)
    {
      g_ptr_array_add (row->cells, g_strdup (quoted->str));
      return end;
    }
  end = p + strcspn (p, "\t\r\n");
  g_ptr_array_add (row->cells, g_strndup (p, end - p));
  return end;
}

GPtrArray *
bb_import_paste_grid (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_import_row_free);
  const char *p = text;

  /* A line break at the end closes the last row, it opens no new one. */
  do
    {
      BbImportRow *row = bb_import_row_new (rows->len + 1, NULL);

      g_ptr_array_add (rows, row);
      for (p = read_cell (p, row); *p == '\t'; p = read_cell (p + 1, row))
        continue;
      p += *p == '\r' && p[1] == '\n' ? 2 : *p != '\0';
    }
  while (*p != '\0');
  return rows;
}
