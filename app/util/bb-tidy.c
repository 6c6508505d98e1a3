/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-tidy.h>

#include "util/bb-characters.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ROUNDS 8

/*
 * One paragraph, character by character.
 * @fixed: for each character whether it belongs to an address, of which nothing may be changed
 */
typedef struct
{
  GArray *text;
  GArray *fixed;
  guint *counts;
} Line;

typedef struct
{
  gunichar half;
  gunichar full;
} Pair;

/* *INDENT-OFF* */
static const Pair marks[] = { { ',', 0xFF0C }, { ';', 0xFF1B }, { ':', 0xFF1A }, { '?', 0xFF1F }, { '!', 0xFF01 } };
/* *INDENT-ON* */

static gunichar
at (const Line *line, int index)
{
  return index >= 0 && index < (int) line->text->len ? g_array_index (line->text, gunichar, index) : 0;
}

static gboolean
is_fixed (const Line *line, guint index)
{
  return g_array_index (line->fixed, gboolean, index);
}

static void
set (Line *line, guint index, gunichar character, BbTidyKind kind)
{
  g_array_index (line->text, gunichar, index) = character;
  line->counts[kind]++;
}

static void
drop (Line *line, guint index)
{
  g_array_remove_index (line->text, index);
  g_array_remove_index (line->fixed, index);
}

/* ---- kinds of characters ---- */

static gboolean
is_digit (gunichar character)
{
  return character >= '0' && character <= '9';
}

static gboolean
is_latin (gunichar character)
{
  return character < 0x80 && g_ascii_isalnum ((char) character);
}

static gboolean
is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

/* Full-width punctuation, brackets and Chinese quotation marks. */
static gboolean
is_wide_mark (gunichar character)
{
  return (character >= 0x3001 && character <= 0x3011 && character != 0x3005 && character != 0x3007) || character == 0x3014 || character == 0x3015 ||
         (character >= 0xFF01 && character <= 0xFF0F) || (character >= 0xFF1A && character <= 0xFF1F) || character == 0x201C || character == 0x201D ||
         character == 0x2018 || character == 0x2019 || character == 0x2026 || character == 0x2014;
}

static gboolean
is_chinese (gunichar character)
{
  return is_han (character) || is_wide_mark (character);
}

/* ---- addresses ---- */

static gboolean
is_address_part (gunichar character)
{
  return character > ' ' && character < 0x7F;
}

static gboolean
has_address (const Line *line, guint start, guint end)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_c (word, (char) at (line, (int) i));
  return strstr (word->str, "://") != NULL || strstr (word->str, "www.") != NULL || strchr (word->str, '@') != NULL;
}

static void
fix_addresses (Line *line)
{
  for (guint start = 0; start < line->text->len; start++)
    {
      guint end = start;

      while (is_address_part (at (line, (int) end)))
        end++;
      for (guint i = start; i < end && has_address (line, start, end); i++)
        g_array_index (line->fixed, gboolean, i) = TRUE;
      start = MAX (start, end);
    }
}

/* ---- full-width digits and letters ---- */

static void
narrow (Line *line)
{
  for (guint i = 0; i < line->text->len; i++)
    {
      gunichar character = at (line, (int) i);

      if ((character >= 0xFF10 && character <= 0xFF19) || (character >= 0xFF21 && character <= 0xFF3A) ||
          (character >= 0xFF41 && character <= 0xFF5A) || character == 0xFF05)
        set (line, i, character - 0xFEE0, BB_TIDY_WIDTH);
    }
  for (guint i = 0; i < line->text->len; i++)
    if (at (line, (int) i) == 0xFF0E && is_digit (at (line, (int) i - 1)) && is_digit (at (line, (int) i + 1)))
      set (line, i, '.', BB_TIDY_WIDTH);
}

/* ---- white space ---- */

