/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* What the line below the table and the details beside it say of a cell. */

/** bb_cell_describe_state: Returns: (transfer none): translated: what stands in the cell @field and how it came there. */
const char *bb_cell_describe_state (BbField *field);

/** bb_cell_get_place: Returns: the name of a cell without its table: "不予公开 › 1.属于国家秘密 › 自然人". */
const char *bb_cell_get_place (BbField *field);

/** bb_cell_describe_last: @last: (nullable). Returns: (transfer full) (nullable): what @cell held last year, and which year that was: "2023: 58". */
char *bb_cell_describe_last (BbLastYear *last, guint cell);

/**
 * bb_cell_find_issue: the worst open issue that names @cell.
 * @others: (out): how many more name it
 *
 * Returns: (transfer full) (nullable)
 */
BbIssue *bb_cell_find_issue (BbChecker *checker, guint cell, guint *others);

/** bb_verdict_icon: name of the icon of @verdict; shapes differ, so colour is never the only sign. */
const char *bb_verdict_icon (BbVerdict verdict);
/** bb_verdict_style: CSS class of the icon. */
const char *bb_verdict_style (BbVerdict verdict);
/** bb_verdict_label: translated, for those who can't see the icon. */
const char *bb_verdict_label (BbVerdict verdict);

G_END_DECLS
