/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * BbFittedHead: a head over one column of values.
 * @leaf: the column of the block, -1 when the block has no such column (another edition's, or another block's)
 */
typedef struct
{
  guint place;
  guint line;
  int leaf;
  gboolean is_foreign;
  const char *text;
} BbFittedHead;

/**
 * BbHeadFit: the heads over rows, against the columns of @block.
 * @heads: (element-type BbFittedHead): heads of single columns, by their place; foreign ones when all columns have theirs
 * @joined: (element-type utf8): the texts of heads that a page's end parted
 * @n_own: how many name a column of the block
 * @n_stray: how many name none
 * @is_distinct: all stand at places of their own
 * @is_complete: each column is named once, and nothing else is; distinct
 * @is_displaced: the titles of the groups stand in another order than the form's, and nobody can tell what stands under which
 * @is_by_order: columns of the same name were told apart by their order alone
 * @is_scrambled: two heads on one line, or of all when they are complete, stand in another order than the form's
 */
typedef struct
{
  const BbBlock *block;
  GArray *heads;
  GPtrArray *joined;
  guint n_own;
  guint n_stray;
  gboolean is_distinct;
  gboolean is_complete;
  gboolean is_displaced;
  gboolean is_by_order;
  gboolean is_scrambled;
} BbHeadFit;

/** bb_head_fit: (transfer none): worked out once and kept with @head. */
const BbHeadFit *bb_head_fit (const BbMatchTable *table, BbMatchHead *head, const BbBlock *block);
void bb_head_fit_free (BbHeadFit *fit);

/** bb_head_fit_find: Returns: (nullable): the head of column @leaf. */
const BbFittedHead *bb_head_fit_find (const BbHeadFit *fit, guint leaf);

/** bb_head_fit_has_place: whether one of the heads stands at @place. */
gboolean bb_head_fit_has_place (const BbHeadFit *fit, guint place);

/**
 * bb_head_fit_row: whether the places of @row can be trusted: labels left of the first head, values only under heads.
 */
gboolean bb_head_fit_row (const BbHeadFit *fit, const BbMatchRow *row);

/** bb_head_unit: Returns: (transfer full) (nullable): the unit that a head states: 采购总金额（单位：万元，保留4位小数） → 万元, 本年收费金额（元） → 元. */
char *bb_head_unit (const char *text);

G_END_DECLS
