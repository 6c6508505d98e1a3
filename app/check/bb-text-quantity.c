/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-quantity.h"

#include <string.h>

/* More digits than any figure has. */
#define MOST_DIGITS 13

/* *INDENT-OFF* */
static const struct
{
  const char *text;
  BbTextUnit unit;
} units[] = {
  { "件事", BB_TEXT_UNIT_OTHER }, { "件套", BB_TEXT_UNIT_OTHER },
  { "件次", BB_TEXT_UNIT_ITEMS }, { "件", BB_TEXT_UNIT_ITEMS }, { "宗", BB_TEXT_UNIT_ITEMS }, { "起", BB_TEXT_UNIT_ITEMS },
  { "例", BB_TEXT_UNIT_ITEMS }, { "份", BB_TEXT_UNIT_ITEMS }, { "部", BB_TEXT_UNIT_ITEMS },
  { "元", BB_TEXT_UNIT_YUAN }, { "%", BB_TEXT_UNIT_PERCENT }, { "％", BB_TEXT_UNIT_PERCENT },
  { "年", BB_TEXT_UNIT_YEAR }, { "月", BB_TEXT_UNIT_MONTH }, { "日", BB_TEXT_UNIT_DAY },
};

/* What stands right before a number and makes it less than exact. */
static const struct
{
  const char *text;
  gboolean at_least;
} prefixes[] = {
  { "近", FALSE }, { "约", FALSE }, { "大约", FALSE }, { "不足", FALSE }, { "不到", FALSE },
  { "超", TRUE }, { "超过", TRUE }, { "逾", TRUE }, { "第", FALSE },
};
/* *INDENT-ON* */

static const char *
skip_spaces (const char *p)
{
  for (;;)
    if (*p == ' ')
      p++;
    else if (g_str_has_prefix (p, "\u00A0"))
      p += strlen ("\u00A0");
    else if (g_str_has_prefix (p, "\u3000"))
      p += strlen ("\u3000");
    else
      return p;
}

/* ---- digits ---- */

/* Returns: the digit at @p and how many bytes it takes, -1 when there is none. */
static int
digit_at (const char *p, guint *size)
{
  const guchar *bytes = (const guchar *) p;

  *size = 1;
  if (g_ascii_isdigit (*p))
    return *p - '0';
  *size = 3;
  /* ０ is U+FF10. */
  if (bytes[0] == 0xEF && bytes[1] == 0xBC && bytes[2] >= 0x90 && bytes[2] <= 0x99)
    return bytes[2] - 0x90;
  return -1;
}

/* No more than matter: a text may be a million digits. */
static guint
count_digits (const char *p)
{
  guint n = 0, size;

  for (; n <= MOST_DIGITS && digit_at (p, &size) >= 0; p += size)
    n++;
  return n;
}

static const char *
skip_group (const char *p)
{
  const char *behind = *p == ',' ? p + 1 : g_str_has_prefix (p, "，") ? p + strlen ("，") : NULL;

  return behind != NULL && count_digits (behind) == 3 ? behind : NULL;
}

static const char *
skip_point (const char *p)
{
  guint size;
  const char *behind = *p == '.' ? p + 1 : g_str_has_prefix (p, "．") ? p + strlen ("．") : NULL;

  return behind != NULL && digit_at (behind, &size) >= 0 ? behind : NULL;
}

/* Returns: behind the digits, %NULL when they are no number. */
static const char *
read_digits (const char *p, BbDecimal *value)
{
  guint n = 0, n_first = count_digits (p), size;
  gboolean has_point = FALSE;
  int digit;

  *value = bb_decimal_from_int (0);
  for (;;)
    {
      const char *behind;

      for (; (digit = digit_at (p, &size)) >= 0 && n <= MOST_DIGITS; p += size, n++)
        {
          value->mantissa = value->mantissa * 10 + digit;
          value->scale = (guint8) (value->scale + has_point);
        }
      if (n > MOST_DIGITS)
        return NULL;
      if (!has_point && n_first <= 3 && (behind = skip_group (p)) != NULL)
        p = behind;
      else if (!has_point && (behind = skip_point (p)) != NULL)
        {
          p = behind;
          has_point = TRUE;
        }
      else
        return p;
    }
}

/* ---- 一百零五 ---- */

