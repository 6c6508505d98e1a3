/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-run-text.h"

#include <glib/gi18n-lib.h>

static const gunichar raised[] = { 0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

gunichar
bb_run_text_raise_digit (gunichar digit)
{
  return raised[g_unichar_digit_value (digit)];
}

gboolean
bb_run_text_is_raised (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (raised); i++)
    if (raised[i] == character)
      return TRUE;
  return FALSE;
}

char *
bb_run_text_raise (const char *text,
                   gssize      length)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  GString *result = g_string_new (NULL);

  for (const char *p = copy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* Of any script: a full-width digit counts as well. */
      g_string_append_unichar (result, g_unichar_isdigit (character) ? bb_run_text_raise_digit (character) : character);
    }
  return g_string_free (result, FALSE);
}

void
bb_run_text_note_struck (BbImportSource *source,
                         guint           n)
{
  g_autofree char *message = NULL;

  if (n == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage is struck through in the file and was left out",
                                          "%u passages are struck through in the file and were left out", n), n);
  g_ptr_array_add (source->notes, bb_note_new ("read.struck", BB_SEVERITY_WARNING, NULL, message, NULL));
}
