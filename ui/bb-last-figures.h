/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-cell-details.h"
#include "bb-cell-inspector.h"
#include "bb-page-header.h"
#include "sheet/bb-sheet.h"

G_BEGIN_DECLS

/** BB_SHOW_LAST_YEAR: the setting: whether last year's figures stand under this year's in the tables. */
#define BB_SHOW_LAST_YEAR "show-last-year"

/**
 * bb_last_figures_watch: shows last year's figures in @sheet and @inspector, while the setting says so, with their year in
 * @header, and in @details, whenever the report keeps last year's; follows the report as long as @sheet lives.
 */
void bb_last_figures_watch (BbSheet *sheet, BbPageHeader *header, BbCellInspector *inspector, BbCellDetails *details,
                            BbReport *report);

G_END_DECLS
