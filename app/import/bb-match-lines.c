/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match.h"

#include <bianbao/bb-text.h>
#include <string.h>

static void
match_line_free (gpointer data)
{
  BbMatchLine *line = data;

  g_free (line->text);
  g_free (line->joined);
  g_clear_pointer (&line->spots, g_array_unref);
  g_free (line);
}

static BbMatchLine *
add_line (GPtrArray *lines,
          guint      number,
          char      *text)
{
  BbMatchLine *line = g_new0 (BbMatchLine, 1);

  line->line = number;
  line->text = text;
  line->section = BB_SECTION_NONE;
  g_ptr_array_add (lines, line);
  return line;
}

/* A row as one line. Tabs are layout; two spaces keep what stood apart apart. */
static char *
join_row (const BbImportRow *row)
{
  GString *text = g_string_new (NULL);

  if (row->text != NULL && strchr (row->text, '\t') == NULL)
    return g_string_free (g_string_append (text, row->text), FALSE);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);

      if (*cell == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, "  ");
      g_string_append (text, cell);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (GPtrArray         *lines,
         const BbImportRow *row,
         guint              block,
         guint              index)
{
  BbMatchLine *line = add_line (lines, row->line, join_row (row));

  line->spot = (BbImportSpot) { block, index, -1 };
  line->cells = row->cells;
  for (guint i = 0; i < row->cells->len; i++)
    line->n_filled += *(const char *) g_ptr_array_index (row->cells, i) != '\0';
}

static void
add_paragraph (GPtrArray           *lines,
               const BbImportBlock *block,
               guint                index)
{
  g_auto (GStrv) paragraphs = bb_text_paragraphs (block->text);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      BbMatchLine *line = add_line (lines, block->line, g_strdup (paragraphs[i]));

      line->n_filled = 1;
      line->spot = (BbImportSpot) { index, i, -1 };
    }
}

GPtrArray *
bb_match_lines_new (const BbImportSource *source)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (match_line_free);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      if (!block->is_grid)
        add_paragraph (lines, block, i);
      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        add_row (lines, g_ptr_array_index (block->rows, r), i, r);
    }
  return lines;
}

BbImportSpot
bb_match_line_spot (const BbMatchLine *line,
                    guint              place)
{
  BbImportSpot spot = line->spot;

  if (line->spots != NULL && place < line->spots->len)
    return g_array_index (line->spots, BbImportSpot, place);
  if (line->cells != NULL && line->spots == NULL)
    spot.column = (int) place;
  return spot;
}

void
bb_match_line_put (BbMatch     *match,
                   BbMatchLine *line,
                   GPtrArray   *cells,
                   GArray      *spots)
{
  g_ptr_array_add (match->made, cells);
  g_clear_pointer (&line->spots, g_array_unref);
  line->spots = spots;
  line->cells = cells;
  line->n_filled = 0;
  for (guint i = 0; i < cells->len; i++)
    line->n_filled += *(const char *) g_ptr_array_index (cells, i) != '\0';
}

BbMatchLine *
bb_match_line_add_below (BbMatch *match,
                         guint    index)
{
  const BbMatchLine *above = bb_match_get_line (match, index);
  BbMatchLine *line = g_new0 (BbMatchLine, 1);

  *line = *above;
  line->text = g_strdup ("");
  line->spots = NULL;
  line->joined = NULL;
  line->is_added = TRUE;
  g_ptr_array_insert (match->lines, (int) index + 1, line);
  return line;
}

char *
bb_match_text (BbMatch    *match,
               const char *text,
               gssize      length)
{
  return g_string_chunk_insert_len (match->texts, text, length);
}

void
bb_match_init (BbMatch              *match,
               const BbImportSource *source,
               const char           *name,
               GCancellable         *cancellable)
{
  *match = (BbMatch) { .source = source, .name = name, .cancellable = cancellable };
  match->lines = bb_match_lines_new (source);
  match->notes = g_ptr_array_new_with_free_func (g_object_unref);
  match->note_counts = g_hash_table_new (g_str_hash, g_str_equal);
  match->made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  match->texts = g_string_chunk_new (1024);
  match->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  match->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_sum_free);
}

void
bb_match_begin (BbMatch      *match,
                const BbForm *form)
{
  match->form = form;
  match->labels = bb_labels_new (form);
  match->report = bb_report_new (form);
  match->spots = bb_match_spots_new (form);
}

void
bb_match_clear (BbMatch *match)
{
  g_clear_pointer (&match->lines, g_ptr_array_unref);
  g_clear_pointer (&match->labels, bb_labels_free);
  g_clear_object (&match->report);
  g_clear_pointer (&match->notes, g_ptr_array_unref);
  g_clear_pointer (&match->note_counts, g_hash_table_unref);
  g_clear_pointer (&match->rows, g_ptr_array_unref);
  g_clear_pointer (&match->sums, g_ptr_array_unref);
  g_clear_pointer (&match->spots, bb_match_spots_free);
  g_clear_pointer (&match->made, g_ptr_array_unref);
  g_clear_pointer (&match->texts, g_string_chunk_free);
}
