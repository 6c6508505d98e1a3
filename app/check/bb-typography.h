/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbSlip: a place of a text where punctuation or a word looks wrong (form.md, `text.typography`): a half-width mark in
 * Chinese, two marks side by side, brackets of different widths, a word that stands twice.
 * @start, @length: in characters
 */
typedef struct
{
  guint start;
  guint length;
} BbSlip;

/** BB_MOST_SLIPS: where more are found the text is something else; no more are listed. */
#define BB_MOST_SLIPS 200

/**
 * bb_typography_find: appends the slips of @text to @slips, in their order, none in another. What may be meant is left
 * alone: 1,234 and 3:1, 目的的, addresses. Marks and brackets are only slips where tidying up would put them right.
 *
 * Returns: how many were found, BB_MOST_SLIPS at most
 */
guint bb_typography_find (const char *text, GArray *slips);

G_END_DECLS
