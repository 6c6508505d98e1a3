/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * bb_sheet_paste: spreads a clipboard block over the cells from @cell on, to the right and down, as one undo step.
 * Inputs take the texts as they stand; a total takes its text only when that is another figure than the sum of its
 * parts, and is then kept as a total that differs, for the checks to show. Empty places of the block empty their cells.
 *
 * Returns: %NULL when it was done, else (transfer full) why the block does not fit, translated; nothing is changed then.
 */
char *bb_sheet_paste (BbReport *report, guint cell, const char *text);

G_END_DECLS
