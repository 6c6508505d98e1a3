/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-csv-blocks.h"

#include "import/bb-import-limits.h"
#include "import/bb-text-tally.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters: no title in a table is longer, as in workbooks. */
#define LONGEST_TITLE 60

/* How often the cancellable is looked at. */
#define RECORDS_A_LOOK 1024

/* Where reading is: @cells (element-type utf8) are those of the record, @grid takes it when it is a row. */
typedef struct
{
  BbImportSource *source;
  BbImportBlock *grid;
  GPtrArray *cells;
  const char *separators;
  guint line;
  guint n_rows;
  BbTextTally tally;
} Reader;

/* ---- what separates cells ---- */

static gboolean
is_quoted (const char *start,
           const char *p)
{
  return *p == '"' && (p == start || strchr (",;\t\n\r", p[-1]) != NULL);
}

/* The end of a cell in quotes; %NULL: the quote is never closed, and stands for itself. */
static const char *
find_closing (const char *p)
{
  for (p++; *p != '\0'; p++)
    if (*p == '"' && *++p != '"')
      return p;
  return NULL;
}

static const char *
choose_separator (const char *text)
{
  static const char *const separators[] = { ",", "\t", ";" };
  guint n[G_N_ELEMENTS (separators)] = { 0 };
  guint most = 0;
  gboolean is_open = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = !is_open && is_quoted (text, p) ? find_closing (p) : NULL;

      /* Of all that follow none is closed either. */
      is_open = is_open || (end == NULL && is_quoted (text, p));
      p = end != NULL ? end - 1 : p;
      for (guint i = 0; end == NULL && i < G_N_ELEMENTS (separators); i++)
        n[i] += *p == *separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (n[i] > n[most])
      most = i;
  return separators[most];
}

/* ---- records ---- */

static guint
count_breaks (const char *p,
              const char *end)
{
  guint n = 0;

  for (; p < end; p++)
    n += *p == '\n' || (*p == '\r' && p[1] != '\n');
  return n;
}

static gboolean
is_end (const Reader *reader,
        char          character)
{
  return character == '\0' || character == '\n' || character == '\r' || character == *reader->separators;
}

/* Returns: where the cell that begins at @p ends: at a separator, a line break, or the end of the text. */
static const char *
read_cell (Reader     *reader,
           const char *p)
{
  const char *closing = *p == '"' ? find_closing (p) : NULL;
  GString *cell = g_string_new (NULL);

  if (closing != NULL)
    {
      g_string_append_len (cell, p + 1, closing - p - 2);
      g_string_replace (cell, "\"\"", "\"", 0);
      p = closing;
    }
  while (!is_end (reader, *p))
    g_string_append_c (cell, *p++);
  g_ptr_array_add (reader->cells, bb_text_tally_line (&reader->tally, cell->str, reader->line));
  g_string_free (cell, TRUE);
  return p;
}

/* Returns: behind the line break that ends it. */
static const char *
read_record (Reader     *reader,
             const char *p)
{
  g_ptr_array_set_size (reader->cells, 0);
  for (;; p++)
    {
      p = read_cell (reader, p);
      if (*p == '\0')
        return p;
      if (*p != *reader->separators)
        return *p == '\r' && p[1] == '\n' ? p + 2 : p + 1;
      if (reader->cells->len > BB_IMPORT_PLACE_LIMIT)
        return p;
    }
}

/* Returns: (nullable): the only text of the record. */
static const char *
find_only_text (const Reader *reader,
                guint        *n)
{
  const char *found = NULL;

  *n = 0;
  for (guint i = 0; i < reader->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (reader->cells, i);

      if (cell[strspn (cell, " \t\r\n")] == '\0')
        continue;
      found = cell;
      (*n)++;
    }
  return *n == 1 ? found : NULL;
}

static void
add_row (Reader *reader)
{
  BbImportRow *row;

  if (reader->grid == NULL)
    reader->grid = bb_import_source_add_grid (reader->source, reader->line);
  row = bb_import_block_add_row (reader->grid, reader->line, NULL);
  for (guint i = 0; i < reader->cells->len; i++)
    bb_import_row_add_cell (row, g_ptr_array_index (reader->cells, i), -1);
}

static gboolean
add_record (Reader  *reader,
            GError **error)
{
  guint n;
  const char *text = find_only_text (reader, &n);

  if (n == 0)
    return TRUE;
  if (reader->cells->len > BB_IMPORT_PLACE_LIMIT || reader->n_rows++ >= BB_IMPORT_ROW_LIMIT || (text != NULL && strlen (text) > BB_IMPORT_NARRATIVE_LIMIT))
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("Line %u: a table has more than %d rows or a row more than %d places"),
                   reader->line, BB_IMPORT_ROW_LIMIT, BB_IMPORT_PLACE_LIMIT);
      return FALSE;
    }
  if (text == NULL || (reader->cells->len > 1 && g_utf8_strlen (text, -1) <= LONGEST_TITLE))
    {
      add_row (reader);
      return TRUE;
    }
  bb_import_source_add_paragraph (reader->source, reader->line, text);
  reader->grid = NULL;
  return TRUE;
}

BbImportSource *
bb_csv_blocks_read (const char    *text,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (BbImportSource) source = bb_import_source_new (N_("line %u"));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .source = source, .cells = cells, .separators = choose_separator (text), .line = 1 };

  for (guint n = 0; *text != '\0'; n++)
    {
      const char *start = text;

      if (n % RECORDS_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      text = read_record (&reader, text);
      if (!add_record (&reader, error))
        return NULL;
      reader.line += count_breaks (start, text);
    }
  bb_text_tally_tell (&reader.tally, source);
  return g_steal_pointer (&source);
}
