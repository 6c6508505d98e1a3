/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-align.h"

#include "check/bb-candidates.h"

#include <string.h>

/* The gaps of one alignment are few; what they imply is clear after a round or two, and stopping early is never wrong. */
#define MOST_ROUNDS 8

/* Alignments of different rows narrow each other down; each round lets at least one fall or narrows a cell. */
#define MOST_PASSES 64

/* What an item would be in a column. */
typedef enum
{
  ITEM_EMPTY,
  ITEM_WORD,
  ITEM_NUMBER,
  ITEM_IMPOSSIBLE
} ItemKind;

typedef struct
{
  ItemKind kind;
  BbDecimal value;
  BbInterval interval;
} Item;

/* A relation as the row sees it: its own cells by column, all others as one sum. */
typedef struct
{
  guint relation;
  guint first_term; /* in @terms */
  guint n_terms;
  guint first_outer; /* in @outer */
  guint n_outer;
  BbEnds others;
} OwnRelation;

struct _BbAlignment
{
  const BbForm *form;
  const BbRelations *relations;
  const BbLooseRow *row;
  Item *items;     /* [item * n_cells + column] */
  GArray *ways;    /* gint16[n_cells] each; %NULL when there are too many */
  gboolean *alive; /* for each way */
  guint n_ways;
  guint n_alive;
  GArray *own;   /* OwnRelation */
  GArray *terms; /* BbTerm, with columns for cells */
  GArray *outer; /* BbTerm: cells of other rows */
  BbInterval *trial;
  BbInterval *base; /* for each column what the cell can be whatever stands in the row */
  gboolean looked;
  gboolean alone;
};

static const gint16 *
way_at (BbAlignment *self, guint way)
{
  return &g_array_index (self->ways, gint16, way * self->row->n_cells);
}

static const Item *
item_at (BbAlignment *self, int item, guint column)
{
  return item == BB_GAP ? NULL : &self->items[(guint) item * self->row->n_cells + column];
}

static const BbCell *
cell_at (BbAlignment *self, guint column)
{
  return &self->form->cells[self->row->cells[column]];
}

static Item
read_item (const char *text, const BbCell *cell)
{
  BbNumber number = bb_number_read (text, cell->unit);
  Item item = { .kind = ITEM_WORD, .interval = BB_INTERVAL_ANY };

  if (number.form == BB_NUMBER_BLANK)
    item.kind = ITEM_EMPTY;
  else if (number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT)
    {
      item.value = number.value;
      item.kind = bb_interval_of_number (number.value, cell->kind, &item.interval) ? ITEM_NUMBER : ITEM_IMPOSSIBLE;
    }
  return item;
}

static void
read_items (BbAlignment *self)
{
  const BbLooseRow *row = self->row;

  self->items = g_new (Item, row->n_items * row->n_cells);
  for (guint i = 0; i < row->n_items; i++)
    for (guint column = 0; column < row->n_cells; column++)
      {
        const BbCell *cell = cell_at (self, column);
        Item *item = &self->items[i * row->n_cells + column];

        /* Columns that count the same things read the same. */
        if (column > 0 && cell->kind == cell_at (self, column - 1)->kind &&
            g_strcmp0 (cell->unit, cell_at (self, column - 1)->unit) == 0)
          *item = *(item - 1);
        else
          *item = read_item (row->items[i], cell);
      }
}

static int
column_of (const BbLooseRow *row, guint cell)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i] == cell)
      return (int) i;
  return -1;
}

static gboolean
has_relation (BbAlignment *self, guint relation)
{
  for (guint i = 0; i < self->own->len; i++)
    if (g_array_index (self->own, OwnRelation, i).relation == relation)
      return TRUE;
  return FALSE;
}

static void
add_relation (BbAlignment *self, guint index)
{
  const BbTerm *terms = bb_relations_get_terms (self->relations, index);
  OwnRelation own = { .relation = index, .first_term = self->terms->len, .first_outer = self->outer->len };

  for (guint i = 0; i < bb_relations_get (self->relations, index)->n_terms; i++)
    {
      int column = column_of (self->row, terms[i].cell);
      BbTerm term = { (guint) column, terms[i].negative };

      if (column < 0)
        g_array_append_val (self->outer, terms[i]);
      else
        g_array_append_val (self->terms, term);
    }
  own.n_terms = self->terms->len - own.first_term;
  own.n_outer = self->outer->len - own.first_outer;
  g_array_append_val (self->own, own);
}

