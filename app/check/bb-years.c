/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-years.h"

#include "util/bb-characters.h"

#include <string.h>

#define YEAR_MARK "年"
#define YEAR_DIGITS 4

/* No title is longer; one that is has its year near the front all the same. */
#define TITLE_REACH 3000

/* How far back a 《 or 〔 is looked for: no name of a law or notice is longer. */
#define BRACKET_REACH 600

static const char *const title_marks[] = { "政府信息公开", "政务公开", NULL };

/* What may stand between the two dates of a period, and of which one has to. */
static const char *const period_starts[] = { "，", ",", "起始", "开始", "起", "始", "零时", "0时", "（含）", "(含)", NULL };
static const char *const period_links[] = { "至", "到", NULL };
static const char *const same_year[] = { "当年", "本年", "同年", "该年", NULL };
static const char *const day_marks[] = { "日", "号", NULL };
static const char *const month_marks[] = { "月", NULL };
static const char *const year_marks[] = { YEAR_MARK, NULL };

static int
digit_value (gunichar character)
{
  static const gunichar numerals[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };
  gunichar folded = bb_character_half_width (character);

  if (folded >= '0' && folded <= '9')
    return (int) (folded - '0');
  /* Offices write the round zero of 二〇二三 in four ways. */
  if (character == 0x25cb || character == 0x96f6 || character == 0x25ef)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (character == numerals[i])
      return (int) i;
  return -1;
}

static gboolean
is_gap (gunichar character)
{
  return bb_character_is_space (character) || bb_character_is_invisible (character);
}

