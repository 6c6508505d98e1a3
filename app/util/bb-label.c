/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-text.h>

#include "util/bb-characters.h"

#include <string.h>

/* A year or a count is no number of a heading. */
#define MOST_DIGITS 2
#define MOST_NUMERALS 4

static const char numerals[] = "〇零一二三四五六七八九十百";

/* Always bullets; dashes and asterisks are only where they can't be a sign. */
static const char bullets[] = "•·●■◆○▪▲★☆◇□►▶➢✓";

/* Directly behind a digit these are what is counted: 3件, 2021年, 5个. */
static const char counted[] = "年月日时件个万亿元项条号份次名人部页〇零一二三四五六七八九十百千";

/* Behind 第 and a numeral these make a word of its own: 第三方, 第二十条, 第一项. */
static const char ordinal_words[] = "条项款方年次名批";

/* What stands for a number at the beginning of a label, without the separator behind it. */
typedef enum
{
  NUMBER_NONE,
  NUMBER_BARE,      /* 1 or 一: counts only with a separator, or a digit directly before a Chinese character */
  NUMBER_ORDINAL,   /* 第一 */
  NUMBER_BRACKETED, /* (一) or 1) */
} NumberStyle;

static gboolean
is_one_of (const char *set,
           gunichar    character)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

/* The end of the digits or Chinese numerals at @p, or NULL. */
static const char *
skip_numeral (const char *p)
{
  const char *start = p;
  guint n = 0;

  while (g_ascii_isdigit (*p))
    p++;
  if (p > start)
    return p - start <= MOST_DIGITS ? p : NULL;
  for (; is_one_of (numerals, g_utf8_get_char (p)); n++)
    p = g_utf8_next_char (p);
  return n > 0 && n <= MOST_NUMERALS ? p : NULL;
}

static NumberStyle
find_number (const char  *folded,
             const char **end)
{
  const char *p = folded;

  if (g_str_has_prefix (p, "第"))
    {
      p = skip_numeral (p + strlen ("第"));
      *end = p;
      return p != NULL && !is_one_of (ordinal_words, g_utf8_get_char (p)) ? NUMBER_ORDINAL : NUMBER_NONE;
    }
  if (*p == '(')
    {
      p = skip_numeral (p + 1);
      *end = p != NULL ? p + 1 : NULL;
      return p != NULL && *p == ')' ? NUMBER_BRACKETED : NUMBER_NONE;
    }
  p = skip_numeral (p);
  if (p == NULL)
    return NUMBER_NONE;
  *end = *p == ')' ? p + 1 : p;
  return *p == ')' ? NUMBER_BRACKETED : NUMBER_BARE;
}

/* `、`, `.` and `,` behind a number, but not the point or comma inside of 1.5 and 1,234. */
static const char *
skip_separators (const char *p)
{
  const char *start = p;

  while (is_one_of ("、.,", g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return g_ascii_isdigit (*p) ? start : p;
}

static gunichar
fold_character (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return '"';
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
      if (is_one_of ("「」『』„‚〝〞〟", character))
        return '"';
      return g_unichar_type (character) == G_UNICODE_OPEN_PUNCTUATION ? '(' : ')';
    default:
      if (character == '\'')
        return '"';
      return bb_character_is_dash (character) ? '-' : g_unichar_tolower (character);
    }
}

/* Where the label begins behind its bullets. A dash alone is what offices write for nothing, `-5` is a number. */
static const char *
skip_bullets (const char *text)
{
  for (;;)
    {
      gunichar character = g_utf8_get_char (text);
      const char *next = *text != '\0' ? g_utf8_next_char (text) : text;

      if (*next == '\0')
        return text;
      if (bb_character_is_space (character) || bb_character_is_invisible (character) || is_one_of (bullets, character))
        text = next;
      else if ((character == '*' || bb_character_is_dash (character)) && !g_ascii_isdigit (*next))
        text = next;
      else
        return text;
    }
}

/* The separator behind a leading number becomes `.`, behind brackets nothing: `(七)、总计` is `(七)总计`. */
static void
unify_separator (GString *folded)
{
  const char *end = NULL;
  NumberStyle style = find_number (folded->str, &end);
  const char *rest;
  gsize at;

  if (style == NUMBER_NONE)
    return;
  rest = skip_separators (end);
  if (rest == end)
    return;
  at = end - folded->str;
  g_string_erase (folded, at, rest - end);
  if (style != NUMBER_BRACKETED)
    g_string_insert_c (folded, at, '.');
}

char *
bb_text_fold_label (const char *text)
{
  GString *folded = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  /* Compatibility forms too: PDF files hold ㈠, ⒈ and radicals that only look like characters. */
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);

  for (const char *p = skip_bullets (normal); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!bb_character_is_space (character) && !bb_character_is_invisible (character))
        g_string_append_unichar (folded, fold_character (character));
    }
  unify_separator (folded);
  return g_string_free (folded, FALSE);
}

const char *
bb_text_strip_number (const char *folded)
{
  const char *end = NULL;
  NumberStyle style = find_number (folded, &end);
  const char *rest;

  if (style == NUMBER_NONE)
    return folded;
  rest = skip_separators (end);
  if (style == NUMBER_BARE && rest == end)
    {
      gunichar next = g_utf8_get_char (end);

      /* 3危及 is a torn `3.危及`; 3件 is a count, 三安全 a word. */
      if (!g_ascii_isdigit (*folded) || !bb_character_is_han (next) || is_one_of (counted, next))
        return folded;
    }
  return *rest != '\0' ? rest : folded;
}
