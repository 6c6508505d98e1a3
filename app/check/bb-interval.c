/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-interval.h"

/* Bounds may creep towards each other one by one in figures that contradict; wider intervals are still true. */
#define MOST_ROUNDS 64

static guint
find_part (guint *parents, guint cell)
{
  while (parents[cell] != cell)
    cell = parents[cell] = parents[parents[cell]];
  return cell;
}

static void
add_relation (BbRelations *self, guint *parents, const BbRelation *relation)
{
  guint index = self->relations->len;
  guint first = relation->n_left > 0 ? relation->left[0] : relation->right[0];

  g_array_append_val (self->relations, *relation);
  for (guint i = 0; i < relation->n_left + relation->n_right; i++)
    {
      guint cell = i < relation->n_left ? relation->left[i] : relation->right[i - relation->n_left];

      if (self->by_cell[cell] == NULL)
        self->by_cell[cell] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (self->by_cell[cell], index);
      parents[find_part (parents, cell)] = find_part (parents, first);
    }
}

static void
number_parts (BbRelations *self, guint *parents)
{
  g_autofree guint *numbers = g_new (guint, self->n_cells);

  for (guint i = 0; i < self->n_cells; i++)
    numbers[i] = G_MAXUINT;
  for (guint i = 0; i < self->n_cells; i++)
    {
      guint root = find_part (parents, i);

      self->parts[i] = G_MAXUINT;
      if (self->by_cell[i] == NULL)
        continue;
      if (numbers[root] == G_MAXUINT)
        numbers[root] = self->n_parts++;
      self->parts[i] = numbers[root];
    }
  for (guint i = 0; i < self->relations->len; i++)
    {
      BbRelation *relation = &g_array_index (self->relations, BbRelation, i);

      relation->part = self->parts[relation->n_left > 0 ? relation->left[0] : relation->right[0]];
    }
}

BbRelations *
bb_relations_new (const BbForm *form, GPtrArray *sums)
{
  BbRelations *self = g_new0 (BbRelations, 1);
  g_autofree guint *parents = g_new (guint, form->n_cells);

  self->n_cells = form->n_cells;
  self->relations = g_array_new (FALSE, FALSE, sizeof (BbRelation));
  self->by_cell = g_new0 (GArray *, form->n_cells);
  self->parts = g_new0 (guint, form->n_cells);
  for (guint i = 0; i < form->n_cells; i++)
    parents[i] = i;
  for (guint i = 0; i < form->n_equations; i++)
    {
      const BbEquation *equation = &form->equations[i];

      add_relation (self, parents,
                    &(BbRelation) { equation->left, equation->n_left, equation->right, equation->n_right, 0, 0 });
    }
  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const BbLooseSum *sum = g_ptr_array_index (sums, i);
      g_autofree char *text = bb_decimal_to_string (sum->value);
      gboolean number;
      BbInterval value = bb_interval_of_text (text, NULL, &number);

      if (number)
        add_relation (self, parents, &(BbRelation) { sum->cells, sum->n_cells, NULL, 0, value.low, 0 });
    }
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
  g_array_unref (self->relations);
  g_free (self);
}

static BbInterval
interval_of_number (BbDecimal value, gboolean *number)
{
  gint64 whole = value.mantissa;

  *number = bb_decimal_is_whole (value);
  if (!*number)
    return (BbInterval) { 0, BB_INTERVAL_OPEN };
  for (guint i = 0; i < value.scale; i++)
    whole /= 10;
  return (BbInterval) { whole, whole };
}

BbInterval
bb_interval_of_field (BbField *field)
{
  BbDecimal value;
  gboolean number;

  if (!bb_field_get_value (field, &value))
    return (BbInterval) { 0, BB_INTERVAL_OPEN };
  return interval_of_number (value, &number);
}