static const char *
skip_gaps (const char *p)
{
  while (*p != '\0' && is_gap (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_gaps_back (const char *start,
                const char *p)
{
  while (p > start)
    {
      const char *before = g_utf8_prev_char (p);

      if (!is_gap (g_utf8_get_char (before)))
        break;
      p = before;
    }
  return p;
}

/* Moves *place behind one of @words, and spaces before it. */
static gboolean
take (const char       **place,
      const char *const *words)
{
  const char *p = skip_gaps (*place);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (p, words[i]))
      {
        *place = p + strlen (words[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_dash (const char **place)
{
  const char *p = skip_gaps (*place);
  gunichar character = g_utf8_get_char (p);

  if (*p == '\0' || !(bb_character_is_dash (character) || character == '~' || character == 0xff5e || character == 0x301c))
    return FALSE;
  *place = g_utf8_next_char (p);
  return TRUE;
}

/* A month or a day: 1, 01, 12, １２, 一, 十二, 三十一. */
static gboolean
take_number (const char **place,
             int         *number)
{
  const char *p = skip_gaps (*place);
  int value = 0;
  guint n_digits = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      int digit = digit_value (character);

      if (character == 0x5341) /* 十 */
        {
          value = value == 0 ? 10 : value * 10;
          n_digits++;
        }
      else if (digit < 0)
        break;
      else if (value >= 10 && value % 10 == 0 && digit_value (g_utf8_get_char (g_utf8_prev_char (p))) < 0)
        value += digit;
      else
        {
          value = value * 10 + digit;
          n_digits++;
        }
      if (value > 99 || n_digits > 3)
        return FALSE;
    }
  *place = p;
  *number = value;
  return n_digits > 0;
}

/* Reads the four digits of a year that end at @end; a fifth digit before them makes it another number. */
static int
year_before (const char *start,
             const char *end)
{
  const char *p = skip_gaps_back (start, end);
  int year = 0;
  int place = 1;

  for (guint i = 0; i < YEAR_DIGITS; i++, place *= 10)
    {
      int digit;

      if (p == start)
        return 0;
      p = g_utf8_prev_char (p);
      digit = digit_value (g_utf8_get_char (p));
      if (digit < 0)
        return 0;
      year += digit * place;
    }
  if (p > start && digit_value (g_utf8_get_char (g_utf8_prev_char (p))) >= 0)
    return 0;
  return year >= 1900 && year <= 2999 ? year : 0;
}

static gboolean
take_date (const char **place,
           int          month,
           int          day)
{
  int found;

  return take_number (place, &found) && found == month && take (place, month_marks) && take_number (place, &found)
         && found == day && take (place, day_marks);
}

/* The year of a date's second half, when it names one; @first when it goes without. Returns: 0 when there is no such half. */
static int
take_end (const char **place,
          int          first)
{
  const char *p = *place;
  const char *mark;
  int year = first;
  int skipped;

  if (take (&p, same_year))
    *place = p;
  else
    {
      /* A year is longer than take_number() reads: look for its mark instead. */
      p = skip_gaps (p);
      mark = p;
      for (skipped = 0; skipped < YEAR_DIGITS && *mark != '\0' && digit_value (g_utf8_get_char (mark)) >= 0; skipped++)
        mark = g_utf8_next_char (mark);
      if (skipped == YEAR_DIGITS)
        {
          year = year_before (p, mark);
          if (!take (&mark, year_marks))
            return 0;
          *place = mark;
        }
    }
  return take_date (place, 12, 31) ? year : 0;
}

/* Whether @place stands inside the name of a law or the number of a notice. */
static gboolean
in_name (const char *start,
         const char *place)
{
  const char *end = place;

  if (place - start > BRACKET_REACH)
    start = place - BRACKET_REACH;
  while (end > start)
    {
      end--;
      if (*end == '\n')
        return FALSE;
      if (g_str_has_prefix (end, "》") || g_str_has_prefix (end, "〕"))
        return FALSE;
      if (g_str_has_prefix (end, "《") || g_str_has_prefix (end, "〔"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
years_has (const BbYears *years,
           int            year)
{
  for (guint i = 0; i < years->n_years; i++)
    if (years->years[i] == year)
      return TRUE;
  return FALSE;
}

static void
years_add (BbYears *years,
           int      year)
{
  if (!years_has (years, year) && years->n_years < BB_YEARS_LIMIT)
    years->years[years->n_years++] = year;
}

/* @mark is a 年: whether a whole calendar year begins with the year before it. */
static void
read_period (const char *text,
             const char *mark,
             BbYears    *years)
{
  const char *p = mark + strlen (YEAR_MARK);
  gboolean linked = FALSE;
  int first;
  int last;

  if (!take_date (&p, 1, 1))
    return;
  first = year_before (text, mark);
  if (first == 0)
    return;
  while (take (&p, period_starts))
    ;
  while (take (&p, period_links) || take_dash (&p))
    linked = TRUE;
  if (!linked)
    return;
  last = take_end (&p, first);
  if (last == 0 || (years_has (years, first) && years_has (years, last)) || in_name (text, mark))
    return;
  years_add (years, first);
  years_add (years, last);
}

/* Titles are broken into lines and spaced out: nothing but the characters counts. */
static char *
without_gaps (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && result->len < TITLE_REACH; p = g_utf8_next_char (p))
    if (!is_gap (g_utf8_get_char (p)))
      g_string_append_len (result, p, g_utf8_next_char (p) - p);
  return g_string_free (result, FALSE);
}

/* The year in front of @end, with 年 or 年度 between them. */
static int
year_of_head (const char *start,
              const char *end)
{
  gsize mark = strlen (YEAR_MARK);

  if ((gsize) (end - start) >= strlen ("度") && g_str_has_prefix (end - strlen ("度"), "度"))
    end -= strlen ("度");
  if ((gsize) (end - start) < mark || !g_str_has_prefix (end - mark, YEAR_MARK))
    return 0;
  return year_before (start, end - mark);
}

/* The year that a title begins with, also behind an opening bracket. */
static int
year_of_start (const char *title)
{
  const char *mark = strstr (title, YEAR_MARK);
  const char *p = title;
  guint n_digits = 0;

  if (mark == NULL)
    return 0;
  if (g_str_has_prefix (p, "《") || g_str_has_prefix (p, "〔"))
    p = g_utf8_next_char (p);
  for (const char *digit = p; digit < mark; digit = g_utf8_next_char (digit))
    n_digits++;
  return n_digits == YEAR_DIGITS ? year_before (p, mark) : 0;
}

int
bb_years_of_title (const char *title)
{
  g_autofree char *text = without_gaps (title);

  for (guint i = 0; title_marks[i] != NULL; i++)
    for (const char *p = strstr (text, title_marks[i]); p != NULL; p = strstr (p + 1, title_marks[i]))
      {
        int year = year_of_head (text, p);

        if (year != 0)
          return year;
      }
  return year_of_start (text);
}

void
bb_years_of_text (const char *text,
                  BbYears    *years)
{
  years->n_years = 0;
  for (const char *p = strstr (text, YEAR_MARK); p != NULL && years->n_years < BB_YEARS_LIMIT;
       p = strstr (p + strlen (YEAR_MARK), YEAR_MARK))
    read_period (text, p, years);
}
