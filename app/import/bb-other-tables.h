/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-table.h"

G_BEGIN_DECLS

/**
 * bb_other_tables_set_apart: tables of another year, by the line above them (2022年办理情况：), where the table of the report itself
 * stands elsewhere: theirs would be taken for the report's figures. Each is told in a note.
 *
 * The sections must be known, the tables not yet.
 */
void bb_other_tables_set_apart (BbMatch *match);

/**
 * bb_other_tables_leave_out: what looks like a table of the form and stands in the text of another section, as that of an enclosed
 * unit, is no text; it is told in a note, with the line above it. Only where the report has its own table.
 *
 * @tables: (element-type BbMatchTable): all tables of the form, with their rows
 */
void bb_other_tables_leave_out (BbMatch *match, const GPtrArray *tables);

G_END_DECLS
