/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-partial.h"

#include <bianbao/bb-number.h>

/* One head alone may be a word. */
#define FEWEST_HEADS 2

/* When one column is gone, a program may have lost it, and the head of another: the sums can't tell. Two are left out on purpose. */
#define FEWEST_MISSING 2

static const BbFittedHead *
get_head (const BbHeadFit *fit,
          guint            index)
{
  return &g_array_index (fit->heads, BbFittedHead, index);
}

/* What stands in column @leaf; %FALSE where that is no number. */
static gboolean
get_number (const BbHeadFit  *fit,
            const BbMatchRow *row,
            guint             leaf,
            BbDecimal        *value)
{
  const BbFittedHead *head = bb_head_fit_find (fit, leaf);
  BbNumber number = { 0 };

  if (head != NULL && head->place < row->cells->len)
    number = bb_number_read (g_ptr_array_index (row->cells, head->place), "件");
  *value = number.value;
  return head != NULL && (number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT);
}

/*
 * @total: a cell of the block's first row that is a sum of others in it. Returns: whether what stands in its column is no less
 * than what stands in theirs, and equal when all of them are there.
 */
static gboolean
is_sum_sound (const BbForm     *form,
              const BbHeadFit  *fit,
              const BbMatchRow *row,
              guint             total)
{
  const BbEquation *equation = &form->equations[form->cells[total].derived_from];
  guint first = fit->block->first_cell;
  BbDecimal sum = { 0, 0 };
  BbDecimal whole;
  guint n = 0;

  if (!get_number (fit, row, total - first, &whole))
    return TRUE;
  for (guint i = 0; i < equation->n_right; i++)
    {
      BbDecimal part;

      if (equation->right[i] < first || equation->right[i] >= first + fit->block->n_column_leaves)
        return TRUE;
      if (!get_number (fit, row, equation->right[i] - first, &part))
        continue;
      n++;
      if (!bb_decimal_add (sum, part, &sum))
        return FALSE;
    }
  return n == equation->n_right ? bb_decimal_compare (sum, whole) == 0 : bb_decimal_compare (sum, whole) <= 0;
}

static gboolean
are_sums_sound (const BbForm     *form,
                const BbHeadFit  *fit,
                const BbMatchRow *row)
{
  for (guint i = 0; i < fit->block->n_column_leaves; i++)
    if (form->cells[fit->block->first_cell + i].derived_from >= 0 && !is_sum_sound (form, fit, row, fit->block->first_cell + i))
      return FALSE;
  return TRUE;
}

/* Returns: (nullable): the title of a group over @place, on one line with heads of columns and with none below it. */
static const char *
find_lone_group (const BbMatchTable *table,
                 const BbMatchRow   *row,
                 const BbHeadFit    *fit,
                 guint               place)
{
  for (guint i = 0; i < row->head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (row->head->cells, BbHeadCell, i);

      if (cell->place == place && cell->line == get_head (fit, 0)->line && !bb_head_fit_has_place (fit, place) &&
          bb_labels_find (table->match->labels, table->table->id, BB_LABEL_COLUMN_GROUP, cell->text) != NULL)
        return cell->text;
    }
  return NULL;
}

/* Labels left of the first head, and figures only under heads. */
static gboolean
stands_under_heads (const BbMatchTable *table,
                    const BbMatchRow   *row,
                    const BbHeadFit    *fit)
{
  if (!row->has_places || row->label_place >= (int) get_head (fit, 0)->place)
    return FALSE;
  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    if (*(const char *) g_ptr_array_index (row->cells, i) != '\0' && !bb_head_fit_has_place (fit, i) && find_lone_group (table, row, fit, i) == NULL)
      return FALSE;
  return TRUE;
}

/* A row that ends before the last head, or goes on behind it, may lack a place anywhere, or have one more. */
static gboolean
is_as_wide (const BbHeadFit  *fit,
            const BbMatchRow *row)
{
  guint last = get_head (fit, fit->heads->len - 1)->place;

  if (row->cells->len <= last)
    return FALSE;
  for (guint i = last + 1; i < row->cells->len; i++)
    if (*(const char *) g_ptr_array_index (row->cells, i) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
are_heads_partial (const BbHeadFit *fit)
{
  return fit->n_own >= FEWEST_HEADS && fit->n_own == fit->heads->len && fit->n_own + FEWEST_MISSING <= fit->block->n_column_leaves && fit->n_stray == 0 &&
         fit->is_distinct && !fit->is_displaced && !fit->is_by_order;
}

static gboolean
has_values (const BbMatchRow *row)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);

  return items->len > 0;
}

gboolean
bb_match_partial_fits (const BbMatchTable *table,
                       const BbMatchRow   *row,
                       const BbBlock      *block)
{
  const BbHeadFit *fit = bb_head_fit (table, row->head, block);

  if (table->table->n_blocks > 1 || table->is_turned || !row->head->has_places || !are_heads_partial (fit) || !are_sums_sound (table->match->form, fit, row))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BbMatchRow *other = bb_match_table_get_row (table, i);

      if (other->head == row->head && has_values (other) && (!stands_under_heads (table, other, fit) || !is_as_wide (fit, other)))
        return FALSE;
    }
  return TRUE;
}

void
bb_match_partial_append (const BbMatchTable *table,
                         const BbMatchRow   *row,
                         const BbBlock      *block,
                         GString            *left_over)
{
  const BbHeadFit *fit = bb_head_fit (table, row->head, block);

  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    {
      const char *value = g_ptr_array_index (row->cells, i);
      const char *title = *value != '\0' ? find_lone_group (table, row, fit, i) : NULL;

      if (title != NULL)
        g_string_append_printf (left_over, "%s%s %s", left_over->len > 0 ? ", " : "", title, value);
    }
}
