/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-parts.h"

#include <string.h>

/* A title may stand so many lines above its piece. */
#define FARTHEST_TITLE 2

/*
 * One piece: a row of values under heads of its own.
 * @heads: (element-type guint): places of the heads of single columns, in their order
 * @first: the column of its first value
 */
typedef struct
{
  const BbMatchRow *row;
  GArray *heads;
  guint first;
} Piece;

static void
piece_clear (gpointer data)
{
  g_array_unref (((Piece *) data)->heads);
}

static const BbHead *
find_group (BbMatch       *match,
            const BbTable *table,
            const char    *text)
{
  const BbLabel *label = *text != '\0' ? bb_labels_find (match->labels, table->id, BB_LABEL_COLUMN_GROUP, text) : NULL;

  return label != NULL && label->is_own && label->head >= 0 ? &label->block->columns[label->head] : NULL;
}

int
bb_match_parts_label (BbMatch         *match,
                      const BbTable   *table,
                      const GPtrArray *cells)
{
  guint i = 0;
  int place = -1;

  for (; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (*cell != '\0' && find_group (match, table, cell) == NULL)
        break;
      place = *cell != '\0' ? (int) i : place;
    }
  /* Words among the values are words of cells. */
  for (; i < cells->len; i++)
    if (find_group (match, table, g_ptr_array_index (cells, i)) != NULL)
      return -1;
  return place;
}

/* ---- what a piece is ---- */

static gboolean
is_repeated (const BbMatchHead *head,
             guint              index)
{
  const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, index);
  const BbHeadCell *before = index > 0 ? &g_array_index (head->cells, BbHeadCell, index - 1) : NULL;

  return before != NULL && before->line == cell->line && before->text == cell->text;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const guint *first = a;
  const guint *second = b;

  return *first < *second ? -1 : *first > *second;
}

static GArray *
list_heads (BbMatch           *match,
            const BbTable     *table,
            const BbMatchHead *head)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, i);

      if (!is_repeated (head, i) && bb_labels_find (match->labels, table->id, BB_LABEL_COLUMN, cell->text) != NULL)
        g_array_append_val (places, cell->place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* @group: (inout): of all groups named, the one with as many columns as the piece has heads. */
static void
take_group (const Piece   *piece,
            const BbHead  *named,
            const BbHead **group)
{
  if (named != NULL && named->n_leaves == piece->heads->len)
    *group = named;
}

/* A title on a line of its own, right above the piece. */
static void
find_title_above (BbMatch       *match,
                  const BbTable *table,
                  const Piece   *piece,
                  const BbHead **group)
{
  guint line = piece->row->head->cells->len > 0 ? g_array_index (piece->row->head->cells, BbHeadCell, 0).line : 0;
  guint index = 0;

  while (index < match->lines->len && bb_match_get_line (match, index)->line != line)
    index++;
  for (guint i = index; index < match->lines->len && i > 0 && i + FARTHEST_TITLE > index && *group == NULL; i--)
    {
      if (bb_match_get_line (match, i - 1)->cells != NULL)
        return;
      take_group (piece, find_group (match, table, bb_match_get_line (match, i - 1)->text), group);
    }
}

static const BbHead *
find_piece_group (const BbMatchTable *table,
                  const Piece        *piece)
{
  const BbMatchHead *head = piece->row->head;
  const BbHead *group = NULL;

  for (int i = 0; i <= piece->row->label_place; i++)
    take_group (piece, find_group (table->match, table->table, g_ptr_array_index (piece->row->cells, (guint) i)), &group);
  for (guint i = 0; i < head->cells->len && group == NULL; i++)
    take_group (piece, find_group (table->match, table->table, g_array_index (head->cells, BbHeadCell, i).text), &group);
  if (group == NULL)
    find_title_above (table->match, table->table, piece, &group);
  return group;
}

/* ---- all pieces ---- */

/* Whether values stand nowhere but under the heads of @piece. */
static gboolean
is_regular (const Piece *piece)
{
  const GPtrArray *cells = piece->row->cells;
  guint next = 0;

  if (!piece->row->has_places || piece->heads->len == 0)
    return FALSE;
  /* Heads below heads: the row of another piece was none. */
  for (guint i = 1; i < piece->heads->len; i++)
    if (g_array_index (piece->heads, guint, i) == g_array_index (piece->heads, guint, i - 1))
      return FALSE;
  for (guint i = (guint) (piece->row->label_place + 1); i < cells->len; i++)
    {
      while (next < piece->heads->len && g_array_index (piece->heads, guint, next) < i)
        next++;
      if (*(const char *) g_ptr_array_index (cells, i) != '\0' &&
          (next == piece->heads->len || g_array_index (piece->heads, guint, next) != i))
        return FALSE;
    }
  return g_array_index (piece->heads, guint, piece->heads->len - 1) < cells->len;
}

/* Each column once: by the titles of the groups, in their order where no piece has a title. */
static gboolean
place_pieces (const BbMatchTable *table,
              GArray             *pieces)
{
  guint n_columns = table->table->blocks[0].n_column_leaves;
  g_autofree gboolean *taken = g_new0 (gboolean, n_columns);
  guint n_named = 0;
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      const BbHead *group = find_piece_group (table, piece);

      n_named += group != NULL;
      piece->first = group != NULL ? group->first_leaf : n;
      n += piece->heads->len;
    }
  if (n != n_columns || (n_named > 0 && n_named < pieces->len))
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    for (guint c = 0; c < g_array_index (pieces, Piece, i).heads->len; c++)
      {
        guint column = g_array_index (pieces, Piece, i).first + c;

        if (column >= n_columns || taken[column])
          return FALSE;
        taken[column] = TRUE;
      }
  return TRUE;
}

