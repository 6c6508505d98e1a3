/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BB_YEARS_LIMIT: the most different years that are told apart in one text. */
#define BB_YEARS_LIMIT 8

/** BbYears: the years that one text names, each once, in the order found. */
typedef struct
{
  int years[BB_YEARS_LIMIT];
  guint n_years;
} BbYears;

/**
 * bb_years_of_title:
 *
 * Returns: the year before 年(度)政府信息公开 (form.md, `year.consistent`), else the year that a title begins with
 *   (2023年某某局政府信息公开工作年度报告); 0 when it names none.
 */
int bb_years_of_title (const char *title);

/**
 * bb_years_of_text:
 * @years: (out caller-allocates): the years of every whole calendar year, `N年1月1日…12月31日`, in @text
 *
 * Nothing else counts: no year in 〔〕 or 《》, no date of another month or day, no date alone.
 */
void bb_years_of_text (const char *text, BbYears *years);

G_END_DECLS
