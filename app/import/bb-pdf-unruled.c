/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-unruled.h"

#include "import/bb-pdf-anchors.h"
#include "import/bb-pdf-bands.h"
#include "import/bb-pdf-labels.h"
#include "import/bb-pdf-lines.h"
#include "import/bb-pdf-regions.h"

/*
 * A table without rules is known by its figures: they stand below one another. Rows are where figures are; labels are put together
 * of the lines beside them, heads of those above them. Where that is not certain, things stay apart, and are told by who reads on.
 */

/* In points: so far apart are the lines of the grid of a table that has none. */
#define GRID 20.0

/* ---- rows ---- */

static BbPdfRow *
get_row (const GPtrArray *rows,
         guint            index)
{
  return g_ptr_array_index (rows, index);
}

static void
place_parts (const BbPdfRegion *region,
             GPtrArray    *rows,
             guint         n_cells)
{
  for (guint i = 0; i < region->parts->len; i++)
    {
      const BbPdfPart *part = g_ptr_array_index (region->parts, i);
      double y = part->is_row ? part->top : (part->top + part->bottom) / 2;
      double size = part->box.y2 - part->box.y1;
      BbPdfRow *found = NULL;

      for (guint r = 0; r < rows->len && found == NULL; r++)
        if (get_row (rows, r)->is_row == part->is_row && get_row (rows, r)->cells[part->column] == NULL && ABS (get_row (rows, r)->y - y) <= BB_PDF_LEVEL * size)
          found = get_row (rows, r);
      if (found == NULL)
        found = bb_pdf_rows_add (rows, y, part->is_row, n_cells);
      found->cells[part->column] = g_array_ref (part->glyphs);
      found->spans[part->column] = part->n_columns;
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const BbPdfRow *first = *(BbPdfRow *const *) a;
  const BbPdfRow *second = *(BbPdfRow *const *) b;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* The title of a group stands beside several rows: it is put to the first of them that has none. */
static BbPdfRow *
find_group_row (const GPtrArray  *rows,
                const BbPdfLabel *label)
{
  for (guint r = 0; r < rows->len; r++)
    {
      BbPdfRow *row = get_row (rows, r);

      if (row->is_row && row->cells[BB_PDF_GROUP_COLUMN] == NULL && row->y >= label->top - BB_PDF_LEVEL * label->size &&
          row->y <= label->bottom + label->size)
        return row;
    }
  return NULL;
}

/* A label without figures: beside a head, or alone. */
static BbPdfRow *
find_level_row (const GPtrArray  *rows,
                const BbPdfLabel *label)
{
  for (guint r = 0; r < rows->len; r++)
    {
      BbPdfRow *row = get_row (rows, r);

      if (!row->is_row && row->cells[BB_PDF_LABEL_COLUMN] == NULL && ABS (row->y - (label->top + label->bottom) / 2) <= BB_PDF_LEVEL * label->size)
        return row;
    }
  return NULL;
}

static void
place_label (GPtrArray        *rows,
             const BbPdfLabel *label,
             guint             n_cells)
{
  BbPdfRow *row = find_group_row (rows, label);
  guint column = row != NULL ? BB_PDF_GROUP_COLUMN : BB_PDF_LABEL_COLUMN;

  if (row == NULL)
    row = find_level_row (rows, label);
  if (row == NULL)
    row = bb_pdf_rows_add (rows, (label->top + label->bottom) / 2, FALSE, n_cells);
  row->cells[column] = g_array_ref (label->glyphs);
}

static void
place_labels (GPtrArray *rows,
              GPtrArray *labels,
              guint      n_cells)
{
  for (guint r = 0; r < rows->len; r++)
    {
      BbPdfRow *row = get_row (rows, r);
      BbPdfLabel *label = row->is_row && row->cells[BB_PDF_LABEL_COLUMN] == NULL ? bb_pdf_labels_find (labels, row->y) : NULL;

      if (label == NULL || label->is_used)
        continue;
      label->is_used = TRUE;
      row->cells[BB_PDF_LABEL_COLUMN] = g_array_ref (label->glyphs);
    }
  for (guint i = 0; i < labels->len; i++)
    if (!((BbPdfLabel *) g_ptr_array_index (labels, i))->is_used)
      place_label (rows, g_ptr_array_index (labels, i), n_cells);
}

static BbPdfCell *
add_cell (BbPdfTable   *table,
          guint         row,
          guint         column,
          guint         columns,
          const GArray *glyphs)
{
  BbPdfCell *cell = bb_pdf_table_add_cell (table, row, column, 1, columns);

  cell->box.x1 = table->box.x1;
  if (glyphs != NULL)
    g_array_append_vals (cell->glyphs, glyphs->data, glyphs->len);
  return cell;
}

/* In how many columns the cell stands, as far as these have no figure of their own. */
static guint
count_columns (const BbPdfRow *row,
               guint           column)
{
  guint n = 1;

  while (n < row->spans[column] && column + n < row->n_cells && row->cells[column + n] == NULL)
    n++;
  return n;
}

/* A full cell is no wider than the first line in it. */
static void
set_width (BbPdfCell *cell,
           gboolean   is_full,
           double     right)
{
  g_autoptr (GPtrArray) lines = is_full ? bb_pdf_lines_new (cell->glyphs) : NULL;
  const BbPdfLine *line = lines != NULL && lines->len > 1 ? g_ptr_array_index (lines, 0) : NULL;

  if (line != NULL)
    cell->box.x1 = line->box.x1;
  cell->box.x2 = line != NULL ? line->box.x2 : right;
}

/* Columns and rows are numbered, not measured; without labels there are no columns for them. Cells are as wide as what stands in them, so that labels that fill theirs are known. */
static BbPdfTable *
make_table (const GPtrArray   *rows,
            const BbPdfRegion *region,
            const BbPdfPlan   *plan)
{
  BbPdfTable *table = bb_pdf_table_new (region->page);
  guint first = plan->edge > -G_MAXDOUBLE ? 0 : BB_PDF_N_LABEL_COLUMNS;
  guint n_columns = BB_PDF_N_LABEL_COLUMNS + plan->columns->len - first;

  for (guint i = first; i <= BB_PDF_N_LABEL_COLUMNS + plan->columns->len; i++)
    g_array_append_val (table->xs, (double) { (i - first) * GRID });
  for (guint i = 0; i <= rows->len; i++)
    g_array_append_val (table->ys, (double) { i * GRID });
  table->box = bb_pdf_region_line (region, 0)->box;
  for (guint i = 0; i < region->lines->len; i++)
    bb_pdf_box_add (&table->box, &bb_pdf_region_line (region, i)->box);
  for (guint r = 0; r < rows->len; r++)
    if (get_row (rows, r)->is_title)
      add_cell (table, r, 0, n_columns, get_row (rows, r)->cells[BB_PDF_N_LABEL_COLUMNS])->box.x2 = table->box.x2;
    else
      for (guint c = first, n; c < get_row (rows, r)->n_cells; c += n)
        {
          n = count_columns (get_row (rows, r), c);
          set_width (add_cell (table, r, c - first, n, get_row (rows, r)->cells[c]), get_row (rows, r)->is_full[c],
                     c < BB_PDF_N_LABEL_COLUMNS ? plan->edge : table->box.x2);
        }
  return table;
}

static BbPdfTable *
build_region (BbPdfRegion     *region,
              const BbPdfPlan *plan)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (bb_pdf_row_free);
  g_autoptr (GPtrArray) labels = NULL;
  guint n_cells = BB_PDF_N_LABEL_COLUMNS + plan->columns->len;
  guint first = region->lines->len;

  bb_pdf_parts_find_labels (region, plan);
  bb_pdf_labels_cut (region->labels);
  labels = bb_pdf_anchors_find (region, plan, rows, &first);
  if (labels == NULL)
    labels = bb_pdf_bands_find (region, plan, rows, &first);
  if (labels == NULL)
    labels = bb_pdf_labels_new (region->labels, region->is_row, region->is_closed, plan->pitch);
  bb_pdf_parts_find (region, plan, first);
  place_parts (region, rows, n_cells);
  g_ptr_array_sort (rows, compare_rows);
  place_labels (rows, labels, n_cells);
  g_ptr_array_sort (rows, compare_rows);
  return make_table (rows, region, plan);
}

/* ---- public API ---- */

GPtrArray *
bb_pdf_unruled_build (const GPtrArray *pieces,
                      const guint     *pages)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_pdf_table_free);
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (bb_pdf_region_free);
  g_autoptr (GArray) columns = NULL;
  BbPdfPlan plan = { .pitch = G_MAXDOUBLE };

  for (guint i = 0; i < pieces->len; i++)
    {
      double pitch = bb_pdf_region_pitch (g_ptr_array_index (pieces, i));

      g_ptr_array_add (regions, bb_pdf_region_new (g_ptr_array_index (pieces, i), pages[i]));
      plan.pitch = MIN (plan.pitch, pitch);
    }
  for (guint i = 0; i < regions->len; i++)
    bb_pdf_region_find_rows (g_ptr_array_index (regions, i), plan.pitch);
  bb_pdf_plan_make (&plan, regions);
  columns = plan.columns;
  for (guint i = 0; i < regions->len; i++)
    g_ptr_array_add (tables, build_region (g_ptr_array_index (regions, i), &plan));
  return tables;
}
