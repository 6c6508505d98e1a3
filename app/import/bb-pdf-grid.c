/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-grid.h"

#include "import/bb-import-limits.h"

/* In points: rules that nearly meet do; no row or column is so narrow, it is the room between the two lines of a border. */
#define NEAR 3.0
#define NARROWEST 4.5

/* In points: as high as a few lines. */
#define LOW_BOX 60.0

/* A side of a cell is ruled in so much of its length, or it is none. */
#define WALL 0.5

/* In points: a figure reaches over a line when it stands so far on both sides of it; digits of one figure are no further apart. */
#define OVER 0.8
#define BESIDE 0.5

/* More rules on a page are a pattern or a picture. */
#define RULE_LIMIT 4000

/* ---- rules that belong together ---- */

typedef struct
{
  const BbPdfPage *page;
  guint *parents;
} Groups;

static guint
find_root (guint *parents,
           guint  index)
{
  while (parents[index] != index)
    index = parents[index] = parents[parents[index]];
  return index;
}

static const BbPdfRule *
get_rule (const GArray *rules,
          guint         index)
{
  return &g_array_index (rules, BbPdfRule, index);
}

static gboolean
cross (const BbPdfRule *across,
       const BbPdfRule *down)
{
  return down->at >= across->from - NEAR && down->at <= across->to + NEAR && across->at >= down->from - NEAR && across->at <= down->to + NEAR;
}

static guint *
group_rules (const BbPdfPage *page)
{
  guint n = page->across->len + page->down->len;
  guint *parents = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < page->across->len; i++)
    for (guint j = 0; j < page->down->len; j++)
      if (cross (get_rule (page->across, i), get_rule (page->down, j)))
        parents[find_root (parents, i)] = find_root (parents, page->across->len + j);
  for (guint i = 0; i < n; i++)
    parents[i] = find_root (parents, i);
  return parents;
}

/* The rules of one group. */
static GArray *
pick_rules (const GArray *rules,
            const guint  *roots,
            guint         root)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (BbPdfRule));

  for (guint i = 0; i < rules->len; i++)
    if (roots[i] == root)
      g_array_append_vals (picked, get_rule (rules, i), 1);
  return picked;
}

/* ---- a grid of rules ---- */

/* Where rules stand, and where those that cross them end: a table that is open at a side ends there. */
static void
add_positions (GArray       *positions,
               const GArray *rules,
               const GArray *crossing)
{
  double from = G_MAXDOUBLE;
  double to = -G_MAXDOUBLE;

  for (guint i = 0; i < rules->len; i++)
    g_array_append_val (positions, get_rule (rules, i)->at);
  for (guint i = 0; i < crossing->len; i++)
    {
      from = MIN (from, get_rule (crossing, i)->from);
      to = MAX (to, get_rule (crossing, i)->to);
    }
  g_array_append_val (positions, from);
  g_array_append_val (positions, to);
  bb_pdf_cluster (positions, NARROWEST);
}

static GArray *
pick_near (const GArray *rules,
           double        at)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (BbPdfRule));

  for (guint i = 0; i < rules->len; i++)
    if (ABS (get_rule (rules, i)->at - at) <= NARROWEST)
      g_array_append_vals (near, get_rule (rules, i), 1);
  return near;
}

/* Whether a rule fills the room between @from and @to. */
static gboolean
is_wall (const GArray *rules,
         double        from,
         double        to)
{
  for (guint i = 0; i < rules->len; i++)
    if (MIN (get_rule (rules, i)->to, to) - MAX (get_rule (rules, i)->from, from) >= WALL * (to - from))
      return TRUE;
  return FALSE;
}

/*
 * @right, @below: for each place of the grid whether a wall stands at that side of it
 * @owners: the number of the cell that the place belongs to, from 1
 */
typedef struct
{
  BbPdfTable *table;
  guint n_rows;
  guint n_columns;
  gboolean *right;
  gboolean *below;
  guint *owners;
} Grid;

/* ---- figures over walls ---- */

/* Returns: the number of the room between two lines that @at is in, or -1 outside of all. */
static int
find_room (const GArray *lines,
           double        at)
{
  guint low = 0;
  guint high = lines->len - 1;

  if (!(at >= g_array_index (lines, double, low)) || at > g_array_index (lines, double, high))
    return -1;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (at < g_array_index (lines, double, middle))
        high = middle;
      else
        low = middle;
    }
  return (int) low;
}

