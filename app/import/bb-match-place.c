/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-place.h"

#include "import/bb-import-limits.h"
#include "import/bb-match-digits.h"
#include "import/bb-match-head.h"
#include "import/bb-match-merged.h"
#include "import/bb-match-partial.h"

#include <bianbao/bb-number.h>

void
bb_placed_row_clear (BbPlacedRow *placed)
{
  g_clear_pointer (&placed->values, g_free);
  g_clear_pointer (&placed->heads, g_free);
  g_clear_pointer (&placed->items, g_ptr_array_unref);
  g_clear_pointer (&placed->left_over, g_free);
}

static gboolean
belongs_to (const BbMatchRow *row,
            const BbBlock    *block)
{
  return row->label == NULL || row->label->block == block;
}

/* The last column of the form; columns that no edition has may follow. */
static const BbFittedHead *
find_last_own (const BbHeadFit *fit)
{
  for (guint i = fit->heads->len; i > 0; i--)
    if (!g_array_index (fit->heads, BbFittedHead, i - 1).is_foreign)
      return &g_array_index (fit->heads, BbFittedHead, i - 1);
  return NULL;
}

/*
 * A row that ends before the last head has lost a place, and nobody can tell which one: only its blanks can be told. An
 * editor that cuts off tabs at the end of a line loses no more than that. Remarks at the end may be left out, when there is a
 * figure in the last column: had a place been lost, a remark or nothing would stand there.
 */
static gboolean
is_cut (const BbHeadFit  *fit,
        const BbMatchRow *row,
        const GPtrArray  *items)
{
  const BbFittedHead *last = fit->heads->len > 0 ? &g_array_index (fit->heads, BbFittedHead, fit->heads->len - 1) : NULL;
  const BbFittedHead *own = find_last_own (fit);

  if (last == NULL || items->len == 0 || row->cells->len > last->place)
    return FALSE;
  return own == last || own == NULL || row->cells->len <= own->place ||
         bb_number_read (g_ptr_array_index (row->cells, own->place), NULL).form != BB_NUMBER_PLAIN;
}

/* A row with more places than there are heads: one may have been put in anywhere, if there are blanks. */
static gboolean
is_long (const BbHeadFit  *fit,
         const BbMatchRow *row)
{
  const BbFittedHead *last = fit->heads->len > 0 ? &g_array_index (fit->heads, BbFittedHead, fit->heads->len - 1) : NULL;

  return last != NULL && row->cells->len > last->place + 1;
}

/* What was left out at the end are blanks: no blank stands there, and all places before the last are there. */
static gboolean
lacks_last_only (const BbHeadFit  *fit,
                 const BbMatchRow *row)
{
  guint last = g_array_index (fit->heads, BbFittedHead, fit->heads->len - 1).place;

  return row->cells->len == last && *(const char *) g_ptr_array_index (row->cells, last - 1) != '\0';
}

static gboolean
has_blank_under_head (const BbHeadFit  *fit,
                      const BbMatchRow *row)
{
  for (guint i = 0; i < fit->heads->len; i++)
    {
      guint place = g_array_index (fit->heads, BbFittedHead, i).place;

      if (place >= row->cells->len || *(const char *) g_ptr_array_index (row->cells, place) == '\0')
        return TRUE;
    }
  return FALSE;
}

/*
 * What the rows of a block are like.
 * @whole: as many values as columns
 * @is_long: more places than the heads have
 * @trimmed: cut rows that lack only the last place and end with a value
 * @small, @large: cut rows whose last value is smaller than the sum of what stands before it, or not
 * @right, @wrong: whole rows whose last value is that sum, or not
 */
typedef struct
{
  guint rows;
  guint torn;
  guint cut;
  guint whole;
  guint is_long;
  guint trimmed;
  guint small;
  guint large;
  guint right;
  guint wrong;
} Tally;

/*
 * A row that ends before the last column: either blanks at its end were left out, or it lacks a column and its last value is
 * the sum. A value smaller than what stands before it is no sum.
 */
