/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-template.h"

#include <string.h>

#define MAX_PLACES 12

typedef struct
{
  const char *name;
  const char *text;
} Place;

static const char *
find_text (const Place *places, guint n_places, const char *name, gsize length)
{
  for (guint i = 0; i < n_places; i++)
    if (strlen (places[i].name) == length && strncmp (places[i].name, name, length) == 0)
      return places[i].text;
  return NULL;
}

static char *
fill (const char *template, const Place *places, guint n_places)
{
  GString *result = g_string_sized_new (2 * strlen (template));

  while (*template != '\0')
    {
      const char *open = strchrnul (template, '{');
      const char *close = strchrnul (open, '}');
      const char *text = NULL;

      g_string_append_len (result, template, open - template);
      if (*close == '}')
        text = find_text (places, n_places, open + 1, close - open - 1);
      if (text != NULL)
        {
          g_string_append (result, text);
          template = close + 1;
        }
      else
        {
          if (*open != '\0')
            g_string_append_c (result, *open++);
          template = open;
        }
    }
  return g_string_free (result, FALSE);
}

char *
bb_template_fill (const char *template, ...)
{
  Place places[MAX_PLACES];
  guint n_places = 0;
  const char *name;
  va_list arguments;

  va_start (arguments, template);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      const char *text = va_arg (arguments, const char *);

      g_assert (n_places < MAX_PLACES);
      places[n_places++] = (Place) { name, text };
    }
  va_end (arguments);
  return fill (template, places, n_places);
}
