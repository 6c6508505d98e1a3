/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-interval.h"

/*
 * Sound figures settle in a handful of rounds. Bounds that still move after so many are those of figures that contradict
 * one another, creeping upwards one by one.
 */
#define MOST_ROUNDS 100

static void
ends_remove (BbEnds *ends, BbInterval cell, gboolean negative)
{
  gboolean open = cell.high == BB_INTERVAL_OPEN;

  if (negative)
    {
      ends->high += cell.low;
      ends->low += open ? 0 : cell.high;
      ends->open_lows -= open;
    }
  else
    {
      ends->low -= cell.low;
      ends->high -= open ? 0 : cell.high;
      ends->open_highs -= open;
    }
}

/*
 * An upper bound past what a cell can hold says nothing; a lower one says that no number can stand there. So no end ever
 * grows past the limit, and the sums of a report stay far from overflow.
 */
static gboolean
narrow (BbInterval *cell, gboolean has_low, gint64 low, gboolean has_high, gint64 high, gboolean *changed)
{
  if (has_low && low > BB_NUMBER_LIMIT)
    return FALSE;
  if (has_low && low > cell->low)
    {
      cell->low = low;
      *changed = TRUE;
    }
  if (has_high && high <= BB_NUMBER_LIMIT && high < cell->high)
    {
      cell->high = high;
      *changed = TRUE;
    }
  return cell->low <= cell->high;
}

gboolean
bb_ends_tighten (BbEnds others, const BbTerm *terms, guint n_terms, gint64 constant, BbInterval *cells, gboolean *changed)
{
  BbEnds ends = others;

  for (guint i = 0; i < n_terms; i++)
    bb_ends_add (&ends, cells[terms[i].cell], terms[i].negative);
  if ((ends.open_lows == 0 && ends.low > constant) || (ends.open_highs == 0 && ends.high < constant))
    return FALSE;

  for (guint i = 0; i < n_terms; i++)
    {
      BbInterval *cell = &cells[terms[i].cell];
      gboolean negative = terms[i].negative;
      gboolean fits;

      /* What the others can be is what they leave for this one. */
      ends_remove (&ends, *cell, negative);
      if (negative)
        fits = narrow (cell, ends.open_lows == 0, ends.low - constant, ends.open_highs == 0, ends.high - constant, changed);
      else
        fits = narrow (cell, ends.open_highs == 0, constant - ends.high, ends.open_lows == 0, constant - ends.low, changed);
      if (!fits)
        return FALSE;
      bb_ends_add (&ends, *cell, negative);
    }
  return TRUE;
}

static guint
find_root (guint *parents, guint cell)
{
  while (parents[cell] != cell)
    cell = parents[cell] = parents[parents[cell]];
  return cell;
}

static void
add_term (BbRelations *self, guint *parents, guint cell, gboolean negative)
{
  const BbTerm term = { cell, negative };
  BbRelation *relation = &g_array_index (self->relations, BbRelation, self->relations->len - 1);
  guint index = self->relations->len - 1;

  g_array_append_val (self->terms, term);
  relation->n_terms++;
  if (self->by_cell[cell] == NULL)
    self->by_cell[cell] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->by_cell[cell], index);
  parents[find_root (parents, cell)] = find_root (parents, g_array_index (self->terms, BbTerm, relation->first).cell);
}

static void
add_relation (BbRelations *self, guint *parents, const guint *left, guint n_left, const guint *right, guint n_right, gint64 constant)
{
  const BbRelation relation = { .first = self->terms->len, .constant = constant };

  g_array_append_val (self->relations, relation);
  for (guint i = 0; i < n_left; i++)
    add_term (self, parents, left[i], FALSE);
  for (guint i = 0; i < n_right; i++)
    add_term (self, parents, right[i], TRUE);
}

static gboolean
are_counts (const BbForm *form, const guint *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (form->cells[cells[i]].kind != BB_KIND_COUNT)
      return FALSE;
  return TRUE;
}

static gboolean
is_over_counts (const BbForm *form, const BbEquation *equation)
{
  return are_counts (form, equation->left, equation->n_left) && are_counts (form, equation->right, equation->n_right);
}

static void
number_parts (BbRelations *self, guint *parents)
{
  g_autofree guint *numbers = g_new (guint, self->n_cells);

  for (guint i = 0; i < self->n_cells; i++)
    numbers[i] = BB_NO_PART;
  for (guint i = 0; i < self->n_cells; i++)
    {
      guint root = find_root (parents, i);

      self->parts[i] = BB_NO_PART;
      if (self->by_cell[i] == NULL)
        continue;
      if (numbers[root] == BB_NO_PART)
        numbers[root] = self->n_parts++;
      self->parts[i] = numbers[root];
    }
  for (guint i = 0; i < self->relations->len; i++)
    {
      BbRelation *relation = &g_array_index (self->relations, BbRelation, i);

      relation->part = self->parts[g_array_index (self->terms, BbTerm, relation->first).cell];
    }
}

