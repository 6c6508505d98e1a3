/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-unruled.h"

#include "import/bb-pdf-columns.h"
#include "import/bb-pdf-labels.h"

/*
 * A table without rules is known by its figures: they stand below one another. Rows are where figures are; labels are put together
 * of the lines beside them, heads of those above them. Where that is not certain, things stay apart, and are told by who reads on.
 */

/* Of the size of the font: columns stand so far apart; pieces of one word, so near. */
#define PART 0.5
#define HEAD_PART 0.12

/* A label and its only figure stand so far apart. */
#define FAR 1.3

/* Of the size: lines can't be nearer. Of the least distance between lines: what is further is no next line. */
#define LEAST_PITCH 0.9
#define NEXT_LINE 1.1

/* Of the width of a column: a line that is nearly as wide, with the next character, is full. Of a size: the same size. */
#define FULL 0.9
#define SAME_SIZE 0.08

/* Of the size: what stands on one level. */
#define LEVEL 0.35

/* In points: so far apart are the lines of the grid of a table that has none. */
#define GRID 20.0

/* Columns of a table: titles of groups, labels; behind them those of the values. */
enum
{
  GROUP_COLUMN,
  LABEL_COLUMN,
  N_LABEL_COLUMNS
};

/* Something that stands in a column: a figure of a row, or a head with the lines that it is broken over. */
typedef struct
{
  guint column;
  double top;
  double bottom;
  BbPdfBox box;
  BbPdfBox last;
  double size;
  gboolean is_row;
  GArray *glyphs;
} Part;

/*
 * One page of a table.
 * @lines: (element-type BbPdfLine)
 * @is_row, @is_closed: of each line: figures stand on it; anything stands behind its labels
 * @labels: (element-type GArray): of each line, the runs left of the values
 * @parts: (element-type Part): what stands in the columns of values
 */
typedef struct
{
  guint page;
  const GPtrArray *lines;
  gboolean *is_row;
  gboolean *is_closed;
  GPtrArray *labels;
  GPtrArray *parts;
} Region;

/* @columns: (element-type BbPdfColumn); @edge: labels stand left of it; @pitch: from line to line in a cell */
typedef struct
{
  GArray *columns;
  double edge;
  double pitch;
} Plan;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_array_unref (part->glyphs);
  g_free (part);
}

static const BbPdfLine *
get_line (const Region *region,
          guint         index)
{
  return g_ptr_array_index (region->lines, index);
}

/* ---- rows of figures ---- */

/* The figures of a line. */
static GArray *
find_values (const GArray *runs)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));

  for (guint i = 0; i < runs->len; i++)
    if (bb_pdf_run_is_value (bb_pdf_run (runs, i)))
      g_array_append_vals (values, bb_pdf_run (runs, i), 1);
  return values;
}

/* Where the figures of a line begin, behind its label; nearly all that follows are figures, or it is a sentence. */
static guint
find_first_value (const GArray *runs)
{
  guint first = 0;
  guint n = 0;

  while (first < runs->len && !bb_pdf_run_is_value (bb_pdf_run (runs, first)))
    first++;
  for (guint i = first; i < runs->len; i++)
    n += bb_pdf_run_is_value (bb_pdf_run (runs, i));
  return 3 * n >= 2 * (runs->len - first) ? first : runs->len;
}

gboolean
bb_pdf_unruled_is_row (const BbPdfLine *line)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, PART);
  guint first = find_first_value (runs);

  if (first + 1 < runs->len)
    return TRUE;
  return first > 0 && first < runs->len && bb_pdf_run (runs, first)->box.x1 - bb_pdf_run (runs, first - 1)->box.x2 > FAR * line->size;
}

static double
line_middle (const BbPdfLine *line)
{
  return bb_pdf_middle_y (&line->box);
}

static gboolean
stands_under (const GArray    *runs,
              const BbPdfLine *above)
{
  g_autoptr (GArray) others = bb_pdf_runs_new (above, PART);

  for (guint i = 0; i < runs->len; i++)
    for (guint j = 0; j < others->len; j++)
      if (bb_pdf_run (runs, i)->box.x1 < bb_pdf_run (others, j)->box.x2 && bb_pdf_run (others, j)->box.x1 < bb_pdf_run (runs, i)->box.x2)
        return TRUE;
  return FALSE;
}

/* The least distance between lines, one of which stands under the other. */
static double
measure_pitch (const GPtrArray *lines)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < lines->len; i++)
    {
      const BbPdfLine *line = g_ptr_array_index (lines, i);
      g_autoptr (GArray) runs = bb_pdf_runs_new (line, PART);

      for (guint j = i; j > 0; j--)
        {
          const BbPdfLine *above = g_ptr_array_index (lines, j - 1);
          double step = line_middle (line) - line_middle (above);

          if (step >= least)
            break;
          if (step > LEAST_PITCH * line->size && stands_under (runs, above))
            least = step;
        }
    }
  return least;
}

