/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-text.h>

#include "util/bb-characters.h"

#include <string.h>

#define FILE_NAME_LIMIT 200
/* So much of the end is kept of a name that is too long: 2024年政府信息公开工作年度报告, and the last words before it. In bytes. */
#define FILE_NAME_END 80
#define ELLIPSIS "…"

static gboolean
is_blank (gunichar character)
{
  return bb_character_is_space (character) || bb_character_is_invisible (character);
}

/* @text from its first to its last character that can be seen; both ends in @text. */
static void
find_content (const char  *text,
              const char  *limit,
              const char **start,
              const char **end)
{
  while (text < limit && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (limit > text && is_blank (g_utf8_get_char (g_utf8_prev_char (limit))))
    limit = g_utf8_prev_char (limit);
  *start = text;
  *end = limit;
}

static gboolean
is_line_break (gunichar character)
{
  return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

guint
bb_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_iswide (character))
        width += 2;
      else if (!g_unichar_iszerowidth (character))
        width++;
    }
  return width;
}

guint
bb_text_count_characters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += !is_blank (g_utf8_get_char (p));
  return n;
}

char *
bb_text_trim (const char *text)
{
  const char *start;
  const char *end;

  find_content (text, text + strlen (text), &start, &end);
  return g_strndup (start, end - start);
}

char **
bb_text_paragraphs (const char *text)
{
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();
  const char *line = text;
  const char *p = text;

  for (;;)
    {
      gunichar character = g_utf8_get_char (p);

      if (character == 0 || is_line_break (character))
        {
          g_autofree char *paragraph = NULL;
          const char *start;
          const char *end;

          find_content (line, p, &start, &end);
          paragraph = g_strndup (start, end - start);
          if (*paragraph != '\0')
            g_strv_builder_add (paragraphs, paragraph);
          if (character == 0)
            return g_strv_builder_end (paragraphs);
          line = g_utf8_next_char (p);
        }
      p = g_utf8_next_char (p);
    }
}

char *
bb_text_normalize_narrative (const char *text)
{
  g_auto (GStrv) paragraphs = bb_text_paragraphs (text);

  return g_strjoinv ("\n", paragraphs);
}

/* Windows still takes these for devices, whatever the suffix. */
static gboolean
is_device_name (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", NULL };
  g_autofree char *stem = g_ascii_strdown (name, strcspn (name, "."));

  if (g_strv_contains (devices, stem))
    return TRUE;
  return strlen (stem) == 4 && (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt")) && g_ascii_isdigit (stem[3]);
}

/* What a spreadsheet would compute: full-width signs count, too, and what stands behind spaces. */
static gboolean
is_formula (const char *line)
{
  static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
  g_autofree char *trimmed = bb_text_trim (line);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (trimmed, signs[i]))
      return TRUE;
  return FALSE;
}

char *
bb_text_guard_formula (const char *text)
{
  GString *guarded = g_string_new (NULL);

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");
      g_autofree char *copy = NULL;

      length += strspn (line + length, "\r\n");
      copy = g_strndup (line, length);
      if (is_formula (copy))
        g_string_append_c (guarded, '\'');
      g_string_append (guarded, copy);
      line += length;
    }
  return g_string_free (guarded, FALSE);
}

/* Windows drops dots and spaces at the end; a dot in front hides the file. */
static void
trim_dots (GString *name)
{
  gsize n = 0;

  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (n < name->len && strchr (". ", name->str[n]) != NULL)
    n++;
  g_string_erase (name, 0, n);
}

/*
 * A title ends with its year and with what it is (…2024年政府信息公开工作年度报告): what is too long is cut in the middle, where the
 * name of an organisation stands.
 */
static void
cut_middle (GString *name)
{
  gsize start = FILE_NAME_LIMIT - FILE_NAME_END - strlen (ELLIPSIS);
  gsize end = name->len - FILE_NAME_END;

  while (((guchar) name->str[start] & 0xc0) == 0x80)
    start--;
  while (((guchar) name->str[end] & 0xc0) == 0x80)
    end++;
  g_string_erase (name, (gssize) start, (gssize) (end - start));
  g_string_insert (name, (gssize) start, ELLIPSIS);
}

char *
bb_text_safe_file_name (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *trimmed = bb_text_trim (valid);
  GString *name = g_string_new (NULL);

  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      char encoded[6];
      gsize n = g_unichar_to_utf8 (character, encoded);

      if (bb_character_is_invisible (character))
        continue;
      if (bb_character_is_space (character))
        g_string_append_c (name, ' ');
      else if (g_unichar_iscntrl (character) || (character < 0x80 && strchr ("/\\:*?\"<>|", (int) character) != NULL))
        g_string_append_c (name, '_');
      else
        g_string_append_len (name, encoded, n);
    }
  trim_dots (name);
  if (name->len > FILE_NAME_LIMIT)
    cut_middle (name);
  if (name->len == 0)
    g_string_assign (name, "report");
  if (is_device_name (name->str))
    g_string_prepend_c (name, '_');
  return g_string_free (name, FALSE);
}
