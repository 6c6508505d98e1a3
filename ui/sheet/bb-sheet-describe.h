/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * bb_sheet_describe: what a person should know about a cell beside its value: why it looks as it does, where it came from,
 * and what the checks say, one sentence a line.
 *
 * @messages: (nullable): of the issues that name the cell
 * @last: (nullable): what it held last year, with the year
 *
 * Returns: (transfer full): "" when there is nothing to say
 */
char *bb_sheet_describe (BbField *field, const char *messages, const char *last);

/**
 * BbSheetFinding: what the checks say about one cell.
 * @severity: the worst of the issues that name it, -1 for none
 * @is_part: it is named only as one of the parts of a total: any of them may be wrong, or none
 * @messages: (nullable): one a line
 */
typedef struct
{
  int severity;
  gboolean is_part;
  char *messages;
} BbSheetFinding;

/** bb_sheet_collect_findings: Returns: (transfer full): one for each of the @n_cells cells from @first_cell on, for bb_sheet_free_findings(). */
BbSheetFinding *bb_sheet_collect_findings (BbChecker *checker, guint first_cell, guint n_cells);
void bb_sheet_free_findings (BbSheetFinding *findings, guint n_cells);

G_END_DECLS
