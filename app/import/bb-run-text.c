/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-run-text.h"

#include <glib/gi18n-lib.h>

char *
bb_run_text_raise (const char *text,
                   gssize      length)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  GString *result = g_string_new (NULL);

  for (const char *p = copy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* Of any script: a full-width digit counts as well. */
      if (g_unichar_isdigit (character))
        g_string_append (result, raised[g_unichar_digit_value (character)]);
      else
        g_string_append_unichar (result, character);
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
