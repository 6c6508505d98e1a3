/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-page-widths.h"

#include "export/bb-fit.h"

/* What a figure and a head leave free in their cell, in points. */
#define AROUND (BB_CELL_BORDER + 2 * BB_CELL_PADDING)

/* A head is in lines of two characters at least. */
#define LEAST_HEAD 2

/*
 * A column of figures, in points.
 * @has: how wide it is
 * @needs: how wide its figures are
 * @keeps: what it must keep while it gives to others
 */
typedef struct
{
  gboolean is_used;
  double has;
  double needs;
  double keeps;
} Column;

static Column *
columns_new (const BbPageTable *page_table)
{
  const BbTable *table = page_table->table;
  Column *columns = g_new0 (Column, table->n_grid_columns);

  for (guint i = 0; i < table->n_grid_columns; i++)
    columns[i].has = BB_MM_TO_POINTS (table->widths[i]);
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbPageSlot *slot = &page_table->slots[i];
      Column *column = &columns[slot->slot->column];
      double width;

      if (slot->slot->role != BB_SLOT_CELL || slot->slot->column_span > 1)
        continue;
      column->is_used = TRUE;
      width = slot->is_number ? bb_fit_figure (slot->text) + AROUND : 0;
      column->needs = MAX (column->needs, width);
    }

  return columns;
}

/* What each column must keep: its figures, and its heads in the lines that they have, or in the shortest. */
static void
keep_heads (Column *columns, const BbPageTable *page_table, gboolean in_their_lines)
{
  double points = bb_style_get (BB_STYLE_HEAD)->points;

  for (guint i = 0; i < page_table->table->n_grid_columns; i++)
    columns[i].keeps = MAX (columns[i].needs, LEAST_HEAD * points + AROUND);
  for (guint i = 0; in_their_lines && i < page_table->table->n_slots; i++)
    {
      const BbPageSlot *slot = &page_table->slots[i];
      Column *column = &columns[slot->slot->column];
      guint a_line;
      double width;

      if (slot->slot->role != BB_SLOT_COLUMN_HEAD || slot->slot->column_span > 1)
        continue;
      a_line = bb_fit_head (slot->text, column->has - AROUND, BB_STYLE_HEAD);
      width = (a_line > 0 ? a_line : g_utf8_strlen (slot->text, -1)) * points + AROUND;
      column->keeps = MAX (column->keeps, width);
    }
}

/* Gives the narrow columns what they lack. Returns: whether the others had as much. */
static gboolean
share (Column *columns, guint n)
{
  double lack = 0, spare = 0;

  for (guint i = 0; i < n; i++)
    {
      lack += columns[i].is_used ? MAX (columns[i].needs - columns[i].has, 0) : 0;
      spare += columns[i].is_used ? MAX (columns[i].has - columns[i].keeps, 0) : 0;
    }
  if (lack > spare)
    return FALSE;

  for (guint i = 0; i < n && lack > 0; i++)
    {
      if (columns[i].is_used && columns[i].needs > columns[i].has)
        columns[i].has = columns[i].needs;
      else if (columns[i].is_used && columns[i].has > columns[i].keeps)
        columns[i].has -= (columns[i].has - columns[i].keeps) * lack / spare;
    }
  return TRUE;
}

/* Every figure as much smaller as the others. */
static void
share_evenly (Column *columns, guint n)
{
  double room = 0, needed = 0;

  for (guint i = 0; i < n; i++)
    if (columns[i].is_used)
      {
        columns[i].needs = MAX (columns[i].needs, columns[i].keeps);
        room += columns[i].has;
        needed += columns[i].needs;
      }
  for (guint i = 0; i < n; i++)
    if (columns[i].is_used)
      columns[i].has = room * columns[i].needs / needed;
}

double *
bb_page_widths_new (const BbPageTable *table)
{
  g_autofree Column *columns = columns_new (table);
  guint n = table->table->n_grid_columns;
  double *widths = g_memdup2 (table->table->widths, n * sizeof (double));
  gboolean enough;

  keep_heads (columns, table, TRUE);
  enough = share (columns, n);
  if (!enough)
    {
      keep_heads (columns, table, FALSE);
      enough = share (columns, n);
    }
  if (!enough)
    share_evenly (columns, n);

  for (guint i = 0; i < n; i++)
    if (columns[i].has != BB_MM_TO_POINTS (table->table->widths[i]))
      widths[i] = BB_POINTS_TO_MM (columns[i].has);
  return widths;
}
