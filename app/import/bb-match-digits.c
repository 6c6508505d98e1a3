/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-digits.h"

#include "import/bb-match-cells.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
bb_match_ends_with_sum (const BbMatchTable *table,
                        const BbBlock      *block)
{
  const BbForm *form = table->match->form;
  const BbCell *last = &form->cells[block->first_cell + block->n_column_leaves - 1];

  if (last->block != block->index || last->table != block->table || last->derived_from < 0)
    return FALSE;
  return form->equations[last->derived_from].n_right == block->n_column_leaves - 1;
}

gboolean
bb_match_compare_with_sum (GPtrArray *items,
                           int       *difference)
{
  BbDecimal sum = { 0, 0 };
  BbNumber number = { 0 };

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0 && number.form == BB_NUMBER_PLAIN && !bb_decimal_add (sum, number.value, &sum))
        return FALSE;
      number = bb_number_read (g_ptr_array_index (items, i), "件");
      if (number.form == BB_NUMBER_OWN_UNIT)
        number.form = BB_NUMBER_PLAIN;
      if (number.form != BB_NUMBER_PLAIN && number.form != BB_NUMBER_BLANK)
        return FALSE;
    }
  *difference = bb_decimal_compare (number.value, sum);
  return number.form == BB_NUMBER_PLAIN && (bb_decimal_sign (sum) != 0 || *difference != 0);
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static void
text_free (gpointer data)
{
  if (data != bb_import_covered)
    g_free (data);
}

/* The places of @row with the digits of @cells behind theirs. Returns: (nullable): %NULL when some have nothing above them. */
static GPtrArray *
append_digits (const BbMatchRow *row,
               const GPtrArray  *cells)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (text_free);

  for (guint i = 0; i < row->cells->len; i++)
    {
      char *above = g_ptr_array_index (row->cells, i);
      const char *below = i < cells->len ? g_ptr_array_index (cells, i) : "";

      if (*below != '\0' && (!is_digits (below) || !is_digits (above) || (int) i <= row->label_place))
        return NULL;
      g_ptr_array_add (joined, above == bb_import_covered ? above : g_strconcat (above, below, NULL));
    }
  for (guint i = row->cells->len; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return NULL;
  return g_steal_pointer (&joined);
}

static gboolean
adds_up (const BbMatchRow *row,
         gboolean         *says_nothing)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  int difference = 0;

  *says_nothing = !bb_match_compare_with_sum (items, &difference);
  return difference == 0;
}

static void
note_joined (const BbMatchTable *table,
             const BbMatchRow   *row)
{
  g_autofree guint *cells = bb_match_cells_of (row->label->block, bb_label_leaf (row->label));
  g_autofree char *excerpt = bb_match_row_excerpt (row);

  bb_match_note (table->match, "read.joined-digits", BB_SEVERITY_WARNING, cells, row->label->block->n_column_leaves, row->line,
                 g_strdup_printf (_("Numbers of this row were broken over two rows and were put together, as the sum says: %s"), excerpt));
}

gboolean
bb_match_digits_join (const BbMatchTable *table,
                      BbMatchRow         *row,
                      const GPtrArray    *cells)
{
  g_autoptr (GPtrArray) joined = NULL;
  g_autoptr (GPtrArray) before = NULL;
  gboolean says_nothing = FALSE;

  if (row->label == NULL || !row->label->is_own || !bb_match_ends_with_sum (table, row->label->block) ||
      adds_up (row, &says_nothing) || says_nothing)
    return FALSE;
  joined = append_digits (row, cells);
  if (joined == NULL)
    return FALSE;
  before = row->cells;
  row->cells = g_steal_pointer (&joined);
  if (adds_up (row, &says_nothing) && !says_nothing)
    note_joined (table, row);
  else
    {
      g_ptr_array_unref (row->cells);
      row->cells = g_steal_pointer (&before);
      row->is_doubtful = TRUE;
    }
  return TRUE;
}