/* Between Latin words and between figures a space says something; beside Chinese it does not. */
static void
tidy_spaces (Line *line)
{
  for (guint i = 0; i < line->text->len; i++)
    {
      gunichar before = at (line, (int) i - 1);
      guint end = i;

      while (bb_character_is_space (at (line, (int) end)))
        end++;
      if (end == i)
        continue;
      if (is_chinese (before) || is_chinese (at (line, (int) end)))
        {
          for (; end > i; end--)
            drop (line, i);
          line->counts[BB_TIDY_SPACES]++;
          i--;
        }
      else if (end - i > 1 || at (line, (int) i) != ' ')
        {
          for (; end > i + 1; end--)
            drop (line, i);
          set (line, i, ' ', BB_TIDY_SPACES);
        }
    }
}

/* ---- punctuation ---- */

static gboolean
is_mark_of_chinese (const Line *line, guint index)
{
  gunichar before = at (line, (int) index - 1);
  gunichar after = at (line, (int) index + 1);

  /* A colon belongs to the word before it; 1,234 and 3:1 are figures. */
  if (at (line, (int) index) == ':')
    return is_chinese (before) && after != '/';
  if (is_digit (before) && is_digit (after))
    return FALSE;
  return is_chinese (before) || (is_latin (before) && is_han (after)) || (before == '%' && is_han (after));
}

static void
widen_marks (Line *line)
{
  for (guint i = 0; i < line->text->len; i++)
    for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
      if (at (line, (int) i) == marks[m].half && !is_fixed (line, i) && is_mark_of_chinese (line, i))
        set (line, i, marks[m].full, BB_TIDY_PUNCTUATION);
  /* A full stop at the end of a Chinese sentence; anywhere else a dot may be part of a name. */
  if (line->text->len > 1 && at (line, (int) line->text->len - 1) == '.' && is_han (at (line, (int) line->text->len - 2)))
    set (line, line->text->len - 1, 0x3002, BB_TIDY_PUNCTUATION);
}

static gboolean
is_opening (gunichar character)
{
  return character == '(' || character == 0xFF08;
}

static gboolean
is_closing (gunichar character)
{
  return character == ')' || character == 0xFF09;
}

/* Returns: the bracket that closes the one at @start, or 0. */
static guint
find_closing (const Line *line, guint start)
{
  guint depth = 0;

  for (guint i = start; i < line->text->len; i++)
    {
      depth += is_opening (at (line, (int) i));
      if (is_closing (at (line, (int) i)) && --depth == 0)
        return i;
    }
  return 0;
}

static gboolean
are_brackets_of_chinese (const Line *line, guint start, guint end)
{
  if (is_chinese (at (line, (int) start - 1)) || at (line, (int) start) == 0xFF08 || at (line, (int) end) == 0xFF09)
    return TRUE;
  for (guint i = start + 1; i < end; i++)
    if (is_chinese (at (line, (int) i)))
      return TRUE;
  return FALSE;
}

/* Both brackets of a pair or none; one that has no other stays as it is. */
static void
widen_brackets (Line *line)
{
  for (guint i = 0; i < line->text->len; i++)
    {
      guint end = is_opening (at (line, (int) i)) && !is_fixed (line, i) ? find_closing (line, i) : 0;

      if (end == 0 || is_fixed (line, end) || !are_brackets_of_chinese (line, i, end))
        continue;
      if (at (line, (int) i) == '(')
        set (line, i, 0xFF08, BB_TIDY_PUNCTUATION);
      if (at (line, (int) end) == ')')
        set (line, end, 0xFF09, BB_TIDY_PUNCTUATION);
    }
}

static gboolean
is_never_double (gunichar character)
{
  return character == 0x3002 || character == 0xFF0C || character == 0x3001 || character == 0xFF1B || character == 0xFF1A;
}

static guint
run_length (const Line *line, guint start)
{
  guint n = 1;

  while (at (line, (int) (start + n)) == at (line, (int) start))
    n++;
  return n;
}

