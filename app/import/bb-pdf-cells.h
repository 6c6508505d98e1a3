/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

/* A number that is broken has more digits on each full line than two figures that stand one above the other may have. */
#define BB_PDF_FEWEST_DIGITS 3

/**
 * bb_pdf_table_padding: how much room @table leaves between text and rules, for bb_pdf_cell_text(): what words show that are
 * broken over lines; 0 where none are.
 *
 * Returns: in points, of both sides together
 */
double bb_pdf_table_padding (const BbPdfTable *table);

/**
 * BbPdfDigits: what the lines of a cell are that holds digits alone.
 * @BB_PDF_DIGITS_NONE: one line, or words, or lines that had room for more
 * @BB_PDF_DIGITS_FULL: each line but the last is full to the last digit: one number, or several that are as long as that
 * @BB_PDF_DIGITS_ONE: the same, and too many digits on a line to be several numbers
 */
typedef enum
{
  BB_PDF_DIGITS_NONE,
  BB_PDF_DIGITS_FULL,
  BB_PDF_DIGITS_ONE
} BbPdfDigits;

/**
 * bb_pdf_cell_text:
 * @padding: from bb_pdf_table_padding()
 * @digits: (out): what its lines are; to be said where it is not %BB_PDF_DIGITS_NONE
 *
 * Lines are joined by line breaks: 12 above 34 is not 1234. The exception is %BB_PDF_DIGITS_ONE.
 *
 * Returns: (transfer full): the text of a cell
 */
char *bb_pdf_cell_text (const BbPdfCell *cell, double padding, BbPdfDigits *digits);

/** bb_pdf_cell_count_full: how many digits stand on the last line of @cell, where that has room for no more; else 0. */
guint bb_pdf_cell_count_full (const BbPdfCell *cell, double padding);

/** bb_pdf_cell_is_full: whether nothing more had fitted on the last line of @cell: its text may go on elsewhere. */
gboolean bb_pdf_cell_is_full (const BbPdfCell *cell, double padding);

G_END_DECLS
