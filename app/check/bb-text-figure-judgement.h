/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-text-figures.h"

#include <bianbao/bb-last-year.h>
#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbTextVerdict: a figure of a text beside the cells that it speaks of.
 * @BB_TEXT_FIGURE_UNKNOWN: they are not all numbers
 * @BB_TEXT_FIGURE_LINKED: it follows a cell, and is right by itself
 */
typedef enum
{
  BB_TEXT_FIGURE_UNKNOWN,
  BB_TEXT_FIGURE_LINKED,
  BB_TEXT_FIGURE_AGREES,
  BB_TEXT_FIGURE_DIFFERS
} BbTextVerdict;

/**
 * BbJudgement:
 * @cells: whose sum it is, or should be: what the words may mean as well when only that fits
 * @sum: of these cells; of a difference or growth, what it really is
 * @part, @whole: of a share: what it is a part of; of a growth: this year's figure and last year's
 * @is_last: last year's cells are meant
 */
typedef struct
{
  BbTextVerdict verdict;
  guint cells[BB_TEXT_FIGURE_CELLS];
  guint n_cells;
  BbDecimal sum;
  BbDecimal part;
  BbDecimal whole;
  gboolean is_last;
} BbJudgement;

/** bb_text_figure_judge: @last: (nullable): the report of the year before; @section: the field in whose text @figure stands. */
void bb_text_figure_judge (BbReport *report, BbLastYear *last, BbField *section, const BbTextFigure *figure, BbJudgement *judgement);

/** bb_text_figure_can_link: whether @figure says just what a single cell holds. */
gboolean bb_text_figure_can_link (const BbTextFigure *figure, const BbJudgement *judgement);

/** bb_text_figure_link_all: links every figure of @section that can be. Part of the open group. Returns: how many. */
guint bb_text_figure_link_all (BbReport *report, BbField *section);

G_END_DECLS
