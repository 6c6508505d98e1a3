/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-align.h"

G_BEGIN_DECLS

/* What is told of alignment and deduction: nothing is filled in silently (contract.md, "Notes of reading"). */

/**
 * bb_settle_note_row: notes a loose row once everything is filled in: what stood there and how it came out; a warning when
 * cells stay open.
 * Returns: how many do
 */
guint bb_settle_note_row (BbReport *report, BbAlignment *alignment);

/**
 * bb_settle_note_deduced: one note a row of a table for the cells that were deduced.
 * @deduced: (array): for each cell whether it was; @missing: whether it was not even in the file
 * @sources: (array) (element-type utf8): for each cell its source before, %NULL for none
 * @rows: (element-type BbLooseRow) (nullable): for their places
 */
void bb_settle_note_deduced (BbReport *report, const gboolean *deduced, const gboolean *missing, char **sources,
                             GPtrArray *rows);

/** bb_settle_source: Returns: (transfer full): the source of a deduced cell. @place: (nullable): where its row stood. */
char *bb_settle_source (const char *place);

G_END_DECLS
