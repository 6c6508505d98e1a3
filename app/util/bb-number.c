/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-number.h>

#include "util/bb-characters.h"
#include "util/bb-decimal.h"
#include "util/bb-unit.h"

#include <string.h>

/*
 * A cell's text, character by character: as it stands, and folded to half width for reading. Invisible characters
 * are left out, outer spaces too.
 */
typedef struct
{
  gunichar *raw;
  gunichar *folded;
  gsize length;
} Line;

/* The digits of a number while they are read. */
typedef struct
{
  guint64 magnitude;
  guint scale;
  gboolean negative;
  gboolean overflow;
} Digits;

static const char *const words[] = {
  "/", "//", "\\", "*", ".", "..", "...", "…", "……", "无", "空", "无数据", "暂无", "没有", "未发生", "未产生", "不涉及", "不适用", "n/a",
  "na", "nil", "none", NULL
};

/* Characters of the longest of them. */
#define LONGEST_WORD 4

/* Bytes of a number with the longest remark behind it. */
#define LONGEST_NUMBER 2000

/* So many digits are within BB_NUMBER_LIMIT. */
#define PLAIN_DIGITS 12

/* Behind a number these say that it is not exactly this number. */
static const char *const hedges[] = {
  "余", "多", "几", "约", "近", "超", "左右", "上下", "以上", "以下", "以内", "至", "到", "或", "分之", "倍", "比", NULL
};

/* Behind a number these say that it is a date, a share or an ordinal, not an amount of anything. */
static const char *const other_uses[] = { "年", "月", "日", "时", "号", "点", "成", "折", "条第", NULL };

/* A further number in Chinese digits: 3万五千元. */
static const char chinese_digits[] = "〇零一二三四五六七八九两";

/* What begins a remark that may say anything, other numbers included. */
static const char *const remark_starts[] = { "其中", "含", "包括", "包含", "全部", NULL };