static void
find_relations (BbAlignment *self)
{
  self->own = g_array_new (FALSE, FALSE, sizeof (OwnRelation));
  self->terms = g_array_new (FALSE, FALSE, sizeof (BbTerm));
  self->outer = g_array_new (FALSE, FALSE, sizeof (BbTerm));
  for (guint column = 0; column < self->row->n_cells; column++)
    {
      GArray *relations = self->relations->by_cell[self->row->cells[column]];

      for (guint i = 0; relations != NULL && i < relations->len; i++)
        if (!has_relation (self, g_array_index (relations, guint, i)))
          add_relation (self, g_array_index (relations, guint, i));
    }
}

static void
revive (BbAlignment *self)
{
  self->n_alive = self->n_ways;
  for (guint i = 0; i < self->n_ways; i++)
    self->alive[i] = TRUE;
}

/* Relations that go beyond the row; alone, the row does not ask them. */
static gboolean
is_asked (BbAlignment *self, const OwnRelation *own)
{
  return !self->alone || own->n_outer == 0;
}

static gboolean
same_ends (BbEnds a, BbEnds b)
{
  return a.low == b.low && a.high == b.high && a.open_lows == b.open_lows && a.open_highs == b.open_highs;
}

/* Takes the state of the other rows: from now on only the row's own cells move. Returns: whether it is another than last time. */
static gboolean
look_around (BbAlignment *self, const BbInterval *cells)
{
  gboolean changed = FALSE;

  for (guint column = 0; column < self->row->n_cells; column++)
    {
      BbInterval now = cells[self->row->cells[column]];

      changed |= now.low != self->base[column].low || now.high != self->base[column].high;
      self->base[column] = now;
    }
  for (guint i = 0; i < self->own->len; i++)
    {
      OwnRelation *own = &g_array_index (self->own, OwnRelation, i);
      BbEnds now = { 0 };

      for (guint j = 0; j < own->n_outer; j++)
        {
          const BbTerm *outer = &g_array_index (self->outer, BbTerm, own->first_outer + j);

          bb_ends_add (&now, cells[outer->cell], outer->negative);
        }
      changed |= !same_ends (now, own->others);
      own->others = now;
    }
  return changed;
}

static gboolean
put_items (BbAlignment *self, const gint16 *way)
{
  for (guint column = 0; column < self->row->n_cells; column++)
    {
      const Item *item = item_at (self, way[column], column);
      BbInterval base = self->base[column];

      self->trial[column] = base;
      if (item == NULL || item->kind == ITEM_EMPTY || item->kind == ITEM_WORD)
        continue;
      if (item->kind == ITEM_IMPOSSIBLE)
        return FALSE;
      if (cell_at (self, column)->kind != BB_KIND_COUNT)
        continue;
      if (item->interval.low < base.low || item->interval.high > base.high)
        return FALSE;
      self->trial[column] = item->interval;
    }
  return TRUE;
}

/* Whether the relations can hold with this way; what they imply for its empty cells is in @trial then. */
static gboolean
try_way (BbAlignment *self, const gint16 *way)
{
  gboolean changed = TRUE;

  if (!put_items (self, way))
    return FALSE;
  for (guint round = 0; changed && round < MOST_ROUNDS; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < self->own->len; i++)
        {
          const OwnRelation *own = &g_array_index (self->own, OwnRelation, i);

          if (is_asked (self, own) &&
              !bb_ends_tighten (own->others, &g_array_index (self->terms, BbTerm, own->first_term), own->n_terms,
                                bb_relations_get (self->relations, own->relation)->constant, self->trial, &changed))
            return FALSE;
        }
    }
  return TRUE;
}

/* Lets ways fall. @hull: (array): what the others leave possible for each column. */
static gboolean
filter (BbAlignment *self, BbInterval *hull)
{
  gboolean fell = FALSE;

  for (guint column = 0; column < self->row->n_cells; column++)
    hull[column] = (BbInterval) { BB_INTERVAL_OPEN, 0 };
  for (guint i = 0; i < self->n_ways; i++)
    {
      if (!self->alive[i])
        continue;
      if (!try_way (self, way_at (self, i)))
        {
          self->alive[i] = FALSE;
          self->n_alive--;
          fell = TRUE;
          continue;
        }
      for (guint column = 0; column < self->row->n_cells; column++)
        {
          hull[column].low = MIN (hull[column].low, self->trial[column].low);
          hull[column].high = MAX (hull[column].high, self->trial[column].high);
        }
    }
  return fell;
}