BbInterval
bb_interval_of_text (const char *text, const char *unit, gboolean *number)
{
  BbNumber read = bb_number_read (text, unit);

  *number = FALSE;
  if (read.form != BB_NUMBER_PLAIN && read.form != BB_NUMBER_OWN_UNIT)
    return (BbInterval) { 0, BB_INTERVAL_OPEN };
  return interval_of_number (read.value, number);
}

/* Ends of a sum of terms; the open ones are counted apart, so that one term can be taken out again. */
typedef struct
{
  gint64 low;
  gint64 high;
  guint open_lows;
  guint open_highs;
} Ends;

static void
add_term (Ends *ends, BbInterval cell, gboolean negative)
{
  gboolean open = cell.high >= BB_INTERVAL_OPEN;

  if (!negative)
    {
      ends->low += cell.low;
      if (open)
        ends->open_highs++;
      else
        ends->high += cell.high;
    }
  else
    {
      ends->high -= cell.low;
      if (open)
        ends->open_lows++;
      else
        ends->low -= cell.high;
    }
}

static gboolean
narrow (BbInterval *cell, gint64 low, gboolean has_low, gint64 high, gboolean has_high, gboolean *changed)
{
  if (has_low && low > cell->low)
    {
      cell->low = low;
      *changed = TRUE;
    }
  if (has_high && high < cell->high)
    {
      cell->high = high;
      *changed = TRUE;
    }
  return cell->low <= cell->high;
}

static gboolean
tighten_term (const BbRelation *relation, Ends *ends, BbInterval *cell, gboolean negative, gboolean *changed)
{
  gboolean open = cell->high >= BB_INTERVAL_OPEN;
  gboolean others_low = ends->open_lows == (negative && open ? 1u : 0u);
  gboolean others_high = ends->open_highs == (!negative && open ? 1u : 0u);
  BbInterval before = *cell;
  gint64 low = ends->low, high = ends->high;
  gboolean fits;

  /* The sum of the others, then what they leave for this term. */
  if (!negative)
    {
      low -= cell->low;
      high -= open ? 0 : cell->high;
      fits = narrow (cell, relation->constant - high, others_high, relation->constant - low, others_low, changed);
    }
  else
    {
      high += cell->low;
      low += open ? 0 : cell->high;
      fits = narrow (cell, low - relation->constant, others_low, high - relation->constant, others_high, changed);
    }
  if (!fits)
    return FALSE;
  if (before.low != cell->low || before.high != cell->high)
    {
      Ends without = { low, high, ends->open_lows - (negative && open), ends->open_highs - (!negative && open) };

      add_term (&without, *cell, negative);
      *ends = without;
    }
  return TRUE;
}

gboolean
bb_relation_tighten (const BbRelation *relation, BbInterval *cells, gboolean *changed)
{
  Ends ends = { 0, 0, 0, 0 };

  for (guint i = 0; i < relation->n_left; i++)
    add_term (&ends, cells[relation->left[i]], FALSE);
  for (guint i = 0; i < relation->n_right; i++)
    add_term (&ends, cells[relation->right[i]], TRUE);
  if ((ends.open_lows == 0 && ends.low > relation->constant) || (ends.open_highs == 0 && ends.high < relation->constant))
    return FALSE;
  for (guint i = 0; i < relation->n_left; i++)
    if (!tighten_term (relation, &ends, &cells[relation->left[i]], FALSE, changed))
      return FALSE;
  for (guint i = 0; i < relation->n_right; i++)
    if (!tighten_term (relation, &ends, &cells[relation->right[i]], TRUE, changed))
      return FALSE;
  return TRUE;
}

void
bb_relations_propagate (const BbRelations *self, BbInterval *cells, gboolean *contradictory)
{
  gboolean changed = TRUE;

  for (guint round = 0; changed && round < MOST_ROUNDS; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < self->relations->len; i++)
        {
          const BbRelation *relation = &g_array_index (self->relations, BbRelation, i);

          if (!contradictory[relation->part] && !bb_relation_tighten (relation, cells, &changed))
            contradictory[relation->part] = TRUE;
        }
    }
}
