/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-typing.h"

#include <string.h>

static gboolean
is_break (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_ispunct (character);
}

/* Where the texts begin to differ; both pointers are left there. Returns: in characters. */
static guint
skip_common (const char **before, const char **after)
{
  guint n = 0;

  for (; **before != '\0' && g_utf8_get_char (*before) == g_utf8_get_char (*after); n++)
    {
      *before = g_utf8_next_char (*before);
      *after = g_utf8_next_char (*after);
    }
  return n;
}

/* Whether @longer is @shorter with one character put in front. */
static gboolean
is_one_more (const char *longer, const char *shorter)
{
  return *longer != '\0' && g_str_equal (g_utf8_next_char (longer), shorter);
}

/* The character behind a break begins another word. */
static gboolean
is_same_word (const BbTyping *self, int step, guint position, gunichar character)
{
  if (self->step != step || (is_break (self->last) && !is_break (character)))
    return FALSE;
  /* Backspace moves the caret, Delete does not. */
  return self->position == position || (step < 0 && self->position == position + 1);
}

gboolean
bb_typing_goes_on (BbTyping *self, const char *before, const char *after)
{
  guint position = skip_common (&before, &after);
  int step = is_one_more (after, before) ? 1 : is_one_more (before, after) ? -1 : 0;
  gunichar character = step != 0 ? g_utf8_get_char (step > 0 ? after : before) : 0;
  gboolean goes_on = step != 0 && is_same_word (self, step, position, character);

  *self = (BbTyping) { step, step > 0 ? position + 1 : position, character };
  return goes_on;
}