/* Figures alone, far from any row: a row of its own, whose label stands around it. */
static gboolean
is_lone_row (const Region *region,
             guint         index,
             double        pitch)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (get_line (region, index), PART);
  g_autoptr (GArray) values = find_values (runs);

  if (values->len == 0 || values->len < runs->len)
    return FALSE;
  for (guint i = 0; i < region->lines->len; i++)
    if (region->is_row[i] && ABS (line_middle (get_line (region, i)) - line_middle (get_line (region, index))) <= NEXT_LINE * pitch)
      return FALSE;
  return TRUE;
}

static void
find_rows (Region *region,
           double  pitch)
{
  for (guint i = 0; i < region->lines->len; i++)
    region->is_row[i] = bb_pdf_unruled_is_row (get_line (region, i));
  for (guint i = 0; i < region->lines->len; i++)
    region->is_row[i] = region->is_row[i] || is_lone_row (region, i, pitch);
}

/* ---- columns ---- */

static GArray *
find_columns (const GPtrArray *regions)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint r = 0; r < regions->len; r++)
    {
      const Region *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        if (region->is_row[i])
          {
            g_autoptr (GArray) runs = bb_pdf_runs_new (get_line (region, i), PART);

            g_ptr_array_add (rows, find_values (runs));
          }
    }
  return bb_pdf_columns_new (rows);
}

/* Labels end where the words left of the first column do. */
static double
find_edge (const GPtrArray *regions,
           const GArray    *columns)
{
  double first = bb_pdf_column (columns, 0)->x1;
  double right = -G_MAXDOUBLE;

  for (guint r = 0; r < regions->len; r++)
    {
      const Region *region = g_ptr_array_index (regions, r);

      for (guint i = 0; i < region->lines->len; i++)
        {
          g_autoptr (GArray) runs = region->is_row[i] ? bb_pdf_runs_new (get_line (region, i), PART) : NULL;

          for (guint n = 0; runs != NULL && n < runs->len; n++)
            if (bb_pdf_run (runs, n)->box.x2 < first && !bb_pdf_run_is_value (bb_pdf_run (runs, n)))
              right = MAX (right, bb_pdf_run (runs, n)->box.x2);
        }
    }
  return right > -G_MAXDOUBLE ? (right + first) / 2 : -G_MAXDOUBLE;
}

/* ---- what stands in the columns of values ---- */

/* From its middle to those of the columns beside it: the larger one, and both together. */
static double
column_room (const GArray *columns,
             guint         index,
             double       *width)
{
  double here = bb_pdf_column_middle (columns, index);
  double before = index > 0 ? here - bb_pdf_column_middle (columns, index - 1) : 0;
  double behind = index + 1 < columns->len ? bb_pdf_column_middle (columns, index + 1) - here : before;

  if (index == 0)
    before = behind;
  *width = (before + behind) / 2;
  return MAX (before, behind);
}

/*
 * A head goes on below when its line was full: no other character had fitted in its column. What is wider than the column
 * stands over several, and is a head of its own; as the line of a cell and the next row may be as near, nothing else tells.
 */
static gboolean
is_broken (const Part     *part,
           const BbPdfRun *run,
           const Plan     *plan)
{
  double column;
  double room = column_room (plan->columns, part->column - N_LABEL_COLUMNS, &column);
  double width = part->last.x2 - part->last.x1;

  return part->last.x1 < run->box.x2 && run->box.x1 < part->last.x2 && width <= room && width + part->size > FULL * column &&
         width > run->box.x2 - run->box.x1 - part->size && ABS (part->size - run->line->size) < SAME_SIZE * part->size;
}

/* What the run stands beside in its column, or goes on with. */
static Part *
find_part (const Region   *region,
           guint           column,
           const BbPdfRun *run,
           gboolean        is_row,
           const Plan     *plan)
{
  double y = bb_pdf_middle_y (&run->box);

  for (guint i = region->parts->len; i > 0; i--)
    {
      Part *part = g_ptr_array_index (region->parts, i - 1);

      if (part->column != column)
        continue;
      if (ABS (y - part->bottom) <= LEVEL * run->line->size)
        return part;
      if (is_row || y - part->bottom > NEXT_LINE * plan->pitch)
        return NULL;
      /* What stands below a figure, digits or a unit, is nothing of its own: it makes a text of it, for people to look at. */
      if (part->is_row)
        return part;
      if (bb_pdf_run_is_value (run))
        return NULL;
      return is_broken (part, run, plan) ? part : NULL;
    }
  return NULL;
}

