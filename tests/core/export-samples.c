/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the fixture reports, or NUMBER generated ones, or those of DOCUMENTs, in every format to a folder, and beside each
 * what must be in it, for judges that are no part of the program (judge-exports.py): lines `P text` for title, headings
 * and paragraphs, and `C table row column text value` for what stands in a table; value only for numbers.
 */
#include "bb-generate.h"
#include "export-fixture.h"
#include "formula-fixture.h"

#include "export/bb-page.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
write_report (BbReport *report, const char *name, const char *directory, GError **error)
{
  g_autofree char *text = describe (report);
  g_autofree char *base = g_build_filename (directory, name, NULL);
  g_autofree char *list = g_strconcat (base, ".expected", NULL);

  for (int format = 0; format < BB_N_EXPORT_FORMATS; format++)
    {
      g_autofree char *path = g_strconcat (base, bb_export_suffix (format), NULL);

      if (!bb_export_file (report, format, path, BB_SAVE_DEFAULT, error))
        return FALSE;
    }

  return g_file_set_contents (list, text, -1, error);
}

static gboolean
write_fixtures (const char *directory, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (BbReport) report = fixture_report (&fixtures[i]);

      if (!write_report (report, fixtures[i].name, directory, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_formulas (const char *directory, GError **error)
{
  g_autoptr (GPtrArray) formulas = formula_texts ();
  g_autoptr (BbReport) report = formula_report (formulas);

  return write_report (report, "formulas", directory, error);
}

static gboolean
write_generated (guint n_reports, const char *directory, GError **error)
{
  for (guint seed = 1; seed <= n_reports; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autofree char *name = g_strdup_printf ("generated-%03u", seed);

      if (!write_report (report, name, directory, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_documents (char **documents, const char *directory, GError **error)
{
  for (; *documents != NULL; documents++)
    {
      g_autoptr (BbOpened) opened = bb_open_path (*documents, BB_OPEN_DEFAULT, NULL, error);
      g_autofree char *name = g_path_get_basename (*documents);

      if (opened == NULL || !write_report (opened->report, strtok (name, "."), directory, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_named (char **arguments, const char *directory, GError **error)
{
  if (arguments[0] == NULL)
    return write_fixtures (directory, error);
  if (g_ascii_isdigit (arguments[0][0]))
    return write_generated ((guint) atoi (arguments[0]), directory, error);
  if (g_str_equal (arguments[0], "formulas"))
    return write_formulas (directory, error);

  return write_documents (arguments, directory, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      fprintf (stderr, "usage: %s FOLDER [NUMBER | formulas | DOCUMENT...]\n", argv[0]);
      return 2;
    }

  if (write_named (&argv[2], argv[1], &error))
    return 0;
  fprintf (stderr, "%s\n", error->message);
  return 1;
}
