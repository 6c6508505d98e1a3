/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-title.h"

G_BEGIN_DECLS

/**
 * bb_other_report_find_start: where several reports of one kind are in a file, as on a page of all years, which of them is meant: the one
 * that page or file are named by, else the latest of one office, else the first.
 *
 * Returns: the index of the line to look for its title from, 0 for the first report
 */
guint bb_other_report_find_start (const BbMatch *match);

/**
 * bb_other_report_set_apart: leaves out other reports above and behind, of another office or year: their tables are as whole as
 * those of this one, and would fill what is blank there. Both are told in notes.
 */
void bb_other_report_set_apart (BbMatch *match, const BbTitle *title);

G_END_DECLS
