/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * bb_sheet_paste: spreads a clipboard block over the cells from @cell on, to the right and down, as one undo step.
 *
 * The block lies over the grid as it was copied: a place over a total is compared with the sum that comes out, never written.
 * Leading columns with the labels of the rows are left out when they are those of the rows pasted to. An empty place empties
 * its cell. The block does not fit, and nothing is changed, when it is larger than what is left of the table from @cell on,
 * when it has a label where a figure belongs or a label of another row, or another figure than the sum over a total.
 *
 * Returns: %NULL when it was done, else (transfer full) why it does not fit, translated.
 */
char *bb_sheet_paste (BbReport *report, guint cell, const char *text);

G_END_DECLS