static void
line_clear (Line *line)
{
  g_free (line->raw);
  g_free (line->folded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
line_init (Line       *line,
           const char *text)
{
  glong n_read = 0;
  g_autofree gunichar *all = g_utf8_to_ucs4_fast (text, -1, &n_read);

  line->raw = g_new (gunichar, n_read + 1);
  line->folded = g_new (gunichar, n_read + 1);
  line->length = 0;
  for (glong i = 0; i < n_read; i++)
    {
      gboolean leading_space = line->length == 0 && bb_character_is_space (all[i]);

      if (leading_space || bb_character_is_invisible (all[i]))
        continue;
      line->raw[line->length] = all[i];
      line->folded[line->length++] = bb_character_half_width (all[i]);
    }
  while (line->length > 0 && bb_character_is_space (line->raw[line->length - 1]))
    line->length--;
  line->raw[line->length] = 0;
  line->folded[line->length] = 0;
}

/* The ends are the line's; 0 stands behind the last character, so looking one ahead is safe. */
static gboolean
is_digit_at (const Line *line,
             gsize       i)
{
  return i < line->length && line->folded[i] >= '0' && line->folded[i] <= '9';
}

static gsize
count_digits (const Line *line,
              gsize       i)
{
  gsize n = 0;

  while (is_digit_at (line, i + n))
    n++;
  return n;
}

static gsize
skip_spaces (const Line *line,
             gsize       i)
{
  while (i < line->length && bb_character_is_space (line->folded[i]))
    i++;
  return i;
}

/* Folded characters @from to @to without spaces, in lower case, as UTF-8. */
static char *
line_squeeze (const Line *line,
              gsize       from,
              gsize       to)
{
  GString *text = g_string_new (NULL);

  for (gsize i = from; i < to; i++)
    if (!bb_character_is_space (line->folded[i]))
      g_string_append_unichar (text, g_unichar_tolower (line->folded[i]));
  return g_string_free (text, FALSE);
}

/* (无) and 无 say the same; a run of dashes is one dash. */
static gboolean
is_word (const Line *line)
{
  gsize first = 0;
  gsize end = line->length;
  gsize n = 0;
  gboolean dashes = TRUE;
  g_autofree char *text = NULL;

  if (end > 2 && line->folded[0] == '(' && line->folded[end - 1] == ')')
    {
      first++;
      end--;
    }
  for (gsize i = first; i < end && (dashes || n <= LONGEST_WORD); i++)
    {
      gboolean is_space = bb_character_is_space (line->raw[i]);

      dashes = dashes && (is_space || bb_character_is_dash (line->raw[i]));
      n += !is_space;
    }
  if (dashes || n > LONGEST_WORD)
    return dashes;
  text = line_squeeze (line, first, end);
  return g_strv_contains (words, text);
}

static void
read_digits (const Line *line,
             gsize      *i,
             gsize       n,
             Digits     *digits)
{
  for (gsize end = *i + n; *i < end; (*i)++)
    {
      guint64 digit = line->folded[*i] - '0';

      if (__builtin_mul_overflow (digits->magnitude, 10, &digits->magnitude) ||
          __builtin_add_overflow (digits->magnitude, digit, &digits->magnitude))
        digits->overflow = TRUE;
    }
}

/* A group is a separator and exactly three digits. A tab or line break never joins two numbers to one. */
static gboolean
is_group (const Line *line,
          gsize       i,
          gunichar    separator)
{
  return i < line->length && line->folded[i] == separator && count_digits (line, i + 1) == 3;
}

static gboolean
is_separator (gunichar character)
{
  return character == ',' || character == '\'' || g_unichar_type (character) == G_UNICODE_SPACE_SEPARATOR;
}

static gboolean
read_integer (const Line *line,
              gsize      *i,
              Digits     *digits)
{
  gsize n = count_digits (line, *i);
  gboolean groups = n <= 3 && n > 0 && line->folded[*i] != '0';
  gunichar separator;

  if (n == 0)
    return FALSE;
  read_digits (line, i, n, digits);
  separator = line->folded[*i];
  if (!groups || !is_separator (separator))
    return TRUE;
  while (is_group (line, *i, separator))
    {
      (*i)++;
      read_digits (line, i, 3, digits);
    }
  return TRUE;
}

static void
read_fraction (const Line *line,
               gsize      *i,
               Digits     *digits)
{
  gsize n = *i < line->length && line->folded[*i] == '.' ? count_digits (line, *i + 1) : 0;

  if (n == 0)
    return;
  (*i)++;
  read_digits (line, i, n, digits);
  digits->scale = n;
}

/* Sign and digits; @i ends behind them. FALSE when no number stands there. */
static gboolean
read_number (const Line *line,
             gsize      *i,
             Digits     *digits)
{
  gunichar sign = *i < line->length ? line->folded[*i] : 0;

  if (sign == '-' || sign == '+' || sign == 0x2212)
    {
      digits->negative = sign != '+';
      (*i)++;
    }
  if (!read_integer (line, i, digits))
    return FALSE;
  read_fraction (line, i, digits);
  return TRUE;
}

static gboolean
digits_to_decimal (const Digits *digits,
                   BbDecimal    *value)
{
  if (digits->overflow || digits->scale > BB_SCALE_LIMIT || digits->magnitude > G_MAXINT64)
    return FALSE;
  value->mantissa = digits->negative ? -(gint64) digits->magnitude : (gint64) digits->magnitude;
  value->scale = digits->scale;
  return bb_decimal_in_limit (*value);
}

static gboolean
starts_with_any (const char        *text,
                 const char *const *list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (text, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
contains_any (const char        *text,
              const char *const *list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (strstr (text, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* How many bytes of @rest are the unit itself: up to a bracket or to "其中…". */
static gsize
unit_length (const char *rest)
{
  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (g_unichar_type (character) == G_UNICODE_OPEN_PUNCTUATION || starts_with_any (p, remark_starts))
        return p - rest;
      if ((character == ',' || character == ';' || character == 0x3002) && starts_with_any (next, remark_starts))
        return p - rest;
    }
  return strlen (rest);
}

/*
 * Whether @unit, standing directly behind a number, leaves no doubt about the number: Chinese characters that
 * name what is counted. `3-4`, `12..5`, `1O`, `5%`, `10余件`, `3万5千` are doubtful.
 */
static gboolean
is_plain_unit (const char *unit)
{
  if (starts_with_any (unit, other_uses) || contains_any (unit, hedges))
    return FALSE;
  for (const char *p = unit; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!bb_character_is_han (character) || g_utf8_strchr (chinese_digits, -1, character) != NULL)
        return FALSE;
    }
  return TRUE;
}

static void
copy_remark (const Line *line,
             gsize       from,
             BbNumber   *number)
{
  gsize used = 0;

  for (gsize i = from; i < line->length; i++)
    {
      char encoded[6];
      gsize n = g_unichar_to_utf8 (line->raw[i], encoded);

      if (used + n >= sizeof number->unit)
        break;
      memcpy (number->unit + used, encoded, n);
      used += n;
    }
  number->unit[used] = '\0';
}

/* What stands behind the number decides what the number is worth. */
static void
classify (const Line   *line,
          gsize         end,
          const Digits *digits,
          const char   *own_unit,
          BbNumber     *number)
{
  gsize from = skip_spaces (line, end);
  g_autofree char *rest = line_squeeze (line, from, line->length);
  gsize n_unit = unit_length (rest);
  g_autofree char *unit = g_strndup (rest, n_unit);
  BbDecimal value = { 0, 0 };
  gboolean fits = digits_to_decimal (digits, &value);
  gboolean own = bb_unit_matches (rest, own_unit);

  if (!own && !is_plain_unit (unit))
    {
      number->form = BB_NUMBER_TEXT;
      return;
    }
  copy_remark (line, from, number);
  if (!fits)
    number->form = BB_NUMBER_TOO_LARGE;
  else if (*rest == '\0' || own)
    {
      number->form = own ? BB_NUMBER_OWN_UNIT : BB_NUMBER_PLAIN;
      number->value = value;
    }
  else
    {
      number->form = BB_NUMBER_REMARK;
      number->has_offer = bb_unit_convert (value, unit, own_unit, &number->offer);
    }
}

/* What nearly every cell holds: some digits and nothing else. The long way finds the same. */
static gboolean
read_plain (const char *text,
            BbNumber   *number)
{
  gint64 value = 0;
  guint n = 0;

  for (; g_ascii_isdigit (text[n]); n++)
    {
      if (n >= PLAIN_DIGITS)
        return FALSE;
      value = value * 10 + (text[n] - '0');
    }
  if (n == 0 || text[n] != '\0')
    return FALSE;
  number->form = BB_NUMBER_PLAIN;
  number->value = bb_decimal_from_int (value);
  return TRUE;
}

/* A paragraph, whatever it begins with; it need not be looked at word by word. */
static gboolean
is_long (const char *text)
{
  const char *p = text;

  if (strnlen (text, LONGEST_NUMBER + 1) <= LONGEST_NUMBER)
    return FALSE;
  while (*p != '\0' && (g_unichar_isspace (g_utf8_get_char (p)) || bb_character_is_invisible (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return *p != '\0';
}

BbNumber
bb_number_read (const char *text,
                const char *own_unit)
{
  BbNumber number = { BB_NUMBER_TEXT };
  g_auto (Line) line = { NULL };
  Digits digits = { 0 };
  gsize i = 0;

  if (text == NULL || *text == '\0')
    {
      number.form = BB_NUMBER_BLANK;
      return number;
    }
  if (read_plain (text, &number) || !g_utf8_validate (text, -1, NULL) || is_long (text))
    return number;
  line_init (&line, text);
  if (line.length == 0)
    number.form = BB_NUMBER_BLANK;
  else if (is_word (&line))
    number.form = BB_NUMBER_WORD;
  else if (read_number (&line, &i, &digits))
    classify (&line, i, &digits, own_unit, &number);
  return number;
}
