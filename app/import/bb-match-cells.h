/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-place.h"
#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_cells_fill: puts the rows of @table into the cells of the report: numbers and texts as they stand, blanks, and
 * `missing` for rows that are not there. Rows whose values can't be placed become loose rows, each with a note.
 */
void bb_match_cells_fill (BbMatchTable *table);

/** bb_match_cells_source: Returns: (transfer full): "table 3, line 41: 3 0 0". */
char *bb_match_cells_source (const BbMatchTable *table, const BbMatchRow *row);

/** bb_match_cells_of: the cells of leaf row @row of @block: consecutive ones from the first on. Returns: (transfer full) (array): block->n_column_leaves. */
guint *bb_match_cells_of (const BbBlock *block, guint row);

/** bb_match_cells_put: one cell. @source, @unit: (nullable). */
void bb_match_cells_put (BbMatch *match, guint cell, const char *text, BbOrigin origin, const char *source, const char *unit);

/** bb_match_cells_keep_row: remembers that @cells stand somewhere in @row, unless their places are known better. */
void bb_match_cells_keep_row (BbMatch *match, const BbMatchRow *row, const guint *cells, guint n_cells);

G_END_DECLS
