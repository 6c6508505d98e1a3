/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* Which cells a text may be about: asked before somebody types a word. Kept as long as the report is open. */

/** bb_recent_figures_add: a text of @report was given the figure of @cell. */
void bb_recent_figures_add (BbReport *report, guint cell);

/**
 * bb_recent_figures_guess: cells whose figure may be wanted at character @offset of the text of @field, the most probable first:
 * what the words before it speak of (bb_figures_guess()), then what was taken last.
 * Returns: (transfer full): of guint
 */
GArray *bb_recent_figures_guess (BbReport *report, BbField *field, guint offset);

G_END_DECLS
