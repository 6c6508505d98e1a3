/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * bb_sheet_describe: what a person should know about a cell beside its value: why it looks as it does, where it came from,
 * and what the checks say, one sentence a line.
 *
 * @messages: (nullable): of the issues that name the cell
 *
 * Returns: (transfer full): "" when there is nothing to say
 */
char *bb_sheet_describe (BbField *field, const char *messages);

/**
 * bb_sheet_collect_messages: Returns: (array) (transfer full): for each of the @n_cells cells from @first_cell on, the messages
 * of the issues that name it, one a line, %NULL where there is none; free with bb_sheet_free_messages().
 */
char **bb_sheet_collect_messages (BbChecker *checker, guint first_cell, guint n_cells);
void bb_sheet_free_messages (char **messages, guint n_cells);

G_END_DECLS
