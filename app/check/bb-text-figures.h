/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>
#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/*
 * Figures that a narrative states about the tables: 受理政府信息公开申请12件. Which words speak of which cells stands in form.md,
 * "Narrative against tables", and in one table in bb-text-figures.c. What is doubtful is left alone: false alarms kill a checker.
 */

/** BB_TEXT_FIGURE_CELLS: the most cells that one figure may be the sum of. */
#define BB_TEXT_FIGURE_CELLS 16
/** BB_TEXT_FIGURE_MEANINGS: the most things that one phrase may mean. */
#define BB_TEXT_FIGURE_MEANINGS 2

/**
 * BbTextFigure: one figure in a text.
 * @start, @length: of its digits, in characters of the text
 * @excerpt_start, @excerpt_length: of the words that say what it is, the figure included, in bytes
 * @at_least: 余 or 多 stands behind it
 * @phrase: row of the table of phrases
 * @cells, @n_cells: what bb_text_figure_cells() tells: looked up once, since figures are compared at each keystroke
 */
typedef struct
{
  guint start;
  guint length;
  gsize excerpt_start;
  gsize excerpt_length;
  BbDecimal value;
  gboolean at_least;
  guint phrase;
  guint cells[BB_TEXT_FIGURE_MEANINGS][BB_TEXT_FIGURE_CELLS];
  guint n_cells[BB_TEXT_FIGURE_MEANINGS];
} BbTextFigure;

/** bb_text_figures_find: @form: whose cells they state; @text: UTF-8; appends the figures of @text to @figures, in their order. */
void bb_text_figures_find (const BbForm *form, const char *text, GArray *figures);

/**
 * bb_text_figure_cells:
 * @alternative: 0: what the words mean; 1: what they may mean as well (新收 with what was carried over)
 * @cells: (out) (array fixed-size=16): the cells of the form whose sum the figure is
 *
 * Returns: how many; 0 when there is no such alternative, or the form has no such cells
 */
guint bb_text_figure_cells (const BbTextFigure *figure, guint alternative, guint cells[BB_TEXT_FIGURE_CELLS]);

G_END_DECLS