static void
tally_sums (Tally     *tally,
            GPtrArray *items,
            gboolean   cut,
            gboolean   whole)
{
  int difference = 0;

  if ((!cut && !whole) || !bb_match_compare_with_sum (items, &difference))
    return;
  tally->small += cut && difference < 0;
  tally->large += cut && difference >= 0;
  tally->right += whole && difference == 0;
  tally->wrong += whole && difference != 0;
}

static void
tally_row (Tally              *tally,
           const BbMatchTable *table,
           const BbMatchRow   *row,
           const BbBlock      *block)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  const BbHeadFit *fit = bb_head_fit (table, row->head, block);

  tally->torn += !fit->is_complete || !bb_head_fit_row (fit, row);
  if (items->len == 0)
    return;
  tally->rows++;
  tally->cut += is_cut (fit, row, items);
  tally->trimmed += is_cut (fit, row, items) && lacks_last_only (fit, row);
  tally->whole += items->len == block->n_column_leaves;
  tally->is_long += is_long (fit, row);
  tally_sums (tally, items, is_cut (fit, row, items), items->len == block->n_column_leaves);
}

BbTrust
bb_match_trust (const BbMatchTable *table,
                const BbBlock      *block)
{
  Tally tally = { 0 };

  for (guint i = 0; i < table->rows->len; i++)
    if (belongs_to (bb_match_table_get_row (table, i), block))
      tally_row (&tally, table, bb_match_table_get_row (table, i), block);
  /* Where most rows end early, one that does not may have been shifted to the end. */
  if (tally.torn == 0 && (tally.cut == 0 || tally.cut < tally.rows))
    return 2 * tally.cut > tally.rows ? BB_TRUST_MOST_PLACES : tally.is_long == 0 || 2 * tally.is_long > tally.rows ? BB_TRUST_PLACES : BB_TRUST_MOST_PLACES;
  if (tally.torn == 0 && tally.trimmed > 0 && tally.small > tally.large && bb_match_ends_with_sum (table, block))
    return BB_TRUST_TRIMMED;
  /* As many values as columns, but no sum at the end: they stand in another order. */
  if (tally.wrong > tally.right && bb_match_ends_with_sum (table, block))
    return BB_TRUST_NOTHING;
  return 2 * tally.whole >= tally.rows ? BB_TRUST_ORDER : BB_TRUST_NOTHING;
}

static const char *
get_place (const BbMatchRow *row,
           guint             place)
{
  return place < row->cells->len ? g_ptr_array_index (row->cells, place) : "";
}

/* What stands under head number @index: by place where places can be trusted, else by order. */
static const char *
get_under_head (const BbHeadFit  *fit,
                const BbMatchRow *row,
                GPtrArray        *items,
                guint             index)
{
  if (bb_head_fit_row (fit, row))
    return get_place (row, g_array_index (fit->heads, BbFittedHead, index).place);
  return index < items->len ? g_ptr_array_index (items, index) : "";
}

static gboolean
has_blank (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (*(const char *) g_ptr_array_index (items, i) == '\0')
      return TRUE;
  return FALSE;
}

/* By order only what has no blanks: those may be gaps between the columns. */
static gboolean
can_read_heads (const BbHeadFit  *fit,
                const BbMatchRow *row,
                const GPtrArray  *items)
{
  return (bb_head_fit_row (fit, row) && !is_cut (fit, row, items)) || (items->len == fit->heads->len && !has_blank (items)) || items->len == 0;
}

/* Heads of another edition over as many columns: by position. */
static void
place_under_strays (const BbHeadFit  *fit,
                    const BbMatchRow *row,
                    GPtrArray        *items,
                    BbPlacedRow      *placed)
{
  if (!can_read_heads (fit, row, items))
    {
      placed->placing = BB_PLACED_LOOSE;
      return;
    }
  for (guint i = 0; i < placed->n_columns; i++)
    placed->values[i] = get_under_head (fit, row, items, i);
}

