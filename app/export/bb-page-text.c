/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-page-text.h"

#include <string.h>

/* A heading in front of a paragraph is a phrase, not a sentence with clauses. */
#define LEAD_LIMIT 40

static gboolean
is_line_space (gunichar c)
{
  return (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

char *
bb_page_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* \r\n is one line break. */
      if (c == '\r' && p[1] == '\n')
        continue;

      if (is_line_space (c))
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, is_forbidden (c) ? 0xfffd : c);
    }

  return g_string_free (clean, FALSE);
}

/* Returns: the text behind （一） or (十二), NULL when it does not begin so. */
static const char *
skip_bracketed_number (const char *text)
{
  gunichar open = g_utf8_get_char (text);
  const char *p = g_utf8_next_char (text);
  guint n_digits = 0;
  gunichar c;

  if (open != 0xff08 && open != '(')
    return NULL;

  for (c = g_utf8_get_char (p); c != 0 && g_utf8_strchr ("一二三四五六七八九十", -1, c) != NULL; c = g_utf8_get_char (p))
    {
      n_digits++;
      p = g_utf8_next_char (p);
    }

  if (n_digits == 0 || n_digits > 3 || (c != 0xff09 && c != ')'))
    return NULL;

  return g_utf8_next_char (p);
}

/* Returns: the text behind `1.` or `12．`, NULL when it does not begin so (also for 1.5). */
static const char *
skip_arabic_number (const char *text)
{
  const char *p = text;
  gunichar c;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == text || p - text > 2)
    return NULL;

  c = g_utf8_get_char (p);
  if (c != '.' && c != 0xff0e)
    return NULL;

  p = g_utf8_next_char (p);
  return g_ascii_isdigit (*p) ? NULL : p;
}

static gsize
find_lead (const char *paragraph)
{
  const char *stop = strstr (paragraph, "。");
  const char *end = stop != NULL ? stop + strlen ("。") : paragraph + strlen (paragraph);

  if (g_utf8_strlen (paragraph, end - paragraph) > LEAD_LIMIT)
    return 0;

  return (gsize) (end - paragraph);
}

guint
bb_page_point_level (const char *paragraph, gsize *lead)
{
  guint level = 0;

  g_return_val_if_fail (paragraph != NULL, 0);

  if (*paragraph != '\0' && skip_bracketed_number (paragraph) != NULL)
    level = 2;
  else if (skip_arabic_number (paragraph) != NULL)
    level = 3;

  if (lead != NULL)
    *lead = level != 0 ? find_lead (paragraph) : 0;

  return level;
}
