/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-page.h"

G_BEGIN_DECLS

/*
 * How a report ends (GB/T 9704-2012, 7.3.4 and 7.3.5): 附件说明, the list of what is attached, then 落款, the office that signs and
 * the date. Both are text of the last section like any other, and stay that; only where they stand on the page differs.
 */

/* The date ends so many characters before the right margin, as on a document with a seal. */
#define BB_CLOSING_RIGHT 4.0

/**
 * bb_page_mark_closing: gives the paragraphs at the end of @blocks that are an attachment, an office that signs or the date their
 * kind: `附件：` with nothing but its numbered names after it, and a date that stands alone with the offices before it. Behind
 * these stands at most a note in brackets （联系人：…）. What could be something else stays a paragraph.
 *
 * @blocks: (element-type BbPageBlock): the first one is the title
 */
void bb_page_mark_closing (GPtrArray *blocks);

/** BbTextMeasure: Returns: the width of @length bytes of @text, in characters of the body. */
typedef double (*BbTextMeasure) (const char *text, gsize length, gpointer user_data);

/** bb_page_estimate: a #BbTextMeasure that knows no font: what is half as wide as a Chinese character counts half. */
double bb_page_estimate (const char *text, gsize length, gpointer user_data);

/**
 * bb_page_signature_width: the office stands in the middle above the date, so both are centred in one strip at the right margin.
 * A long office makes it wider: then the date moves to the left with its middle.
 *
 * @index: of an office or a date in @page
 *
 * Returns: the width of the strip, in characters of the body
 */
double bb_page_signature_width (const BbPage *page, guint index, BbTextMeasure measure, gpointer user_data);

/**
 * bb_page_attachment_hang: Returns: where the name of an attachment begins, and each of its lines, from the left margin, in
 *   characters of the body.
 */
double bb_page_attachment_hang (const BbPageBlock *block, BbTextMeasure measure, gpointer user_data);

/** bb_page_keeps_next: Returns: whether the text at @index stands on the page on which the next one begins: nobody signs an empty page. */
gboolean bb_page_keeps_next (const BbPage *page, guint index);

G_END_DECLS
