/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block that lies over the grid as it was copied. */
#include "import/bb-paste-private.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

/*
 * @rows: (element-type BbImportRow): of all tables of the block
 * @row, @column: leaves of @block where the first figure goes
 * @n_labels: leading columns with the labels of the rows, which are left out; @width: of the rest
 */
typedef struct
{
  BbPasteTarget *target;
  const BbBlock *block;
  guint row;
  guint column;
  GPtrArray *rows;
  guint width;
  guint n_labels;
} Plan;

static guint
row_length (const Plan *plan,
            guint       row)
{
  return ((const BbImportRow *) g_ptr_array_index (plan->rows, row))->cells->len;
}

/* Where a row ends early, or a merged cell covers the place, nothing is said. */
static const char *
get_text (const Plan *plan,
          guint       row,
          guint       column)
{
  const BbImportRow *cells = g_ptr_array_index (plan->rows, row);
  const char *text = column < cells->cells->len ? g_ptr_array_index (cells->cells, column) : NULL;

  return text != bb_import_covered ? text : NULL;
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *trimmed = bb_text_trim (text != NULL ? text : "");

  return *trimmed == '\0';
}

static gboolean
matches_label (const char *folded,
               const char *label)
{
  g_autofree char *other = bb_text_fold_label (label);

  return g_str_equal (folded, other) || g_str_equal (bb_text_strip_number (folded), bb_text_strip_number (other));
}

static gboolean
matches_head (const BbHead *head,
              const char   *text)
{
  g_autofree char *folded = bb_text_fold_label (text);

  if (matches_label (folded, head->title))
    return TRUE;
  for (guint i = 0; head->aliases != NULL && head->aliases[i] != NULL; i++)
    if (matches_label (folded, head->aliases[i]))
      return TRUE;
  return FALSE;
}

/* Whether @text is the label of leaf row @row or of one of its groups. */
static gboolean
is_label_of_row (const BbBlock *block,
                 guint          row,
                 const char    *text)
{
  for (int head = (int) block->row_leaves[row]; head >= 0; head = block->rows[head].parent)
    if (matches_head (&block->rows[head], text))
      return TRUE;
  return FALSE;
}

static gboolean
is_label (const BbBlock *block,
          const char    *text)
{
  for (guint i = 0; i < block->n_columns; i++)
    if (matches_head (&block->columns[i], text))
      return TRUE;
  for (guint i = 0; i < block->n_rows; i++)
    if (*block->rows[i].title != '\0' && matches_head (&block->rows[i], text))
      return TRUE;
  return FALSE;
}

/* Words, and labels that begin with their number: "1.属于国家秘密" could be a figure with a remark. */
static gboolean
is_words (const BbBlock *block,
          const char    *text)
{
  BbNumberForm form = bb_number_read (text, NULL).form;

  return form == BB_NUMBER_TEXT || (form == BB_NUMBER_REMARK && is_label (block, text));
}

/* A column of labels has words and empty places only, and at least one of the words. */
static gboolean
is_label_column (const Plan *plan,
                 guint       column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const char *text = get_text (plan, i, column);

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
  for (guint i = 0; i < plan->rows->len; i++)
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
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The copied block is %u columns wide, but from this cell on there is %u. Nothing was pasted.",
                                         "The copied block is %u columns wide, but from this cell on there are %u. Nothing was pasted.",
                                         columns),
                            plan->width, columns);
  if (plan->rows->len > rows)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The copied block is %u rows high, but from this cell on there is %u. Nothing was pasted.",
                                         "The copied block is %u rows high, but from this cell on there are %u. Nothing was pasted.",
                                         rows),
                            plan->rows->len, rows);
  return NULL;
}

static char *
check_place (const Plan *plan,
             guint       row,
             guint       column)
{
  const char *text = get_text (plan, row, column);
  gboolean expected = column < plan->n_labels;

  if (is_empty (text) || !is_words (plan->block, text))
    return NULL;
  if (expected && !is_label_of_row (plan->block, plan->row + row, text))
    return g_strdup_printf (_("The copied block has the row “%s” where the table has “%s”. Nothing was pasted."), text,
                            plan->block->rows[plan->block->row_leaves[plan->row + row]].title);
  if (!expected && is_label (plan->block, text))
    return g_strdup_printf (_("The copied block has the label “%s” where a figure belongs. Nothing was pasted."), text);
  return NULL;
}

static char *
check_labels (const Plan *plan)
{
  for (guint i = 0; i < plan->rows->len; i++)
    for (guint j = 0; j < row_length (plan, i); j++)
      {
        char *refusal = check_place (plan, i, j);

        if (refusal != NULL)
          return refusal;
      }
  return NULL;
}

static void
place_texts (const Plan *plan)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      guint first = plan->block->first_cell + (plan->row + i) * plan->block->n_column_leaves + plan->column;

      for (guint j = plan->n_labels; j < row_length (plan, i); j++)
        if (get_text (plan, i, j) != NULL)
          bb_paste_target_put (plan->target, first + j - plan->n_labels, get_text (plan, i, j));
    }
}

static GPtrArray *
collect_rows (const BbImportSource *source)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        g_ptr_array_add (rows, g_ptr_array_index (block->rows, r));
    }
  return rows;
}

char *
bb_paste_by_position (BbPasteTarget        *target,
                      const BbImportSource *source,
                      guint                 cell)
{
  const BbCell *start = &target->form->cells[cell];
  g_autoptr (GPtrArray) rows = collect_rows (source);
  Plan plan = {
    .target = target,
    .block = &target->form->tables[start->table].blocks[start->block],
    .row = start->row,
    .column = start->column,
    .rows = rows,
  };
  char *refusal;

  count_labels (&plan);
  refusal = check_size (&plan);
  if (refusal == NULL)
    refusal = check_labels (&plan);
  if (refusal == NULL)
    place_texts (&plan);
  return refusal;
}