/* Three full stops and more are meant as dots that trail off. */
static void
tidy_doubled (Line *line)
{
  for (guint i = 0; i < line->text->len; i++)
    {
      gunichar character = at (line, (int) i);
      guint n = run_length (line, i);
      gboolean trails_off = n >= 3 && (character == 0x3002 || (character == '.' && is_chinese (at (line, (int) i - 1))));

      if (is_fixed (line, i) || n < 2 || (!trails_off && !is_never_double (character)))
        continue;
      for (guint k = trails_off ? 2 : 1; k < n; k++)
        drop (line, i);
      if (trails_off)
        g_array_index (line->text, gunichar, i) = g_array_index (line->text, gunichar, i + 1) = 0x2026;
      line->counts[BB_TIDY_DOUBLED]++;
    }
}

/* ---- the whole ---- */

static char *
tidy_once (const char *paragraph, guint *counts)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) text = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) fixed = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Line line = { text, fixed, counts };

  for (const char *p = paragraph; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_array_append_val (text, character);
    }
  g_array_set_size (fixed, text->len);
  fix_addresses (&line);
  narrow (&line);
  tidy_doubled (&line);
  widen_brackets (&line);
  widen_marks (&line);
  tidy_doubled (&line);
  tidy_spaces (&line);
  for (guint i = 0; i < text->len; i++)
    g_string_append_unichar (out, at (&line, (int) i));
  return g_string_free (out, FALSE);
}

/* One change may be what another one waits for: a space that is gone brings two marks together. */
static char *
tidy_paragraph (const char *paragraph, guint *counts)
{
  g_autofree char *text = g_strdup (paragraph);

  for (guint i = 0; i < MOST_ROUNDS; i++)
    {
      g_autofree char *next = tidy_once (text, counts);

      if (g_str_equal (next, text))
        break;
      g_free (text);
      text = g_steal_pointer (&next);
    }
  return bb_text_trim (text);
}

char *
bb_tidy (const char *text, guint counts[BB_N_TIDY])
{
  g_autoptr (GString) broken = g_string_new (text);
  g_auto (GStrv) lines = NULL;
  GString *out = g_string_sized_new (strlen (text));
  guint own[BB_N_TIDY] = { 0 };
  guint n_blank = 0;

  g_string_replace (broken, "\r\n", "\n", 0);
  lines = g_strsplit_set (broken->str, "\n\r", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *trimmed = bb_text_trim (lines[i]);
      g_autofree char *tidied = NULL;

      if (*trimmed == '\0')
        {
          n_blank += lines[i + 1] != NULL;
          own[BB_TIDY_SPACES] += *lines[i] != '\0' && lines[i + 1] == NULL;
          continue;
        }
      own[BB_TIDY_LINES] += n_blank;
      n_blank = 0;
      own[BB_TIDY_SPACES] += !g_str_equal (trimmed, lines[i]);
      if (out->len > 0)
        g_string_append_c (out, '\n');
      tidied = tidy_paragraph (trimmed, own);
      g_string_append (out, tidied);
    }
  own[BB_TIDY_LINES] += n_blank;
  if (counts != NULL)
    memcpy (counts, own, sizeof own);
  return g_string_free (out, FALSE);
}

static char *
describe (BbTidyKind kind, guint n)
{
  switch (kind)
    {
    case BB_TIDY_SPACES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u space", "%u spaces", n), n);
    case BB_TIDY_LINES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u empty line", "%u empty lines", n), n);
    case BB_TIDY_PUNCTUATION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u half-width mark", "%u half-width marks", n), n);
    case BB_TIDY_WIDTH:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u full-width digit or letter", "%u full-width digits or letters", n), n);
    case BB_TIDY_DOUBLED:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u doubled mark", "%u doubled marks", n), n);
    }
}

char *
bb_tidy_describe (const guint counts[BB_N_TIDY])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BB_N_TIDY; i++)
    {
      g_autofree char *part = counts[i] > 0 ? describe (i, counts[i]) : NULL;

      if (part == NULL)
        continue;
      /* Translators: between the parts of a list. */
      g_string_append (text, text->len > 0 ? _(", ") : "");
      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}
