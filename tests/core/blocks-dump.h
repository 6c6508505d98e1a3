/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"

/* One character a block: "P<text>" a paragraph, "[a|b]" a row, "·" a place that a merged cell covers, "⏎" a line break. */
static inline char *
blocks_dump (const BbImportSource *source, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      if (!block->is_grid)
        g_string_append_printf (text, "P<%s>", block->text);
      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        {
          const BbImportRow *row = g_ptr_array_index (block->rows, r);

          for (guint c = 0; c < row->cells->len; c++)
            {
              const char *cell = g_ptr_array_index (row->cells, c);

              g_string_append_printf (text, "%s%s", c == 0 ? "[" : "|", cell == bb_import_covered ? "·" : cell);
            }
          g_string_append_c (text, ']');
        }
    }
  g_string_replace (text, "\n", "⏎", 0);
  g_string_replace (text, ">", ">\v", 0);
  g_string_replace (text, "]", "]\v", 0);
  g_string_replace (text, "\v", separator, 0);
  return g_string_free (text, FALSE);
}
