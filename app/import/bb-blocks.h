/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-import.h>
#include <bianbao/bb-note.h>

G_BEGIN_DECLS

/**
 * BbImportPlace: a place in a document without lines.
 * @table: number of the table, from 1; 0: a paragraph
 * @number: number of the row or paragraph, from 1
 * @page: from 1; 0 in a format without pages
 */
typedef struct
{
  guint table;
  guint number;
  guint page;
} BbImportPlace;

/**
 * BbImportSource: what a reader hands to the matcher.
 * @place: (nullable): a translatable format with one %u that names a place of this format ("line %u"); %NULL: by @places
 * @places: (nullable) (element-type BbImportPlace): the line n of a block is the place n - 1
 * @sheets: (nullable) (element-type utf8): names of the sheets of a workbook; the tables of its places are sheets then
 * @page: of the places that are added next, for a format with pages
 * @title: (nullable): what the file says beside its text that it is about (the title of a web page)
 * @blocks: (element-type BbImportBlock): the document from top to bottom
 * @notes: (element-type BbNote): what the reader itself has to tell
 */
typedef struct
{
  const char *place;
  GArray *places;
  GPtrArray *sheets;
  guint page;
  char *title;
  GPtrArray *blocks;
  GPtrArray *notes;
} BbImportSource;

/** bb_import_source_new: @place: (nullable): as of BbImportSource. */
BbImportSource *bb_import_source_new (const char *place);
void bb_import_source_free (BbImportSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbImportSource, bb_import_source_free)

/** bb_import_source_place: Returns: (transfer full): "line 41", or "table 2, row 4", translated. */
char *bb_import_source_place (const BbImportSource *source, guint line);

/** bb_import_source_add_place: Returns: the line that stands for this place, for a source without lines. */
guint bb_import_source_add_place (BbImportSource *source, guint table, guint number);

/** bb_import_source_add_paragraph: @text is copied. */
void bb_import_source_add_paragraph (BbImportSource *source, guint line, const char *text);
/** bb_import_source_add_grid: Returns: (transfer none): a new grid without rows. */
BbImportBlock *bb_import_source_add_grid (BbImportSource *source, guint line);
/** bb_import_block_add_row: @text: (nullable): as of BbImportRow, copied. Returns: (transfer none): a new row without cells. */
BbImportRow *bb_import_block_add_row (BbImportBlock *grid, guint line, const char *text);
/**
 * bb_import_covered: the text, by address, of a place that belongs to a merged cell which began before it. It is empty for
 * who does not ask; it is no blank of the table for who does.
 */
extern const char bb_import_covered[];

/** bb_import_row_cover: adds a place that belongs to a merged cell. */
void bb_import_row_cover (BbImportRow *row);
/** bb_import_row_cover_from_above: the same for a cell that began in a row above. */
void bb_import_row_cover_from_above (BbImportRow *row);
/** bb_import_row_mark_broken: the digits at @place are broken over full lines: as of BbImportRow. */
void bb_import_row_mark_broken (BbImportRow *row, guint place);
gboolean bb_import_row_is_broken (const BbImportRow *row, guint place);
/** bb_import_row_add_cell: @text is trimmed; @length: bytes, -1 for all. */
void bb_import_row_add_cell (BbImportRow *row, const char *text, gssize length);

BbImportRow *bb_import_row_new (guint line, const char *text);
void bb_import_row_free (BbImportRow *row);

G_END_DECLS
