/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

/* Names of rows, cells and equations for messages, cut from the names of the form: "表三 › 不予公开 › 1.属于国家秘密 › 自然人". */

/** bb_label_row: Returns: (transfer full): the row of @cell with its table: "表三 › 不予公开 › 1.属于国家秘密"; "表四" where rows are nameless. */
char *bb_label_row (const BbForm *form, guint cell);

/** bb_label_in_row: Returns: (transfer none): @cell without its row: "自然人", "行政复议 › 结果维持". */
const char *bb_label_in_row (const BbForm *form, guint cell);

/** bb_label_equation: Returns: (transfer full): "表三 › 自然人". */
char *bb_label_equation (const BbForm *form, const BbEquation *equation);

/**
 * bb_label_in_equation: Returns: (transfer full): what distinguishes @cell from the other cells of @equation: its column where
 *   they stand in one row, else its row without the table.
 */
char *bb_label_in_equation (const BbForm *form, const BbEquation *equation, guint cell);

/**
 * bb_label_list: Returns: (transfer full): the first labels, joined, and how many more there are. @labels: (element-type utf8)
 */
char *bb_label_list (GPtrArray *labels);

/** bb_label_sum: (transfer full): the name of a sum of cells: of one cell its name, of several what they have in common and how many they are. */
char *bb_label_sum (const BbForm *form, const guint *cells, guint n);

G_END_DECLS
