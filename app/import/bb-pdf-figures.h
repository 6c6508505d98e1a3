/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-regions.h"

G_BEGIN_DECLS

/** bb_pdf_line_figures: Returns: (transfer full) (element-type BbPdfRun): the figures that @line ends with, from left to right. */
GArray *bb_pdf_line_figures (const BbPdfLine *line);

/**
 * bb_pdf_figures_columns: the columns of a table that has as many figures in most rows, each of them under one of those above.
 * @regions: (element-type BbPdfRegion)
 *
 * Returns: (transfer full) (nullable) (element-type BbPdfColumn): %NULL: its rows do not say for certain where columns are
 */
GArray *bb_pdf_figures_columns (const GPtrArray *regions);

/**
 * bb_pdf_figures_place: Returns: the column in whose room all of @box stands, or how many there are.
 * @over: so far it may reach into the room beside it on both sides
 */
guint bb_pdf_figures_place (const GArray *columns, const BbPdfBox *box, double over);

G_END_DECLS
