/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-word-border.h"

#include "util/bb-characters.h"

#include <string.h>

/* Characters: no number of a report has as many. */
#define LONGEST 40

static gboolean
is_digit (gunichar character)
{
  return character != 0 && g_unichar_isdigit (bb_character_half_width (character));
}

static gboolean
is_word (gunichar character)
{
  return is_digit (character) || (character != 0 && g_unichar_get_script (bb_character_half_width (character)) == G_UNICODE_SCRIPT_LATIN);
}

/* Points, commas and the like between two digits are part of a number. */
static gboolean
joins_digits (gunichar character)
{
  gunichar narrow = bb_character_half_width (character);

  return narrow != 0 && narrow < 0x80 && strchr (".,:/-", (int) narrow) != NULL;
}

static gboolean
is_percent (gunichar character)
{
  return character == '%' || character == 0xFF05 || character == 0x2030;
}

static gunichar
before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gunichar
behind (const char *at)
{
  return *at != '\0' ? g_utf8_get_char (at) : 0;
}

static gboolean
is_inside (const char *text, const char *at)
{
  gunichar left = before (text, at);
  gunichar right = behind (at);

  if (left == 0 || right == 0)
    return FALSE;
  if (is_word (left) && is_word (right))
    return TRUE;
  if (is_digit (left) && (is_percent (right) || (joins_digits (right) && is_digit (behind (g_utf8_next_char (at))))))
    return TRUE;
  return is_digit (right) && joins_digits (left) && is_digit (before (text, g_utf8_prev_char (at)));
}

const char *
bb_word_border_before (const char *text, const char *at)
{
  const char *border = at;

  for (guint i = 0; i < LONGEST; i++)
    {
      if (!is_inside (text, border))
        return border;
      border = g_utf8_prev_char (border);
    }
  return at;
}

const char *
bb_word_border_behind (const char *text, const char *at)
{
  const char *border = at;

  for (guint i = 0; i < LONGEST; i++)
    {
      if (!is_inside (text, border))
        return border;
      border = g_utf8_next_char (border);
    }
  return at;
}

char *
bb_word_border_shorten (const char *text, guint limit)
{
  const char *end = text;

  for (guint i = 0; i < limit && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  end = bb_word_border_behind (text, end);
  return g_strdup_printf ("%.*s%s", (int) (end - text), text, *end != '\0' ? "…" : "");
}
