/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_lost_tell: tells of tables that were not found or only in part, and of figures beside a table that fit none of its
 * rows while some of its cells are blank: each with the cells that no other note is about.
 *
 * @tables: (element-type BbMatchTable): all tables of the form, filled in
 */
void bb_match_lost_tell (BbMatch *match, const GPtrArray *tables);

G_END_DECLS
