/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-title.h"

G_BEGIN_DECLS

/**
 * bb_other_report_set_apart: leaves out a second report behind the first, of another office or year: its tables are as whole as
 * those of the first, and would fill what is blank there. It is told in a note.
 */
void bb_other_report_set_apart (BbMatch *match, const BbTitle *title);

G_END_DECLS
