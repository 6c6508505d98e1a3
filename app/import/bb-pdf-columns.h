/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-runs.h"

G_BEGIN_DECLS

/** BbPdfColumn: where the values of a column stand in a table without rules. */
typedef struct
{
  double x1;
  double x2;
} BbPdfColumn;

/**
 * bb_pdf_columns_new:
 * @rows: (element-type GArray): of each row, its values (BbPdfRun)
 *
 * Returns: (transfer full) (element-type BbPdfColumn): from left to right
 */
GArray *bb_pdf_columns_new (const GPtrArray *rows);

/** bb_pdf_columns_insert: a further column, where @box stands. */
void bb_pdf_columns_insert (GArray *columns, const BbPdfBox *box);

/** bb_pdf_columns_find: Returns: the column that what stands between @x1 and @x2 belongs to. */
guint bb_pdf_columns_find (const GArray *columns, double x1, double x2);

static inline BbPdfColumn *
bb_pdf_column (const GArray *columns, guint index)
{
  return &g_array_index (columns, BbPdfColumn, index);
}

static inline double
bb_pdf_column_middle (const GArray *columns, guint index)
{
  return (bb_pdf_column (columns, index)->x1 + bb_pdf_column (columns, index)->x2) / 2;
}

G_END_DECLS
