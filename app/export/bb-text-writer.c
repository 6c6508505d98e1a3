/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-text-writer.h"

static void
write_line (GString *out, const char *const *places, guint n_places)
{
  for (guint i = 0; i < n_places; i++)
    {
      if (i != 0)
        g_string_append_c (out, '\t');
      if (places[i] != NULL)
        g_string_append (out, places[i]);
    }
  g_string_append_c (out, '\n');
}

/* Slots come row by row; what a slot spans beside its first place stays empty. */
static void
write_table (const BbPage *page, const BbPageTable *table, GString *out)
{
  guint n_places = bb_page_n_places (table->table);
  g_autofree const char **places = g_new0 (const char *, n_places);
  guint i = 0;

  for (guint row = 0; row < table->table->n_grid_rows; row++)
    {
      for (guint place = 0; place < n_places; place++)
        places[place] = NULL;
      for (; i < table->table->n_slots && table->slots[i].slot->row == row; i++)
        places[bb_page_place (page->form, table->table, table->slots[i].slot)] = table->slots[i].text;
      write_line (out, places, n_places);
    }
}

void
bb_text_write (const BbPage *page, GString *out)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

      if (i != 0)
        g_string_append_c (out, '\n');
      if (block->kind == BB_PAGE_TABLE)
        write_table (page, block->table, out);
      else
        g_string_append_printf (out, "%s\n", block->text);
    }
}