/* Whether all cells of @sum stand on one side of @equation. @negative: (out): on the right one. */
static gboolean
is_within (const BbLooseSum *sum, const BbEquation *equation, gboolean *negative)
{
  guint n_left = 0;
  guint n_right = 0;

  for (guint i = 0; i < sum->n_cells; i++)
    {
      for (guint j = 0; j < equation->n_left; j++)
        n_left += equation->left[j] == sum->cells[i];
      for (guint j = 0; j < equation->n_right; j++)
        n_right += equation->right[j] == sum->cells[i];
    }
  *negative = n_right == sum->n_cells;
  return n_left == sum->n_cells || n_right == sum->n_cells;
}

static gboolean
has_cell (const BbLooseSum *sum, guint cell)
{
  for (guint i = 0; i < sum->n_cells; i++)
    if (sum->cells[i] == cell)
      return TRUE;
  return FALSE;
}

/* The equation with the sum's value in the place of its cells: intervals cell by cell would not see what that says. */
static void
add_shortened (BbRelations *self, guint *parents, const BbEquation *equation, const BbLooseSum *sum, gint64 value)
{
  g_autofree guint *left = g_new (guint, equation->n_left);
  g_autofree guint *right = g_new (guint, equation->n_right);
  guint n_left = 0, n_right = 0;

  for (guint i = 0; i < equation->n_left; i++)
    if (!has_cell (sum, equation->left[i]))
      left[n_left++] = equation->left[i];
  for (guint i = 0; i < equation->n_right; i++)
    if (!has_cell (sum, equation->right[i]))
      right[n_right++] = equation->right[i];
  if (n_left + n_right > 0)
    add_relation (self, parents, left, n_left, right, n_right, value);
}

static void
add_sum (BbRelations *self, guint *parents, const BbForm *form, const BbLooseSum *sum)
{
  BbInterval value;

  if (sum->n_cells == 0 || !are_counts (form, sum->cells, sum->n_cells) ||
      !bb_interval_of_number (sum->value, BB_KIND_COUNT, &value))
    return;
  add_relation (self, parents, sum->cells, sum->n_cells, NULL, 0, value.low);
  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];
      gboolean negative;

      if (is_over_counts (form, equation) && is_within (sum, equation, &negative))
        add_shortened (self, parents, equation, sum, negative ? value.low : -value.low);
    }
}

BbRelations *
bb_relations_new (const BbForm *form, GPtrArray *sums)
{
  BbRelations *self = g_new0 (BbRelations, 1);
  g_autofree guint *parents = g_new (guint, form->n_cells);

  self->n_cells = form->n_cells;
  self->terms = g_array_new (FALSE, FALSE, sizeof (BbTerm));
  self->relations = g_array_new (FALSE, FALSE, sizeof (BbRelation));
  self->by_cell = g_new0 (GArray *, form->n_cells);
  self->parts = g_new0 (guint, form->n_cells);
  for (guint i = 0; i < form->n_cells; i++)
    parents[i] = i;
  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      if (is_over_counts (form, equation))
        add_relation (self, parents, equation->left, equation->n_left, equation->right, equation->n_right, 0);
    }
  for (guint i = 0; sums != NULL && i < sums->len; i++)
    add_sum (self, parents, form, g_ptr_array_index (sums, i));
  number_parts (self, parents);
  return self;
}

void
bb_relations_free (BbRelations *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_cells; i++)
    g_clear_pointer (&self->by_cell[i], g_array_unref);
  g_free (self->by_cell);
  g_free (self->parts);
  g_array_unref (self->terms);
  g_array_unref (self->relations);
  g_free (self);
}

gboolean
bb_relations_propagate (const BbRelations *self, BbInterval *cells, gboolean *broken)
{
  gboolean any = FALSE;
  gboolean changed = TRUE;

  for (guint round = 0; changed; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < self->relations->len; i++)
        {
          const BbRelation *relation = bb_relations_get (self, i);
          gboolean moved = FALSE;

          if (broken[relation->part])
            continue;
          if (!bb_ends_tighten ((BbEnds) { 0 }, bb_relations_get_terms (self, i), relation->n_terms, relation->constant, cells,
                                &moved) ||
              (moved && round >= MOST_ROUNDS))
            broken[relation->part] = moved = TRUE;
          changed |= moved;
        }
      any |= changed;
    }
  return any;
}

gboolean
bb_interval_of_number (BbDecimal value, BbKind kind, BbInterval *interval)
{
  gint64 whole = value.mantissa;

  *interval = BB_INTERVAL_ANY;
  if (bb_decimal_sign (value) < 0 && kind != BB_KIND_SIGNED)
    return FALSE;
  if (!bb_decimal_is_whole (value))
    return kind == BB_KIND_AMOUNT;
  for (guint i = 0; i < value.scale; i++)
    whole /= 10;
  *interval = (BbInterval) { whole, whole };
  return TRUE;
}
