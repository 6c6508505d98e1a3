/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-align.h"

#include <string.h>

/* Seven columns have at most 35 alignments of a row, fifteen up to 6435. */
#define MOST_CANDIDATES 7000
#define MOST_ROUNDS 16
#define GAP (-1)

/* One alignment: for each column the item in it, or a gap; and what the relations then imply. */
typedef struct
{
  int *items;
  BbInterval *cells;
} Candidate;

static void
candidate_free (Candidate *self)
{
  g_free (self->items);
  g_free (self->cells);
  g_free (self);
}

static gboolean
same_layout (const BbLooseRow *row, const int *a, const int *b)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if ((a[i] == GAP) != (b[i] == GAP))
        return FALSE;
      if (a[i] != GAP && !g_str_equal (row->items[a[i]], row->items[b[i]]))
        return FALSE;
    }
  return TRUE;
}

static void
add_candidate (BbAlignment *self, const int *items)
{
  Candidate *candidate;

  if (self->candidates->len >= MOST_CANDIDATES)
    {
      self->too_many = TRUE;
      return;
    }
  /* Dropping one of several equal values is the same alignment. Rows with gaps differ by their gaps. */
  for (guint i = 0; self->row->n_items > self->row->n_cells && i < self->candidates->len; i++)
    if (same_layout (self->row, ((Candidate *) g_ptr_array_index (self->candidates, i))->items, items))
      return;
  candidate = g_new0 (Candidate, 1);
  candidate->items = g_memdup2 (items, self->row->n_cells * sizeof (int));
  candidate->cells = g_new0 (BbInterval, self->row->n_cells);
  g_ptr_array_add (self->candidates, candidate);
}

/* Fewer items than columns: every way to leave columns empty. */
static void
add_with_gaps (BbAlignment *self, int *items, guint column, guint item)
{
  const BbLooseRow *row = self->row;

  if (self->too_many)
    return;
  if (column == row->n_cells)
    {
      add_candidate (self, items);
      return;
    }
  if (item < row->n_items)
    {
      items[column] = (int) item;
      add_with_gaps (self, items, column + 1, item + 1);
    }
  if (row->n_cells - column > row->n_items - item)
    {
      items[column] = GAP;
      add_with_gaps (self, items, column + 1, item);
    }
}

/* More items than columns: every way to leave items out, empty places before values. */
static void
add_with_drops (BbAlignment *self, int *items, guint column, guint item, guint drop_blanks, guint drop_values)
{
  const BbLooseRow *row = self->row;
  gboolean blank;

  if (self->too_many)
    return;
  if (item == row->n_items)
    {
      if (column == row->n_cells)
        add_candidate (self, items);
      return;
    }
  blank = *row->items[item] == '\0';
  if (column < row->n_cells)
    {
      items[column] = (int) item;
      add_with_drops (self, items, column + 1, item + 1, drop_blanks, drop_values);
    }
  if (blank && drop_blanks > 0)
    add_with_drops (self, items, column, item + 1, drop_blanks - 1, drop_values);
  if (!blank && drop_values > 0)
    add_with_drops (self, items, column, item + 1, drop_blanks, drop_values - 1);
}

BbAlignment *
bb_alignment_new (const BbLooseRow *row)
{
  BbAlignment *self = g_new0 (BbAlignment, 1);
  g_autofree int *items = g_new0 (int, row->n_cells);
  guint blanks = 0;

  self->row = row;
  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  for (guint i = 0; i < row->n_items; i++)
    blanks += *row->items[i] == '\0';
  if (row->n_items <= row->n_cells)
    add_with_gaps (self, items, 0, 0);
  else
    {
      guint surplus = row->n_items - row->n_cells;
      guint drop_blanks = MIN (surplus, blanks);

      add_with_drops (self, items, 0, 0, drop_blanks, surplus - drop_blanks);
    }
  if (self->too_many)
    g_ptr_array_set_size (self->candidates, 0);
  self->survivors = self->candidates->len;
  return self;
}

void
bb_alignment_free (BbAlignment *self)
{
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static BbInterval
item_interval (const BbForm *form, const BbLooseRow *row, guint column, int item, gboolean *allowed)
{
  const BbCell *cell = &form->cells[row->cells[column]];
  BbInterval interval = { 0, BB_INTERVAL_OPEN };
  gboolean number;

  *allowed = TRUE;
  if (item == GAP)
    return interval;
  interval = bb_interval_of_text (row->items[item], cell->unit, &number);
  *allowed = !number || interval.low >= 0 || cell->kind == BB_KIND_SIGNED;
  return interval;
}

/* Relations that can't hold whatever this row says tell nothing about it: an error elsewhere must not cost the row. */
static GArray *
telling_relations (const BbRelations *relations, const BbLooseRow *row, const BbInterval *cells)
{
  GArray *telling = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree BbInterval *trial = g_new (BbInterval, relations->n_cells);

  for (guint i = 0; i < row->n_cells; i++)
    {
      GArray *own = relations->by_cell[row->cells[i]];

      for (guint j = 0; own != NULL && j < own->len; j++)
        {
          guint index = g_array_index (own, guint, j);
          gboolean known = FALSE, changed = FALSE;

          for (guint k = 0; k < telling->len; k++)
            known |= g_array_index (telling, guint, k) == index;
          if (known)
            continue;
          memcpy (trial, cells, relations->n_cells * sizeof (BbInterval));
          for (guint k = 0; k < row->n_cells; k++)
            trial[row->cells[k]] = (BbInterval) { 0, BB_INTERVAL_OPEN };
          if (bb_relation_tighten (&g_array_index (relations->relations, BbRelation, index), trial, &changed))
            g_array_append_val (telling, index);
        }
    }
  return telling;
}

static gboolean
candidate_holds (const BbForm *form, const BbRelations *relations, GArray *telling, const BbLooseRow *row,
                 Candidate *candidate, const BbInterval *cells, BbInterval *trial)
{
  gboolean changed = TRUE;

  memcpy (trial, cells, relations->n_cells * sizeof (BbInterval));
  for (guint i = 0; i < row->n_cells; i++)
    {
      gboolean allowed;

      trial[row->cells[i]] = item_interval (form, row, i, candidate->items[i], &allowed);
      if (!allowed)
        return FALSE;
    }
  for (guint round = 0; changed && round < MOST_ROUNDS; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < telling->len; i++)
        if (!bb_relation_tighten (&g_array_index (relations->relations, BbRelation, g_array_index (telling, guint, i)),
                                  trial, &changed))
          return FALSE;
    }
  for (guint i = 0; i < row->n_cells; i++)
    candidate->cells[i] = trial[row->cells[i]];
  return TRUE;
}

