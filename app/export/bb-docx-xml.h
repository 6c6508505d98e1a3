/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

G_BEGIN_DECLS

/*
 * WordprocessingML (ECMA-376, transitional) is written as text. All that comes from a report goes through
 * bb_docx_append_text() or bb_docx_append_run(); the rest are literals and whole numbers, so that no locale matters. The
 * order of elements below w:pPr, w:rPr, w:tblPr, w:tcPr… is the schema's: Word takes no other.
 */

#define BB_DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define BB_DOCX_SPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define BB_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define BB_DOCX_LANGUAGE "zh-CN"

/** bb_docx_twips: Returns: @points in twentieths of a point, Word's unit of length. */
long bb_docx_twips (double points);

/** bb_docx_twips_from_mm: the same for millimetres. */
long bb_docx_twips_from_mm (double mm);

/** bb_docx_append_text: @length: in bytes, -1 for all of @text, which is clean (bb_page_clean()). Escapes for text and attributes. */
void bb_docx_append_text (GString *out, const char *text, gssize length);

/**
 * bb_docx_append_run: one w:r.
 * @style: (nullable): id of a character style
 * @half_points: size of the type, 0 for that of the paragraph's style
 */
void bb_docx_append_run (GString *out, const char *style, long half_points, const char *text, gssize length);

G_END_DECLS
