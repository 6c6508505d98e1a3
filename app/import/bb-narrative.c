/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-narrative.h"

#include "import/bb-import-limits.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is longer, or ends a clause, is a sentence, also between the rows of a table. */
#define LONGEST_SCRAP 12

/* The table of a section: from its first to its last line. */
typedef struct
{
  guint first;
  guint last;
} Extent;

static gboolean
find_extent (const BbMatch *match,
             guint          section,
             Extent        *extent)
{
  gboolean found = FALSE;

  for (guint i = 0; i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (line->use != BB_LINE_TABLE || line->section != (int) section)
        continue;
      extent->first = found ? extent->first : i;
      extent->last = i;
      found = TRUE;
    }
  return found;
}

static gboolean
is_sentence (const char *text)
{
  static const char *const marks[] = { "。", "，", "；", "：", NULL };

  for (guint i = 0; marks[i] != NULL; i++)
    if (strstr (text, marks[i]) != NULL)
      return TRUE;
  return g_utf8_strlen (text, -1) > LONGEST_SCRAP;
}

static gboolean
has_values (const BbMatchLine *line)
{
  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      BbNumber number = bb_number_read (g_ptr_array_index (line->cells, i), NULL);

      if (number.form != BB_NUMBER_BLANK && number.form != BB_NUMBER_TEXT)
        return TRUE;
    }
  return FALSE;
}

/* Scraps between the rows of a table, and rows of figures in its section, are told; sentences are narrative wherever they stand. */
static gboolean
is_narrative (const BbMatch     *match,
              const BbMatchLine *line,
              guint              index,
              const Extent      *extent)
{
  gboolean inside = extent != NULL && index > extent->first && index < extent->last;

  if (match->form->sections[line->section].table < 0)
    return TRUE;
  if (line->n_filled > 1 && (inside || has_values (line)))
    return FALSE;
  return !inside || is_sentence (line->text);
}

static void
append_paragraph (GString    *narrative,
                  const char *text)
{
  if (*text == '\0')
    return;
  if (narrative->len > 0)
    g_string_append_c (narrative, '\n');
  g_string_append (narrative, text);
}

static void
take_line (BbMatch     *match,
           BbMatchLine *line,
           guint        index,
           const Extent *extent,
           GString     *narrative)
{
  if (line->use == BB_LINE_HEADING && line->rest != NULL)
    append_paragraph (narrative, line->rest);
  if (line->use != BB_LINE_FREE || line->n_filled == 0)
    return;
  if (is_narrative (match, line, index, extent))
    {
      append_paragraph (narrative, line->text);
      return;
    }
  line->use = BB_LINE_NOTED;
  /* Heads come out of a PDF file in pieces: 结果维, 持. There is no figure in them that could be missed. */
  if (extent == NULL || !bb_labels_is_piece (match->labels, line->text))
    bb_match_note_unmatched (match, line, line->text);
}

static gboolean
put_narrative (BbMatch     *match,
               guint        section,
               const char  *text,
               gboolean     missing,
               guint        line,
               GError     **error)
{
  g_autofree char *source = line > 0 ? bb_import_source_place (match->source, line) : NULL;
  BbContent content = { (char *) text, BB_ORIGIN_READ, missing, source, NULL };

  if (strlen (text) > BB_IMPORT_NARRATIVE_LIMIT)
    {
      const char *title = match->form->sections[section].title;

      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The text of section “%s” is longer than %d KiB"),
                   title != NULL ? title : "—", BB_IMPORT_NARRATIVE_LIMIT / 1024);
      return FALSE;
    }
  bb_report_edit_content (match->report, bb_report_get_section (match->report, section), &content);
  return TRUE;
}

static gboolean
fill_section (BbMatch  *match,
              guint     section,
              GError  **error)
{
  g_autoptr (GString) narrative = g_string_new (NULL);
  Extent extent = { 0, 0 };
  gboolean has_table = find_extent (match, section, &extent);
  gboolean found = FALSE;
  guint first = 0;

  for (guint i = 0; i < match->lines->len; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);
      gsize length = narrative->len;

      if (line->section != (int) section)
        continue;
      found = found || line->use == BB_LINE_HEADING;
      take_line (match, line, i, has_table ? &extent : NULL, narrative);
      if (first == 0 && narrative->len > length)
        first = line->line;
    }
  /* The introduction has no heading: without one line of it there is just none. */
  return put_narrative (match, section, narrative->str, !found && match->form->sections[section].title != NULL, first, error);
}

gboolean
bb_narrative_fill (BbMatch  *match,
                   GError  **error)
{
  for (guint i = 0; i < match->lines->len; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      if (line->use != BB_LINE_FREE || line->section != BB_SECTION_NONE || line->n_filled == 0)
        continue;
      line->use = BB_LINE_NOTED;
      bb_match_note_unmatched (match, line, line->text);
    }
  for (guint i = 0; i < match->form->n_sections; i++)
    if (!fill_section (match, i, error))
      return FALSE;
  return TRUE;
}
