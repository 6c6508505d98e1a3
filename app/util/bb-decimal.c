/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-number.h>

#include "util/bb-decimal.h"

#include <float.h>

/* A 64-bit mantissa brought to the largest scale has at most 19 + 15 digits, which 128 bits hold. */
__extension__ typedef __int128 Wide;

static const gint64 powers_of_ten[] = {
  G_GINT64_CONSTANT (1),
  G_GINT64_CONSTANT (10),
  G_GINT64_CONSTANT (100),
  G_GINT64_CONSTANT (1000),
  G_GINT64_CONSTANT (10000),
  G_GINT64_CONSTANT (100000),
  G_GINT64_CONSTANT (1000000),
  G_GINT64_CONSTANT (10000000),
  G_GINT64_CONSTANT (100000000),
  G_GINT64_CONSTANT (1000000000),
  G_GINT64_CONSTANT (10000000000),
  G_GINT64_CONSTANT (100000000000),
  G_GINT64_CONSTANT (1000000000000),
  G_GINT64_CONSTANT (10000000000000),
  G_GINT64_CONSTANT (100000000000000),
  G_GINT64_CONSTANT (1000000000000000),
};

G_STATIC_ASSERT (G_N_ELEMENTS (powers_of_ten) == BB_SCALE_LIMIT + 1);

static Wide
wide_at_scale (BbDecimal value,
               guint8    scale)
{
  return (Wide) value.mantissa * powers_of_ten[scale - value.scale];
}

static gboolean
combine (BbDecimal  a,
         BbDecimal  b,
         int        sign,
         BbDecimal *result)
{
  guint8 scale = MAX (a.scale, b.scale);
  Wide sum = wide_at_scale (a, scale) + sign * wide_at_scale (b, scale);

  if (sum > G_MAXINT64 || sum < G_MININT64)
    return FALSE;
  *result = (BbDecimal) { (gint64) sum, scale };
  return TRUE;
}

int
bb_decimal_compare (BbDecimal a,
                    BbDecimal b)
{
  guint8 scale = MAX (a.scale, b.scale);
  Wide left = wide_at_scale (a, scale);
  Wide right = wide_at_scale (b, scale);

  return left < right ? -1 : left > right;
}

gboolean
bb_decimal_add (BbDecimal  a,
                BbDecimal  b,
                BbDecimal *sum)
{
  return combine (a, b, 1, sum);
}

gboolean
bb_decimal_subtract (BbDecimal  a,
                     BbDecimal  b,
                     BbDecimal *difference)
{
  return combine (a, b, -1, difference);
}

gboolean
bb_decimal_is_whole (BbDecimal value)
{
  return value.mantissa % powers_of_ten[value.scale] == 0;
}

int
bb_decimal_sign (BbDecimal value)
{
  return value.mantissa < 0 ? -1 : value.mantissa > 0;
}

char *
bb_decimal_to_string (BbDecimal value)
{
  /* The magnitude of the most negative mantissa only fits unsigned. */
  guint64 magnitude = value.mantissa < 0 ? -(guint64) value.mantissa : (guint64) value.mantissa;
  guint64 power = (guint64) powers_of_ten[value.scale];
  const char *sign = value.mantissa < 0 ? "-" : "";

  if (value.scale == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, magnitude / power, (int) value.scale,
                          magnitude % power);
}

double
bb_decimal_to_double (BbDecimal value)
{
  g_autofree char *text = NULL;

  /* Whole numbers that a double holds, as nearly all are. */
  if (value.scale == 0 && ABS (value.mantissa) <= G_GINT64_CONSTANT (1) << DBL_MANT_DIG)
    return (double) value.mantissa;
  /* Dividing would round twice; reading the digits rounds once. */
  text = bb_decimal_to_string (value);
  return g_ascii_strtod (text, NULL);
}

gboolean
bb_decimal_shift (BbDecimal  value,
                  int        places,
                  BbDecimal *shifted)
{
  BbDecimal result = value;

  while (places < 0)
    {
      if (result.mantissa % 10 == 0)
        result.mantissa /= 10;
      else if (result.scale < BB_SCALE_LIMIT)
        result.scale++;
      else
        return FALSE;
      places++;
    }
  while (places > 0)
    {
      if (result.scale > 0)
        result.scale--;
      else if (__builtin_mul_overflow (result.mantissa, 10, &result.mantissa))
        return FALSE;
      places--;
    }
  if (!bb_decimal_in_limit (result))
    return FALSE;
  *shifted = result;
  return TRUE;
}

gboolean
bb_decimal_in_limit (BbDecimal value)
{
  BbDecimal limit = bb_decimal_from_int (BB_NUMBER_LIMIT);
  BbDecimal negative = bb_decimal_from_int (-BB_NUMBER_LIMIT);

  return value.scale <= BB_SCALE_LIMIT && bb_decimal_compare (value, limit) <= 0 && bb_decimal_compare (value, negative) >= 0;
}
