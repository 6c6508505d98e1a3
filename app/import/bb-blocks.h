/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-import.h>
#include <bianbao/bb-note.h>

G_BEGIN_DECLS

/**
 * BbImportSource: what a reader hands to the matcher.
 * @place: a translatable format with one %u that names a place of this format ("line %u")
 * @blocks: (element-type BbImportBlock): the document from top to bottom
 * @notes: (element-type BbNote): what the reader itself has to tell
 */
typedef struct
{
  const char *place;
  GPtrArray *blocks;
  GPtrArray *notes;
} BbImportSource;

BbImportSource *bb_import_source_new (const char *place);
void bb_import_source_free (BbImportSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbImportSource, bb_import_source_free)

/** bb_import_source_place: Returns: (transfer full): "line 41", translated. */
char *bb_import_source_place (const BbImportSource *source, guint line);

/** bb_import_source_add_paragraph: @text is copied. */
void bb_import_source_add_paragraph (BbImportSource *source, guint line, const char *text);
/** bb_import_source_add_grid: Returns: (transfer none): a new grid without rows. */
BbImportBlock *bb_import_source_add_grid (BbImportSource *source, guint line);
/** bb_import_block_add_row: @text: (nullable): as of BbImportRow, copied. Returns: (transfer none): a new row without cells. */
BbImportRow *bb_import_block_add_row (BbImportBlock *grid, guint line, const char *text);
/** bb_import_row_add_cell: @text is trimmed; @length: bytes, -1 for all. */
void bb_import_row_add_cell (BbImportRow *row, const char *text, gssize length);

BbImportRow *bb_import_row_new (guint line, const char *text);
void bb_import_row_free (BbImportRow *row);

G_END_DECLS
