/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-limits.h"
#include "import/bb-match.h"
#include "util/bb-word-border.h"

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
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (match->note_counts, id)) + 1;

  g_hash_table_insert (match->note_counts, (gpointer) id, GUINT_TO_POINTER (n));
  if (n > BB_IMPORT_NOTE_LIMIT)
    return;
  for (guint i = 0; i < n_cells; i++)
    ids[i] = match->form->cells[cells[i]].id;
  g_ptr_array_add (match->notes, bb_note_new (id, severity, ids, text, place));
}

char *
bb_match_excerpt (const char *text,
                  guint       limit)
{
  return bb_word_border_shorten (text, limit);
}

void
bb_match_note_unmatched (BbMatch           *match,
                         const BbMatchLine *line,
                         const char        *text)
{
  g_autofree char *excerpt = bb_match_excerpt (text, EXCERPT);

  bb_match_note (match, "read.unmatched-line", BB_SEVERITY_WARNING, NULL, 0, line->line,
                 g_strdup_printf (_("Nothing in the form fits this: “%s”"), excerpt));
}

void
bb_match_note_more (BbMatch *match)
{
  GHashTableIter iter;
  gpointer id;
  gpointer count;

  g_hash_table_iter_init (&iter, match->note_counts);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      guint more = GPOINTER_TO_UINT (count) > BB_IMPORT_NOTE_LIMIT ? GPOINTER_TO_UINT (count) - BB_IMPORT_NOTE_LIMIT : 0;
      g_autofree char *text = NULL;

      if (more == 0)
        continue;
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more note of this kind was left out",
                                           "%u more notes of this kind were left out", more), more);
      g_ptr_array_add (match->notes, bb_note_new (id, BB_SEVERITY_WARNING, NULL, text, NULL));
    }
}
