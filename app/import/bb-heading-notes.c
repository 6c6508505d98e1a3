/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-heading-notes.h"

#include "import/bb-heading-text.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 40

void
bb_heading_notes_contents (BbMatch *match,
                           guint    first,
                           guint    last)
{
  guint from = bb_match_get_line (match, first)->line;
  guint to = bb_match_get_line (match, last)->line;

  bb_match_note (match, "read.contents", BB_SEVERITY_HINT, NULL, 0, from,
                 g_strdup_printf (_("Lines %u to %u are a table of contents; they were left out"), from, to));
}

static void
add_note (BbMatch *match,
          guint    line,
          char    *message)
{
  bb_match_note (match, "form.sections", BB_SEVERITY_ERROR, NULL, 0, line, message);
}

/* The heading as it stands, without text that runs on behind it. */
static char *
heading_text (const BbMatchLine *line)
{
  g_autofree char *text = line->rest != NULL ? g_strndup (line->text, line->rest - line->text) : g_strdup (line->text);
  g_autofree char *trimmed = bb_text_trim (text);

  return bb_match_excerpt (trimmed, EXCERPT);
}

/*
 * Whether a heading says what the form says: the title, and the number where it is numbered in the form's way. A heading
 * without number, or with 1. or （一）, is only set otherwise.
 */
static gboolean
is_right (const BbSection *section,
          const char      *text)
{
  g_autofree char *folded = bb_text_fold_label (text);
  g_autofree char *official = bb_text_fold_label (section->title);
  BbNumberStyle style;
  int number = bb_heading_number (text, &style);
  const char *bare = bb_heading_skip_number (folded);

  if (!g_str_has_prefix (bare, official) || g_utf8_strlen (bare + strlen (official), -1) > 1)
    return FALSE;
  return style == BB_NUMBERED_NONE || number == bb_heading_section_number (section);
}

static void
tell_wrong (BbMatch           *match,
            const BbSection   *section,
            const BbMatchLine *line)
{
  g_autofree char *found = heading_text (line);

  if (!is_right (section, found))
    add_note (match, line->line,
              g_strdup_printf (_("A section is headed “%s”; the form says “%s、%s”"), found, section->number, section->title));
}

/* The first section that stands before an earlier one. */
static void
tell_order (BbMatch   *match,
            const int *lines)
{
  const BbForm *form = match->form;
  const BbSection *last = NULL;

  for (guint i = 0; i < form->n_sections; i++)
    {
      const BbSection *section = &form->sections[i];

      if (lines[i] < 0)
        continue;
      if (last != NULL && lines[i] < lines[last->index])
        {
          add_note (match, bb_match_get_line (match, lines[i])->line,
                    g_strdup_printf (_("“%s、%s” stands before “%s、%s”; the form has them the other way round"),
                                     section->number, section->title, last->number, last->title));
          return;
        }
      last = section;
    }
}

void
bb_heading_notes_sections (BbMatch   *match,
                           const int *lines)
{
  const BbForm *form = match->form;

  for (guint i = 0; i < form->n_sections; i++)
    {
      const BbSection *section = &form->sections[i];

      if (lines[i] >= 0)
        tell_wrong (match, section, bb_match_get_line (match, lines[i]));
    }
  tell_order (match, lines);
}
