/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-prose.h>
#include <string.h>

/* A heading in front of a paragraph is a phrase, not a sentence with clauses. */
#define LEAD_LIMIT 40

/* More characters make no number of a heading. */
#define NUMBER_LIMIT 3
#define FIGURE_LIMIT 2

static gboolean
is_open (gunichar c)
{
  return c == '(' || c == 0xff08;
}

static gboolean
is_close (gunichar c)
{
  return c == ')' || c == 0xff09;
}

/* Returns: the text behind 一 or 十二, NULL when it does not begin so. */
static const char *
skip_chinese (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && g_utf8_strchr ("一二三四五六七八九十", -1, g_utf8_get_char (text)) != NULL; text = g_utf8_next_char (text))
    n++;
  return n > 0 && n <= NUMBER_LIMIT ? text : NULL;
}

/* Returns: the text behind 1 or 12, NULL when it does not begin so. */
static const char *
skip_figures (const char *text)
{
  const char *end = text;

  while (g_ascii_isdigit (*end))
    end++;
  return end > text && end - text <= FIGURE_LIMIT ? end : NULL;
}

/* `1.` but not `1.5`, which is a figure. */
static gboolean
is_arabic_point (const char *text)
{
  const char *stop = skip_figures (text);
  gunichar c = stop != NULL ? g_utf8_get_char (stop) : 0;

  return (c == '.' || c == 0xff0e) && !g_ascii_isdigit (*g_utf8_next_char (stop));
}

static gboolean
is_bracketed (const char *text, const char *(*skip) (const char *text))
{
  const char *end = is_open (g_utf8_get_char (text)) ? skip (g_utf8_next_char (text)) : NULL;

  return end != NULL && is_close (g_utf8_get_char (end));
}

static gboolean
is_chinese_point (const char *text)
{
  const char *end = skip_chinese (text);

  return end != NULL && g_str_has_prefix (end, "、");
}

int
bb_prose_level (const char *paragraph)
{
  g_return_val_if_fail (paragraph != NULL, 0);

  if (*paragraph == '\0')
    return 0;
  if (is_chinese_point (paragraph))
    return 1;
  if (is_bracketed (paragraph, skip_chinese))
    return 2;
  if (is_arabic_point (paragraph))
    return 3;
  return is_bracketed (paragraph, skip_figures) ? 4 : 0;
}

gsize
bb_prose_lead (const char *paragraph)
{
  const char *stop;
  const char *end;

  if (bb_prose_level (paragraph) == 0)
    return 0;
  stop = strstr (paragraph, "。");
  end = stop != NULL ? stop + strlen ("。") : paragraph + strlen (paragraph);
  return g_utf8_strlen (paragraph, end - paragraph) > LEAD_LIMIT ? 0 : (gsize) (end - paragraph);
}
