/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-paste.h"

#include <glib/gi18n.h>

/* A block on its way to the cells: everything is looked at before anything is written. */
typedef struct
{
  BbReport *report;
  const BbForm *form;
  const BbBlock *block;
  guint row; /* leaves of @block where the first figure goes */
  guint column;
  GPtrArray *grid;
  guint width;
  guint n_labels; /* leading columns that are left out */
  char **texts;   /* one a cell of the form, trimmed; NULL: not touched */
} Plan;

static guint
row_length (const Plan *plan, guint row)
{
  const BbImportRow *cells = g_ptr_array_index (plan->grid, row);

  return cells->cells->len;
}

/* Where a row ends early, nothing is said about the rest. */
static const char *
grid_text (const Plan *plan, guint row, guint column)
{
  const BbImportRow *cells = g_ptr_array_index (plan->grid, row);

  return column < cells->cells->len ? g_ptr_array_index (cells->cells, column) : NULL;
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *trimmed = bb_text_trim (text != NULL ? text : "");

  return *trimmed == '\0';
}

static gboolean
matches_label (const char *folded, const char *label)
{
  g_autofree char *other = bb_text_fold_label (label);

  return g_str_equal (folded, other) || g_str_equal (bb_text_strip_number (folded), bb_text_strip_number (other));
}

