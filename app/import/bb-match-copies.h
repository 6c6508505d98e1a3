/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/** bb_match_copies_count: tells the printings of @table apart: a row with figures that stood there before begins another one. */
void bb_match_copies_count (BbMatchTable *table);

G_END_DECLS
