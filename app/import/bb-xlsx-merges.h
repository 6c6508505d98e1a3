/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BbXlsxRange: rows and columns of a sheet from 1, both ends in it. */
typedef struct
{
  guint top;
  guint left;
  guint bottom;
  guint right;
} BbXlsxRange;

/** BbXlsxMerges: which place of a sheet belongs to which merged cell. */
typedef struct _BbXlsxMerges BbXlsxMerges;

/**
 * bb_xlsx_merges_new: lays the merged cells out once, so that looking a place up costs the same whatever a file claims.
 *
 * @ranges: (element-type BbXlsxRange): the merged cells; outlive the result
 * @rows: (element-type guint): the rows that have something in them, upwards
 * @left, @right: the columns that have
 *
 * Returns: (transfer full): or %NULL with %BB_IMPORT_ERROR_TOO_LARGE when the merged cells together have more places than all
 *   tables may have, which only cells on top of one another can
 */
BbXlsxMerges *bb_xlsx_merges_new (const GArray *ranges, const GArray *rows, guint left, guint right, GError **error);
void bb_xlsx_merges_free (BbXlsxMerges *merges);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbXlsxMerges, bb_xlsx_merges_free)

/** bb_xlsx_merges_find: Returns: (transfer none) (nullable): the merged cell that has the place. */
const BbXlsxRange *bb_xlsx_merges_find (const BbXlsxMerges *merges, guint row, guint column);

G_END_DECLS