static GArray *
find_pieces (const BbMatchTable *table)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_array_set_clear_func (pieces, piece_clear);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *row = bb_match_table_get_row (table, i);
      Piece piece = { row, list_heads (table->match, table->table, row->head), 0 };

      g_array_append_val (pieces, piece);
      if (!is_regular (&piece))
        return NULL;
    }
  return pieces->len > 1 && place_pieces (table, pieces) ? g_steal_pointer (&pieces) : NULL;
}

/* ---- one row of them ---- */

static BbMatchHead *
official_head_new (const BbBlock *block)
{
  BbMatchHead *head = bb_match_head_new ();

  head->has_places = TRUE;
  for (guint i = 0; i < block->n_column_leaves; i++)
    {
      BbHeadCell cell = { i, 0, block->columns[block->column_leaves[i]].title };

      g_array_append_val (head->cells, cell);
    }
  return head;
}

static BbMatchRow *
join_pieces (const BbMatchTable *table,
             GArray             *pieces,
             BbMatchHead        *head)
{
  guint n = table->table->blocks[0].n_column_leaves;
  BbMatchRow *joined = g_new0 (BbMatchRow, 1);

  joined->line = g_array_index (pieces, Piece, 0).row->line;
  joined->label_place = -1;
  joined->has_places = TRUE;
  joined->head = head;
  joined->cells = g_ptr_array_new_with_free_func (g_free);
  joined->spots = g_array_new (FALSE, TRUE, sizeof (BbImportSpot));
  g_ptr_array_set_size (joined->cells, (int) n);
  g_array_set_size (joined->spots, n);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      for (guint c = 0; c < piece->heads->len; c++)
        {
          guint place = g_array_index (piece->heads, guint, c);

          joined->cells->pdata[piece->first + c] = g_strdup (g_ptr_array_index (piece->row->cells, place));
          g_array_index (joined->spots, BbImportSpot, piece->first + c) = g_array_index (piece->row->spots, BbImportSpot, place);
        }
    }
  return joined;
}

void
bb_match_parts_join (BbMatchTable *table)
{
  g_autoptr (GArray) pieces = NULL;
  BbMatchHead *head;
  BbMatchRow *joined;

  if (table->table->n_label_columns > 0 || table->table->n_blocks != 1 || table->table->blocks[0].n_row_leaves != 1)
    return;
  pieces = find_pieces (table);
  if (pieces == NULL)
    return;
  head = official_head_new (&table->table->blocks[0]);
  joined = join_pieces (table, pieces, head);
  g_ptr_array_add (table->heads, head);
  g_ptr_array_set_size (table->rows, 0);
  g_ptr_array_add (table->rows, joined);
}
