/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-typography.h"

#include "util/bb-characters.h"

#include <string.h>

/* A bracket that closes farther away belongs to another one. */
#define FARTHEST_BRACKET 200
/* Brackets in brackets; a text of nothing else is not searched for ever. */
#define DEEPEST_BRACKET 4

typedef struct
{
  const gunichar *text;
  glong length;
  GArray *slips;
} Search;

static gunichar
at (const Search *search, glong index)
{
  return index >= 0 && index < search->length ? search->text[index] : 0;
}

static gboolean
is_in (gunichar character, const char *set)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

static gboolean
is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
ends_line (gunichar character)
{
  return character == 0 || character == '\n' || character == '\r';
}

static void
add (Search *search, glong start, glong length)
{
  BbSlip slip = { (guint) start, (guint) length };

  if (search->slips->len < BB_MOST_SLIPS)
    g_array_append_val (search->slips, slip);
}

/* 形式,内容: Chinese on both sides, or the end of the line; anything else may be a figure, a name or an address. */
static glong
find_half_width (const Search *search, glong i)
{
  glong next = i + 1;

  if (!is_in (at (search, i), ",;:?!") || !(is_han (at (search, i - 1)) || is_in (at (search, i - 1), "》）”")))
    return 0;
  while (at (search, next) == ' ' || at (search, next) == 0x3000)
    next++;
  return is_han (at (search, next)) || is_in (at (search, next), "《（“") || ends_line (at (search, next)) ? 1 : 0;
}

/* 。。 and ，。 alike; six dots and long dashes are made of two. */
static glong
find_two_marks (const Search *search, glong i)
{
  static const char *const marks = "，、；：。";
  glong n = 1;

  if (!is_in (at (search, i), marks))
    return 0;
  while (is_in (at (search, i + n), marks))
    n++;
  return n > 1 ? n : 0;
}

/* （…) and (…）; nested ones are counted, so that each meets its own. */
static glong
find_brackets (const Search *search, glong i)
{
  guint depth = 0;

  if (!is_in (at (search, i), "(（"))
    return 0;
  for (glong end = i; end < i + FARTHEST_BRACKET && depth <= DEEPEST_BRACKET && !ends_line (at (search, end)); end++)
    {
      depth += is_in (at (search, end), "(（");
      if (!is_in (at (search, end), ")）") || --depth > 0)
        continue;
      return (at (search, i) == '(') != (at (search, end) == ')') ? end - i + 1 : 0;
    }
  return 0;
}

/*
 * Words that nobody writes twice in a row and that end no other word: 政府政府 (市政府政府信息公开) and 公开公开 may be right.
 * 的的 may be: 目的的.
 */
/* *INDENT-OFF* */
static const char *const words[] = {
  "进行", "加强", "进一步", "通过", "以及", "并且", "对于", "关于", "根据", "按照", "我们", "及时", "积极", "认真", "严格",
  "推进", "开展", "完善", "提高", "提升", "不断", "同时", "因此", "其中",
};
/* *INDENT-ON* */

static gboolean
stands_at (const Search *search, glong index, const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (at (search, index++) != g_utf8_get_char (word))
      return FALSE;
  return TRUE;
}

static glong
find_two_words (const Search *search, glong i)
{
  if (stands_at (search, i, "的的") && !is_in (at (search, i - 1), "目标的") && !is_in (at (search, i + 2), "确士"))
    return 2;
  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      glong length = g_utf8_strlen (words[w], -1);

      if (stands_at (search, i, words[w]) && stands_at (search, i + length, words[w]))
        return 2 * length;
    }
  return 0;
}

guint
bb_typography_find (const char *text, GArray *slips)
{
  static glong (*const finders[]) (const Search *search, glong i) = { find_half_width, find_two_marks, find_brackets, find_two_words };
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &length);
  Search search = { characters, length, slips };

  g_array_set_size (slips, 0);
  for (glong i = 0; i < length && slips->len < BB_MOST_SLIPS; i++)
    {
      glong found = 0;

      for (guint f = 0; f < G_N_ELEMENTS (finders) && found == 0; f++)
        found = finders[f] (&search, i);
      if (found == 0)
        continue;
      add (&search, i, found);
      i += found - 1;
    }
  return slips->len;
}
