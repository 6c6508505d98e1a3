/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match-row.h"
#include "import/bb-match.h"

G_BEGIN_DECLS

/** BbHeadCell: one head of a column as found. @place: its place in the row. */
typedef struct
{
  guint place;
  guint line;
  const char *text;
} BbHeadCell;

/**
 * BbMatchHead: the heads over a run of rows.
 * @cells: (element-type BbHeadCell)
 * @has_places: the places are columns
 * @n_rows: how many rows stand under it
 * @fits: (element-type BbHeadFit): what bb_head_fit() made of them
 */
typedef struct
{
  GArray *cells;
  gboolean has_places;
  guint n_rows;
  GPtrArray *fits;
} BbMatchHead;

/**
 * BbMatchRow: a row of a table as found.
 * @label: (nullable): of an own row, or a row of another edition; %NULL in a table whose row has no label
 * @cells: (element-type utf8): all places
 * @label_place: place of the last label, -1 without
 * @has_places: the places are columns, so that an empty one may say something
 * @copy: which printing of the table it belongs to: each begins with a row that stood before
 * @is_doubtful: something of its numbers stands elsewhere
 * @is_other_year: the table says that it is another year's
 * @head: what stands over it
 * @spots: (element-type BbImportSpot): where each of @cells stands
 */
typedef struct
{
  const BbLabel *label;
  guint line;
  GPtrArray *cells;
  int label_place;
  gboolean has_places;
  gboolean is_guessed;
  gboolean is_doubtful;
  gboolean is_other_year;
  guint copy;
  BbMatchHead *head;
  GArray *spots;
} BbMatchRow;

/**
 * BbMatchTable: one table of the form as found in the document.
 * @no_head: without cells, over rows that stand under no head
 * @heads: (element-type BbMatchHead)
 * @rows: (element-type BbMatchRow): in the order found, several of a row perhaps
 * @marked: (element-type guint): indices of its lines
 * @is_turned: it is read from a grid on its side
 * @has_strange_heads: with words in its heads that the form does not have
 */
typedef struct
{
  BbMatch *match;
  const BbTable *table;
  BbMatchHead *no_head;
  GPtrArray *heads;
  GPtrArray *rows;
  GArray *marked;
  gboolean is_turned;
  gboolean has_strange_heads;
} BbMatchTable;

/**
 * bb_match_table_collect: finds the rows of @table, in its own section or, when it is not there, anywhere, and marks
 * their lines.
 *
 * Returns: (transfer full)
 */
BbMatchTable *bb_match_table_collect (BbMatch *match, const BbTable *table);
/** bb_match_table_new: Returns: (transfer full): without rows. */
BbMatchTable *bb_match_table_new (BbMatch *match, const BbTable *table);
/** bb_match_table_walk: finds rows of @table among the lines of @section, or %BB_SECTION_NONE for all, and marks them when it is believed. */
void bb_match_table_walk (BbMatchTable *table, int section);
/** bb_match_table_swap: what was found for one is the other's. */
void bb_match_table_swap (BbMatchTable *table, BbMatchTable *other);
void bb_match_table_free (BbMatchTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbMatchTable, bb_match_table_free)

/** bb_match_head_new: a head without cells; it belongs to the table that it is added to. */
BbMatchHead *bb_match_head_new (void);

static inline const BbMatchRow *
bb_match_table_get_row (const BbMatchTable *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

/** bb_match_row_items: (transfer container): what stands behind the label, without empty places at both ends. */
GPtrArray *bb_match_row_items (const BbMatchRow *row);

/** bb_match_row_excerpt: (transfer full): the same as one short text: "3 0 0 0 0 0 3". */
char *bb_match_row_excerpt (const BbMatchRow *row);

G_END_DECLS
