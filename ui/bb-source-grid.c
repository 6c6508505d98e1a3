/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-source-grid.h"

/* Characters: words wrap into two lines or more, as the width of the pane allows, but not into a column of characters. */
#define LEAST_WIDTH 2
#define MOST_LEAST_WIDTH 8
#define MOST_WIDTH 14

#define BLOCK "bb-source-block"
#define FIRST "bb-source-first"
#define HEADS "bb-source-heads"

static guint
get_number (GtkWidget *grid, const char *key)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (grid), key));
}

static gboolean
is_figure (const char *text)
{
  BbNumber number = bb_number_read (text, NULL);

  return number.form == BB_NUMBER_PLAIN;
}

static GtkWidget *
new_cell (const char *text)
{
  GtkWidget *cell = gtk_label_new (text);
  gboolean figure = is_figure (text);

  gtk_widget_add_css_class (cell, "bb-source-cell");
  gtk_label_set_justify (GTK_LABEL (cell), figure ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_CENTER);
  if (figure)
    {
      gtk_widget_add_css_class (cell, "numeric");
      return cell;
    }
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  if (*text != '\0')
    gtk_label_set_width_chars (GTK_LABEL (cell), (int) CLAMP (g_utf8_strlen (text, -1) / 2, LEAST_WIDTH, MOST_LEAST_WIDTH));
  gtk_label_set_max_width_chars (GTK_LABEL (cell), MOST_WIDTH);
  return cell;
}

static void
add_row (GtkWidget *grid, BbImportMap *map, const BbImportBlock *block, BbImportSpot *spot, guint first, guint end)
{
  const BbImportRow *row = g_ptr_array_index (block->rows, spot->row);

  for (spot->column = 0; spot->column < (int) row->cells->len; spot->column++)
    {
      guint rows, columns;

      if (bb_import_map_get_span (map, spot, &rows, &columns))
        gtk_grid_attach (GTK_GRID (grid), new_cell (g_ptr_array_index (row->cells, spot->column)), spot->column,
                         (int) (spot->row - first), (int) columns, (int) MIN (rows, end - spot->row));
      /* Its beginning is not shown: an empty place stands for the rest of it. */
      else if (spot->row == first && gtk_grid_get_child_at (GTK_GRID (grid), spot->column, 0) == NULL)
        gtk_grid_attach (GTK_GRID (grid), new_cell (""), spot->column, 0, 1, 1);
    }
}

/* A row that ends early leaves a hole; it is no blank cell. */
static void
add_hole (GtkWidget *grid, const BbImportBlock *block, guint row, guint first, int width)
{
  const BbImportRow *found = g_ptr_array_index (block->rows, row);
  GtkWidget *hole;

  if ((int) found->cells->len >= width)
    return;
  hole = gtk_label_new (NULL);
  gtk_widget_add_css_class (hole, "bb-source-hole");
  gtk_grid_attach (GTK_GRID (grid), hole, (int) found->cells->len, (int) (row - first), width - (int) found->cells->len, 1);
}

/* How many places of a row are filled, if it may be one of heads: part of the table, but without a figure or a cell of the form; else 0. */
static guint
count_heads (BbImportMap *map, guint block, guint row)
{
  const BbImportRow *found = g_ptr_array_index (bb_import_map_get_block (map, block)->rows, row);
  BbImportSpot spot = { block, row, -1 };
  int line = bb_import_map_find_line (map, &spot);
  guint filled = 0;

  if (line < 0 || bb_import_map_get_line (map, (guint) line)->use != BB_IMPORT_USE_TABLE)
    return 0;
  for (spot.column = 0; spot.column < (int) found->cells->len; spot.column++)
    {
      const char *text = g_ptr_array_index (found->cells, spot.column);

      if (is_figure (text) || bb_import_map_find_id (map, &spot) != NULL)
        return 0;
      if (*text != '\0')
        filled++;
    }
  return filled;
}

/* A label that stands alone in its row is a part of the table, not the head of its columns. */
static GArray *
find_heads (BbImportMap *map, guint block, guint first, guint n_rows)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (BbSourceRun));

  for (guint i = 0; i < n_rows; i++)
    {
      BbSourceRun run = { i, i };
      guint most = 0;
      guint filled;

      for (; run.end < n_rows && (filled = count_heads (map, block, first + run.end)) > 0; run.end++)
        most = MAX (most, filled);
      if (most > 1)
        g_array_append_val (runs, run);
      i = run.end;
    }
  return runs;
}

GtkWidget *
bb_source_grid_new (BbImportMap *map, guint block, guint first, guint n_rows)
{
  GtkWidget *grid = gtk_grid_new ();
  const BbImportBlock *table = bb_import_map_get_block (map, block);
  BbImportSpot spot = { block, first, 0 };
  int width = 0;

  gtk_widget_add_css_class (grid, "bb-source-grid");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 1);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 1);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (grid), BLOCK, GUINT_TO_POINTER (block));
  g_object_set_data (G_OBJECT (grid), FIRST, GUINT_TO_POINTER (first));
  for (; spot.row < first + n_rows; spot.row++)
    {
      const BbImportRow *row = g_ptr_array_index (table->rows, spot.row);

      width = MAX (width, (int) row->cells->len);
      add_row (grid, map, table, &spot, first, first + n_rows);
    }
  for (guint row = first; row < first + n_rows; row++)
    add_hole (grid, table, row, first, width);
  g_object_set_data_full (G_OBJECT (grid), HEADS, find_heads (map, block, first, n_rows), (GDestroyNotify) g_array_unref);
  return grid;
}

GtkWidget *
bb_source_grid_get (GtkWidget *grid, guint row, int column)
{
  guint first = get_number (grid, FIRST);

  return row >= first ? gtk_grid_get_child_at (GTK_GRID (grid), MAX (column, 0), (int) (row - first)) : NULL;
}

void
bb_source_grid_mark_row (GtkWidget *grid, guint row, gboolean mark)
{
  GtkWidget *cell;

  for (int column = 0; (cell = bb_source_grid_get (grid, row, column)) != NULL; column++)
    if (mark)
      gtk_widget_add_css_class (cell, "bb-source-row");
    else
      gtk_widget_remove_css_class (cell, "bb-source-row");
}

gboolean
bb_source_grid_find (GtkWidget *grid, GtkWidget *child, BbImportSpot *spot)
{
  int row, column, width, height;

  if (child == NULL || gtk_widget_get_parent (child) != grid)
    return FALSE;
  gtk_grid_query_child (GTK_GRID (grid), child, &column, &row, &width, &height);
  *spot = (BbImportSpot) { get_number (grid, BLOCK), get_number (grid, FIRST) + (guint) row, column };
  return TRUE;
}

GArray *
bb_source_grid_get_heads (GtkWidget *grid)
{
  return g_object_get_data (G_OBJECT (grid), HEADS);
}

float
bb_source_grid_get_top (GtkWidget *grid, guint row)
{
  graphene_rect_t bounds;

  for (GtkWidget *cell = gtk_widget_get_first_child (grid); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      int at, column, width, height;

      gtk_grid_query_child (GTK_GRID (grid), cell, &column, &at, &width, &height);
      if (at == (int) row && gtk_widget_compute_bounds (cell, grid, &bounds))
        return bounds.origin.y;
    }
  return (float) gtk_widget_get_height (grid);
}
