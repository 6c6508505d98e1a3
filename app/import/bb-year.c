/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-year.h"

#include "util/bb-characters.h"

#include <string.h>

/* The Regulation is of 2007; nothing older is a report year. */
#define FIRST_YEAR 2008
#define LAST_YEAR 2099

static int
digit_value (gunichar character)
{
  static const gunichar zeros[] = { 0x3007 /* 〇 */, 0x25cb /* ○ */, 0x96f6 /* 零 */ };
  static const gunichar numerals[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d }; /* 一 to 九 */
  gunichar half = bb_character_half_width (character);

  if (half >= '0' && half <= '9')
    return (int) half - '0';
  for (guint i = 0; i < G_N_ELEMENTS (zeros); i++)
    if (character == zeros[i])
      return 0;
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (character == numerals[i])
      return (int) i + 1;
  return -1;
}

/* Exactly four digits at @p; ends behind them. */
static int
read_four (const char **p)
{
  int year = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = digit_value (g_utf8_get_char (*p));

      if (digit < 0)
        return 0;
      year = year * 10 + digit;
      *p = g_utf8_next_char (*p);
    }
  return digit_value (g_utf8_get_char (*p)) < 0 && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && (bb_character_is_space (g_utf8_get_char (p)) || bb_character_is_invisible (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

/* 年, and 度 where it belongs to it. */
static const char *
read_unit (const char *p)
{
  const char *next;

  p = skip_spaces (p);
  if (!g_str_has_prefix (p, "年"))
    return NULL;
  p += strlen ("年");
  next = skip_spaces (p);
  return g_str_has_prefix (next, "度") ? next + strlen ("度") : p;
}

int
bb_year_find (const char  *text,
              const char **start,
              const char **end)
{
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *behind = p;
      int year = digit_value (before) < 0 ? read_four (&behind) : 0;
      const char *stop = year != 0 ? read_unit (behind) : NULL;

      before = g_utf8_get_char (p);
      if (stop == NULL)
        continue;
      if (start != NULL)
        *start = p;
      if (end != NULL)
        *end = stop;
      return year;
    }
  return 0;
}

int
bb_year_find_last (const char  *text,
                   const char **start,
                   const char **end)
{
  const char *first = NULL;
  const char *behind = NULL;
  int last = 0;

  for (int year = bb_year_find (text, &first, &behind); year != 0; year = bb_year_find (behind, &first, &behind))
    {
      last = year;
      if (start != NULL)
        *start = first;
      if (end != NULL)
        *end = behind;
    }
  return last;
}

int
bb_year_find_bare (const char *text)
{
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *behind = p;
      int year = digit_value (before) < 0 ? read_four (&behind) : 0;

      if (year != 0)
        return year;
      before = g_utf8_get_char (p);
    }
  return 0;
}
