/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a block that the form does not have: 序号, 备注. */
#include "import/bb-match-labels.h"
#include "import/bb-paste-private.h"

#include <glib/gi18n-lib.h>

/* A row with so many names of columns is a row of heads. */
#define FEWEST_HEADS 2

static const char *
get_text (const BbImportRow *row,
          guint              place)
{
  return place < row->cells->len ? g_ptr_array_index (row->cells, place) : "";
}

/* Of any table: at this point nobody knows which one the block is. */
static gboolean
is_label (BbLabels     *labels,
          const BbForm *form,
          const char   *text)
{
  for (guint i = 0; i < form->n_tables; i++)
    if (bb_labels_find_row (labels, form->tables[i].id, text, 0) != NULL || bb_labels_is_head (labels, form->tables[i].id, text) ||
        bb_labels_is_head_part (labels, form->tables[i].id, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_heads (BbLabels          *labels,
          const BbForm      *form,
          const BbImportRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    for (guint t = 0; *get_text (row, i) != '\0' && t < form->n_tables; t++)
      if (bb_labels_find (labels, form->tables[t].id, BB_LABEL_COLUMN, get_text (row, i)) != NULL)
        {
          n++;
          break;
        }
  return n >= FEWEST_HEADS;
}

/* Whether anything in the column is a text of the form: then it is no stranger, whatever its head. */
static gboolean
has_label (BbLabels            *labels,
           const BbForm        *form,
           const BbImportBlock *grid,
           guint                place)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const char *text = get_text (g_ptr_array_index (grid->rows, i), place);

      if (*text != '\0' && is_label (labels, form, text))
        return TRUE;
    }
  return FALSE;
}

static void
drop_column (const BbImportBlock *grid,
             guint                place)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const BbImportRow *row = g_ptr_array_index (grid->rows, i);

      if (place < row->cells->len)
        g_ptr_array_remove_index (row->cells, place);
    }
}

static void
drop_strangers (BbPasteTarget       *target,
                BbLabels            *labels,
                const BbImportBlock *grid,
                const BbImportRow   *heads)
{
  for (guint place = heads->cells->len; place-- > 0;)
    {
      const char *head = get_text (heads, place);

      if (*head == '\0' || has_label (labels, target->form, grid, place))
        continue;
      g_ptr_array_add (target->left_out, g_strdup_printf (_("The column “%s” is none of the form and was left out"), head));
      drop_column (grid, place);
    }
}

void
bb_paste_drop_columns (BbPasteTarget        *target,
                       const BbImportSource *source)
{
  g_autoptr (BbLabels) labels = bb_labels_new (target->form);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *grid = g_ptr_array_index (source->blocks, i);

      for (guint r = 0; grid->is_grid && r < grid->rows->len; r++)
        if (is_heads (labels, target->form, g_ptr_array_index (grid->rows, r)))
          {
            drop_strangers (target, labels, grid, g_ptr_array_index (grid->rows, r));
            break;
          }
    }
}
