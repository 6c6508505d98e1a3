/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-text-tally.h"

#include <glib/gi18n-lib.h>

#define REPLACEMENT 0xFFFD

static gboolean
is_control (gunichar character)
{
  return character != '\t' && character != '\n' && character != '\r' && g_unichar_iscntrl (character);
}

char *
bb_text_tally_line (BbTextTally *tally,
                    const char  *text,
                    guint        line)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_control (character) && tally->n_controls++ == 0)
        tally->first_control = line;
      if (character == REPLACEMENT && tally->n_replaced++ == 0)
        tally->first_replaced = line;
      g_string_append_unichar (shown, is_control (character) ? REPLACEMENT : character);
    }
  return g_string_free (shown, FALSE);
}

static void
add_note (BbImportSource *source,
          guint           line,
          char           *message)
{
  g_autofree char *text = message;
  g_autofree char *place = bb_import_source_place (source, line);

  g_ptr_array_add (source->notes, bb_note_new ("read.encoding", BB_SEVERITY_WARNING, NULL, text, place));
}

void
bb_text_tally_tell (const BbTextTally *tally,
                    BbImportSource    *source)
{
  if (tally->n_controls > 0)
    add_note (source, tally->first_control,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u control character stood in the text; it is shown as �",
                                            "%u control characters stood in the text; they are shown as �", tally->n_controls),
                               tally->n_controls));
  if (tally->n_replaced > 0)
    add_note (source, tally->first_replaced,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u character (�) was already lost when the file was written",
                                         "%u characters (�) were already lost when the file was written", tally->n_replaced),
                               tally->n_replaced));
}