/* Some heads are the form's own: what stands under those is placed, the rest is told. */
static void
place_under_own (const BbHeadFit  *fit,
                 const BbMatchRow *row,
                 GPtrArray        *items,
                 BbPlacedRow      *placed)
{
  g_autoptr (GString) left_over = g_string_new (NULL);

  placed->placing = BB_PLACED_PARTLY;
  for (guint i = 0; i < placed->n_columns; i++)
    placed->values[i] = NULL;
  for (guint i = 0; i < fit->heads->len; i++)
    {
      const BbFittedHead *head = &g_array_index (fit->heads, BbFittedHead, i);
      const char *value = get_under_head (fit, row, items, i);

      if (head->leaf >= 0)
        placed->values[head->leaf] = value;
      else if (*value != '\0')
        g_string_append_printf (left_over, "%s%s %s", left_over->len > 0 ? ", " : "", head->text, value);
    }
  if (left_over->len > 0)
    placed->left_over = g_strdup (left_over->str);
}

/* Words on one line name all columns in another order, and the row has as many figures that add up so. */
static gboolean
is_in_order_of_heads (const BbHeadFit  *fit,
                      const BbMatchRow *row,
                      GPtrArray        *items,
                      guint             n_columns)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  int difference = 0;

  if (row->has_places || row->head->has_places || !fit->is_scrambled || fit->n_own != n_columns || fit->heads->len != n_columns || items->len != n_columns)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      guint index = (guint) (bb_head_fit_find (fit, i) - &g_array_index (fit->heads, BbFittedHead, 0));

      if (g_array_index (fit->heads, BbFittedHead, i).line != g_array_index (fit->heads, BbFittedHead, 0).line)
        return FALSE;
      g_ptr_array_add (ordered, g_ptr_array_index (items, index));
    }
  return !bb_match_compare_with_sum (ordered, &difference) || difference == 0;
}

static void
place_in_order_of_heads (const BbHeadFit *fit,
                         GPtrArray       *items,
                         BbPlacedRow     *placed)
{
  for (guint i = 0; i < placed->n_columns; i++)
    placed->values[i] = g_ptr_array_index (items, (guint) (bb_head_fit_find (fit, i) - &g_array_index (fit->heads, BbFittedHead, 0)));
}

/* Heads of some columns, and nothing else but titles of groups. */
static void
place_under_some (const BbMatchTable *table,
                  const BbHeadFit    *fit,
                  const BbMatchRow   *row,
                  BbPlacedRow        *placed)
{
  g_autoptr (GString) left_over = g_string_new (NULL);

  placed->placing = BB_PLACED_PARTLY;
  for (guint i = 0; i < placed->n_columns; i++)
    {
      const BbFittedHead *head = bb_head_fit_find (fit, i);

      placed->values[i] = head != NULL ? get_place (row, head->place) : NULL;
    }
  bb_match_partial_append (table, row, fit->block, left_over);
  if (left_over->len > 0)
    placed->left_over = g_strdup (left_over->str);
}

static void
place_mixed (const BbHeadFit  *fit,
             const BbMatchRow *row,
             GPtrArray        *items,
             BbPlacedRow      *placed)
{
  if (fit->n_own == 0 && fit->n_stray == placed->n_columns)
    place_under_strays (fit, row, items, placed);
  else if (fit->n_own > 0 && can_read_heads (fit, row, items))
    place_under_own (fit, row, items, placed);
  else
    placed->placing = items->len > 0 ? BB_PLACED_NOT : BB_PLACED;
}

/* Blanks among the values, and more places than columns: as many items as columns they are only by chance. */
static gboolean
has_doubtful_blanks (const BbMatchRow *row,
                     GPtrArray        *items,
                     guint             n_columns)
{
  guint n_places = 0;
  gboolean blank = FALSE;

  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    n_places += g_ptr_array_index (row->cells, i) != bb_import_covered;
  for (guint i = 0; i < items->len; i++)
    blank = blank || *(const char *) g_ptr_array_index (items, i) == '\0';
  return blank && n_places != n_columns;
}

/* They may be gaps between the columns as well as values. */
static void
drop_blanks (BbPlacedRow *placed)
{
  for (guint i = placed->items->len; i > 0; i--)
    if (*(const char *) g_ptr_array_index (placed->items, i - 1) == '\0')
      g_ptr_array_remove_index (placed->items, i - 1);
}

