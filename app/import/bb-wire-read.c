/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-wire.h"

#include "import/bb-import-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What is left of an answer. @is_bad: something in it can't be; what is taken after that is empty and nobody looks at it.
 * @n_lines, @n_cells: so far, for the limits
 */
typedef struct
{
  const guint8 *p;
  gsize left;
  gboolean is_bad;
  guint n_lines;
  guint n_cells;
} Cursor;

static void
require (Cursor   *cursor,
         gboolean  condition)
{
  cursor->is_bad = cursor->is_bad || !condition;
}

static guint32
look_at_number (const Cursor *cursor)
{
  guint32 number = 0;

  if (!cursor->is_bad && cursor->left >= sizeof number)
    memcpy (&number, cursor->p, sizeof number);
  return GUINT32_FROM_LE (number);
}

static guint32
take_number (Cursor  *cursor,
             guint32  largest)
{
  guint32 number;

  require (cursor, cursor->left >= sizeof number);
  if (cursor->is_bad)
    return 0;
  number = look_at_number (cursor);
  cursor->p += sizeof number;
  cursor->left -= sizeof number;
  require (cursor, number <= largest);
  return cursor->is_bad ? 0 : number;
}

/* Returns: (transfer full) (nullable): %NULL where there is none. */
static char *
take_optional (Cursor  *cursor,
               guint32  longest)
{
  guint32 length = take_number (cursor, G_MAXUINT32);
  char *text;

  if (length == BB_WIRE_NO_TEXT || cursor->is_bad)
    return NULL;
  require (cursor, length <= longest && length <= cursor->left);
  require (cursor, !cursor->is_bad && g_utf8_validate_len ((const char *) cursor->p, length, NULL));
  if (cursor->is_bad)
    return NULL;
  text = g_strndup ((const char *) cursor->p, length);
  cursor->p += length;
  cursor->left -= length;
  return text;
}

static char *
take_text (Cursor  *cursor,
           guint32  longest)
{
  char *text = take_optional (cursor, longest);

  require (cursor, text != NULL);
  return text;
}

static void
take_places (Cursor         *cursor,
             BbImportSource *source)
{
  guint n = take_number (cursor, BB_WIRE_LINE_LIMIT);

  require (cursor, n == 0 || source->places != NULL);
  for (guint i = 0; i < n && !cursor->is_bad; i++)
    {
      guint table = take_number (cursor, G_MAXINT);
      guint number = take_number (cursor, G_MAXINT);

      source->page = take_number (cursor, G_MAXINT);
      bb_import_source_add_place (source, table, number);
    }
}

static void
take_sheets (Cursor         *cursor,
             BbImportSource *source)
{
  guint n = take_number (cursor, G_MAXUINT32);

  if (n == BB_WIRE_NO_TEXT || cursor->is_bad)
    return;
  source->sheets = g_ptr_array_new_with_free_func (g_free);
  require (cursor, n <= BB_IMPORT_ENTRY_LIMIT);
  for (guint i = 0; i < n && !cursor->is_bad; i++)
    g_ptr_array_add (source->sheets, take_text (cursor, BB_WIRE_NAME_LIMIT));
}

/* Only what reading itself has to tell: a note of another name could stand for a finding of the checker. */
static void
take_notes (Cursor         *cursor,
            BbImportSource *source)
{
  guint n = take_number (cursor, BB_WIRE_LINE_LIMIT);

  for (guint i = 0; i < n && !cursor->is_bad; i++)
    {
      g_autofree char *id = take_text (cursor, BB_WIRE_NAME_LIMIT);
      BbSeverity severity = take_number (cursor, BB_SEVERITY_ERROR);
      g_autofree char *message = take_text (cursor, BB_WIRE_NAME_LIMIT);
      g_autofree char *place = take_optional (cursor, BB_WIRE_NAME_LIMIT);

      require (cursor, id != NULL && g_str_has_prefix (id, "read."));
      if (!cursor->is_bad)
        g_ptr_array_add (source->notes, bb_note_new (id, severity, NULL, message, place));
    }
}

/* A line is asked for its name later: it must have one. */
static guint
take_line (Cursor               *cursor,
           const BbImportSource *source)
{
  guint line = take_number (cursor, G_MAXINT);

  require (cursor, source->places == NULL || (line > 0 && line <= source->places->len));
  require (cursor, ++cursor->n_lines <= BB_WIRE_LINE_LIMIT);
  return line;
}

