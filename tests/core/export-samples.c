/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the fixture reports in every format to a folder, and beside each what must be in it, for judges that are no part
 * of the program (judge-exports.py): lines `P text` for title, headings and paragraphs, and
 * `C table row column text value` for what stands in a table; value only for numbers.
 */
#include "export-fixture.h"

#include "export/bb-page.h"

#include <locale.h>
#include <stdio.h>

static void
describe_slot (const BbPageTable *table, const BbPageSlot *slot, GString *out)
{
  g_autofree char *value = slot->is_number ? bb_decimal_to_string (slot->value) : g_strdup ("");

  g_string_append_printf (out, "C\t%u\t%u\t%u\t%s\t%s\n", table->table->index, slot->slot->row, slot->slot->column,
                          slot->text, value);
}

static char *
describe (BbReport *report)
{
  g_autoptr (BbPage) page = bb_page_new (report);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->kind != BB_PAGE_TABLE)
        g_string_append_printf (out, "P\t%s\n", block->text);
      for (guint j = 0; block->kind == BB_PAGE_TABLE && j < block->table->table->n_slots; j++)
        describe_slot (block->table, &block->table->slots[j], out);
    }

  return g_string_free (out, FALSE);
}

static gboolean
write_fixture (const Fixture *fixture, const char *directory, GError **error)
{
  g_autoptr (BbReport) report = fixture_report (fixture);
  g_autofree char *text = describe (report);
  g_autofree char *base = g_build_filename (directory, fixture->name, NULL);
  g_autofree char *list = g_strconcat (base, ".expected", NULL);

  for (int format = 0; format < BB_N_EXPORT_FORMATS; format++)
    {
      g_autofree char *path = g_strconcat (base, bb_export_suffix (format), NULL);

      if (!bb_export_file (report, format, path, BB_SAVE_DEFAULT, error))
        return FALSE;
    }

  return g_file_set_contents (list, text, -1, error);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      fprintf (stderr, "usage: %s FOLDER\n", argv[0]);
      return 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!write_fixture (&fixtures[i], argv[1], &error))
        {
          fprintf (stderr, "%s: %s\n", fixtures[i].name, error->message);
          return 1;
        }
    }

  return 0;
}
