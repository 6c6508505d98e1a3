/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-text-blocks.h"

#include "import/bb-import-limits.h"
#include "import/bb-run-text.h"
#include "import/bb-text-rows.h"
#include "import/bb-text-tally.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* How often the cancellable is looked at. */
#define LINES_A_LOOK 1024

#define HEADING_LEVELS 6
#define BOLD "**"

/* Where reading is: @grid takes the next row, until a paragraph comes. */
typedef struct
{
  BbImportSource *source;
  BbImportBlock *grid;
  guint line;
  guint n_blocks;
  guint n_struck;
  gboolean is_markdown;
  BbTextTally tally;
} Reader;

static gboolean
is_break (gunichar character)
{
  switch (character)
    {
    case '\n':
    case '\r':
    case '\v':
    case '\f':
    case 0x85:
    case 0x2028:
    case 0x2029:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The text up to the next break, control characters replaced; @p ends at the break. */
static char *
read_line (Reader      *reader,
           const char **p)
{
  const char *start = *p;
  g_autofree char *line = NULL;

  while (**p != '\0' && !is_break (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  line = g_strndup (start, (gsize) (*p - start));
  return bb_text_tally_line (&reader->tally, line, reader->line);
}

/* Lines count as in an editor: only \n, \r and \r\n. */
static const char *
skip_break (Reader     *reader,
            const char *p)
{
  if (*p == '\n' || *p == '\r')
    reader->line++;
  return *p == '\r' && p[1] == '\n' ? p + 2 : g_utf8_next_char (p);
}

static gboolean
is_blank (const char *line)
{
  g_autofree char *trimmed = bb_text_trim (line);

  return *trimmed == '\0';
}

static gboolean
read_row (Reader      *reader,
          const char  *line,
          BbTextRow    kind,
          GError     **error)
{
  g_autofree char *text = bb_text_trim (line);
  BbImportRow *row;

  if (reader->grid == NULL)
    reader->grid = bb_import_source_add_grid (reader->source, reader->line);
  row = bb_import_block_add_row (reader->grid, reader->line, text);
  reader->n_struck += bb_text_row_split (kind, line, row);
  if (row->cells->len <= BB_IMPORT_PLACE_LIMIT && reader->grid->rows->len <= BB_IMPORT_ROW_LIMIT)
    return TRUE;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
               _("Line %u: a table has more than %d rows or a row more than %d places"),
               reader->line, BB_IMPORT_ROW_LIMIT, BB_IMPORT_PLACE_LIMIT);
  return FALSE;
}

static gboolean
check_limits (Reader      *reader,
              const char  *line,
              GError     **error)
{
  if (strlen (line) > BB_IMPORT_NARRATIVE_LIMIT)
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
                 _("Line %u is longer than %d KiB"), reader->line, BB_IMPORT_NARRATIVE_LIMIT / 1024);
  else if (reader->n_blocks++ >= BB_IMPORT_LINE_LIMIT)
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("There are more than %d lines of text"), BB_IMPORT_LINE_LIMIT);
  else
    return TRUE;
  return FALSE;
}

/* ---- headings of Markdown ---- */

/* Tables with a line below their heads: elsewhere # may be a word of the text. */
static gboolean
is_markdown (const char *text)
{
  static const char *const rules[] = { "|--", "| --", "|:-", "| :-" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strstr (text, rules[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): ## 一、总体情况 ## without what makes a heading of it. */
static char *
take_heading (const char *line)
{
  gsize n = strspn (line, "#");
  gsize length;
  char *words;

  if (n == 0 || n > HEADING_LEVELS || !g_ascii_isspace (line[n]))
    return g_strdup (line);
  words = bb_text_trim (line + n);
  for (length = strlen (words); length > 0 && words[length - 1] == '#'; length--)
    ;
  /* C# is a word. */
  if (length == 0)
    *words = '\0';
  while (length > 0 && g_ascii_isspace (words[length - 1]))
    words[--length] = '\0';
  return words;
}

/* Returns: (transfer full): the same of a line that is bold as a whole. */
static char *
take_paragraph (const char *line)
{
  g_autofree char *words = take_heading (line);
  gsize length = strlen (words);

  if (length <= 2 * strlen (BOLD) || !g_str_has_prefix (words, BOLD) || strstr (words + strlen (BOLD), BOLD) != words + length - strlen (BOLD))
    return g_steal_pointer (&words);
  return g_strndup (words + strlen (BOLD), length - 2 * strlen (BOLD));
}

static gboolean
read_block (Reader      *reader,
            const char  *line,
            GError     **error)
{
  BbTextRow kind = bb_text_row_kind (line);
  g_autofree char *words = NULL;

  /* A row of nothing but tabs is a row of blanks. */
  if (kind == BB_TEXT_ROW_RULE || (kind == BB_TEXT_ROW_NONE && is_blank (line)))
    return TRUE;
  if (!check_limits (reader, line, error))
    return FALSE;
  if (kind != BB_TEXT_ROW_NONE)
    return read_row (reader, line, kind, error);
  words = reader->is_markdown ? take_paragraph (line) : g_strdup (line);
  if (!is_blank (words))
    bb_import_source_add_paragraph (reader->source, reader->line, words);
  reader->grid = NULL;
  return TRUE;
}

BbImportSource *
bb_text_blocks_read (const char    *text,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (BbImportSource) source = bb_import_source_new (N_("line %u"));
  Reader reader = { .source = source, .line = 1, .is_markdown = is_markdown (text) };
  const char *p = text;

  for (guint n = 0; *p != '\0'; n++)
    {
      g_autofree char *line = NULL;

      if (n % LINES_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      /* Nothing but breaks: not worth a copy each. */
      if (is_break (g_utf8_get_char (p)))
        {
          p = skip_break (&reader, p);
          continue;
        }
      line = read_line (&reader, &p);
      if (!read_block (&reader, line, error))
        return NULL;
      if (*p != '\0')
        p = skip_break (&reader, p);
    }
  bb_text_tally_tell (&reader.tally, source);
  bb_run_text_note_struck (source, reader.n_struck);
  return g_steal_pointer (&source);
}
