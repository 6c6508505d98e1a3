/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/*
 * Grids that hold a table of the form, but arranged in another way: they are put into its way before they are matched, so that the
 * matcher sees rows and heads as it knows them.
 */

/**
 * bb_match_years_part: two years side by side, as columns or as rows: what is another year's is left out, with a note. Only where the
 * report's year stands beside it.
 */
void bb_match_years_part (BbMatch *match);

/**
 * bb_match_beside_join: a table cut by columns, the right ones in a grid of their own below, with the labels of its rows or without:
 * it is put back beside the left ones.
 */
void bb_match_beside_join (BbMatch *match);

/** bb_match_wrapped_join: rows in paragraphs, whose long labels go on in the next line: before the figures or behind them. */
void bb_match_wrapped_join (BbMatch *match);

/** bb_match_lists_split: rows whose labels and figures stand one a line in the same places: each line is a row. */
void bb_match_lists_split (BbMatch *match);

/**
 * BbGridRun: the lines of one grid.
 * @first, @end: indices of lines
 * @n_places: of its longest row
 */
typedef struct
{
  guint first;
  guint end;
  guint n_places;
} BbGridRun;

/** bb_grid_run_find: Returns: %FALSE when no free row of a grid stands at @start or below. */
gboolean bb_grid_run_find (const BbMatch *match, guint start, BbGridRun *run);

/** bb_grid_cell: Returns: (transfer none): what stands at @place, "" behind the end. */
const char *bb_grid_cell (const BbMatchLine *line, guint place);

/** bb_grid_has_figure: whether a place of @line from @first on holds a number. */
gboolean bb_grid_has_figure (const BbMatchLine *line, guint first);

G_END_DECLS
