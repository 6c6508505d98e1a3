/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-place.h"
#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_broken_join: numbers that a narrow column may have broken over full lines (BbImportRow.broken) are put together where the
 * sum of their row comes out by that alone; then the others of a column where that was so and no sum says otherwise.
 */
void bb_match_broken_join (BbMatchTable *table);

/** bb_match_broken_note: tells of each value of @row that stood over several lines, at its cell. @cells: of the columns of @placed. */
void bb_match_broken_note (const BbMatchTable *table, const BbMatchRow *row, const guint *cells, const BbPlacedRow *placed);

/**
 * bb_match_broken_leave_open: whether the figures of @row, which has no label, go on in the row right below, as those that do not fit
 * into their columns do; that is told at @cells then, and none of them may be taken.
 */
gboolean bb_match_broken_leave_open (const BbMatchTable *table, const BbMatchRow *row, const guint *cells, guint n_cells);

G_END_DECLS