static void
add_part (Region         *region,
          guint           column,
          const BbPdfRun *run,
          gboolean        is_row,
          const Plan     *plan)
{
  Part *part = find_part (region, column, run, is_row, plan);

  if (part == NULL)
    {
      part = g_new0 (Part, 1);
      part->column = column;
      part->top = bb_pdf_middle_y (&run->box);
      part->box = run->box;
      part->size = run->line->size;
      part->is_row = is_row;
      part->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
      g_ptr_array_add (region->parts, part);
    }
  part->bottom = bb_pdf_middle_y (&run->box);
  part->last = run->box;
  bb_pdf_box_add (&part->box, &run->box);
  g_array_append_vals (part->glyphs, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
}

/* What crosses the edge from far left is a title over all columns. */
static gboolean
is_label (const BbPdfRun *run,
          const Plan     *plan)
{
  if (run->box.x2 <= plan->edge || bb_pdf_middle_x (&run->box) < plan->edge)
    return TRUE;
  return run->box.x1 < plan->edge && run->box.x1 < bb_pdf_column (plan->columns, 0)->x1 - 2 * run->line->size;
}

/* Heads stand closer to one another than figures do. */
static void
add_heads (Region         *region,
           guint           index,
           const BbPdfRun *run,
           const Plan     *plan)
{
  g_autoptr (GArray) parts = bb_pdf_runs_new (run->line, region->is_row[index] ? PART : HEAD_PART);

  region->is_closed[index] = TRUE;
  for (guint i = 0; i < parts->len; i++)
    {
      const BbPdfRun *part = bb_pdf_run (parts, i);

      if (part->start >= run->start && part->end <= run->end)
        add_part (region, N_LABEL_COLUMNS + bb_pdf_columns_find (plan->columns, part->box.x1, part->box.x2), part, region->is_row[index], plan);
    }
}

static void
sort_line (Region     *region,
           guint       index,
           const Plan *plan)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (get_line (region, index), PART);
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (BbPdfRun));

  g_ptr_array_add (region->labels, labels);
  for (guint i = 0; i < runs->len; i++)
    if (is_label (bb_pdf_run (runs, i), plan))
      g_array_append_vals (labels, bb_pdf_run (runs, i), 1);
    else
      add_heads (region, index, bb_pdf_run (runs, i), plan);
}

/* ---- the table ---- */

/* @cells: (element-type GArray): of each column the characters in it, or %NULL */
typedef struct
{
  double y;
  gboolean is_row;
  GArray **cells;
  guint n_cells;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i] != NULL)
      g_array_unref (row->cells[i]);
  g_free (row->cells);
  g_free (row);
}

static Row *
get_row (const GPtrArray *rows,
         guint            index)
{
  return g_ptr_array_index (rows, index);
}

static Row *
add_row (GPtrArray *rows,
         double     y,
         gboolean   is_row,
         guint      n_cells)
{
  Row *row = g_new0 (Row, 1);

  row->y = y;
  row->is_row = is_row;
  row->n_cells = n_cells;
  row->cells = g_new0 (GArray *, n_cells);
  g_ptr_array_add (rows, row);
  return row;
}

static void
place_parts (const Region *region,
             GPtrArray    *rows,
             guint         n_cells)
{
  for (guint i = 0; i < region->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (region->parts, i);
      double y = part->is_row ? part->top : (part->top + part->bottom) / 2;
      double size = part->box.y2 - part->box.y1;
      Row *found = NULL;

      for (guint r = 0; r < rows->len && found == NULL; r++)
        if (get_row (rows, r)->is_row == part->is_row && get_row (rows, r)->cells[part->column] == NULL && ABS (get_row (rows, r)->y - y) <= LEVEL * size)
          found = get_row (rows, r);
      if (found == NULL)
        found = add_row (rows, y, part->is_row, n_cells);
      found->cells[part->column] = g_array_ref (part->glyphs);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = *(Row *const *) a;
  const Row *second = *(Row *const *) b;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* The title of a group stands beside several rows: it is put to the first of them that has none. */
static Row *
find_group_row (const GPtrArray  *rows,
                const BbPdfLabel *label)
{
  for (guint r = 0; r < rows->len; r++)
    {
      Row *row = get_row (rows, r);

      if (row->is_row && row->cells[GROUP_COLUMN] == NULL && row->y >= label->top - LEVEL * label->size &&
          row->y <= label->bottom + label->size)
        return row;
    }
  return NULL;
}

/* A label without figures: beside a head, or alone. */
static Row *
find_level_row (const GPtrArray  *rows,
                const BbPdfLabel *label)
{
  for (guint r = 0; r < rows->len; r++)
    {
      Row *row = get_row (rows, r);

      if (!row->is_row && row->cells[LABEL_COLUMN] == NULL && ABS (row->y - (label->top + label->bottom) / 2) <= LEVEL * label->size)
        return row;
    }
  return NULL;
}

static void
place_label (GPtrArray        *rows,
             const BbPdfLabel *label,
             guint             n_cells)
{
  Row *row = find_group_row (rows, label);
  guint column = row != NULL ? GROUP_COLUMN : LABEL_COLUMN;

  if (row == NULL)
    row = find_level_row (rows, label);
  if (row == NULL)
    row = add_row (rows, (label->top + label->bottom) / 2, FALSE, n_cells);
  row->cells[column] = g_array_ref (label->glyphs);
}

static void
place_labels (GPtrArray *rows,
              GPtrArray *labels,
              guint      n_cells)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint r = 0; r < rows->len; r++)
    {
      Row *row = get_row (rows, r);
      BbPdfLabel *label = row->is_row ? bb_pdf_labels_find (labels, row->y) : NULL;

      if (label != NULL && g_hash_table_add (used, label))
        row->cells[LABEL_COLUMN] = g_array_ref (label->glyphs);
    }
  for (guint i = 0; i < labels->len; i++)
    if (!g_hash_table_contains (used, g_ptr_array_index (labels, i)))
      place_label (rows, g_ptr_array_index (labels, i), n_cells);
}

