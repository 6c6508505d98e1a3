/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The most lines that a title is parted into. */
#define BB_FIT_TITLE_LINES 8

/** bb_fit_title_columns: Returns: how many half characters stand in one line of a title. */
guint bb_fit_title_columns (void);

/**
 * bb_fit_title: parts a title that is too long for one line where its sense is whole (GB/T 9704-2012, 7.3.1: 词意完整, 排列对称): before
 * `2024年`, before what the report is about where the year stands at the beginning, before a bracket, behind the name of
 * a place or an office. Elsewhere only where a line would have no end.
 *
 * @columns: half characters in a line
 * @ends: (out caller-allocates) (array fixed-size=BB_FIT_TITLE_LINES): the byte at which each line but the last ends
 *
 * Returns: the number of lines: 1 where the title fits in one, and where it needs more than there may be
 */
guint bb_fit_title (const char *title, guint columns, gsize *ends);

G_END_DECLS
