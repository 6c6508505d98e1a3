/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/**
 * bb_page_widths_new: how wide the columns of @table are with these figures. They are as the form has them as long as every
 * figure stands in one line. A column that is too narrow for one takes what others can spare: those first whose heads stay in
 * their lines, then all. Where the figures need more than there is, each column has its part of it, and they are set smaller by
 * the same measure. Labels give nothing: they would need more lines, and the table more pages.
 *
 * Returns: (transfer full) (array length=n_grid_columns): millimetres that add up to those of the form
 */
double *bb_page_widths_new (const BbPageTable *table);

G_END_DECLS