static gboolean
is_digit (const BbPdfPage *page,
          guint            index)
{
  return index < page->glyphs->len && g_unichar_isdigit (bb_pdf_glyph (page->glyphs, index)->character);
}

/* A digit on the line at @x, or two of one figure, the one left and the other right of it. */
static gboolean
stands_over (const BbPdfPage *page,
             guint            index,
             double           x)
{
  const BbPdfBox *box = &bb_pdf_glyph (page->glyphs, index)->box;
  const BbPdfBox *next = is_digit (page, index + 1) ? &bb_pdf_glyph (page->glyphs, index + 1)->box : NULL;

  if (box->x1 < x - OVER && box->x2 > x + OVER)
    return TRUE;
  return next != NULL && ABS (bb_pdf_middle_y (next) - bb_pdf_middle_y (box)) < OVER && next->x1 - box->x2 < BESIDE
    && next->x1 > box->x1 && bb_pdf_middle_x (box) < x && bb_pdf_middle_x (next) > x;
}

/* A figure hides that the line behind it has a gap: it stands in one cell over both columns. */
static void
open_walls (Grid            *grid,
            const BbPdfPage *page)
{
  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const BbPdfBox *box = &bb_pdf_glyph (page->glyphs, i)->box;
      int row = is_digit (page, i) ? find_room (grid->table->ys, bb_pdf_middle_y (box)) : -1;
      int column = row >= 0 ? find_room (grid->table->xs, box->x1) : -1;

      for (int c = column; c >= 0 && c <= column + 1 && c + 1 < (int) grid->n_columns; c++)
        if (stands_over (page, i, g_array_index (grid->table->xs, double, c + 1)))
          grid->right[row * (int) grid->n_columns + c] = FALSE;
    }
}

/* ---- cells ---- */

static void
build_walls (Grid         *grid,
             const GArray *across,
             const GArray *down)
{
  const double *xs = &g_array_index (grid->table->xs, double, 0);
  const double *ys = &g_array_index (grid->table->ys, double, 0);

  for (guint c = 0; c < grid->n_columns; c++)
    {
      g_autoptr (GArray) near = pick_near (down, xs[c + 1]);

      for (guint r = 0; r < grid->n_rows; r++)
        grid->right[r * grid->n_columns + c] = c + 1 == grid->n_columns || is_wall (near, ys[r], ys[r + 1]);
    }
  for (guint r = 0; r < grid->n_rows; r++)
    {
      g_autoptr (GArray) near = pick_near (across, ys[r + 1]);

      for (guint c = 0; c < grid->n_columns; c++)
        grid->below[r * grid->n_columns + c] = r + 1 == grid->n_rows || is_wall (near, xs[c], xs[c + 1]);
    }
}

/* Whether the @columns places from @column on are one open room with the row above. */
static gboolean
goes_on_below (const Grid *grid,
               guint       row,
               guint       column,
               guint       columns)
{
  for (guint c = column; c < column + columns; c++)
    {
      guint below = (row + 1) * grid->n_columns + c;

      if (grid->below[row * grid->n_columns + c] || grid->owners[below] > 0 || (c + 1 < column + columns && grid->right[below]))
        return FALSE;
    }
  return TRUE;
}

static void
add_cell (Grid  *grid,
          guint  row,
          guint  column)
{
  guint columns = 1;
  guint rows = 1;

  while (!grid->right[row * grid->n_columns + column + columns - 1] && grid->owners[row * grid->n_columns + column + columns] == 0)
    columns++;
  while (row + rows < grid->n_rows && goes_on_below (grid, row + rows - 1, column, columns))
    rows++;
  for (guint r = row; r < row + rows; r++)
    for (guint c = column; c < column + columns; c++)
      grid->owners[r * grid->n_columns + c] = grid->table->cells->len + 1;
  bb_pdf_table_add_cell (grid->table, row, column, rows, columns);
}

