/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-flow.h"

#include "import/bb-import-limits.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The only table in a report with a single row of values is 3 × 15; what is narrower than two columns is a frame. */
#define FEWEST_COLUMNS 2

typedef struct _FlowTable FlowTable;

/* A paragraph, or a table inside a cell or at the top. */
typedef struct
{
  char *text;
  FlowTable *table;
  guint page;
} FlowItem;

typedef struct
{
  guint row_span;
  guint column_span;
  gboolean is_continued;
  gboolean is_broken;
  GPtrArray *items;
} FlowCell;

typedef struct
{
  GPtrArray *cells;
  guint page;
} FlowRow;

struct _FlowTable
{
  GPtrArray *rows;
};

/*
 * @tables: the open ones, outermost first
 * @n_lines, @n_places: paragraphs and rows, and places of tables, for the limits
 * @n_table, @n_paragraph: those handed on, for the names of places
 * @page, @paragraph_page: where what comes stands, and where the last paragraph stood; 0 in a format without pages
 * @is_large: a limit was passed
 */
struct _BbFlow
{
  BbImportSource *source;
  GPtrArray *tables;
  guint n_lines;
  gsize n_places;
  guint n_table;
  guint n_paragraph;
  guint page;
  guint paragraph_page;
  gboolean is_large;
};

static void emit_items (BbFlow *flow, GPtrArray *items);

static void
flow_table_free (FlowTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
flow_item_free (gpointer data)
{
  FlowItem *item = data;

  g_free (item->text);
  flow_table_free (item->table);
  g_free (item);
}

static void
flow_cell_free (gpointer data)
{
  FlowCell *cell = data;

  g_ptr_array_unref (cell->items);
  g_free (cell);
}

static void
flow_row_free (gpointer data)
{
  FlowRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* ---- what is open ---- */

static FlowTable *
open_table (const BbFlow *flow)
{
  return flow->tables->len > 0 ? g_ptr_array_index (flow->tables, flow->tables->len - 1) : NULL;
}

static FlowRow *
open_row (const BbFlow *flow)
{
  FlowTable *table = open_table (flow);

  return table != NULL && table->rows->len > 0 ? g_ptr_array_index (table->rows, table->rows->len - 1) : NULL;
}

static FlowCell *
open_cell (const BbFlow *flow)
{
  FlowRow *row = open_row (flow);

  return row != NULL && row->cells->len > 0 ? g_ptr_array_index (row->cells, row->cells->len - 1) : NULL;
}

/* ---- a table as a grid ---- */

/* Places of the present row that a cell above reaches into: for each place how many rows it goes on. */
typedef struct
{
  GArray *reach;
} Spans;

static gboolean
is_taken (const Spans *spans,
          guint        place)
{
  return place < spans->reach->len && g_array_index (spans->reach, guint, place) > 0;
}

static void
take (Spans *spans,
      guint  place,
      guint  rows)
{
  if (place >= spans->reach->len)
    g_array_set_size (spans->reach, place + 1);
  g_array_index (spans->reach, guint, place) = rows;
}

static void
skip_taken (Spans       *spans,
            BbImportRow *row)
{
  while (is_taken (spans, row->cells->len))
    {
      g_array_index (spans->reach, guint, row->cells->len)--;
      bb_import_row_cover_from_above (row);
    }
}

static char *
join_texts (const FlowCell *cell)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->items->len; i++)
    {
      const FlowItem *item = g_ptr_array_index (cell->items, i);

      if (item->text == NULL || *item->text == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, item->text);
    }
  return g_string_free (text, FALSE);
}

static void
add_cell (Spans          *spans,
          BbImportRow    *row,
          const FlowCell *cell)
{
  g_autofree char *text = cell->is_continued ? NULL : join_texts (cell);

  skip_taken (spans, row);
  for (guint i = 0; i < cell->column_span && row->cells->len <= BB_IMPORT_PLACE_LIMIT; i++)
    {
      take (spans, row->cells->len, cell->row_span - 1);
      if (i == 0 && cell->is_broken)
        bb_import_row_mark_broken (row, row->cells->len);
      if (i == 0 && text != NULL)
        bb_import_row_add_cell (row, text, -1);
      else if (cell->is_continued)
        bb_import_row_cover_from_above (row);
      else
        bb_import_row_cover (row);
    }
}

