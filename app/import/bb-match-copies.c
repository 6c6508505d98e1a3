/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-copies.h"

/* Rows are told by the form's own head of the row. */
static gpointer
get_key (const BbMatchRow *row)
{
  return row->label != NULL ? (gpointer) &row->label->block->rows[row->label->head] : NULL;
}

void
bb_match_copies_count (BbMatchTable *table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint copy = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      BbMatchRow *row = g_ptr_array_index (table->rows, i);
      g_autoptr (GPtrArray) items = bb_match_row_items (row);

      row->copy = copy;
      if (items->len == 0)
        continue;
      if (!g_hash_table_add (seen, get_key (row)))
        {
          g_hash_table_remove_all (seen);
          g_hash_table_add (seen, get_key (row));
          row->copy = ++copy;
        }
    }
}
