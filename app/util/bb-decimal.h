/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/**
 * bb_decimal_shift:
 * @places: how far the decimal point moves to the right; negative to the left
 * @shifted: (out): @value × 10^@places, exact
 *
 * Returns: %FALSE when the result is past the limits; @shifted is then untouched.
 */
gboolean bb_decimal_shift (BbDecimal value, int places, BbDecimal *shifted);

/** bb_decimal_in_limit: Returns: whether @value is within %BB_NUMBER_LIMIT and %BB_SCALE_LIMIT. */
gboolean bb_decimal_in_limit (BbDecimal value);

G_END_DECLS