static void
emit_grid (BbFlow          *flow,
           const FlowTable *table)
{
  g_autoptr (GArray) reach = g_array_new (FALSE, TRUE, sizeof (guint));
  Spans spans = { reach };
  BbImportBlock *grid = NULL;
  guint n_table = ++flow->n_table;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const FlowRow *found = g_ptr_array_index (table->rows, i);
      guint line;
      BbImportRow *row;

      flow->source->page = found->page;
      line = bb_import_source_add_place (flow->source, n_table, i + 1);
      if (grid == NULL)
        grid = bb_import_source_add_grid (flow->source, line);
      row = bb_import_block_add_row (grid, line, NULL);
      for (guint c = 0; c < found->cells->len; c++)
        add_cell (&spans, row, g_ptr_array_index (found->cells, c));
      skip_taken (&spans, row);
      flow->is_large = flow->is_large || row->cells->len > BB_IMPORT_PLACE_LIMIT;
    }
}

/* ---- a table that is none ---- */

static gboolean
has_table (const FlowCell *cell)
{
  for (guint i = 0; i < cell->items->len; i++)
    if (((const FlowItem *) g_ptr_array_index (cell->items, i))->table != NULL)
      return TRUE;
  return FALSE;
}

/* It arranges other tables, or is one column wide: a frame around a page, a box around a text. */
static gboolean
is_frame (const FlowTable *table)
{
  guint width = 0;

  for (guint r = 0; r < table->rows->len; r++)
    {
      const FlowRow *row = g_ptr_array_index (table->rows, r);

      width = MAX (width, row->cells->len);
      for (guint c = 0; c < row->cells->len; c++)
        if (has_table (g_ptr_array_index (row->cells, c)))
          return TRUE;
    }
  return width < FEWEST_COLUMNS;
}

static void
emit_frame (BbFlow          *flow,
            const FlowTable *table)
{
  for (guint r = 0; r < table->rows->len; r++)
    {
      const FlowRow *row = g_ptr_array_index (table->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const FlowCell *cell = g_ptr_array_index (row->cells, c);

          if (!cell->is_continued)
            emit_items (flow, cell->items);
        }
    }
}

static void
emit_paragraph (BbFlow     *flow,
                const char *text,
                guint       page)
{
  if (page != flow->paragraph_page)
    flow->n_paragraph = 0;
  flow->paragraph_page = flow->source->page = page;
  bb_import_source_add_paragraph (flow->source, bb_import_source_add_place (flow->source, 0, ++flow->n_paragraph), text);
}

static void
emit_table (BbFlow          *flow,
            const FlowTable *table)
{
  if (is_frame (table))
    emit_frame (flow, table);
  else
    emit_grid (flow, table);
}

static void
emit_items (BbFlow    *flow,
            GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const FlowItem *item = g_ptr_array_index (items, i);

      if (item->table != NULL)
        emit_table (flow, item->table);
      else
        emit_paragraph (flow, item->text, item->page);
    }
}

/* A single cell inside a cell is a frame around its text. */
static gboolean
is_single (const FlowTable *table)
{
  const FlowRow *row = table->rows->len == 1 ? g_ptr_array_index (table->rows, 0) : NULL;

  return row != NULL && row->cells->len == 1 && !has_table (g_ptr_array_index (row->cells, 0));
}

static void
move_items (GPtrArray *from,
            GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

static void
add_inner_table (FlowCell  *cell,
                 FlowTable *table)
{
  if (is_single (table))
    {
      FlowRow *row = g_ptr_array_index (table->rows, 0);

      move_items (((FlowCell *) g_ptr_array_index (row->cells, 0))->items, cell->items);
      flow_table_free (table);
    }
  else if (table->rows->len > 0)
    {
      FlowItem *item = g_new0 (FlowItem, 1);

      item->table = table;
      g_ptr_array_add (cell->items, item);
    }
  else
    flow_table_free (table);
}

/* ---- what readers call ---- */

BbFlow *
bb_flow_new (BbImportSource *source)
{
  BbFlow *flow = g_new0 (BbFlow, 1);

  flow->source = source;
  flow->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) flow_table_free);
  return flow;
}

void
bb_flow_free (BbFlow *flow)
{
  if (flow == NULL)
    return;
  g_ptr_array_unref (flow->tables);
  g_free (flow);
}

