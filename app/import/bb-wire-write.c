/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-wire.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const bb_wire_places[] = { N_("line %u"), NULL };

/* An answer as it grows. @is_large: it holds, or would hold, more than is taken at the other end; nothing is added any more. */
typedef struct
{
  GByteArray *bytes;
  gboolean is_large;
  guint n_lines;
  gsize n_cells;
} Writer;

static void
put_number (Writer  *writer,
            guint32  number)
{
  guint32 bytes = GUINT32_TO_LE (number);

  writer->is_large = writer->is_large || writer->bytes->len > BB_WIRE_LIMIT;
  if (!writer->is_large)
    g_byte_array_append (writer->bytes, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_text (Writer     *writer,
          const char *text,
          gsize       longest)
{
  gsize length = text != NULL ? strlen (text) : 0;

  writer->is_large = writer->is_large || length > longest;
  put_number (writer, text != NULL ? (guint32) length : BB_WIRE_NO_TEXT);
  if (length > 0 && !writer->is_large)
    g_byte_array_append (writer->bytes, (const guint8 *) text, (guint) length);
}

static void
put_line (Writer *writer,
          guint   line)
{
  writer->is_large = writer->is_large || ++writer->n_lines > BB_WIRE_LINE_LIMIT;
  put_number (writer, line);
}

static void
begin (Writer     *writer,
       BbWireKind  kind)
{
  writer->bytes = g_byte_array_new ();
  g_byte_array_append (writer->bytes, (const guint8 *) BB_WIRE_MARK, strlen (BB_WIRE_MARK));
  put_number (writer, kind);
}

/* 0: the source names its own places; else the index of the name + 1. */
static guint32
find_place (const char *place)
{
  guint32 n = 0;

  if (place == NULL)
    return 0;
  while (bb_wire_places[n] != NULL && !g_str_equal (bb_wire_places[n], place))
    n++;
  g_assert (bb_wire_places[n] != NULL);
  return n + 1;
}

static void
put_places (Writer               *writer,
            const BbImportSource *source)
{
  guint n = source->places != NULL ? source->places->len : 0;

  put_number (writer, find_place (source->place));
  writer->is_large = writer->is_large || n > BB_WIRE_LINE_LIMIT;
  put_number (writer, n);
  for (guint i = 0; i < n; i++)
    {
      const BbImportPlace *place = &g_array_index (source->places, BbImportPlace, i);

      put_number (writer, place->table);
      put_number (writer, place->number);
      put_number (writer, place->page);
    }
}

static void
put_sheets (Writer    *writer,
            GPtrArray *sheets)
{
  put_number (writer, sheets != NULL ? sheets->len : BB_WIRE_NO_TEXT);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    put_text (writer, g_ptr_array_index (sheets, i), BB_WIRE_NAME_LIMIT);
}

/* What a reader tells is of no cell: it knows no form. */
static void
put_notes (Writer    *writer,
           GPtrArray *notes)
{
  writer->is_large = writer->is_large || notes->len > BB_WIRE_LINE_LIMIT;
  put_number (writer, notes->len);
  for (guint i = 0; i < notes->len; i++)
    {
      BbNote *note = g_ptr_array_index (notes, i);

      put_text (writer, bb_note_get_id (note), BB_WIRE_NAME_LIMIT);
      put_number (writer, bb_note_get_severity (note));
      put_text (writer, bb_note_get_message (note), BB_WIRE_NAME_LIMIT);
      put_text (writer, bb_note_get_place (note), BB_WIRE_NAME_LIMIT);
    }
}

/* @n_above: how many such places came before in the row; they are noted from left to right. */
static gboolean
is_from_above (const BbImportRow *row,
               guint              place,
               guint              n_above)
{
  return row->above != NULL && n_above < row->above->len && g_array_index (row->above, guint, n_above) == place;
}

static void
put_row (Writer            *writer,
         const BbImportRow *row)
{
  guint n_above = 0;

  put_line (writer, row->line);
  put_text (writer, row->text, BB_IMPORT_NARRATIVE_LIMIT);
  writer->n_cells += row->cells->len;
  writer->is_large = writer->is_large || row->cells->len > BB_IMPORT_PLACE_LIMIT || writer->n_cells > BB_IMPORT_PLACES_LIMIT;
  put_number (writer, row->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);

      if (is_from_above (row, i, n_above))
        {
          n_above++;
          put_number (writer, BB_WIRE_FROM_ABOVE);
          continue;
        }
      put_text (writer, cell != bb_import_covered ? cell : NULL, BB_IMPORT_NARRATIVE_LIMIT);
    }
  put_number (writer, row->broken != NULL ? row->broken->len : 0);
  for (guint i = 0; row->broken != NULL && i < row->broken->len; i++)
    put_number (writer, g_array_index (row->broken, guint, i));
}

static void
put_block (Writer              *writer,
           const BbImportBlock *block)
{
  put_number (writer, block->is_grid);
  put_line (writer, block->line);
  if (!block->is_grid)
    {
      put_text (writer, block->text, BB_IMPORT_NARRATIVE_LIMIT);
      return;
    }
  writer->is_large = writer->is_large || block->rows->len > BB_IMPORT_ROW_LIMIT;
  put_number (writer, block->rows->len);
  for (guint i = 0; i < block->rows->len; i++)
    put_row (writer, g_ptr_array_index (block->rows, i));
}

GBytes *
bb_wire_write_source (const BbImportSource  *source,
                      const char            *encoding,
                      gboolean               guessed,
                      GError               **error)
{
  Writer writer = { 0 };
  g_autoptr (GBytes) answer = NULL;

  begin (&writer, BB_WIRE_SOURCE);
  put_text (&writer, encoding, BB_WIRE_NAME_LIMIT);
  put_number (&writer, guessed);
  put_text (&writer, source->title, BB_IMPORT_NARRATIVE_LIMIT);
  put_places (&writer, source);
  put_sheets (&writer, source->sheets);
  put_notes (&writer, source->notes);
  put_number (&writer, source->blocks->len);
  for (guint i = 0; i < source->blocks->len && !writer.is_large; i++)
    put_block (&writer, g_ptr_array_index (source->blocks, i));
  answer = g_byte_array_free_to_bytes (writer.bytes);
  if (!writer.is_large && g_bytes_get_size (answer) <= BB_WIRE_LIMIT)
    return g_steal_pointer (&answer);
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
               _("The file holds more than an annual report can: more than %d MiB of text, or more than %d paragraphs and rows"),
               BB_WIRE_LIMIT / 1024 / 1024, BB_WIRE_LINE_LIMIT);
  return NULL;
}

GBytes *
bb_wire_write_error (const GError *failure)
{
  Writer writer = { 0 };
  g_autofree char *valid = g_utf8_make_valid (failure->message, -1);
  g_autofree char *message = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), BB_WIRE_NAME_LIMIT / 4));

  begin (&writer, BB_WIRE_ERROR);
  put_number (&writer, failure->domain == BB_IMPORT_ERROR ? (guint32) failure->code : BB_IMPORT_ERROR_FAILED);
  put_text (&writer, message, BB_WIRE_NAME_LIMIT);
  return g_byte_array_free_to_bytes (writer.bytes);
}