static void
place_by_order (const BbHeadFit  *fit,
                const BbMatchRow *row,
                GPtrArray        *items,
                BbTrust           trust,
                BbPlacedRow      *placed)
{
  if (items->len == 0)
    return;
  if ((fit->is_scrambled && 2 * fit->n_own >= placed->n_columns) || (fit->n_own > 0 && fit->n_own < placed->n_columns && has_blank (items)))
    {
      placed->placing = BB_PLACED_NOT;
      return;
    }
  if (items->len == placed->n_columns && has_doubtful_blanks (row, items, placed->n_columns))
    {
      drop_blanks (placed);
      placed->placing = BB_PLACED_LOOSE;
      return;
    }
  if (items->len != placed->n_columns || fit->heads->len > placed->n_columns || trust == BB_TRUST_NOTHING)
    {
      placed->placing = BB_PLACED_LOOSE;
      return;
    }
  for (guint i = 0; i < items->len; i++)
    placed->values[i] = g_ptr_array_index (items, i);
}

static void
place_by_heads (const BbHeadFit  *fit,
                const BbMatchRow *row,
                BbPlacedRow      *placed)
{
  for (guint i = 0; i < placed->n_columns; i++)
    placed->values[i] = get_place (row, bb_head_fit_find (fit, i)->place);
}

/* A block of its own, with fewer heads than columns and values to match: the columns of another edition. */
static gboolean
names_other_columns (const BbHeadFit    *fit,
                     const BbMatchTable *table,
                     const GPtrArray    *items,
                     const BbPlacedRow  *placed)
{
  return table->table->n_blocks > 1 && fit->n_own > 0 && fit->n_own < placed->n_columns && items->len != placed->n_columns;
}

/* With columns that no edition has among the others, a row that lacks a place may lack any, and those are no relation's. */
static gboolean
is_short_of_foreign (const BbHeadFit *fit,
                     const GPtrArray *items)
{
  return fit->is_complete && fit->heads->len > fit->block->n_column_leaves && items->len < fit->heads->len;
}

/* In a regular grid: whether this row is none of it. */
static gboolean
is_loose (const BbHeadFit  *fit,
          const BbMatchRow *row,
          GPtrArray        *items,
          BbTrust           trust)
{
  int difference = 0;

  if (items->len == 0 || trust > BB_TRUST_TRIMMED)
    return FALSE;
  /* The sums are blank in all rows; what lacks more has lost something else. */
  if (trust == BB_TRUST_TRIMMED)
    return is_cut (fit, row, items) && !lacks_last_only (fit, row);
  if (is_cut (fit, row, items))
    return TRUE;
  if (trust != BB_TRUST_MOST_PLACES)
    return FALSE;
  if (!is_long (fit, row))
    return has_blank_under_head (fit, row) && bb_match_compare_with_sum (items, &difference) && difference != 0;
  return has_blank_under_head (fit, row) || !bb_match_compare_with_sum (items, &difference) || difference != 0;
}

/* As many as there are columns, and all the same words: / / / / / / /. Whatever was lost, nothing else can stand there. */
static gboolean
are_same_words (const BbPlacedRow *placed)
{
  const char *first = placed->items->len > 0 ? g_ptr_array_index (placed->items, 0) : "";

  for (guint i = 1; i < placed->items->len; i++)
    if (!g_str_equal (first, g_ptr_array_index (placed->items, i)))
      return FALSE;
  return placed->items->len == placed->n_columns && bb_number_read (first, NULL).form == BB_NUMBER_WORD;
}

/* One of them is too many, a blank one perhaps. */
static void
take_all_places (const BbMatchRow *row,
                 BbPlacedRow      *placed)
{
  g_ptr_array_unref (placed->items);
  placed->items = g_ptr_array_new ();
  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    if (g_ptr_array_index (row->cells, i) != bb_import_covered)
      g_ptr_array_add (placed->items, g_ptr_array_index (row->cells, i));
}

