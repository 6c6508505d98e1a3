/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what the fuzzers begin with: reports as text and as documents, and the words that a file of either kind is made of. */
#include "bb-generate.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_RANDOM 12

static void
write_file (const char *folder, const char *kind, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, kind, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0755);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
write_report (const char *folder, const char *name, BbReport *report)
{
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *document_name = g_strconcat (name, ".bianbao", NULL);
  g_autoptr (GBytes) text = bb_export_bytes (report, BB_EXPORT_TEXT, NULL);
  g_autoptr (GBytes) document = bb_document_serialize (report);

  write_file (folder, "text", text_name, text);
  write_file (folder, "document", document_name, document);
}

static void
add_word (GString *words, const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  g_string_append_c (words, '"');
  for (; *word != '\0'; word++)
    {
      if (g_ascii_isalnum (*word))
        g_string_append_c (words, *word);
      else
        g_string_append_printf (words, "\\x%02x", (guchar) *word);
    }
  g_string_append (words, "\"\n");
}

static void
add_heads (GString *words, const BbHead *heads, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      add_word (words, heads[i].title);
      for (guint j = 0; heads[i].aliases != NULL && heads[i].aliases[j] != NULL; j++)
        add_word (words, heads[i].aliases[j]);
    }
}

static void
add_form (GString *words, const BbForm *form)
{
  for (guint i = 0; i < form->n_sections; i++)
    add_word (words, form->sections[i].title);
  for (guint i = 0; i < form->n_tables; i++)
    for (guint j = 0; j < form->tables[i].n_blocks; j++)
      {
        const BbBlock *block = &form->tables[i].blocks[j];

        add_word (words, block->title);
        add_word (words, block->corner);
        add_heads (words, block->columns, block->n_columns);
        add_heads (words, block->rows, block->n_rows);
      }
}

static void
write_words (const char *folder)
{
  static const char *const of_text[] = { "\t", "\n", "\r\n", "一、", "（一）", "1.", "年政府信息公开工作年度报告", "2024", "０", "/", "—", "无", "万元", "件" };
  static const char *const of_documents[] = { "{}", "[]", "\"\"", "null", "true", "1.0", "\"origin\": \"derived\"", "\"missing\": true",
                                              "\"text\": \"3\"", "\"content\": {", "\"cells\": {", "\"notes\": [", "\"form\": \"2019\"", "\\u0000", "\"unit\": \"元\"" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) documents = g_string_new (NULL);
  const BbForm *const *forms = bb_form_list ();
  g_autoptr (GBytes) text_bytes = NULL;
  g_autoptr (GBytes) document_bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_text); i++)
    add_word (text, of_text[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of_documents); i++)
    add_word (documents, of_documents[i]);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      add_form (text, forms[i]);
      for (guint j = 0; j < forms[i]->n_cells; j++)
        add_word (documents, forms[i]->cells[j].id);
    }
  text_bytes = g_bytes_new (text->str, text->len);
  document_bytes = g_bytes_new (documents->str, documents->len);
  write_file (folder, ".", "text.dict", text_bytes);
  write_file (folder, ".", "document.dict", document_bytes);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: fuzz-seeds FOLDER\n");
      return 2;
    }
  for (guint seed = 1; seed <= N_RANDOM; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autofree char *name = g_strdup_printf ("random-%02u", seed);

      write_report (argv[1], name, report);
    }
  for (guint i = 0; bb_form_list ()[i] != NULL; i++)
    {
      g_autoptr (BbReport) report = bb_generate_sound (bb_form_list ()[i]->id);
      g_autofree char *name = g_strdup_printf ("sound-%s", bb_form_list ()[i]->id);

      write_report (argv[1], name, report);
    }
  write_words (argv[1]);
  return 0;
}
