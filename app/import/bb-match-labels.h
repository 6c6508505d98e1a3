/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

/**
 * BbLabelKind: what a text of the printed form is. Rows that have cells, groups of rows, and so on.
 */
typedef enum
{
  BB_LABEL_ROW,
  BB_LABEL_ROW_GROUP,
  BB_LABEL_COLUMN,
  BB_LABEL_COLUMN_GROUP,
  BB_LABEL_CORNER,
  BB_LABEL_BLOCK_TITLE
} BbLabelKind;

/**
 * BbLabel: one text of the form, or one of its aliases.
 * @is_own: of the edition of the report; labels of other editions are known too, to say what stands there
 * @head: index in the block's rows or columns, -1 for corners and titles
 * @order: where rows stand in their table, to tell rows of the same name apart
 */
typedef struct
{
  const BbTable *table;
  const BbBlock *block;
  const BbForm *form;
  BbLabelKind kind;
  gboolean is_own;
  int head;
  guint order;
} BbLabel;

/**
 * BbLabels: every text of the form, folded, by which rows and columns are known whatever their place.
 */
typedef struct _BbLabels BbLabels;

BbLabels *bb_labels_new (const BbForm *form);
void bb_labels_free (BbLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbLabels, bb_labels_free)

/**
 * bb_labels_find_row:
 * @table_id: "t3"
 * @text: as found
 * @after: the order of the row above: of several rows with this name the first below it is meant
 *
 * Whole labels before labels without their number, this edition before others, groups among rows.
 *
 * Returns: (transfer none) (nullable)
 */
const BbLabel *bb_labels_find_row (BbLabels *labels, const char *table_id, const char *text, guint after);

/** bb_labels_find_row_like: a long label with a misprint or two, when only one row is meant. Returns: (transfer none) (nullable). */
const BbLabel *bb_labels_find_row_like (BbLabels *labels, const char *table_id, const char *text);

/** bb_labels_find_other_row: Returns: (transfer none) (nullable): the row of another edition that has the title of the group @group. */
const BbLabel *bb_labels_find_other_row (BbLabels *labels, const BbLabel *group);

/** bb_labels_find: (nullable): the first label of @kind in table @table_id that reads @text; brackets behind it (a unit, a remark) may be more. */
const BbLabel *bb_labels_find (BbLabels *labels, const char *table_id, BbLabelKind kind, const char *text);

/** bb_labels_is_column: whether @text names leaf column @leaf of @block. */
gboolean bb_labels_is_column (BbLabels *labels, const BbBlock *block, guint leaf, const char *text);

/** bb_labels_is_head: whether @text stands over rows or columns: a column, a group of columns, a corner, a block's title. */
gboolean bb_labels_is_head (BbLabels *labels, const char *table_id, const char *text);

/** bb_labels_is_head_part: whether @text is a piece of such a text, broken over two rows. */
gboolean bb_labels_is_head_part (BbLabels *labels, const char *table_id, const char *text);

/** bb_labels_is_piece: whether @text, broken off as it may be, stands in some label of the form, and is no value. */
gboolean bb_labels_is_piece (BbLabels *labels, const char *text);

/** bb_labels_edition: Returns: (transfer none) (nullable): the only edition whose form has the text @text. */
const BbForm *bb_labels_edition (BbLabels *labels, const char *text);

/** bb_label_title: the official text. */
const char *bb_label_title (const BbLabel *label);

/** bb_label_leaf: the leaf number of a row or column. */
guint bb_label_leaf (const BbLabel *label);

G_END_DECLS
