/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_FIGURE (bb_figure_get_type ())
/** BbFigure: a cell as a list of figures shows it. Immutable: what the cell held when the list was made. */
G_DECLARE_FINAL_TYPE (BbFigure, bb_figure, BB, FIGURE, GObject)

guint bb_figure_get_cell (BbFigure *self);
/** bb_figure_get_name: the full name: "表三 › 不予公开 › 1.属于国家秘密 › 自然人". */
const char *bb_figure_get_name (BbFigure *self);
/** bb_figure_get_value: the figure as it stands in the cell; when there is none, why, translated. */
const char *bb_figure_get_value (BbFigure *self);
/** bb_figure_is_number: whether there is a figure that a text can repeat. */
gboolean bb_figure_is_number (BbFigure *self);

/**
 * bb_figures_find: the cells of @report for the words of @query, best first.
 *
 * Each word must stand in a part of the cell's name (a part that begins with it counts more), or be the figure or its
 * beginning; else its characters must occur in the name in this order, so that 新收总计 finds 本年新收…数量 › 总计. Cells
 * without a number come behind those with one. An empty query finds all: the @likely ones first, then in the order of the form.
 *
 * @likely: (array length=n_likely) (nullable): cells that are probably meant, the most probable first
 * Returns: (transfer full): a list of BbFigure
 */
GListModel *bb_figures_find (BbReport *report, const char *query, const guint *likely, guint n_likely);

G_END_DECLS