void
bb_flow_set_page (BbFlow *flow,
                  guint   page)
{
  flow->page = page;
}

void
bb_flow_paragraph (BbFlow     *flow,
                   const char *text)
{
  g_autofree char *trimmed = bb_text_trim (text);
  FlowCell *cell = open_cell (flow);

  if (*trimmed == '\0')
    return;
  flow->n_lines++;
  flow->is_large = flow->is_large || strlen (trimmed) > BB_IMPORT_NARRATIVE_LIMIT;
  if (cell != NULL)
    {
      FlowItem *item = g_new0 (FlowItem, 1);

      item->text = g_steal_pointer (&trimmed);
      item->page = flow->page;
      g_ptr_array_add (cell->items, item);
    }
  else
    emit_paragraph (flow, trimmed, flow->page);
}

void
bb_flow_begin_table (BbFlow *flow)
{
  FlowTable *table = g_new0 (FlowTable, 1);

  table->rows = g_ptr_array_new_with_free_func (flow_row_free);
  g_ptr_array_add (flow->tables, table);
}

void
bb_flow_begin_row (BbFlow *flow)
{
  FlowTable *table = open_table (flow);
  FlowRow *row = g_new0 (FlowRow, 1);

  g_return_if_fail (table != NULL);
  row->cells = g_ptr_array_new_with_free_func (flow_cell_free);
  row->page = flow->page;
  g_ptr_array_add (table->rows, row);
  flow->n_lines++;
  flow->is_large = flow->is_large || table->rows->len > BB_IMPORT_ROW_LIMIT;
}

static void
begin_cell (BbFlow   *flow,
            guint     row_span,
            guint     column_span,
            gboolean  is_continued)
{
  FlowCell *cell = g_new0 (FlowCell, 1);
  FlowRow *row;

  /* A damaged file has cells without a row around them. */
  if (open_row (flow) == NULL)
    bb_flow_begin_row (flow);
  row = open_row (flow);
  cell->row_span = CLAMP (row_span, 1, BB_IMPORT_SPAN_LIMIT);
  cell->column_span = CLAMP (column_span, 1, BB_IMPORT_SPAN_LIMIT);
  cell->is_continued = is_continued;
  cell->items = g_ptr_array_new_with_free_func (flow_item_free);
  g_ptr_array_add (row->cells, cell);
  flow->n_places += cell->column_span;
  flow->is_large = flow->is_large || row->cells->len > BB_IMPORT_PLACE_LIMIT;
}

void
bb_flow_begin_cell (BbFlow *flow,
                    guint   row_span,
                    guint   column_span)
{
  g_return_if_fail (open_table (flow) != NULL);
  begin_cell (flow, row_span, column_span, FALSE);
}

void
bb_flow_continue_cell (BbFlow *flow,
                       guint   column_span)
{
  g_return_if_fail (open_table (flow) != NULL);
  begin_cell (flow, 1, column_span, TRUE);
}

void
bb_flow_mark_broken (BbFlow *flow)
{
  FlowCell *cell = open_cell (flow);

  g_return_if_fail (cell != NULL);
  cell->is_broken = TRUE;
}

void
bb_flow_end_table (BbFlow *flow)
{
  FlowTable *table = open_table (flow);
  FlowCell *cell;

  g_return_if_fail (table != NULL);
  g_ptr_array_steal_index (flow->tables, flow->tables->len - 1);
  cell = open_cell (flow);
  if (cell != NULL)
    {
      add_inner_table (cell, table);
      return;
    }
  emit_table (flow, table);
  flow_table_free (table);
}

void
bb_flow_refuse (BbFlow *flow)
{
  flow->is_large = TRUE;
}

gboolean
bb_flow_check (BbFlow  *flow,
               GError **error)
{
  if (!flow->is_large && flow->n_lines <= BB_IMPORT_LINE_LIMIT && flow->n_places <= BB_IMPORT_PLACES_LIMIT)
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
               _("The document has more than %d lines, a table more than %d rows, a row more than %d places, or a paragraph more than %d KiB"),
               BB_IMPORT_LINE_LIMIT, BB_IMPORT_ROW_LIMIT, BB_IMPORT_PLACE_LIMIT, BB_IMPORT_NARRATIVE_LIMIT / 1024);
  return FALSE;
}
