/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-limits.h"
#include "import/bb-match.h"

#include <glib/gi18n-lib.h>

#define EXCERPT 120

void
bb_match_note (BbMatch     *match,
               const char  *id,
               BbSeverity   severity,
               const guint *cells,
               guint        n_cells,
               guint        line,
               char        *message)
{
  g_autofree char *text = message;
  g_autofree char *place = line > 0 ? bb_import_source_place (match->source, line) : NULL;
  g_autofree const char **ids = g_new0 (const char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    ids[i] = match->form->cells[cells[i]].id;
  g_ptr_array_add (match->notes, bb_note_new (id, severity, ids, text, place));
}

char *
bb_match_excerpt (const char *text,
                  guint       limit)
{
  if (g_utf8_strlen (text, -1) <= (glong) limit)
    return g_strdup (text);
  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (text, limit) - text), text);
}

void
bb_match_note_unmatched (BbMatch           *match,
                         const BbMatchLine *line,
                         const char        *text)
{
  g_autofree char *excerpt = bb_match_excerpt (text, EXCERPT);

  if (match->n_unmatched++ < BB_IMPORT_NOTE_LIMIT)
    bb_match_note (match, "read.unmatched-line", BB_SEVERITY_WARNING, NULL, 0, line->line,
                   g_strdup_printf (_("Nothing in the form fits this: “%s”"), excerpt));
}

void
bb_match_note_more (BbMatch *match)
{
  guint more = match->n_unmatched > BB_IMPORT_NOTE_LIMIT ? match->n_unmatched - BB_IMPORT_NOTE_LIMIT : 0;

  if (more > 0)
    bb_match_note (match, "read.unmatched-line", BB_SEVERITY_WARNING, NULL, 0, 0,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more line fits nothing in the form",
                                                 "%u more lines fit nothing in the form", more), more));
}
