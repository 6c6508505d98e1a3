/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-markup.h"

#include <string.h>

static const char *
escape (char character, gboolean quotes)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return quotes ? "&quot;" : NULL;
    default:
      return NULL;
    }
}

void
bb_markup_append (GString *out, const char *text, gssize length, gboolean quotes)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; p < end; p++)
    {
      const char *escaped = escape (*p, quotes);

      if (escaped != NULL)
        g_string_append (out, escaped);
      else
        g_string_append_c (out, *p);
    }
}
