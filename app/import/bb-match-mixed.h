/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_mixed_tell: notes (`form.mixed`) heads and rows of another edition in @table, and carries over what can be:
 * a row that this edition splits into several becomes a sum for bb_settle(); several rows that this edition has as one
 * are added up, when all are numbers. Call it when the table's own rows are filled.
 */
void bb_match_mixed_tell (BbMatchTable *table);

G_END_DECLS
