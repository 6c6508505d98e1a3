/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf-labels.h"
#include "import/bb-pdf-regions.h"

G_BEGIN_DECLS

/** BbPdfBand: a row as its label shows it. @y: its middle; @n_lines: of its label; @most: so many lines find room in it */
typedef struct
{
  BbPdfLabel *label;
  double y;
  guint n_lines;
  guint most;
} BbPdfBand;

static inline BbPdfBand *
bb_pdf_band (const GArray *bands, guint index)
{
  return &g_array_index (bands, BbPdfBand, index);
}

/**
 * BbPdfShares: the lines that stand in the columns of values, and whose they are.
 * @bands: (element-type BbPdfBand): from top to bottom
 */
typedef struct _BbPdfShares BbPdfShares;

/**
 * bb_pdf_shares_new: shares the lines of @region from @first on out among @bands.
 * @apart: (array): lines that belong to no row
 *
 * Returns: (transfer full) (nullable): %NULL when one is at the height of none
 */
BbPdfShares *bb_pdf_shares_new (const BbPdfRegion *region, const BbPdfPlan *plan, const GArray *bands, guint first, const gboolean *apart);
void bb_pdf_shares_free (BbPdfShares *shares);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPdfShares, bb_pdf_shares_free)

/** bb_pdf_shares_fill: puts the share of band number @band into the cells of @row. */
void bb_pdf_shares_fill (const BbPdfShares *shares, guint band, BbPdfRow *row);

G_END_DECLS
