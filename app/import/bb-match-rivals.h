/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_match_rivals_doubt: a comparison with other years has rows named like the form's under heads of its own (上一年, 本年). Where the
 * form's own row is not there, such a row would stand for it: it gets no figures, and is told. Of two tables the one is not taken
 * above which another year stands.
 */
void bb_match_rivals_doubt (BbMatchTable *table);

G_END_DECLS
