/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-pdf.h"

G_BEGIN_DECLS

void bb_pdf_line_free (BbPdfLine *line);

/**
 * bb_pdf_lines_new: @glyphs: (element-type BbPdfGlyph)
 *
 * Returns: (transfer full) (element-type BbPdfLine): the lines that they stand in, from top to bottom
 */
GPtrArray *bb_pdf_lines_new (const GArray *glyphs);

/** bb_pdf_line_text: appends the characters from @start up to @end, with spaces where there is room for one. */
void bb_pdf_line_text (const BbPdfLine *line, guint start, guint end, GString *text);

/** bb_pdf_line_gap: whether the characters before and at @index stand so far apart that they belong to different columns. */
gboolean bb_pdf_line_gap (const BbPdfLine *line, guint index);

/**
 * bb_pdf_join: appends the line @next to @text; between two Chinese characters stands no space.
 */
void bb_pdf_join (GString *text, const char *next);

G_END_DECLS
