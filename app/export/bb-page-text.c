/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-page-text.h"

#include <bianbao/bb-prose.h>

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
  const char *kept = text != NULL ? text : "";
  const char *p;

  for (p = kept; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_line_space (c) && !is_forbidden (c))
        continue;
      g_string_append_len (clean, kept, p - kept);
      kept = g_utf8_next_char (p);
      /* \r\n is one line break. */
      if (c == '\r' && *kept == '\n')
        continue;
      if (is_line_space (c))
        g_string_append_c (clean, ' ');
      else
        g_string_append (clean, "\357\277\275"); /* U+FFFD */
    }
  g_string_append_len (clean, kept, p - kept);

  return g_string_free (clean, FALSE);
}

guint
bb_page_point_level (const char *paragraph, gsize *lead)
{
  int level = bb_prose_level (paragraph);

  /* 一、 is the level of the sections themselves, and （1） stands in the paragraph of its point. */
  if (level != 2 && level != 3)
    level = 0;
  if (lead != NULL)
    *lead = level != 0 ? bb_prose_lead (paragraph) : 0;
  return (guint) level;
}
