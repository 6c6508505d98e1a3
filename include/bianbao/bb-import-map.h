/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

typedef struct _BbImportBlock BbImportBlock;

/**
 * BbImportSpot: a place in what was read.
 * @block: index of the block
 * @row: row of a grid, or which of the lines of a paragraph, from 0
 * @column: place in the row of a grid; -1: somewhere in the row (which of several equal figures a cell got, nobody can tell), or
 *   in the paragraph
 */
typedef struct
{
  guint block;
  guint row;
  int column;
} BbImportSpot;

/**
 * BbImportUse: what became of a line of the file.
 * @BB_IMPORT_USE_BLANK: there is nothing in it
 * @BB_IMPORT_USE_TEXT: it is in the text of its section
 * @BB_IMPORT_USE_TITLE, @BB_IMPORT_USE_HEADING, @BB_IMPORT_USE_CONTENTS: title of the report, of a section, table of contents
 * @BB_IMPORT_USE_TABLE: part of an official table
 * @BB_IMPORT_USE_NONE: nothing was made of it; a note says so
 */
typedef enum
{
  BB_IMPORT_USE_BLANK,
  BB_IMPORT_USE_TEXT,
  BB_IMPORT_USE_TITLE,
  BB_IMPORT_USE_HEADING,
  BB_IMPORT_USE_CONTENTS,
  BB_IMPORT_USE_TABLE,
  BB_IMPORT_USE_NONE
} BbImportUse;

/**
 * BbImportLine: one line of what was read: a row of a grid, or a line of a paragraph.
 * @spot: where it stands; its column is -1
 * @section: section of the form that it stands in, -1 before the report begins
 * @place: how its format counts lines, for bb_import_map_dup_place()
 * @text: trimmed; of a row: as one line
 */
typedef struct
{
  BbImportSpot spot;
  int section;
  guint place;
  BbImportUse use;
  char *text;
} BbImportLine;

/**
 * BbImportMap: which cell of the form stood where in the file, and the file's blocks to look it up in: for the review in the window.
 *
 * It belongs to a reading and lives as long as the window does. It is not saved in the document: that keeps the place and the
 * excerpt of each cell as texts (bb_field_get_source()), and the file itself is still where it was. Nothing of it is ever
 * exported. Immutable once the reading is settled; counted references.
 */
typedef struct _BbImportMap BbImportMap;

BbImportMap *bb_import_map_ref (BbImportMap *self);
void bb_import_map_unref (BbImportMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbImportMap, bb_import_map_unref)

guint bb_import_map_get_n_blocks (const BbImportMap *self);
/** bb_import_map_get_block: (transfer none): as of BbImportBlock. */
const BbImportBlock *bb_import_map_get_block (const BbImportMap *self, guint block);

guint bb_import_map_get_n_lines (const BbImportMap *self);
/** bb_import_map_get_line: (transfer none): line number @index of the file, from top to bottom. */
const BbImportLine *bb_import_map_get_line (const BbImportMap *self, guint index);
/** bb_import_map_find_line: Returns: the index of the line that @spot is in, -1 when it is in none. */
int bb_import_map_find_line (const BbImportMap *self, const BbImportSpot *spot);
/** bb_import_map_dup_place: Returns: (transfer full): where @line stands, for people: "line 41", "table 2, row 4". */
char *bb_import_map_dup_place (const BbImportMap *self, const BbImportLine *line);

/**
 * bb_import_map_find_field:
 * @id: of a cell, a section (its first line of text, else its heading) or "meta.title"
 * @spot: (out)
 *
 * By id, because the edition of the report may be changed after reading.
 *
 * Returns: %FALSE when nothing of the field stands in the file: it was deduced from others, or there is no such row
 */
gboolean bb_import_map_find_field (const BbImportMap *self, const char *id, BbImportSpot *spot);

/** bb_import_map_find_id: Returns: (nullable): id of the cell that was read at exactly this place. */
const char *bb_import_map_find_id (const BbImportMap *self, const BbImportSpot *spot);

/**
 * bb_import_map_get_span:
 * @spot: a place of a grid
 * @rows, @columns: (out): how far it reaches: 1 and 1 unless it is a merged cell
 *
 * Returns: %FALSE when the place belongs to a merged cell that began before it
 */
gboolean bb_import_map_get_span (const BbImportMap *self, const BbImportSpot *spot, guint *rows, guint *columns);

G_END_DECLS
