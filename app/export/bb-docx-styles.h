/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

G_BEGIN_DECLS

/** BB_DOCX_STYLE_LEAD: the character style of the opening sentence of a point, BB_DOCX_STYLE_TABLE: the tables' style. */
#define BB_DOCX_STYLE_LEAD "PointLead"
#define BB_DOCX_STYLE_TABLE "ReportTable"
#define BB_DOCX_STYLE_FOOTER "Footer"

/** bb_docx_style_id: Returns: the id of the paragraph style for @style in word/styles.xml. */
const char *bb_docx_style_id (BbStyleId style);

/** bb_docx_write_styles: the part word/styles.xml. */
void bb_docx_write_styles (GString *out);

/** bb_docx_write_fonts: the part word/fontTable.xml, which says what to take for a face that is not installed. */
void bb_docx_write_fonts (GString *out);

G_END_DECLS
