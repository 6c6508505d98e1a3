/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

G_BEGIN_DECLS

/*
 * How text fits a cell, counted in full-width characters. Widths are what a cell leaves to its text, in points; @scale is
 * a factor on the style's size. Real programs set proportional type, so these are estimates on the safe side.
 */

/** bb_fit_characters: Returns: how many full-width characters stand in one line; at least 1. */
guint bb_fit_characters (double width, BbStyleId style, double scale);

/** bb_fit_height: Returns: the height in points that @text needs, line breaks included. */
double bb_fit_height (const char *text, double width, BbStyleId style, double scale);

/** bb_fit_figure: Returns: how wide a figure is in points, in the type of the cells. */
double bb_fit_figure (const char *text);

/** bb_fit_size: Returns: the largest size of type, in half points, with which the figures of @text stand in one line. */
double bb_fit_size (const char *text, double width);

/**
 * bb_fit_head: where the head of a narrow column should break: most Chinese words have two characters, so a line should
 * have an even number of them (结果/维持, 社会公益/组织).
 *
 * Returns: how many characters a line should have, 0 when @text fits in one line
 */
guint bb_fit_head (const char *text, double width, BbStyleId style);

/** bb_fit_group: Returns: the byte before which the label of a group of rows breaks: （三）/不予公开; 0 when it fits in one line. */
gsize bb_fit_group (const char *text, double width);

/** bb_fit_breaks_address: whether www.example.gov.cn/a-b may go on in another line between @before and @after: 1.5 and 2024-01 stay whole. */
gboolean bb_fit_breaks_address (gunichar two_before, gunichar before, gunichar after);

G_END_DECLS
