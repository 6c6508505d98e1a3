/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"
#include "import/bb-match-labels.h"
#include "import/bb-match-spots.h"

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbLineUse: what a line of the document turned out to be. Every line ends as something: nothing is lost silently.
 * @BB_LINE_FREE: narrative of its section, unless something else claims it
 * @BB_LINE_TITLE, @BB_LINE_HEADING: of the report, of a section
 * @BB_LINE_CONTENTS: of a table of contents before the body
 * @BB_LINE_TABLE: part of an official table
 * @BB_LINE_NOTED: told in a note
 */
typedef enum
{
  BB_LINE_FREE,
  BB_LINE_TITLE,
  BB_LINE_HEADING,
  BB_LINE_CONTENTS,
  BB_LINE_TABLE,
  BB_LINE_NOTED
} BbLineUse;

/* BB_SECTION_NONE: of a line that stands before the report begins. */
#define BB_SECTION_NONE -1

/**
 * BbMatchLine: a paragraph, or one row of a grid.
 * @line: where it stands, for the source's place
 * @text: trimmed; of a row: as one line
 * @cells: (nullable) (element-type utf8): the places of a row; %NULL for a paragraph. Belongs to the source
 * @n_filled: places that are not empty
 * @section: the section it stands in, or %BB_SECTION_NONE
 * @rest: (nullable): of a heading: the text that runs on behind it on the same line, in @text
 * @spot: where it is in the source
 * @spots: (nullable) (element-type BbImportSpot): of a row that was put together: where each of @cells stands
 * @joined: (nullable): of a paragraph: the row that it is together with a part of its label in the line before or behind it
 * @is_added: the source has no such line: it is a part of the one before
 */
typedef struct
{
  guint line;
  char *text;
  GPtrArray *cells;
  guint n_filled;
  int section;
  BbLineUse use;
  const char *rest;
  BbImportSpot spot;
  GArray *spots;
  char *joined;
  gboolean is_added;
} BbMatchLine;

/**
 * BbMatch: one document on its way from blocks to a report. The matcher knows no format.
 * @lines: (element-type BbMatchLine)
 * @notes: (element-type BbNote)
 * @note_counts: how many there would be of each id: past BB_IMPORT_NOTE_LIMIT they are only counted
 * @year: of the report, 0 when unknown
 * @rows, @sums: for bb_settle()
 * @spots: where the cells stood
 * @made: (element-type GPtrArray): the places of rows that were put together
 * @texts: what stands in them and in no place of the source
 */
typedef struct
{
  const BbImportSource *source;
  const char *name;
  GCancellable *cancellable;
  GPtrArray *lines;
  const BbForm *form;
  int year;
  BbLabels *labels;
  BbReport *report;
  GPtrArray *notes;
  GHashTable *note_counts;
  GPtrArray *rows;
  GPtrArray *sums;
  BbMatchSpots *spots;
  GPtrArray *made;
  GStringChunk *texts;
} BbMatch;

/** bb_match_init: @match has its lines; bb_match_begin() comes once the form is known. */
void bb_match_init (BbMatch *match, const BbImportSource *source, const char *name, GCancellable *cancellable);
/** bb_match_begin: the document is matched to @form, into a new report. */
void bb_match_begin (BbMatch *match, const BbForm *form);
void bb_match_clear (BbMatch *match);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbMatch, bb_match_clear)

/** bb_match_lines_new: Returns: (transfer full) (element-type BbMatchLine): the lines of @source in their order. */
GPtrArray *bb_match_lines_new (const BbImportSource *source);

static inline BbMatchLine *
bb_match_get_line (const BbMatch *match, guint index)
{
  return g_ptr_array_index (match->lines, index);
}

/** bb_match_line_spot: Returns: where the text at @place of @line stands. */
BbImportSpot bb_match_line_spot (const BbMatchLine *line, guint place);

/**
 * bb_match_line_put: the row @line has other places from now on.
 * @cells: (transfer full) (element-type utf8): texts of the source, or of bb_match_text()
 * @spots: (transfer full) (element-type BbImportSpot): one for each
 */
void bb_match_line_put (BbMatch *match, BbMatchLine *line, GPtrArray *cells, GArray *spots);

/** bb_match_line_add_below: Returns: (transfer none): a new row, a part of that at @index, without places. */
BbMatchLine *bb_match_line_add_below (BbMatch *match, guint index);

/** bb_match_text: Returns: (transfer none): a text for a place, kept as long as @match. */
char *bb_match_text (BbMatch *match, const char *text, gssize length);

/**
 * bb_match_note:
 * @cells: (nullable) (array length=n_cells): cells of the form that it is about
 * @line: 0 for no place
 * @message: (transfer full): one translated sentence
 */
void bb_match_note (BbMatch *match, const char *id, BbSeverity severity, const guint *cells, guint n_cells, guint line, char *message);

/** bb_match_note_unmatched: tells of a line, or a piece @text of it, that nothing is made of. */
void bb_match_note_unmatched (BbMatch *match, const BbMatchLine *line, const char *text);

/** bb_match_note_more: tells how many more there were than notes; once, at the end. */
void bb_match_note_more (BbMatch *match);

/** bb_match_excerpt: Returns: (transfer full): @text, cut behind @limit characters, but in no number or Latin word. */
char *bb_match_excerpt (const char *text, guint limit);

G_END_DECLS