static gboolean
matches_head (const BbHead *head, const char *text)
{
  g_autofree char *folded = bb_text_fold_label (text);

  if (matches_label (folded, head->title))
    return TRUE;
  for (guint i = 0; head->aliases != NULL && head->aliases[i] != NULL; i++)
    {
      if (matches_label (folded, head->aliases[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether @text is the label of leaf row @row or of one of its groups. */
static gboolean
is_label_of_row (const BbBlock *block, guint row, const char *text)
{
  for (int head = (int) block->row_leaves[row]; head >= 0; head = block->rows[head].parent)
    {
      if (matches_head (&block->rows[head], text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_label (const BbBlock *block, const char *text)
{
  for (guint i = 0; i < block->n_columns; i++)
    {
      if (matches_head (&block->columns[i], text))
        return TRUE;
    }
  for (guint i = 0; i < block->n_rows; i++)
    {
      if (*block->rows[i].title != '\0' && matches_head (&block->rows[i], text))
        return TRUE;
    }

  return FALSE;
}

/* Words, and labels that begin with their number: "1.属于国家秘密" could be a figure with a remark. */
static gboolean
is_words (const BbBlock *block, const char *text)
{
  BbNumberForm form = bb_number_read (text, NULL).form;

  return form == BB_NUMBER_TEXT || (form == BB_NUMBER_REMARK && is_label (block, text));
}

/* A column of labels has words and empty places only, and at least one of the words. */
static gboolean
is_label_column (const Plan *plan, guint column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < plan->grid->len; i++)
    {
      const char *text = grid_text (plan, i, column);

      if (is_empty (text))
        continue;
      if (!is_words (plan->block, text))
        return FALSE;
      any = TRUE;
    }

  return any;
}

static void
count_labels (Plan *plan)
{
  for (guint i = 0; i < plan->grid->len; i++)
    plan->width = MAX (plan->width, row_length (plan, i));
  while (plan->n_labels + 1 < plan->width && is_label_column (plan, plan->n_labels))
    plan->n_labels++;
  plan->width -= plan->n_labels;
}

static char *
check_size (const Plan *plan)
{
  guint rows = plan->block->n_row_leaves - plan->row;
  guint columns = plan->block->n_column_leaves - plan->column;

  if (plan->width > columns)
    return g_strdup_printf (ngettext ("The copied block is %u columns wide, but from this cell on there is %u. Nothing was pasted.",
                                      "The copied block is %u columns wide, but from this cell on there are %u. Nothing was pasted.",
                                      columns),
                            plan->width, columns);
  if (plan->grid->len > rows)
    return g_strdup_printf (ngettext ("The copied block is %u rows high, but from this cell on there is %u. Nothing was pasted.",
                                      "The copied block is %u rows high, but from this cell on there are %u. Nothing was pasted.",
                                      rows),
                            plan->grid->len, rows);

  return NULL;
}

static char *
check_labels (const Plan *plan)
{
  for (guint i = 0; i < plan->grid->len; i++)
    {
      for (guint j = 0; j < row_length (plan, i); j++)
        {
          const char *text = grid_text (plan, i, j);
          gboolean expected = j < plan->n_labels;

          if (is_empty (text) || !is_words (plan->block, text))
            continue;
          if (expected && !is_label_of_row (plan->block, plan->row + i, text))
            return g_strdup_printf (_("The copied block has the row “%s” where the table has “%s”. Nothing was pasted."), text,
                                    plan->block->rows[plan->block->row_leaves[plan->row + i]].title);
          if (!expected && is_label (plan->block, text))
            return g_strdup_printf (_("The copied block has the label “%s” where a figure belongs. Nothing was pasted."), text);
        }
    }

  return NULL;
}

static void
place_texts (Plan *plan)
{
  for (guint i = 0; i < plan->grid->len; i++)
    {
      guint first = plan->block->first_cell + (plan->row + i) * plan->block->n_column_leaves + plan->column;

      for (guint j = plan->n_labels; j < row_length (plan, i); j++)
        plan->texts[first + j - plan->n_labels] = bb_text_trim (grid_text (plan, i, j));
    }
}

static gboolean
read_figure (const BbCell *cell, const char *text, BbDecimal *value)
{
  BbNumber number = bb_number_read (text, cell->unit);

  *value = number.value;
  return number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT;
}

static gboolean sum_after (const Plan *plan, const BbCell *total, BbDecimal *sum);

/* What a cell will hold once the block is in. */
static gboolean
value_after (const Plan *plan, const BbCell *cell, BbDecimal *value)
{
  BbField *field = bb_report_get_cell (plan->report, cell->index);
  const char *text = plan->texts[cell->index];

  if (cell->derived_from < 0)
    return text != NULL ? read_figure (cell, text, value) : bb_field_get_value (field, value);
  /* A total that is kept stays, unless the block says that it is the sum. */
  if (bb_field_is_pinned (field) && (text == NULL || *text == '\0'))
    return bb_field_get_value (field, value);

  return sum_after (plan, cell, value);
}

static gboolean
sum_after (const Plan *plan, const BbCell *total, BbDecimal *sum)
{
  const BbEquation *equation = &plan->form->equations[total->derived_from];

  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < equation->n_right; i++)
    {
      BbDecimal part;

      if (!value_after (plan, &plan->form->cells[equation->right[i]], &part) || !bb_decimal_add (*sum, part, sum))
        return FALSE;
    }

  return TRUE;
}

static char *
check_totals (const Plan *plan)
{
  for (guint i = 0; i < plan->form->n_derived; i++)
    {
      const BbCell *cell = &plan->form->cells[plan->form->derived_order[i]];
      const char *text = plan->texts[cell->index];
      g_autofree char *written = NULL;
      BbDecimal pasted, sum;

      if (text == NULL || *text == '\0')
        continue;
      if (!sum_after (plan, cell, &sum))
        return g_strdup_printf (_("The copied block has %s in “%s”, a total whose parts are not all numbers. Nothing was pasted."),
                                text, cell->name);
      if (read_figure (cell, text, &pasted) && bb_decimal_compare (pasted, sum) == 0)
        continue;
      written = bb_decimal_to_string (sum);
      return g_strdup_printf (_("The copied block has %s in “%s”, but its parts add up to %s. Nothing was pasted."), text,
                              cell->name, written);
    }

  return NULL;
}

static void
write_texts (const Plan *plan)
{
  bb_report_begin_group (plan->report, _("Paste"));
  for (guint i = 0; i < plan->form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (plan->report, i);
      const char *text = plan->texts[i];

      if (text == NULL)
        continue;
      if (!bb_field_is_derived (field))
        bb_report_edit (plan->report, field, text, BB_ORIGIN_TYPED);
      else if (*text != '\0' && bb_field_is_pinned (field))
        bb_report_edit (plan->report, field, NULL, BB_ORIGIN_TYPED);
    }
  bb_report_end_group (plan->report);
  bb_report_barrier (plan->report);
}

char *
bb_sheet_paste (BbReport *report, guint cell, const char *text)
{
  const BbForm *form = bb_report_get_form (report);
  const BbCell *start = &form->cells[cell];
  g_autoptr (GPtrArray) grid = bb_import_paste_grid (text);
  Plan plan = {
    .report = report,
    .form = form,
    .block = &form->tables[start->table].blocks[start->block],
    .row = start->row,
    .column = start->column,
    .grid = grid,
  };
  char *refusal;

  count_labels (&plan);
  refusal = check_size (&plan);
  if (refusal == NULL)
    refusal = check_labels (&plan);
  if (refusal != NULL)
    return refusal;

  plan.texts = g_new0 (char *, form->n_cells);
  place_texts (&plan);
  refusal = check_totals (&plan);
  if (refusal == NULL)
    write_texts (&plan);
  for (guint i = 0; i < form->n_cells; i++)
    g_free (plan.texts[i]);
  g_free (plan.texts);
  return refusal;
}
