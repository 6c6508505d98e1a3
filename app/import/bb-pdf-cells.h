/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/**
 * bb_pdf_table_padding: how much room @table leaves between text and rules, for bb_pdf_cell_text(): what words show that are
 * broken over lines; 0 where none are.
 *
 * Returns: in points, of both sides together
 */
double bb_pdf_table_padding (const BbPdfTable *table);

/**
 * bb_pdf_cell_text:
 * @padding: from bb_pdf_table_padding()
 * @joined: (out): a number was broken over lines and put together: say so
 *
 * Lines are joined by line breaks: 12 above 34 is not 1234. The exception is a number that did not fit between its rules: each
 * line but the last is full to the last digit, and what stands below goes on without any other character.
 *
 * Returns: (transfer full): the text of a cell
 */
char *bb_pdf_cell_text (const BbPdfCell *cell, double padding, gboolean *joined);

/** bb_pdf_cell_is_full: whether nothing more had fitted on the last line of @cell: its text may go on elsewhere. */
gboolean bb_pdf_cell_is_full (const BbPdfCell *cell, double padding);

G_END_DECLS
