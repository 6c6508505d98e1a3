/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Year words of a narrative, moved on to another year. */
#include <bianbao/bb-last-year.h>

#include "util/bb-characters.h"

#include <string.h>

#define DIGITS 4
#define YEAR_MARK "年"

/* A four-digit year that begins at @p, in half-width or full-width digits. Returns: where its 年 begins, or NULL. */
static const char *
read_year (const char *p, int *year, gboolean *full_width)
{
  *year = 0;
  for (guint i = 0; i < DIGITS; i++, p = g_utf8_next_char (p))
    {
      gunichar character = *p != '\0' ? g_utf8_get_char (p) : 0;
      gunichar folded = bb_character_half_width (character);

      if (folded < '0' || folded > '9')
        return NULL;
      *full_width = folded != character;
      *year = *year * 10 + (int) (folded - '0');
    }
  while (*p == ' ')
    p++;
  return g_str_has_prefix (p, YEAR_MARK) ? p : NULL;
}

static gboolean
is_digit_before (const char *text, const char *p)
{
  gunichar folded = p > text ? bb_character_half_width (g_utf8_get_char (g_utf8_prev_char (p))) : 0;

  return folded >= '0' && folded <= '9';
}

/* A date moves on only as the first or the last day of the year: the day a law came into force stays what it was. */
static gboolean
begins_other_date (const char *behind)
{
  static GRegex *month;
  static GRegex *period;
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      month = g_regex_new ("^\\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\\s*月", G_REGEX_OPTIMIZE, 0, NULL);
      period = g_regex_new ("^\\s*(?:0?[1１]\\s*月\\s*0?[1１]\\s*日|[1１][2２]\\s*月\\s*[3３][1１]\\s*日)", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&done, 1);
    }
  return g_regex_match (month, behind, 0, NULL) && !g_regex_match (period, behind, 0, NULL);
}

static gboolean
may_move (const char *behind)
{
  return !g_str_has_prefix (behind, "版") && !g_str_has_prefix (behind, "修订") && !begins_other_date (behind);
}

static void
append_year (GString *out, int year, gboolean full_width)
{
  g_autofree char *digits = g_strdup_printf ("%d", year);

  for (const char *p = digits; *p != '\0'; p++)
    if (full_width)
      g_string_append_unichar (out, (gunichar) (*p - '0') + 0xFF10);
    else
      g_string_append_c (out, *p);
}

static void
list_move (GPtrArray *moved, int from, int to)
{
  g_autofree char *line = g_strdup_printf ("%d" YEAR_MARK " → %d" YEAR_MARK, from, to);

  if (moved != NULL && !g_ptr_array_find_with_equal_func (moved, line, g_str_equal, NULL))
    g_ptr_array_add (moved, g_steal_pointer (&line));
}

char *
bb_next_year_move (const char *text, int from, int to, GPtrArray **moved)
{
  GString *out = g_string_new (NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint depth = 0;

  for (const char *p = text; *p != '\0';)
    {
      gunichar character = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gboolean full_width = FALSE;
      const char *mark;
      int year;

      if (character == 0x300A || character == 0x3014) /* 《 〔 */
        depth++;
      else if (character == 0x300B || character == 0x3015)
        depth -= depth > 0;
      mark = depth == 0 && !is_digit_before (text, p) ? read_year (p, &year, &full_width) : NULL;
      if (mark != NULL && ABS (year - from) <= 1 && from != to && may_move (mark + strlen (YEAR_MARK)))
        {
          append_year (out, year + to - from, full_width);
          list_move (list, year, year + to - from);
          next = g_utf8_offset_to_pointer (p, DIGITS);
        }
      else
        g_string_append_len (out, p, next - p);
      p = next;
    }
  if (moved != NULL)
    *moved = g_steal_pointer (&list);
  g_clear_pointer (&list, g_ptr_array_unref);
  return g_string_free (out, FALSE);
}
