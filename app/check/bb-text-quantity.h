/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-text-tokens.h"

G_BEGIN_DECLS

/**
 * bb_text_quantity_read: @p: a place in @text where a number may begin: 703件, ７０３ 件, 1,234件, 十二件, 4.58万件, 700余件, 39.8%.
 * A number in Chinese counts only with its unit: 一 and 三 stand in many words.
 *
 * Returns: %FALSE when none does
 */
gboolean bb_text_quantity_read (const char *text, const char *p, BbTextToken *token);

G_END_DECLS