/* Lets candidates fall; what the survivors leave possible for each cell goes back into @cells. */
static gboolean
filter_row (const BbForm *form, const BbRelations *relations, BbAlignment *alignment, BbInterval *cells, BbInterval *trial)
{
  const BbLooseRow *row = alignment->row;
  g_autoptr (GArray) telling = telling_relations (relations, row, cells);
  gboolean changed = FALSE;

  for (guint i = 0; i < alignment->candidates->len;)
    if (candidate_holds (form, relations, telling, row, g_ptr_array_index (alignment->candidates, i), cells, trial))
      i++;
    else
      {
        g_ptr_array_remove_index (alignment->candidates, i);
        changed = TRUE;
      }
  alignment->survivors = alignment->candidates->len;
  for (guint i = 0; alignment->survivors > 0 && i < row->n_cells; i++)
    {
      BbInterval hull = { BB_INTERVAL_OPEN, 0 };
      BbInterval *cell = &cells[row->cells[i]];

      for (guint j = 0; j < alignment->candidates->len; j++)
        {
          BbInterval one = ((Candidate *) g_ptr_array_index (alignment->candidates, j))->cells[i];

          hull.low = MIN (hull.low, one.low);
          hull.high = MAX (hull.high, one.high);
        }
      if (hull.low > cell->low || hull.high < cell->high)
        {
          *cell = hull;
          changed = TRUE;
        }
    }
  return changed;
}

void
bb_align (const BbForm *form, const BbRelations *relations, GPtrArray *alignments, const BbInterval *cells)
{
  g_autofree BbInterval *hulls = g_memdup2 (cells, relations->n_cells * sizeof (BbInterval));
  g_autofree BbInterval *narrowed = g_new (BbInterval, relations->n_cells);
  g_autofree BbInterval *trial = g_new (BbInterval, relations->n_cells);
  g_autofree gboolean *contradictory = g_new0 (gboolean, relations->n_parts + 1);
  gboolean changed = TRUE;

  for (guint round = 0; changed && round < MOST_ROUNDS; round++)
    {
      changed = FALSE;
      memcpy (narrowed, hulls, relations->n_cells * sizeof (BbInterval));
      memset (contradictory, 0, relations->n_parts * sizeof (gboolean));
      bb_relations_propagate (relations, narrowed, contradictory);
      /* In a part that contradicts itself only what stands there counts. */
      for (guint i = 0; i < relations->n_cells; i++)
        if (relations->parts[i] != G_MAXUINT && !contradictory[relations->parts[i]])
          hulls[i] = narrowed[i];
      for (guint i = 0; i < alignments->len; i++)
        changed |= filter_row (form, relations, g_ptr_array_index (alignments, i), hulls, trial);
    }
}

static gboolean
is_word (const BbForm *form, const BbLooseRow *row, guint column, const char *item)
{
  gboolean number;

  bb_interval_of_text (item, form->cells[row->cells[column]].unit, &number);
  return !number;
}

BbPlacing
bb_alignment_get_placing (const BbForm *form, BbAlignment *self, guint column)
{
  BbPlacing placing = { NULL, FALSE, 0, TRUE, TRUE };
  gboolean words = FALSE;

  if (self->candidates->len == 0)
    return (BbPlacing) { NULL, FALSE, 0, FALSE, FALSE };
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);
      const char *item = candidate->items[column] == GAP ? NULL : self->row->items[candidate->items[column]];

      /* An empty place of the row is no figure that was read. */
      if (item != NULL && *item == '\0')
        item = NULL;
      placing.read &= item != NULL;
      words |= item != NULL && is_word (form, self->row, column, item);
      if (i == 0)
        {
          placing.item = item;
          placing.value = candidate->cells[column].low;
        }
      else if (g_strcmp0 (placing.item, item) != 0)
        placing.item = NULL;
      placing.known &= bb_interval_is_point (candidate->cells[column]) && candidate->cells[column].low == placing.value;
    }
  placing.word = words && placing.item != NULL;
  /* Where a word may have stood no number is put. */
  placing.known &= !words;
  return placing;
}
