/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-unit.h"

#include "util/bb-decimal.h"

#include <string.h>

#define MONEY "元"

typedef struct
{
  const char *word;
  int exponent;
} Magnitude;

/* A unit is magnitudes and a base: 百万元 is 10^6 and 元. */
typedef struct
{
  int exponent;
  const char *base;
} Unit;

static const Magnitude magnitudes[] = {
  { "十", 1 },
  { "百", 2 },
  { "千", 3 },
  { "万", 4 },
  { "亿", 8 },
};

static const char *const money_names[] = { "元", "圆", "元整", "元人民币", "人民币", "块", "块钱", NULL };

static Unit
parse_unit (const char *text)
{
  Unit unit = { 0, text };
  gsize i = 0;

  while (i < G_N_ELEMENTS (magnitudes))
    {
      if (g_str_has_prefix (unit.base, magnitudes[i].word))
        {
          unit.exponent += magnitudes[i].exponent;
          unit.base += strlen (magnitudes[i].word);
          i = 0;
        }
      else
        i++;
    }
  if (g_strv_contains (money_names, unit.base))
    unit.base = MONEY;
  return unit;
}

gboolean
bb_unit_matches (const char *unit,
                 const char *own_unit)
{
  g_auto (GStrv) alternatives = NULL;

  if (own_unit == NULL || *unit == '\0')
    return FALSE;
  alternatives = g_strsplit (own_unit, " ", -1);
  return g_strv_contains ((const char *const *) alternatives, unit);
}

gboolean
bb_unit_convert (BbDecimal   value,
                 const char *unit,
                 const char *own_unit,
                 BbDecimal  *offer)
{
  g_autofree char *first = NULL;
  Unit found = parse_unit (unit);
  Unit own;

  if (own_unit == NULL || *own_unit == '\0' || *unit == '\0')
    {
      *offer = value;
      return TRUE;
    }
  first = g_strndup (own_unit, strcspn (own_unit, " "));
  own = parse_unit (first);
  /* 2500 万 in a cell of 万元 leaves the 元 out. Counts are counted in 件, 个, 项 alike; money is in no other base. */
  if (*found.base == '\0' || !g_str_equal (own.base, MONEY) || g_str_equal (found.base, MONEY))
    return bb_decimal_shift (value, found.exponent - own.exponent, offer);
  return FALSE;
}