/* Of a row that ends too early: what stands between the heads are gaps, and no blanks of the table. */
static void
take_places_under_heads (const BbHeadFit  *fit,
                         const BbMatchRow *row,
                         BbPlacedRow      *placed)
{
  guint end = 0;

  if (!bb_head_fit_row (fit, row))
    return;
  g_ptr_array_unref (placed->items);
  placed->items = g_ptr_array_new ();
  for (guint i = 0; i < fit->heads->len; i++)
    {
      guint place = g_array_index (fit->heads, BbFittedHead, i).place;
      char *cell = place < row->cells->len ? g_ptr_array_index (row->cells, place) : (char *) bb_import_covered;

      if (cell == bb_import_covered || (placed->items->len == 0 && *cell == '\0'))
        continue;
      g_ptr_array_add (placed->items, cell);
      end = *cell != '\0' ? placed->items->len : end;
    }
  g_ptr_array_set_size (placed->items, (int) end);
}

static void
take_nothing (BbPlacedRow *placed)
{
  placed->placing = BB_PLACED_NOT;
  for (guint i = 0; i < placed->n_columns; i++)
    placed->values[i] = "";
  g_clear_pointer (&placed->left_over, g_free);
}

void
bb_match_place_row (const BbMatchTable *table,
                    const BbMatchRow   *row,
                    const BbBlock      *block,
                    BbTrust             trust,
                    BbPlacedRow        *placed)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  const BbHeadFit *fit = bb_head_fit (table, row->head, block);

  *placed = (BbPlacedRow) { .placing = BB_PLACED, .n_columns = block->n_column_leaves, .items = g_ptr_array_ref (items) };
  placed->values = g_new0 (const char *, placed->n_columns);
  placed->heads = g_new0 (const char *, placed->n_columns);
  for (guint i = 0; i < placed->n_columns; i++)
    {
      const BbFittedHead *head = bb_head_fit_find (fit, i);

      placed->values[i] = "";
      placed->heads[i] = head != NULL ? head->text : NULL;
    }
  if (row->is_doubtful || (fit->is_displaced && items->len > 0))
    placed->placing = BB_PLACED_NOT;
  else if (is_loose (fit, row, items, trust))
    {
      placed->placing = BB_PLACED_LOOSE;
      if (is_cut (fit, row, items))
        take_places_under_heads (fit, row, placed);
      else if (is_long (fit, row))
        take_all_places (row, placed);
    }
  else if (trust <= BB_TRUST_TRIMMED)
    place_by_heads (fit, row, placed);
  else if (is_in_order_of_heads (fit, row, items, placed->n_columns))
    place_in_order_of_heads (fit, items, placed);
  else if (bb_match_partial_fits (table, row, block))
    place_under_some (table, fit, row, placed);
  else if (fit->n_stray > 0 || names_other_columns (fit, table, items, placed))
    place_mixed (fit, row, items, placed);
  else
    place_by_order (fit, row, items, trust, placed);
  if ((trust > BB_TRUST_TRIMMED || placed->placing == BB_PLACED_LOOSE) && items->len > 0 && bb_match_merged_is_uneven (table, row))
    take_nothing (placed);
  if (placed->placing == BB_PLACED_LOOSE && placed->items->len == placed->n_columns && has_doubtful_blanks (row, placed->items, placed->n_columns))
    drop_blanks (placed);
  if (placed->placing == BB_PLACED_LOOSE && are_same_words (placed))
    {
      placed->placing = BB_PLACED;
      for (guint i = 0; i < placed->n_columns; i++)
        placed->values[i] = g_ptr_array_index (placed->items, i);
    }
  if (placed->placing == BB_PLACED_LOOSE && placed->items->len > placed->n_columns + BB_IMPORT_EXTRA_LIMIT)
    placed->placing = BB_PLACED_NOT;
  if (placed->placing == BB_PLACED_LOOSE && ((fit->is_complete && fit->is_scrambled) || is_short_of_foreign (fit, items)))
    placed->placing = BB_PLACED_NOT;
}
