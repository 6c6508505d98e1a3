/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/**
 * BbFee: what a text says was charged for processing information (信息处理费).
 * @start, @length: of the figure and its unit, in characters; @length 0: the text names no amount
 * @amount: in 元; the smallest one named, since notices may ask for more than was paid in the end
 */
typedef struct
{
  guint start;
  guint length;
  BbDecimal amount;
} BbFee;

/** bb_fees_find: looks at the sentences of @text that speak of 处理费; rates (100元/件) are no amounts. */
BbFee bb_fees_find (const char *text);

G_END_DECLS
