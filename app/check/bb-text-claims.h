/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/**
 * BbTextClaim: words of a narrative that say something about each other, or about the tables as a whole.
 * @start, @length: in characters of the text
 * @words_start, @words_length: the words to be shown, in bytes
 * @whole, @parts: of a figure with its parts (503条，其中……115条、……41条): the figure, and what its parts make
 */
typedef struct
{
  guint start;
  guint length;
  gsize words_start;
  gsize words_length;
  BbDecimal whole;
  BbDecimal parts;
} BbTextClaim;

/**
 * bb_text_claims_find_parts: appends each figure of @text whose listed parts make another sum (form.md, `text.parts`). A list
 * that may leave something out (一个 part alone, 等, 其余, 主要, 余, 多) is left alone, and so are fewer than three parts that make less.
 */
void bb_text_claims_find_parts (const char *text, GArray *claims);

/**
 * bb_text_claims_find_closed: whether @text says that all requests of the year are closed (form.md, `text.allclosed`): 全部办结,
 * 均已答复, 办结率100%; not 按期办结率, which speaks only of those that were due.
 */
gboolean bb_text_claims_find_closed (const char *text, BbTextClaim *claim);

/**
 * bb_text_claims_find_leading_years: appends each year that a sentence of @text begins with (2024年，……; form.md, `text.year`), unless
 * the sentence compares, looks back or tells of what was carried over.
 */
void bb_text_claims_find_leading_years (const char *text, GArray *claims);

G_END_DECLS