static gboolean
is_in_broken_part (BbAlignment *self, const gboolean *broken)
{
  for (guint column = 0; column < self->row->n_cells; column++)
    {
      guint part = self->relations->parts[self->row->cells[column]];

      if (part != BB_NO_PART && broken[part])
        return TRUE;
    }
  return FALSE;
}

static void
break_parts (BbAlignment *self, gboolean *broken)
{
  for (guint column = 0; column < self->row->n_cells; column++)
    {
      guint part = self->relations->parts[self->row->cells[column]];

      if (part != BB_NO_PART)
        broken[part] = TRUE;
    }
}

static gboolean
narrow_cells (BbAlignment *self, const BbInterval *hull, BbInterval *cells)
{
  gboolean changed = FALSE;

  for (guint column = 0; column < self->row->n_cells; column++)
    {
      BbInterval *cell = &cells[self->row->cells[column]];

      if (hull[column].low > cell->low)
        {
          cell->low = hull[column].low;
          changed = TRUE;
        }
      if (hull[column].high < cell->high)
        {
          cell->high = hull[column].high;
          changed = TRUE;
        }
    }
  return changed;
}

/* One look at a row in the light of all others. Returns: whether that tells something new. */
static gboolean
align_row (BbAlignment *self, BbInterval *cells, gboolean *broken)
{
  g_autofree BbInterval *hull = NULL;
  gboolean changed;

  if (self->ways == NULL || is_in_broken_part (self, broken))
    return FALSE;
  if (!look_around (self, cells) && self->looked)
    return FALSE;
  self->looked = TRUE;
  hull = g_new (BbInterval, self->row->n_cells);
  changed = filter (self, hull);
  if (self->n_alive == 0)
    {
      break_parts (self, broken);
      return TRUE;
    }
  return narrow_cells (self, hull, cells) || changed;
}

/* Where figures elsewhere are wrong they would let the right alignment fall: only what stands in the row itself is asked. */
static void
align_alone (BbAlignment *self, const BbInterval *given)
{
  g_autofree BbInterval *hull = g_new (BbInterval, self->row->n_cells);

  self->alone = TRUE;
  revive (self);
  look_around (self, given);
  filter (self, hull);
}

void
bb_align (const BbRelations *relations, GPtrArray *alignments, const BbInterval *given, BbInterval *cells, gboolean *broken)
{
  gboolean changed = TRUE;

  bb_relations_propagate (relations, cells, broken);
  for (guint pass = 0; changed && pass < MOST_PASSES; pass++)
    {
      changed = FALSE;
      for (guint i = 0; i < alignments->len; i++)
        changed |= align_row (g_ptr_array_index (alignments, i), cells, broken);
      changed |= bb_relations_propagate (relations, cells, broken);
    }
  for (guint i = 0; i < alignments->len; i++)
    {
      BbAlignment *alignment = g_ptr_array_index (alignments, i);

      if (alignment->ways != NULL && is_in_broken_part (alignment, broken))
        align_alone (alignment, given);
    }
}

BbAlignment *
bb_alignment_new (const BbForm *form, const BbRelations *relations, const BbLooseRow *row, guint *budget)
{
  BbAlignment *self = g_new0 (BbAlignment, 1);

  self->form = form;
  self->relations = relations;
  self->row = row;
  self->trial = g_new (BbInterval, row->n_cells);
  self->base = g_new0 (BbInterval, row->n_cells);
  self->ways = bb_candidates_list (row, budget);
  if (self->ways == NULL)
    return self;
  self->n_ways = self->ways->len / row->n_cells;
  self->alive = g_new (gboolean, self->n_ways);
  revive (self);
  read_items (self);
  find_relations (self);
  return self;
}

void
bb_alignment_free (BbAlignment *self)
{
  g_free (self->items);
  g_clear_pointer (&self->ways, g_array_unref);
  g_free (self->alive);
  g_clear_pointer (&self->own, g_array_unref);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->outer, g_array_unref);
  g_free (self->trial);
  g_free (self->base);
  g_free (self);
}

