/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbDecimal:
 * @mantissa: the digits, signed
 * @scale: how many of the digits stand after the decimal point, 0–15
 *
 * An exact decimal number: @mantissa / 10^@scale. Precision is kept as it was
 * written, so 1.50 and 1.5 compare equal but print differently. No amount ever
 * passes through binary floating point.
 */
typedef struct
{
  gint64 mantissa;
  guint8 scale;
} BbDecimal;

/** BB_NUMBER_LIMIT: the largest absolute value that is accepted (safety.md: 10^12). */
#define BB_NUMBER_LIMIT G_GINT64_CONSTANT (1000000000000)
/** BB_SCALE_LIMIT: the most decimal places that are kept; more is a text. */
#define BB_SCALE_LIMIT 15

static inline BbDecimal
bb_decimal_from_int (gint64 value)
{
  return (BbDecimal) { value, 0 };
}

/** bb_decimal_compare: Returns: < 0, 0, > 0 as @a is less than, equal to, greater than @b. Exact for any scales. */
int bb_decimal_compare (BbDecimal a, BbDecimal b);

/**
 * bb_decimal_add:
 * @sum: (out): the exact sum, with the larger of both scales
 *
 * Returns: %FALSE when the sum does not fit; @sum is then untouched.
 */
gboolean bb_decimal_add (BbDecimal a, BbDecimal b, BbDecimal *sum);

/** bb_decimal_subtract: as bb_decimal_add(), for @a - @b. */
gboolean bb_decimal_subtract (BbDecimal a, BbDecimal b, BbDecimal *difference);

/** bb_decimal_is_whole: Returns: whether the value has no fraction (2.00 has none). */
gboolean bb_decimal_is_whole (BbDecimal value);

/** bb_decimal_sign: Returns: -1, 0 or 1. */
int bb_decimal_sign (BbDecimal value);

/** bb_decimal_to_string: Returns: (transfer full): plain ASCII digits, no grouping, all places kept ("59237.2449", "-3", "1.50"). */
char *bb_decimal_to_string (BbDecimal value);

/** bb_decimal_to_double: the nearest double; only for writers of formats that hold doubles (XLSX, JSON numbers are written from the string). */
double bb_decimal_to_double (BbDecimal value);

/**
 * BbNumberForm: what kind of writing a cell's text is.
 * @BB_NUMBER_BLANK: nothing but spaces
 * @BB_NUMBER_PLAIN: a number, in any of the accepted writings
 * @BB_NUMBER_OWN_UNIT: a number followed by the cell's own unit (15件 in a count)
 * @BB_NUMBER_REMARK: a number with another unit or a remark; the number is only offered
 * @BB_NUMBER_WORD: one of the words offices write for "nothing": / - — 无 …
 * @BB_NUMBER_TEXT: any other text
 * @BB_NUMBER_TOO_LARGE: a number past %BB_NUMBER_LIMIT or %BB_SCALE_LIMIT, or of more digits than 64 bits hold
 */
typedef enum
{
  BB_NUMBER_BLANK,
  BB_NUMBER_PLAIN,
  BB_NUMBER_OWN_UNIT,
  BB_NUMBER_REMARK,
  BB_NUMBER_WORD,
  BB_NUMBER_TEXT,
  BB_NUMBER_TOO_LARGE
} BbNumberForm;

/**
 * BbNumber: the result of reading one cell's text.
 * @form: which writing it was
 * @value: the number of %BB_NUMBER_PLAIN and %BB_NUMBER_OWN_UNIT
 * @has_offer: for %BB_NUMBER_REMARK, whether a number can be offered; not when the unit counts other things than
 *   the cell (15件 in 万元), or the converted number is past the limits
 * @offer: the number offered, converted to the cell's unit where that is known
 *   (fees in 万元: 元 ÷ 10 000), else the number as it stands
 * @unit: (array): the unit or remark that stood behind the number, NUL-terminated,
 *   cut at 63 bytes on a character boundary; empty if none
 *
 * form.md, "Values".
 */
typedef struct
{
  BbNumberForm form;
  BbDecimal value;
  gboolean has_offer;
  BbDecimal offer;
  char unit[64];
} BbNumber;

/**
 * bb_number_read:
 * @text: (nullable): UTF-8 as typed or as a file holds it
 * @own_unit: (nullable): the cell's own unit ("件", "万元"), or alternatives separated by
 *   spaces, the first being the one that offers are converted to; %NULL where the form names none
 *
 * The only reader of numbers in the program. Accepts ASCII and full-width digits; `,` `，` `'`
 * grouping only where groups are of three digits; spaces of all kinds around and as grouping;
 * ASCII, full-width and mathematical minus and plus; `.` `．` decimals. Anything doubtful
 * (`1,2`, `3-4`, `12..5`) is %BB_NUMBER_TEXT: a number is never guessed. So is a text of more than 2000 bytes.
 */
BbNumber bb_number_read (const char *text, const char *own_unit);

G_END_DECLS
