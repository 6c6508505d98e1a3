/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/** bb_heading_notes_contents: tells that lines @first to @last (indices) are a table of contents. */
void bb_heading_notes_contents (BbMatch *match, guint first, guint last);

/**
 * bb_heading_notes_sections: tells (`form.sections`) which sections are out of order or titled otherwise.
 * A section that is missing is told by the check: its field says so.
 * @lines: (array): for each section of the form the index of its heading's line, -1 when there is none
 */
void bb_heading_notes_sections (BbMatch *match, const int *lines);

G_END_DECLS