const BbLooseRow *
bb_alignment_get_row (BbAlignment *self)
{
  return self->row;
}

guint
bb_alignment_count (BbAlignment *self)
{
  return self->n_alive;
}

BbVerdict
bb_alignment_get_verdict (BbAlignment *self)
{
  if (self->ways == NULL)
    return BB_VERDICT_TOO_MANY;
  if (self->n_alive == 0)
    return BB_VERDICT_NONE;
  return self->alone ? BB_VERDICT_ALONE : BB_VERDICT_OPEN;
}

/* What the ways that are left say of one column, put together. */
typedef struct
{
  gboolean any;
  gboolean any_empty;
  gboolean any_word;
  gboolean any_number;
  gboolean texts_differ;
  gboolean values_differ;
  const char *text;
  BbDecimal value;
} Voices;

static void
hear_value (Voices *voices, gboolean known, BbDecimal value)
{
  if (!known || (voices->any && bb_decimal_compare (voices->value, value) != 0))
    voices->values_differ = TRUE;
  voices->value = value;
}

static void
hear (BbAlignment *self, const gint16 *way, guint column, Voices *voices)
{
  const Item *item = item_at (self, way[column], column);
  const char *text = item != NULL ? self->row->items[way[column]] : NULL;
  BbInterval implied = self->trial[column];

  if (item != NULL && item->kind == ITEM_NUMBER)
    {
      voices->any_number = TRUE;
      hear_value (voices, TRUE, item->value);
    }
  else
    {
      voices->any_word |= item != NULL && item->kind == ITEM_WORD;
      voices->any_empty |= item == NULL || item->kind == ITEM_EMPTY;
      hear_value (voices, bb_interval_is_point (implied), bb_decimal_from_int (implied.low));
    }
  if (voices->any && g_strcmp0 (voices->text, text) != 0)
    voices->texts_differ = TRUE;
  voices->text = text;
  voices->any = TRUE;
}

/* Where words may stand nothing is put beside them, whatever the relations imply: deduction never fills text. */
static BbPlacing
conclude (BbAlignment *self, const Voices *voices)
{
  BbPlacing placing = { BB_PLACING_OPEN, voices->texts_differ ? NULL : voices->text, voices->value };

  if (!voices->any)
    return placing;
  if (voices->any_word)
    placing.kind = voices->texts_differ || voices->any_empty || voices->any_number ? BB_PLACING_OPEN : BB_PLACING_WORD;
  else if (!voices->values_differ && !voices->any_empty)
    placing.kind = BB_PLACING_READ;
  else if (!voices->values_differ && !self->alone)
    placing.kind = BB_PLACING_DEDUCED;
  else if (!voices->any_number)
    placing.kind = BB_PLACING_EMPTY;
  return placing;
}

void
bb_alignment_place (BbAlignment *self, BbPlacing *placings)
{
  g_autofree Voices *voices = g_new0 (Voices, self->row->n_cells);

  for (guint i = 0; i < self->n_ways; i++)
    {
      if (!self->alive[i])
        continue;
      try_way (self, way_at (self, i));
      for (guint column = 0; column < self->row->n_cells; column++)
        hear (self, way_at (self, i), column, &voices[column]);
    }
  for (guint column = 0; column < self->row->n_cells; column++)
    placings[column] = conclude (self, &voices[column]);
}

static GPtrArray *
dropped_by (BbAlignment *self, const gint16 *way)
{
  GPtrArray *dropped = g_ptr_array_new ();
  guint column = 0;

  for (guint i = 0; i < self->row->n_items; i++)
    if (column < self->row->n_cells && way[column] == (int) i)
      column++;
    else
      g_ptr_array_add (dropped, self->row->items[i]);
  return dropped;
}

static gboolean
same_texts (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return a->len == b->len;
}

GPtrArray *
bb_alignment_get_dropped (BbAlignment *self)
{
  g_autoptr (GPtrArray) all = NULL;

  if (self->row->n_items <= self->row->n_cells)
    return NULL;
  for (guint i = 0; i < self->n_ways; i++)
    {
      g_autoptr (GPtrArray) dropped = NULL;

      if (!self->alive[i])
        continue;
      dropped = dropped_by (self, way_at (self, i));
      if (all == NULL)
        all = g_steal_pointer (&dropped);
      else if (!same_texts (all, dropped))
        return NULL;
    }
  return g_steal_pointer (&all);
}