static void
take_place (Cursor      *cursor,
            BbImportRow *row)
{
  g_autofree char *cell = NULL;

  if (look_at_number (cursor) == BB_WIRE_FROM_ABOVE)
    {
      take_number (cursor, G_MAXUINT32);
      bb_import_row_cover_from_above (row);
      return;
    }
  cell = take_optional (cursor, BB_IMPORT_NARRATIVE_LIMIT);
  if (cell != NULL)
    bb_import_row_add_cell (row, cell, -1);
  else
    bb_import_row_cover (row);
}

static void
take_row (Cursor               *cursor,
          const BbImportSource *source,
          BbImportBlock        *grid)
{
  guint line = take_line (cursor, source);
  g_autofree char *text = take_optional (cursor, BB_IMPORT_NARRATIVE_LIMIT);
  guint n = take_number (cursor, BB_IMPORT_PLACE_LIMIT);
  BbImportRow *row = bb_import_block_add_row (grid, line, text);

  require (cursor, (cursor->n_cells += n) <= BB_IMPORT_PLACES_LIMIT);
  for (guint i = 0; i < n && !cursor->is_bad; i++)
    take_place (cursor, row);
  for (guint i = take_number (cursor, n); i > 0 && !cursor->is_bad; i--)
    bb_import_row_mark_broken (row, take_number (cursor, n - 1));
}

static void
take_block (Cursor         *cursor,
            BbImportSource *source)
{
  gboolean is_grid = take_number (cursor, TRUE);
  guint line = take_line (cursor, source);
  BbImportBlock *grid;
  guint n;

  if (!is_grid)
    {
      g_autofree char *text = take_text (cursor, BB_IMPORT_NARRATIVE_LIMIT);

      if (!cursor->is_bad)
        bb_import_source_add_paragraph (source, line, text);
      return;
    }
  n = take_number (cursor, BB_IMPORT_ROW_LIMIT);
  grid = bb_import_source_add_grid (source, line);
  for (guint i = 0; i < n && !cursor->is_bad; i++)
    take_row (cursor, source, grid);
}

static BbImportSource *
take_source (Cursor    *cursor,
             char     **encoding,
             gboolean  *guessed)
{
  g_autofree char *title = NULL;
  BbImportSource *source;
  guint place;
  guint n;

  *encoding = take_optional (cursor, BB_WIRE_NAME_LIMIT);
  *guessed = take_number (cursor, TRUE);
  title = take_optional (cursor, BB_IMPORT_NARRATIVE_LIMIT);
  place = take_number (cursor, g_strv_length ((char **) bb_wire_places));
  source = bb_import_source_new (place > 0 ? bb_wire_places[place - 1] : NULL);
  source->title = g_steal_pointer (&title);
  take_places (cursor, source);
  take_sheets (cursor, source);
  take_notes (cursor, source);
  n = take_number (cursor, BB_WIRE_LINE_LIMIT);
  for (guint i = 0; i < n && !cursor->is_bad; i++)
    take_block (cursor, source);
  return source;
}

static void
take_error (Cursor  *cursor,
            GError **error)
{
  BbImportError code = take_number (cursor, BB_IMPORT_ERROR_TOO_SLOW);
  g_autofree char *message = take_text (cursor, BB_WIRE_NAME_LIMIT);

  require (cursor, cursor->left == 0);
  if (!cursor->is_bad)
    g_set_error_literal (error, BB_IMPORT_ERROR, (int) code, message);
}

/* The mark names the version: after an update, an old window may meet a new reader. */
static void
take_mark (Cursor *cursor)
{
  gsize length = strlen (BB_WIRE_MARK);

  require (cursor, cursor->left >= length && memcmp (cursor->p, BB_WIRE_MARK, length) == 0);
  if (cursor->is_bad)
    return;
  cursor->p += length;
  cursor->left -= length;
}

BbImportSource *
bb_wire_read (GBytes    *answer,
              char     **encoding,
              gboolean  *guessed,
              GError   **error)
{
  Cursor cursor = { NULL, 0, FALSE, 0, 0 };
  g_autoptr (BbImportSource) source = NULL;

  *encoding = NULL;
  cursor.p = g_bytes_get_data (answer, &cursor.left);
  require (&cursor, cursor.left <= BB_WIRE_LIMIT);
  take_mark (&cursor);
  if (take_number (&cursor, BB_WIRE_SOURCE) == BB_WIRE_ERROR)
    take_error (&cursor, error);
  else
    {
      source = take_source (&cursor, encoding, guessed);
      require (&cursor, cursor.left == 0);
    }
  if (!cursor.is_bad)
    return g_steal_pointer (&source);
  g_clear_pointer (encoding, g_free);
  g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED,
                       _("The part of the program that reads files gave an answer that makes no sense; restart the program, and save the file in another format if it happens again"));
  return NULL;
}
