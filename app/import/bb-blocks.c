/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-blocks.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

const char bb_import_covered[] = "";

static void
cell_free (gpointer data)
{
  if (data != bb_import_covered)
    g_free (data);
}

static void
import_block_free (gpointer data)
{
  BbImportBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static BbImportBlock *
add_block (BbImportSource *source,
           gboolean        is_grid,
           guint           line)
{
  BbImportBlock *block = g_new0 (BbImportBlock, 1);

  block->is_grid = is_grid;
  block->line = line;
  g_ptr_array_add (source->blocks, block);
  return block;
}

BbImportSource *
bb_import_source_new (const char *place)
{
  BbImportSource *source = g_new0 (BbImportSource, 1);

  source->place = place;
  source->blocks = g_ptr_array_new_with_free_func (import_block_free);
  if (place == NULL)
    source->places = g_array_new (FALSE, FALSE, sizeof (BbImportPlace));
  source->notes = g_ptr_array_new_with_free_func (g_object_unref);
  return source;
}

void
bb_import_source_free (BbImportSource *source)
{
  if (source == NULL)
    return;
  g_ptr_array_unref (source->blocks);
  g_ptr_array_unref (source->notes);
  g_clear_pointer (&source->places, g_array_unref);
  g_clear_pointer (&source->sheets, g_ptr_array_unref);
  g_free (source->title);
  g_free (source);
}

/* Paragraphs are counted on each page, tables and their rows through the document: a table may go on over a page. */
static char *
name_page_place (const BbImportPlace *place)
{
  if (place->table == 0)
    return g_strdup_printf (_("page %1$u, paragraph %2$u"), place->page, place->number);
  /* Translators: a place in a document: the page, the number of the table in the document, the number of the row in that table. */
  return g_strdup_printf (_("page %1$u, table %2$u, row %3$u"), place->page, place->table, place->number);
}

char *
bb_import_source_place (const BbImportSource *source,
                        guint                 line)
{
  const BbImportPlace *place;

  if (source->places == NULL)
    return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, source->place), line);
  g_return_val_if_fail (line > 0 && line <= source->places->len, NULL);
  place = &g_array_index (source->places, BbImportPlace, line - 1);
  if (place->page > 0)
    return name_page_place (place);
  if (place->table == 0)
    return g_strdup_printf (_("paragraph %u"), place->number);
  if (source->sheets != NULL && place->table <= source->sheets->len)
    return g_strdup_printf (_("sheet “%1$s”, row %2$u"), (const char *) g_ptr_array_index (source->sheets, place->table - 1), place->number);
  /* Translators: a place in a document: the number of the table in it, the number of the row in that. */
  return g_strdup_printf (_("table %1$u, row %2$u"), place->table, place->number);
}

guint
bb_import_source_add_place (BbImportSource *source,
                            guint           table,
                            guint           number)
{
  BbImportPlace place = { table, number, source->page };

  g_array_append_val (source->places, place);
  return source->places->len;
}

void
bb_import_source_add_paragraph (BbImportSource *source,
                                guint           line,
                                const char     *text)
{
  add_block (source, FALSE, line)->text = g_strdup (text);
}

BbImportBlock *
bb_import_source_add_grid (BbImportSource *source,
                           guint           line)
{
  BbImportBlock *grid = add_block (source, TRUE, line);

  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_import_row_free);
  return grid;
}

BbImportRow *
bb_import_row_new (guint       line,
                   const char *text)
{
  BbImportRow *row = g_new0 (BbImportRow, 1);

  row->line = line;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  row->text = g_strdup (text);
  return row;
}

void
bb_import_row_free (BbImportRow *row)
{
  if (row == NULL)
    return;
  g_ptr_array_unref (row->cells);
  g_clear_pointer (&row->above, g_array_unref);
  g_clear_pointer (&row->broken, g_array_unref);
  g_free (row->text);
  g_free (row);
}

BbImportRow *
bb_import_block_add_row (BbImportBlock *grid,
                         guint          line,
                         const char    *text)
{
  BbImportRow *row = bb_import_row_new (line, text);

  g_ptr_array_add (grid->rows, row);
  return row;
}

void
bb_import_row_cover (BbImportRow *row)
{
  g_ptr_array_add (row->cells, (gpointer) bb_import_covered);
}

void
bb_import_row_cover_from_above (BbImportRow *row)
{
  guint place = row->cells->len;

  if (row->above == NULL)
    row->above = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (row->above, place);
  bb_import_row_cover (row);
}

void
bb_import_row_mark_broken (BbImportRow *row,
                           guint        place)
{
  if (row->broken == NULL)
    row->broken = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (row->broken, place);
}

gboolean
bb_import_row_is_broken (const BbImportRow *row,
                         guint              place)
{
  for (guint i = 0; row->broken != NULL && i < row->broken->len; i++)
    if (g_array_index (row->broken, guint, i) == place)
      return TRUE;
  return FALSE;
}

void
bb_import_row_add_cell (BbImportRow *row,
                        const char  *text,
                        gssize       length)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, length);

  g_ptr_array_add (row->cells, bb_text_trim (copy));
}
