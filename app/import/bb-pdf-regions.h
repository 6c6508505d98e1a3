/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-columns.h"
#include "import/bb-pdf-runs.h"

G_BEGIN_DECLS

/* What the parts of the reader of tables without rules hand to one another. */

/* Of the size of the font: columns stand so far apart; cells that touch one another, and pieces of a word, so near. */
#define BB_PDF_PART 0.5
#define BB_PDF_HEAD_PART 0.12

/* Of the least distance between lines: what is further is no next line. */
#define BB_PDF_NEXT_LINE 1.1

/* Of the size: what stands on one level. */
#define BB_PDF_LEVEL 0.35

/** Columns of a table: titles of groups, labels; behind them those of the values. */
enum
{
  BB_PDF_GROUP_COLUMN,
  BB_PDF_LABEL_COLUMN,
  BB_PDF_N_LABEL_COLUMNS
};

/**
 * BbPdfPart: something that stands in a column: a figure of a row, or a head with the lines that it is broken over.
 * @n_columns: a figure stands in so many columns, from @column on; 0 and 1: in this one
 * @is_stack: a head, with all that stands in the room of its column
 * @is_regular: a head on a line with one for each column
 * @is_beside: nothing of it stands in the row itself
 * @is_above, @is_below: lines of it stand too near above or below the row to be others
 */
typedef struct
{
  guint column;
  guint n_columns;
  double top;
  double bottom;
  BbPdfBox box;
  BbPdfBox last;
  double size;
  gboolean is_row;
  gboolean is_stack;
  gboolean is_regular;
  gboolean is_beside;
  gboolean is_above;
  gboolean is_below;
  GArray *glyphs;
} BbPdfPart;

/**
 * BbPdfRegion: one page of a table.
 * @lines: (element-type BbPdfLine)
 * @is_row, @is_closed: of each line: figures stand on it; anything stands behind its labels
 * @has_stacks: heads stand in the room of their columns, one line below the other
 * @labels: (element-type GArray): of each line, the runs left of the values
 * @parts: (element-type BbPdfPart): what stands in the columns of values
 */
typedef struct
{
  guint page;
  const GPtrArray *lines;
  gboolean *is_row;
  gboolean *is_closed;
  gboolean has_stacks;
  GPtrArray *labels;
  GPtrArray *parts;
} BbPdfRegion;

/**
 * BbPdfPlan:
 * @columns: (element-type BbPdfColumn)
 * @is_certain: the rows say themselves where these are
 * @is_regular: a row has a figure in each, and a line of heads a head over each
 * @edge: labels stand left of it
 * @pitch: from line to line in a cell
 */
typedef struct
{
  GArray *columns;
  gboolean is_certain;
  gboolean is_regular;
  double edge;
  double pitch;
} BbPdfPlan;

/**
 * BbPdfRow:
 * @y: where its values stand
 * @is_row: they are figures
 * @is_title: only one cell is filled, and stands over all columns
 * @cells: (element-type GArray): of each column its characters, or %NULL
 * @spans: of each column, in how many the figure in it stands; 0: in this one
 * @is_full: of each column, whether a line of its cell leaves no room in it
 */
typedef struct
{
  double y;
  gboolean is_row;
  gboolean is_title;
  GArray **cells;
  guint *spans;
  gboolean *is_full;
  guint n_cells;
} BbPdfRow;

/** bb_pdf_rows_add: @rows: (element-type BbPdfRow). Returns: (transfer none): a new row, the last of them. */
BbPdfRow *bb_pdf_rows_add (GPtrArray *rows, double y, gboolean is_row, guint n_cells);
void bb_pdf_row_free (gpointer row);

/** bb_pdf_region_new: @lines: (transfer none) (element-type BbPdfLine): outlive it */
BbPdfRegion *bb_pdf_region_new (const GPtrArray *lines, guint page);
void bb_pdf_region_free (gpointer region);

static inline const BbPdfLine *
bb_pdf_region_line (const BbPdfRegion *region, guint index)
{
  return g_ptr_array_index (region->lines, index);
}

/** bb_pdf_region_pitch: the least distance between lines, one of which stands under the other. */
double bb_pdf_region_pitch (const GPtrArray *lines);

/** bb_pdf_region_find_rows: fills in @region->is_row. */
void bb_pdf_region_find_rows (BbPdfRegion *region, double pitch);

/** bb_pdf_line_values: Returns: (transfer full) (element-type BbPdfRun): the figures among @runs, those of a line. */
GArray *bb_pdf_line_values (const GArray *runs);

/** bb_pdf_plan_make: fills in @plan->columns (transfer full) and @plan->edge. @regions: (element-type BbPdfRegion) */
void bb_pdf_plan_make (BbPdfPlan *plan, const GPtrArray *regions);

/**
 * bb_pdf_heads_add_columns: a column without figures has a head all the same. Adds those to @columns that stand over none of them.
 * @left: where the labels end; -%G_MAXDOUBLE: there are none
 */
void bb_pdf_heads_add_columns (const BbPdfRegion *region, GArray *columns, double left);

/**
 * bb_pdf_heads_are_regular: whether all heads on the line at @index are as many as the columns: then the first stands over the first.
 * @left: as above
 */
gboolean bb_pdf_heads_are_regular (const BbPdfRegion *region, guint index, const GArray *columns, double left);

/** bb_pdf_plan_is_label: whether @run stands among the labels. */
gboolean bb_pdf_plan_is_label (const BbPdfPlan *plan, const BbPdfRun *run);

/** bb_pdf_plan_runs: Returns: (transfer full) (element-type BbPdfRun): @line, cut into columns, and where the labels end. */
GArray *bb_pdf_plan_runs (const BbPdfPlan *plan, const BbPdfLine *line);

/** bb_pdf_line_heads: Returns: (transfer full) (element-type BbPdfRun): @line, cut where heads of columns may touch one another. */
GArray *bb_pdf_line_heads (const BbPdfLine *line);

/** bb_pdf_plan_part: Returns: (transfer full) (element-type BbPdfRun): @run, cut where cells may touch one another. */
GArray *bb_pdf_plan_part (const BbPdfPlan *plan, const BbPdfRun *run);

/**
 * bb_pdf_plan_span: in how many columns the figure @run stands, where those of other rows do.
 * @first: (out): the first of them; where it stands in none, or is no figure, that which it belongs to
 */
guint bb_pdf_plan_span (const BbPdfPlan *plan, const BbPdfRun *run, guint *first);

/** bb_pdf_joins_begin: whether most heads on the line at @index begin there, so that none is on its second line. */
gboolean bb_pdf_joins_begin (const BbPdfRegion *region, guint index, const BbPdfPlan *plan);

/** bb_pdf_joins_fit: whether @run, on the line at @index, goes on with the head @part: together they stand around the height of those beside them. */
gboolean bb_pdf_joins_fit (const BbPdfRegion *region, guint index, const BbPdfPart *part, const BbPdfRun *run, const BbPdfPlan *plan);

/** bb_pdf_parts_find_labels: fills in @region->labels and @region->is_closed. */
void bb_pdf_parts_find_labels (BbPdfRegion *region, const BbPdfPlan *plan);

/** bb_pdf_parts_find: fills in @region->parts, of the lines up to @end. */
void bb_pdf_parts_find (BbPdfRegion *region, const BbPdfPlan *plan, guint end);

G_END_DECLS
