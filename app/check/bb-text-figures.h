/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-text-tokens.h"

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

/*
 * Figures that a narrative states about the tables: 受理政府信息公开申请12件. Which words speak of which cells stands in form.md,
 * "Narrative against tables", and in the table of bb-text-tokens.c. What is doubtful is left alone: false alarms kill a checker.
 */

/** BB_TEXT_FIGURE_CELLS: the most cells that one figure may be the sum of. */
#define BB_TEXT_FIGURE_CELLS 24
/** BB_TEXT_FIGURE_MEANINGS: the most things that the same words may mean. */
#define BB_TEXT_FIGURE_MEANINGS 4

/**
 * BbTextFigureKind:
 * @BB_TEXT_FIGURE_COUNT: so many (703件); @BB_TEXT_FIGURE_NONE: words that say there are none (未收到申请)
 * @BB_TEXT_FIGURE_DIFFERENCE: so many more or less than last year (较上年增加52件)
 * @BB_TEXT_FIGURE_GROWTH: the same in percent (同比增长8.0%)
 * @BB_TEXT_FIGURE_SHARE: so many percent of the whole (占39.8%)
 */
typedef enum
{
  BB_TEXT_FIGURE_COUNT,
  BB_TEXT_FIGURE_NONE,
  BB_TEXT_FIGURE_DIFFERENCE,
  BB_TEXT_FIGURE_GROWTH,
  BB_TEXT_FIGURE_SHARE
} BbTextFigureKind;

/** BB_TEXT_FIGURE_LAST_YEAR: the words say 上年, not which year that is. */
#define BB_TEXT_FIGURE_LAST_YEAR -1

/**
 * BbTextFigure: one figure in a text.
 * @start, @length: of its digits, in characters of the text; of %BB_TEXT_FIGURE_NONE: of the words
 * @excerpt_start, @excerpt_length: of the words that say what it is, the figure included, in bytes
 * @step: what one more in its last digit adds: 4.58万 stands for all that rounds to it
 * @at_least: 余 or 多 stands behind it
 * @is_less: a difference or growth downwards
 * @year: of which year it is; 0 when the words name none
 * @is_hint: the words may mean something else as well
 * @of_unit: it is about a part of the whole: a government's table does not have it
 * @carried_year: (of what was carried over) the year it was carried over from, 0 when the words name none; then the first meaning is
 *   that it is the present one, the second that it is the year before
 * @stated: (of a share) the figures of the text that it may be a part of, and of which it is: @n_stated of them
 * @cells, @n_cells: what the words mean, and what they may mean as well: sums of cells; looked up once, since figures are compared
 *   at each keystroke
 */
typedef struct
{
  BbTextFigureKind kind;
  guint start;
  guint length;
  gsize excerpt_start;
  gsize excerpt_length;
  BbDecimal value;
  BbDecimal step;
  gboolean at_least;
  gboolean is_less;
  gboolean is_hint;
  gboolean of_unit;
  int carried_year;
  int year;
  BbDecimal stated[2];
  guint n_stated;
  guint cells[BB_TEXT_FIGURE_MEANINGS][BB_TEXT_FIGURE_CELLS];
  guint n_cells[BB_TEXT_FIGURE_MEANINGS];
} BbTextFigure;

/**
 * bb_text_figures_find:
 * @form: whose cells they state
 * @section: index of the section whose text it is: that of the requests need not say 申请 again
 * @text: UTF-8
 *
 * Appends the figures of @text to @figures, in their order.
 */
void bb_text_figures_find (const BbForm *form, guint section, const char *text, GArray *figures);

/**
 * bb_text_figure_add_cells: adds the cells of @rows and @columns (ids, space-separated) of @table to meaning @meaning of @figure; a
 * group of rows (deny) stands for all of them.
 */
void bb_text_figure_add_cells (BbTextFigure *figure, const BbForm *form, guint meaning, const char *table, const char *rows, const char *columns);

/**
 * bb_text_figure_cells:
 * @alternative: 0: what the words mean; others: what they may mean as well (新收 with what was carried over)
 * @cells: (out) (array fixed-size=24): the cells of the form whose sum the figure is
 *
 * Returns: how many; 0 when there is no such alternative, or the form has no such cells
 */
guint bb_text_figure_cells (const BbTextFigure *figure, guint alternative, guint cells[BB_TEXT_FIGURE_CELLS]);

G_END_DECLS
