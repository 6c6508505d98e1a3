/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-zip.h"

G_BEGIN_DECLS

/**
 * BbDocxNumbers: the numbers that Word counts itself: 一、 or 1. before a paragraph, which stand nowhere in its text. Left
 * out, headings would lose the sign by which people and programs know them.
 */
typedef struct _BbDocxNumbers BbDocxNumbers;

/** bb_docx_numbers_new: reads numbering and styles; @numbering and @styles: (nullable): the parts. Damaged ones count nothing. */
BbDocxNumbers *bb_docx_numbers_new (GBytes *numbering, GBytes *styles);
void bb_docx_numbers_free (BbDocxNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbDocxNumbers, bb_docx_numbers_free)

/** BB_DOCX_NO_NUMBER: of a paragraph that does not say which list it belongs to. */
#define BB_DOCX_NO_NUMBER G_MAXUINT

/**
 * bb_docx_numbers_next: counts one paragraph.
 *
 * @style: (nullable): id of its style, which may belong to a list
 * @list, @level: what the paragraph itself says, or %BB_DOCX_NO_NUMBER; list 0 takes it out of any
 *
 * Returns: (transfer full): what stands before it, "" for nothing (no list, a bullet)
 */
char *bb_docx_numbers_next (BbDocxNumbers *numbers, const char *style, guint list, guint level);

G_END_DECLS
