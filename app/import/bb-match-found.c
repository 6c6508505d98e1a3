/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found of a table: its heads and rows. */
#include "import/bb-match-head.h"
#include "import/bb-match-table.h"

#define EXCERPT 60

static void
match_head_free (gpointer data)
{
  BbMatchHead *head = data;

  g_array_unref (head->cells);
  g_ptr_array_unref (head->fits);
  g_free (head);
}

BbMatchHead *
bb_match_head_new (void)
{
  BbMatchHead *head = g_new0 (BbMatchHead, 1);

  head->cells = g_array_new (FALSE, FALSE, sizeof (BbHeadCell));
  head->fits = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_head_fit_free);
  return head;
}

static void
match_row_free (gpointer data)
{
  BbMatchRow *row = data;

  g_ptr_array_unref (row->cells);
  g_array_unref (row->spots);
  g_free (row);
}

BbMatchTable *
bb_match_table_new (BbMatch       *match,
                    const BbTable *table)
{
  BbMatchTable *found = g_new0 (BbMatchTable, 1);

  found->match = match;
  found->table = table;
  found->no_head = bb_match_head_new ();
  found->heads = g_ptr_array_new_with_free_func (match_head_free);
  found->rows = g_ptr_array_new_with_free_func (match_row_free);
  found->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  return found;
}

void
bb_match_table_swap (BbMatchTable *table,
                     BbMatchTable *other)
{
  BbMatchTable old = *table;

  *table = *other;
  *other = old;
}

void
bb_match_table_free (BbMatchTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->heads);
  g_array_unref (table->marked);
  match_head_free (table->no_head);
  g_free (table);
}

GPtrArray *
bb_match_row_items (const BbMatchRow *row)
{
  GPtrArray *items = g_ptr_array_new ();
  guint end = 0;

  for (guint i = (guint) (row->label_place + 1); i < row->cells->len; i++)
    {
      char *cell = g_ptr_array_index (row->cells, i);

      if (cell == bb_import_covered)
        continue;
      if (items->len > 0 || *cell != '\0')
        g_ptr_array_add (items, cell);
      if (*cell != '\0')
        end = items->len;
    }
  g_ptr_array_set_size (items, (int) end);
  return items;
}

char *
bb_match_row_excerpt (const BbMatchRow *row)
{
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  g_autofree char *text = NULL;

  g_ptr_array_add (items, NULL);
  text = g_strjoinv (" ", (char **) items->pdata);
  return bb_match_excerpt (text, EXCERPT);
}