static void
build_cells (BbPdfTable      *table,
             const BbPdfPage *page,
             const GArray    *across,
             const GArray    *down)
{
  Grid grid = { table, table->ys->len - 1, table->xs->len - 1 };
  gsize size = (gsize) grid.n_rows * grid.n_columns;
  g_autofree gboolean *right = g_new0 (gboolean, size);
  g_autofree gboolean *below = g_new0 (gboolean, size);

  grid.right = right;
  grid.below = below;
  grid.owners = table->owners = g_new0 (guint, size);
  build_walls (&grid, across, down);
  open_walls (&grid, page);
  for (guint r = 0; r < grid.n_rows; r++)
    for (guint c = 0; c < grid.n_columns; c++)
      if (grid.owners[r * grid.n_columns + c] == 0)
        add_cell (&grid, r, c);
}

/* Returns: (nullable): a table, when the rules make more than a box. */
static BbPdfTable *
make_table (const BbPdfPage *page,
            const GArray    *across,
            const GArray    *down)
{
  g_autoptr (BbPdfTable) table = bb_pdf_table_new (page->number);

  if (across->len < 2 || down->len < 2)
    return NULL;
  add_positions (table->xs, down, across);
  add_positions (table->ys, across, down);
  if (table->xs->len < 2 || table->ys->len < 2 || table->xs->len > BB_IMPORT_PLACE_LIMIT || table->ys->len > BB_IMPORT_ROW_LIMIT)
    return NULL;
  table->box = (BbPdfBox) { g_array_index (table->xs, double, 0), g_array_index (table->ys, double, 0),
                            g_array_index (table->xs, double, table->xs->len - 1), g_array_index (table->ys, double, table->ys->len - 1) };
  build_cells (table, page, across, down);
  /* A box around a text is no table; a low one may be the row of a table that goes on over the page. */
  if (table->xs->len == 2 && table->box.y2 - table->box.y1 > LOW_BOX)
    return NULL;
  return table->xs->len == 2 || table->cells->len > 1 ? g_steal_pointer (&table) : NULL;
}

/* ---- what stands in it ---- */

static BbPdfCell *
find_cell (const BbPdfTable *table,
           const BbPdfBox   *box)
{
  int column = find_room (table->xs, bb_pdf_middle_x (box));
  int row = column >= 0 ? find_room (table->ys, bb_pdf_middle_y (box)) : -1;

  return row >= 0 ? bb_pdf_table_cell (table, table->owners[(guint) row * (table->xs->len - 1) + (guint) column] - 1) : NULL;
}

static gboolean
take_glyph (GPtrArray        *tables,
            const BbPdfGlyph *glyph)
{
  for (guint i = 0; i < tables->len; i++)
    {
      BbPdfCell *cell = find_cell (g_ptr_array_index (tables, i), &glyph->box);

      if (cell == NULL)
        continue;
      g_array_append_vals (cell->glyphs, glyph, 1);
      return TRUE;
    }
  return FALSE;
}

static void
fill_tables (GPtrArray *tables,
             BbPdfPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->glyphs->len; i++)
    if (!take_glyph (tables, bb_pdf_glyph (page->glyphs, i)))
      g_array_index (page->glyphs, BbPdfGlyph, n++) = *bb_pdf_glyph (page->glyphs, i);
  g_array_set_size (page->glyphs, n);
}

static double
measure_area (gconstpointer table)
{
  const BbPdfBox *box = &(*(BbPdfTable *const *) table)->box;

  return (box->x2 - box->x1) * (box->y2 - box->y1);
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  double first = measure_area (a);
  double second = measure_area (b);

  return first < second ? -1 : first > second;
}

GPtrArray *
bb_pdf_grid_find (BbPdfPage *page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_pdf_table_free);
  g_autofree guint *roots = NULL;

  if (page->across->len + page->down->len > RULE_LIMIT)
    return tables;
  roots = group_rules (page);
  for (guint i = 0; i < page->across->len + page->down->len; i++)
    {
      g_autoptr (GArray) across = roots[i] == i ? pick_rules (page->across, roots, i) : NULL;
      g_autoptr (GArray) down = roots[i] == i ? pick_rules (page->down, roots + page->across->len, i) : NULL;
      BbPdfTable *table = across != NULL ? make_table (page, across, down) : NULL;

      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  /* An inner table takes its characters first. */
  g_ptr_array_sort (tables, compare_areas);
  fill_tables (tables, page);
  return tables;
}