/* Columns and rows are numbered, not measured. Cells are as wide as what stands in them, so that labels that fill theirs are known. */
static BbPdfTable *
make_table (const GPtrArray *rows,
            const Region    *region,
            const Plan      *plan)
{
  BbPdfTable *table = bb_pdf_table_new (region->page);
  double left = G_MAXDOUBLE;

  for (guint i = 0; i <= N_LABEL_COLUMNS + plan->columns->len; i++)
    g_array_append_val (table->xs, (double) { i * GRID });
  for (guint i = 0; i <= rows->len; i++)
    g_array_append_val (table->ys, (double) { i * GRID });
  table->box = get_line (region, 0)->box;
  for (guint i = 0; i < region->lines->len; i++)
    bb_pdf_box_add (&table->box, &get_line (region, i)->box);
  left = table->box.x1;
  for (guint r = 0; r < rows->len; r++)
    for (guint c = 0; c < get_row (rows, r)->n_cells; c++)
      {
        const GArray *glyphs = get_row (rows, r)->cells[c];
        BbPdfCell *cell = bb_pdf_table_add_cell (table, r, c, 1, 1);

        cell->box.x1 = left;
        cell->box.x2 = c < N_LABEL_COLUMNS ? plan->edge : table->box.x2;
        if (glyphs != NULL)
          g_array_append_vals (cell->glyphs, glyphs->data, glyphs->len);
      }
  return table;
}

static BbPdfTable *
build_region (Region     *region,
              const Plan *plan)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) labels = NULL;
  guint n_cells = N_LABEL_COLUMNS + plan->columns->len;

  for (guint i = 0; i < region->lines->len; i++)
    sort_line (region, i, plan);
  bb_pdf_labels_cut (region->labels);
  labels = bb_pdf_labels_new (region->labels, region->is_row, region->is_closed, plan->pitch);
  place_parts (region, rows, n_cells);
  g_ptr_array_sort (rows, compare_rows);
  place_labels (rows, labels, n_cells);
  g_ptr_array_sort (rows, compare_rows);
  return make_table (rows, region, plan);
}

/* ---- public API ---- */

static void
region_free (gpointer data)
{
  Region *region = data;

  g_free (region->is_row);
  g_free (region->is_closed);
  g_ptr_array_unref (region->labels);
  g_ptr_array_unref (region->parts);
  g_free (region);
}

static Region *
region_new (const GPtrArray *lines,
            guint            page)
{
  Region *region = g_new0 (Region, 1);

  region->page = page;
  region->lines = lines;
  region->is_row = g_new0 (gboolean, lines->len);
  region->is_closed = g_new0 (gboolean, lines->len);
  region->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  region->parts = g_ptr_array_new_with_free_func (part_free);
  return region;
}

GPtrArray *
bb_pdf_unruled_build (const GPtrArray *pieces,
                      const guint     *pages)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_pdf_table_free);
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (region_free);
  g_autoptr (GArray) columns = NULL;
  Plan plan = { .pitch = G_MAXDOUBLE };

  for (guint i = 0; i < pieces->len; i++)
    {
      double pitch = measure_pitch (g_ptr_array_index (pieces, i));

      g_ptr_array_add (regions, region_new (g_ptr_array_index (pieces, i), pages[i]));
      plan.pitch = MIN (plan.pitch, pitch);
    }
  for (guint i = 0; i < regions->len; i++)
    find_rows (g_ptr_array_index (regions, i), plan.pitch);
  columns = find_columns (regions);
  plan.columns = columns;
  plan.edge = find_edge (regions, columns);
  for (guint i = 0; i < regions->len; i++)
    g_ptr_array_add (tables, build_region (g_ptr_array_index (regions, i), &plan));
  return tables;
}
