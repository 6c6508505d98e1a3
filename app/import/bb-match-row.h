/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-labels.h"

G_BEGIN_DECLS

/**
 * BbRowKind: what a row is in one table of the form.
 * @BB_ROW_OTHER: nothing that this table has
 * @BB_ROW_EMPTY: places without anything in them
 * @BB_ROW_HEAD: heads of columns, a corner, a block's title
 * @BB_ROW_GROUP: the title of a group of rows, alone
 * @BB_ROW_DATA: a row with a label
 * @BB_ROW_VALUES: values without a label
 */
typedef enum
{
  BB_ROW_OTHER,
  BB_ROW_EMPTY,
  BB_ROW_HEAD,
  BB_ROW_GROUP,
  BB_ROW_DATA,
  BB_ROW_VALUES
} BbRowKind;

/**
 * BbRowReading:
 * @label: of %BB_ROW_DATA and %BB_ROW_GROUP; may be another edition's
 * @label_place: the place of the last label; values stand behind it. -1 when there is none
 * @cells: (element-type utf8): the places; others than those of the row when label and value stood in one place
 * @n_unknown: of %BB_ROW_HEAD: places that say something else
 * @is_split: that was so: the places are no columns then
 * @places: (nullable) (element-type guint): of a row that was split: for each of @cells the place it came from
 * @is_guessed: the label was known in spite of a misprint
 */
typedef struct
{
  BbRowKind kind;
  const BbLabel *label;
  int label_place;
  GPtrArray *cells;
  guint n_unknown;
  gboolean is_split;
  GArray *places;
  gboolean is_guessed;
} BbRowReading;

void bb_row_reading_clear (BbRowReading *reading);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbRowReading, bb_row_reading_clear)

/**
 * bb_row_read:
 * @table_id: the table that the row is read for
 * @after: the order of the row above, 0 at the top: heads are expected then, and of rows with the same name the first
 *   below it is meant
 *
 * A row is known by its label, never by its place: the last label decides, titles of groups may stand before it.
 */
void bb_row_read (BbLabels *labels, const char *table_id, GPtrArray *cells, guint after, BbRowReading *reading);

/**
 * bb_row_read_text: as bb_row_read(), for a paragraph: words separated by spaces, a label and then nothing but values.
 */
void bb_row_read_text (BbLabels *labels, const char *table_id, const char *text, guint after, BbRowReading *reading);

/** bb_row_count_values: places behind the label that are not empty. */
guint bb_row_count_values (const BbRowReading *reading);

G_END_DECLS
