/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_year_find:
 * @text: UTF-8
 * @start: (out) (optional): where the year begins in @text
 * @end: (out) (optional): where it ends, behind its 年 or 年度
 *
 * Finds the next year as reports write it: 2021年, 2021 年度, ２０２１年, 二〇二一年.
 *
 * Returns: the year, 0 when there is none
 */
int bb_year_find (const char *text, const char **start, const char **end);

/** bb_year_find_last: as bb_year_find(), for the last one in @text. */
int bb_year_find_last (const char *text, const char **start, const char **end);

/** bb_year_find_bare: four digits that can be a report year, with or without 年, as in a file name. */
int bb_year_find_bare (const char *text);

G_END_DECLS
