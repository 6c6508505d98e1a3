/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-font-note.h"

#include <glib/gi18n.h>

/* So many characters are named; a text of another script would fill the line with its own. */
#define MOST_CHARACTERS 8

static void
add_fonts (GString *line, GString *details)
{
  g_autoptr (GPtrArray) changes = bb_glyphs_font_changes ();
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const BbFontChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", change->wanted);
      g_string_append_printf (details, "%s%s → %s", details->len > 0 ? "\n" : "", change->wanted,
                              *change->used != '\0' ? change->used : _("No font of this computer"));
    }
  if (names->len == 0)
    return;
  if (line->len > 0)
    g_string_append_c (line, ' ');
  /* Translators: %s are names of fonts */
  g_string_append_printf (line, _("Not installed, printed in other fonts: %s."), names->str);
}

/* Where none is of the kind, nothing is said. */
static void
add_characters (GString *line, GString *details, const GPtrArray *changes, gboolean is_private)
{
  g_autoptr (GString) characters = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const BbGlyphChange *change = g_ptr_array_index (changes, i);

      if (change->is_private != is_private || (change->used != NULL && !is_private))
        continue;
      if (n < MOST_CHARACTERS)
        {
          g_string_append_unichar (characters, change->character);
          g_string_append_printf (details, "%sU+%04X: %s", details->len > 0 ? "\n" : "", (guint) change->character, change->place);
        }
      else if (n == MOST_CHARACTERS)
        g_string_append (characters, "…");
      n++;
    }
  if (n == 0)
    return;
  if (line->len > 0)
    g_string_append_c (line, ' ');
  if (is_private)
    g_string_append_printf (line, _("Of private use, another character for each reader: %s"), characters->str);
  else
    g_string_append_printf (line, ngettext ("In no font, printed as an empty box: %s", "In no font, printed as empty boxes: %s", n),
                            characters->str);
}

void
bb_font_note_show (GtkLabel *label, BbReport *report)
{
  g_autoptr (GPtrArray) changes = bb_glyphs_changes (report);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) details = g_string_new (NULL);

  /* The worst first: the end of a long line is cut off, and everybody knows about the fonts after the first time. */
  add_characters (line, details, changes, TRUE);
  add_characters (line, details, changes, FALSE);
  add_fonts (line, details);
  gtk_label_set_text (label, line->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), details->str);
  gtk_widget_set_visible (GTK_WIDGET (label), line->len > 0);
}
