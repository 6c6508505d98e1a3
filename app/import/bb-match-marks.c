/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-marks.h"

#include "util/bb-characters.h"

#include <bianbao/bb-number.h>
#include <string.h>

/* Longer texts are no figures with a mark. */
#define LONGEST 80

/* Of raised digits: 3⁹¹⁴ is no footnote. */
#define MOST_RAISED 2

/* What a mark in brackets has between them at most: 注12. */
#define LONGEST_IN_BRACKETS 4

/* Stars are marks behind words; behind a figure they may be anything. */
static gboolean
is_star (gunichar character)
{
  return character == '*' || character == 0xFF0A || character == 0x203B;
}

static gboolean
is_raised (gunichar character)
{
  return character == 0xB9 || character == 0xB2 || character == 0xB3 || (character >= 0x2070 && character <= 0x2089);
}

static gboolean
is_mark (gunichar character)
{
  return is_raised (character) || (character >= 0x2460 && character <= 0x2487) || (character >= 0x2776 && character <= 0x2793) || (character >= 0x3251 && character <= 0x325F);
}

/* [1], 〔2〕, （注1）, (注①), in Markdown [^1]. Returns: (nullable): where it begins, when one ends at @end. */
static const char *
find_bracketed (const char *text,
                const char *end)
{
  static const char *const brackets[][2] = { { "[", "]" }, { "［", "］" }, { "〔", "〕" }, { "【", "】" }, { "(", ")" }, { "（", "）" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *p = end - strlen (brackets[i][1]);
      gboolean noted = FALSE;
      guint n = 0;

      if (p <= text || !g_str_has_prefix (p, brackets[i][1]))
        continue;
      for (; p > text && n <= LONGEST_IN_BRACKETS && !g_str_has_prefix (g_utf8_prev_char (p), brackets[i][0]); n++)
        {
          gunichar character;

          p = g_utf8_prev_char (p);
          character = bb_character_half_width (g_utf8_get_char (p));
          noted = noted || g_str_has_prefix (p, "注") || is_mark (character);
          if (!g_unichar_isdigit (character) && !is_mark (character) && !g_str_has_prefix (p, "注") && !(character == '^' && i == 0))
            return NULL;
        }
      /* In round brackets plain digits are a figure. */
      if (p > text && n > 0 && n <= LONGEST_IN_BRACKETS && (noted || i < 4))
        return g_utf8_prev_char (p);
    }
  return NULL;
}

static gsize
find_marks (const char *text,
            gboolean    stars)
{
  const char *end = text + strlen (text);
  const char *start = end;
  guint n_raised = 0;

  while (start > text && n_raised <= MOST_RAISED)
    {
      const char *last = g_utf8_prev_char (start);
      const char *bracketed = find_bracketed (text, start);

      n_raised += is_raised (g_utf8_get_char (last));
      if (bracketed != NULL)
        start = bracketed;
      else if (is_mark (g_utf8_get_char (last)) || (stars && is_star (g_utf8_get_char (last))))
        start = last;
      else
        break;
    }
  if (n_raised > MOST_RAISED)
    return strlen (text);
  while (start < end && start > text && bb_character_is_space (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  return start > text ? (gsize) (start - text) : strlen (text);
}

gsize
bb_match_marks_find (const char *text)
{
  return find_marks (text, TRUE);
}

gboolean
bb_match_marks_is_marked (const char *text)
{
  gsize length = strlen (text);
  gsize end = length <= LONGEST ? find_marks (text, FALSE) : length;
  g_autofree char *figure = end < length ? g_strndup (text, end) : NULL;
  BbNumberForm form = figure != NULL ? bb_number_read (figure, "件").form : BB_NUMBER_TEXT;

  return form == BB_NUMBER_PLAIN || form == BB_NUMBER_OWN_UNIT;
}

char *
bb_match_marks_cut (const char *text)
{
  return bb_match_marks_is_marked (text) ? g_strndup (text, find_marks (text, FALSE)) : g_strdup (text);
}
