/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what the fuzzers begin with: reports as text and as documents, and the words that a file of either kind is made of. */
#include "bb-generate.h"
#include "import/bb-import-source.h"
#include "import/bb-wire.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

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

/* What only people put in: a note to a cell, a figure that follows its cell. */
static void
annotate (BbReport *report)
{
  bb_report_set_remark (report, bb_report_get_cell (report, 0), "据台账");
  for (guint i = 0; i < 20; i++)
    if (bb_report_insert_link (report, bb_report_get_section (report, 1), 0, 0, i))
      break;
}

/* The parts of an office file, as fuzz-office packs them. */
static void
write_parts (const char *folder)
{
  static const char word[] =
    "==> word/document.xml\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>（一）予以公开</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
  static const char sheet[] =
    "==> xl/workbook.xml\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
    "<sheets><sheet name=\"s\" r:id=\"r1\"/></sheets></workbook>"
    "==> xl/_rels/workbook.xml.rels\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"
    "==> xl/s.xml\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>（一）予以公开</t></is></c>"
    "<c><v>1.5E2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
  g_autoptr (GBytes) word_bytes = g_bytes_new_static (word, strlen (word));
  g_autoptr (GBytes) sheet_bytes = g_bytes_new_static (sheet, strlen (sheet));

  write_file (folder, "office", "word", word_bytes);
  write_file (folder, "office", "sheet", sheet_bytes);
}

/* What the reading process answers to a page, behind the mark that fuzz-answer puts in front. */
static void
write_answer (const char *folder, const char *name, GBytes *page)
{
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  g_autoptr (BbImportSource) source = bb_import_source_read (page, "html", &encoding, &guessed, NULL, NULL);
  g_autoptr (GBytes) answer = bb_wire_write_source (source, encoding, guessed, NULL);
  gsize mark = strlen (BB_WIRE_MARK);
  g_autoptr (GBytes) behind = g_bytes_new_from_bytes (answer, mark, g_bytes_get_size (answer) - mark);

  write_file (folder, "answer", name, behind);
}

static void
write_report (const char *folder, const char *name, BbReport *report)
{
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *document_name = g_strconcat (name, ".bianbao", NULL);
  g_autofree char *page_name = g_strconcat (name, ".html", NULL);
  g_autoptr (GBytes) text = bb_export_bytes (report, BB_EXPORT_TEXT, NULL);
  g_autoptr (GBytes) page = bb_export_bytes (report, BB_EXPORT_HTML, NULL);
  g_autoptr (GBytes) document = NULL;

  annotate (report);
  document = bb_document_serialize (report);
  write_file (folder, "text", text_name, text);
  write_file (folder, "page", page_name, page);
  write_answer (folder, name, page);
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
  static const char *const of_pages[] = { "<table>", "<tr>", "<td rowspan=2>", "<td colspan=3>", "</table>", "<p>", "<br>", "&nbsp;", "<ol>", "<li>", "<div>", "hidden" };
  static const char *const of_office[] = { "<w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:vMerge/>", "<w:gridSpan w:val=\"9\"/>", "<w:t>", "<c r=\"B2\">", "<v>", "==> ", "t=\"s\"" };
  static const char *const of_drawings[] = { "page 595 842\n", "text 80 100 10 ", "line 80 100 300 100\n", "line 80 100 80 300\n", "field 80 100 300 200\n", "- 1 -", "12", "/" };
  static const char *const of_documents[] = { "{}", "[]", "\"\"", "null", "true", "1.0", "\"origin\": \"derived\"", "\"missing\": true",
                                              "\"text\": \"3\"", "\"content\": {", "\"cells\": {", "\"notes\": [", "\"form\": \"2019\"", "\\u0000", "\"unit\": \"元\"" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) documents = g_string_new (NULL);
  g_autoptr (GString) pages = g_string_new (NULL);
  g_autoptr (GString) office = g_string_new (NULL);
  g_autoptr (GString) drawings = g_string_new (NULL);
  g_autoptr (GBytes) page_bytes = NULL;
  g_autoptr (GBytes) office_bytes = NULL;
  g_autoptr (GBytes) drawing_bytes = NULL;
  const BbForm *const *forms = bb_form_list ();
  g_autoptr (GBytes) text_bytes = NULL;
  g_autoptr (GBytes) document_bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_text); i++)
    add_word (text, of_text[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of_pages); i++)
    add_word (pages, of_pages[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of_office); i++)
    add_word (office, of_office[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of_drawings); i++)
    add_word (drawings, of_drawings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of_documents); i++)
    add_word (documents, of_documents[i]);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      add_form (text, forms[i]);
      add_form (pages, forms[i]);
      add_form (drawings, forms[i]);
      for (guint j = 0; j < forms[i]->n_cells; j++)
        add_word (documents, forms[i]->cells[j].id);
    }
  text_bytes = g_bytes_new (text->str, text->len);
  document_bytes = g_bytes_new (documents->str, documents->len);
  write_file (folder, ".", "text.dict", text_bytes);
  write_file (folder, ".", "document.dict", document_bytes);
  page_bytes = g_bytes_new (pages->str, pages->len);
  office_bytes = g_bytes_new (office->str, office->len);
  write_file (folder, ".", "page.dict", page_bytes);
  write_file (folder, ".", "office.dict", office_bytes);
  drawing_bytes = g_bytes_new (drawings->str, drawings->len);
  write_file (folder, ".", "pdf.dict", drawing_bytes);
  /* An answer has no words but those of a page. */
  write_file (folder, ".", "answer.dict", page_bytes);
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
  write_parts (argv[1]);
  write_words (argv[1]);
  return 0;
}
