/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/**
 * bb_unit_matches:
 * @unit: what stands behind a number, without spaces
 * @own_unit: (nullable): a cell's own unit as bb_number_read() takes it
 *
 * Returns: whether @unit is the cell's own unit or one of its alternatives
 */
gboolean bb_unit_matches (const char *unit, const char *own_unit);

/**
 * bb_unit_convert:
 * @unit: what stands behind @value, without spaces and without a remark in brackets; "" for nothing
 * @own_unit: (nullable): a cell's own unit; its first alternative is converted to
 * @offer: (out): @value in the cell's own unit; @value itself where the cell has none
 *
 * Knows 十 百 千 万 亿 and the names of 元 (form.md, "Values": fees: 元 ÷ 10 000).
 *
 * Returns: %FALSE when no number can be offered: other things are counted, or the result is past the limits
 */
gboolean bb_unit_convert (BbDecimal value, const char *unit, const char *own_unit, BbDecimal *offer);

G_END_DECLS