static int
chinese_digit (gunichar character)
{
  static const gunichar digits[] = { 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (character == digits[i])
      return (int) i;
  return character == 0x4E24 /* 两 */ ? 2 : character == 0x3007 /* 〇 */ ? 0 : -1;
}

static int
chinese_power (gunichar character)
{
  return character == 0x5341 ? 10 : character == 0x767E ? 100 : character == 0x5343 ? 1000 : 0;
}

static const char *
read_chinese (const char *p, BbDecimal *value)
{
  gint64 sum = 0, digit = -1;
  int last_power = 10000;

  for (guint n = 0;; p = g_utf8_next_char (p), n++)
    {
      gunichar character = g_utf8_get_char (p);
      int power = chinese_power (character);
      int next = chinese_digit (character);

      if (power == 0 && next < 0)
        break;
      if (n > MOST_DIGITS)
        return NULL;
      if (power == 0)
        {
          if (digit > 0)
            return NULL;
          digit = next;
          continue;
        }
      if (power >= last_power)
        return NULL;
      sum += (digit > 0 ? digit : 1) * power;
      last_power = power;
      digit = -1;
    }
  *value = bb_decimal_from_int (sum + MAX (digit, 0));
  return p;
}

/* ---- what stands around ---- */

static gboolean
scale_up (BbDecimal *value, guint zeros)
{
  for (guint i = 0; i < zeros; i++)
    if (value->scale > 0)
      value->scale--;
    else if (value->mantissa > BB_NUMBER_LIMIT)
      return FALSE;
    else
      value->mantissa *= 10;
  return TRUE;
}

static const char *
read_multiple (const char *p, BbTextToken *token)
{
  guint zeros = g_str_has_prefix (p, "万") ? 4 : g_str_has_prefix (p, "亿") ? 8 : 0;

  if (zeros > 0)
    p += strlen ("万");
  if (!scale_up (&token->value, zeros) || !scale_up (&token->step, zeros))
    token->is_vague = TRUE;
  /* 3千余件, 5百多件 */
  if (g_str_has_prefix (p, "千") || g_str_has_prefix (p, "百"))
    token->is_vague = TRUE;
  return p;
}

static const char *
read_more (const char *p, BbTextToken *token)
{
  if (!g_str_has_prefix (p, "余") && !g_str_has_prefix (p, "多"))
    return p;
  token->at_least = TRUE;
  return p + strlen ("余");
}

static const char *
read_unit (const char *p, BbTextToken *token)
{
  const char *unit = skip_spaces (p);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (unit, units[i].text))
      {
        token->unit = units[i].unit;
        return unit + strlen (units[i].text);
      }
  return p;
}

static void
look_before (const char *text, const char *p, BbTextToken *token)
{
  while (p > text && p[-1] == ' ')
    p--;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize length = strlen (prefixes[i].text);

      if ((gsize) (p - text) < length || memcmp (p - length, prefixes[i].text, length) != 0)
        continue;
      token->at_least |= prefixes[i].at_least;
      token->is_vague |= !prefixes[i].at_least;
    }
  /* 1.2.3, A12, 2-3 */
  if (p > text && (g_ascii_isalnum (p[-1]) || strchr (".-~", p[-1]) != NULL))
    token->is_vague = TRUE;
}

gboolean
bb_text_quantity_read (const char *text, const char *p, BbTextToken *token)
{
  const char *begin = p;
  guint size;
  gboolean has_digits = digit_at (p, &size) >= 0;

  *token = (BbTextToken) { .word = BB_WORD_NUMBER, .start = (gsize) (p - text) };
  if (!has_digits && chinese_digit (g_utf8_get_char (p)) < 0 && chinese_power (g_utf8_get_char (p)) == 0)
    return FALSE;
  p = has_digits ? read_digits (p, &token->value) : read_chinese (p, &token->value);
  if (p == NULL)
    return FALSE;
  token->digits_end = (gsize) (p - text);
  token->step = (BbDecimal) { 1, token->value.scale };
  p = read_more (read_multiple (read_more (p, token), token), token);
  p = read_unit (p, token);
  look_before (text, begin, token);
  token->end = (gsize) (p - text);
  return has_digits || token->unit == BB_TEXT_UNIT_ITEMS;
}
