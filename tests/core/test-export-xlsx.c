/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook, part by part, as it stands in the file. */
#include "export-fixture.h"
#include "export-zip.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

typedef struct
{
  char *directory;
  char *path;
  GHashTable *parts;
  GPtrArray *strings;
} Book;

/* ---- shared strings ---- */

static void
strings_start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  if (g_str_equal (element, "si"))
    g_ptr_array_add (data, g_string_new (NULL));
}

static void
strings_text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  GPtrArray *strings = data;

  if (g_str_equal (g_markup_parse_context_get_element (context), "t"))
    g_string_append_len (g_ptr_array_index (strings, strings->len - 1), text, (gssize) length);
}

static void
parse_xml (const char *name, const char *xml, const GMarkupParser *parser, gpointer data)
{
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (parser, 0, data, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_markup_parse_context_parse (context, xml, -1, &error) || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s: %s", name, error->message);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/* ---- the workbook ---- */

static Book *
book_new (const char *fixture)
{
  static const GMarkupParser parser = { strings_start_cb, NULL, strings_text_cb, NULL, NULL };
  g_autoptr (BbReport) report = fixture_report_named (fixture);
  g_autoptr (GError) error = NULL;
  Book *book = g_new0 (Book, 1);

  book->directory = g_dir_make_tmp ("bianbao-xlsx-XXXXXX", &error);
  g_assert_no_error (error);
  book->path = g_build_filename (book->directory, "report.xlsx", NULL);
  bb_export_file (report, BB_EXPORT_XLSX, book->path, BB_SAVE_NO_CLOBBER, &error);
  g_assert_no_error (error);
  book->parts = zip_read (book->path);
  book->strings = g_ptr_array_new_with_free_func (free_string);
  parse_xml ("sharedStrings", g_hash_table_lookup (book->parts, "xl/sharedStrings.xml"), &parser, book->strings);

  return book;
}

static void
book_free (Book *book)
{
  g_ptr_array_unref (book->strings);
  g_hash_table_unref (book->parts);
  g_assert_cmpint (g_remove (book->path), ==, 0);
  /* Fails when the exporter left something beside the file. */
  g_assert_cmpint (g_rmdir (book->directory), ==, 0);
  g_free (book->path);
  g_free (book->directory);
  g_free (book);
}

static const char *
book_sheet (Book *book, guint number)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", number);
  const char *xml = g_hash_table_lookup (book->parts, name);

  g_assert_nonnull (xml);
  return xml;
}

/* Returns: `<c r="A1" …>…</c>` of one cell. */
static char *
book_cell (Book *book, guint sheet, const char *cell)
{
  g_autofree char *opening = g_strdup_printf ("<c r=\"%s\" ", cell);
  const char *begin = strstr (book_sheet (book, sheet), opening);
  const char *tag_end;
  const char *end;

  if (begin == NULL)
    g_error ("sheet %u has no cell %s", sheet, cell);
  tag_end = strchr (begin, '>') + 1;
  end = tag_end[-2] == '/' ? tag_end : strstr (begin, "</c>") + strlen ("</c>");

  return g_strndup (begin, (gsize) (end - begin));
}

static char *
element (const char *xml, const char *name)
{
  g_autofree char *open = g_strdup_printf ("<%s", name);
  g_autofree char *close = g_strdup_printf ("</%s>", name);
  const char *begin = strstr (xml, open);

  if (begin == NULL)
    return NULL;
  begin = strchr (begin, '>') + 1;

  return g_strndup (begin, (gsize) (strstr (begin, close) - begin));
}

static void
assert_number (Book *book, guint sheet, const char *cell, const char *formula, const char *value)
{
  g_autofree char *xml = book_cell (book, sheet, cell);
  g_autofree char *f = element (xml, "f");
  g_autofree char *v = element (xml, "v");

  g_assert_null (strstr (xml, " t=\""));
  g_assert_cmpstr (f, ==, formula);
  g_assert_cmpstr (v, ==, value);
}

static void
assert_string (Book *book, guint sheet, const char *cell, const char *text)
{
  g_autofree char *xml = book_cell (book, sheet, cell);
  g_autofree char *index = element (xml, "v");

  g_assert_nonnull (strstr (xml, " t=\"s\""));
  g_assert_null (strstr (xml, "<f>"));
  g_assert_cmpstr (((GString *) g_ptr_array_index (book->strings, (guint) atoi (index)))->str, ==, text);
}

static void
assert_blank (Book *book, guint sheet, const char *cell)
{
  g_autofree char *xml = book_cell (book, sheet, cell);

  g_assert_true (g_str_has_suffix (xml, "/>"));
}

/* ---- tests ---- */

static void
test_parts (gconstpointer data)
{
  static const GMarkupParser nothing = { NULL, NULL, NULL, NULL, NULL };
  static const char *const needed[] = {
    "[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet4.xml"
  };
  Book *book = book_new (data);
  GHashTableIter iter;
  gpointer name, xml;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    g_assert_true (g_hash_table_contains (book->parts, needed[i]));
  g_assert_false (g_hash_table_contains (book->parts, "xl/worksheets/sheet5.xml"));

  g_hash_table_iter_init (&iter, book->parts);
  while (g_hash_table_iter_next (&iter, &name, &xml))
    {
      g_assert_true (g_utf8_validate (xml, -1, NULL));
      parse_xml (name, xml, &nothing, NULL);
    }

  book_free (book);
}

static void
test_workbook (void)
{
  Book *book = book_new ("full-2021");
  const char *xml = g_hash_table_lookup (book->parts, "xl/workbook.xml");
  const char *core = g_hash_table_lookup (book->parts, "docProps/core.xml");

  g_assert_nonnull (strstr (xml, "<sheet name=\"正文\" sheetId=\"1\""));
  g_assert_nonnull (strstr (xml, "<sheet name=\"二、主动公开政府信息情况\" sheetId=\"2\""));
  g_assert_nonnull (strstr (xml, "<sheet name=\"三、收到和处理政府信息公开申请情况\" sheetId=\"3\""));
  g_assert_nonnull (strstr (xml, "<sheet name=\"四、政府信息公开行政复议、行政诉讼情况\" sheetId=\"4\""));
  g_assert_nonnull (strstr (xml, "'三、收到和处理政府信息公开申请情况'!$2:$4"));
  g_assert_nonnull (strstr (core, "<dc:creator></dc:creator>"));
  g_assert_nonnull (strstr (core, "2024-01-01T00:00:00Z"));
  for (guint i = 1; i <= 4; i++)
    {
      g_assert_nonnull (strstr (book_sheet (book, i), "paperSize=\"9\""));
      g_assert_nonnull (strstr (book_sheet (book, i), "fitToHeight=\"0\""));
    }

  book_free (book);
}

static void
test_values (void)
{
  Book *book = book_new ("full-2021");
  const char *styles = g_hash_table_lookup (book->parts, "xl/styles.xml");

  /* Table 2: what was typed with a unit, with groups, full-width and with decimals is a number. */
  assert_number (book, 2, "B5", NULL, "15");
  assert_number (book, 2, "C5", NULL, "1204");
  assert_number (book, 2, "D5", NULL, "63");
  assert_number (book, 2, "B8", NULL, "4128600");
  assert_number (book, 2, "B15", NULL, "1862.35");
  g_assert_nonnull (strstr (styles, "formatCode=\"0&quot;件&quot;\""));
  g_assert_nonnull (strstr (styles, "formatCode=\"0.0000\""));

  /* Table 3: heads, inputs, totals of rows and of columns. */
  assert_string (book, 3, "D3", "自然人");
  assert_string (book, 3, "A7", "三、本年度办理结果");
  assert_number (book, 3, "D5", NULL, "58");
  assert_number (book, 3, "J5", "SUM(D5:I5)", "74");
  assert_number (book, 3, "D28", "SUM(D7:D27)", "59");

  /* A total that differs from its parts was typed: a constant. */
  assert_number (book, 3, "J29", NULL, "6");

  /* Table 4. */
  assert_number (book, 4, "E5", "SUM(A5:D5)", "4");
  assert_number (book, 4, "O5", "SUM(K5:N5)", "2");

  book_free (book);
}

static void
test_unfilled (void)
{
  Book *book = book_new ("sparse-2021");

  assert_string (book, 2, "B4", "/");
  assert_string (book, 2, "C4", "—");
  assert_blank (book, 2, "D4");
  assert_string (book, 2, "B5", "22（其中修订 16 件）");
  assert_string (book, 2, "B15", "251000元");
  assert_number (book, 3, "D5", NULL, "3");
  assert_string (book, 3, "E5", "=1+1");
  assert_blank (book, 3, "F5");

  /* A total without all its parts shows nothing, and waits for them. */
  g_autofree char *total = book_cell (book, 3, "J5");
  g_autofree char *formula = element (total, "f");
  g_autofree char *value = element (total, "v");

  g_assert_cmpstr (formula, ==, "IF(COUNT(D5:I5)=6,SUM(D5:I5),\"\")");
  g_assert_cmpstr (value, ==, "");
  g_assert_nonnull (strstr (total, " t=\"str\""));

  book_free (book);
}

static void
test_edition_2019 (void)
{
  Book *book = book_new ("full-2019");
  const char *strings = g_hash_table_lookup (book->parts, "xl/sharedStrings.xml");
  const char *sheet = book_sheet (book, 2);

  g_assert_nonnull (strstr (strings, "<t>采购总金额（单位：万元）</t>"));
  g_assert_nonnull (strstr (sheet, "<v>160.5964</v>"));
  g_assert_nonnull (strstr (sheet, "<v>-6</v>"));
  g_assert_nonnull (strstr (sheet, "<v>-1</v>"));
  assert_number (book, 3, "D26", "SUM(D7:D25)", "8");

  book_free (book);
}

/* Texts stay texts, whatever they look like. */
static void
test_hostile (void)
{
  Book *book = book_new ("hostile");
  const char *narrative = book_sheet (book, 1);

  assert_string (book, 2, "B4", "<td>1</td>");
  assert_string (book, 2, "C4", "=SUM(A1:A9)");
  assert_string (book, 3, "D5", "\"7\"&'8'");
  assert_string (book, 1, "A3", "　　<script>alert(\"1\")</script>");
  assert_string (book, 1, "A5", "　　控制\357\277\275字符");
  g_assert_null (strstr (narrative, "<f>"));
  g_assert_null (strstr (narrative, "<hyperlink"));

  book_free (book);
}

static void
test_narrative (void)
{
  static const char *const rows[] = {
    NULL, "　　本报告按年度编制。", "　　一、总体情况", "　　全年工作平稳有序。", "　　（一）机制。成立工作小组，明确1.5名专职人员的职责。", "　　（二）平台建设"
  };
  Book *book = book_new ("full-2021");

  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cell = g_strdup_printf ("A%u", i + 1);

      assert_string (book, 1, cell, rows[i]);
    }

  book_free (book);
}

/* "C3:D4" → numbers. */
static void
read_range (const char *text, guint range[4])
{
  const char *p = text;

  for (guint i = 0; i < 4; i += 2)
    {
      range[i] = 0;
      for (; g_ascii_isalpha (*p); p++)
        range[i] = range[i] * 26 + (guint) (*p - 'A') + 1;
      range[i + 1] = (guint) strtoul (p, (char **) &p, 10);
      p += *p == ':';
    }
}

/* libxlsxwriter takes merges that overlap without a word, and Excel repairs such a file. */
static void
test_merges (gconstpointer data)
{
  Book *book = book_new (data);

  for (guint sheet = 1; sheet <= 4; sheet++)
    {
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, 4 * sizeof (guint));
      const char *at = book_sheet (book, sheet);

      while ((at = strstr (at, "<mergeCell ref=\"")) != NULL)
        {
          guint range[4];

          at += strlen ("<mergeCell ref=\"");
          read_range (at, range);
          for (guint i = 0; i < ranges->len; i++)
            {
              const guint *other = &g_array_index (ranges, guint, i * 4);
              gboolean apart = range[2] < other[0] || other[2] < range[0] || range[3] < other[1] || other[3] < range[1];

              g_assert_true (apart);
            }
          g_array_append_vals (ranges, range, 1);
        }
      g_assert_cmpuint (ranges->len, >=, sheet == 1 ? 0 : 3);
    }

  book_free (book);
}

/* A paragraph higher than the highest row, and one longer than the longest cell: complete, and in order. */
static void
test_long_paragraphs (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (GString) tall = g_string_new ("高");
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("bianbao-xlsx-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "long.xlsx", NULL);
  g_autoptr (GHashTable) parts = NULL;
  const char *strings;

  for (guint i = 0; i < 1500; i++)
    g_string_append (tall, "文");
  text = g_string_new (tall->str);
  g_string_append (text, "\n长");
  for (guint i = 0; i < 33000; i++)
    g_string_append (text, "句");
  g_string_append (text, "尾");
  bb_report_edit (report, bb_report_find_field (report, "overview"), text->str, BB_ORIGIN_TYPED);

  bb_export_file (report, BB_EXPORT_XLSX, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  parts = zip_read (path);
  strings = g_hash_table_lookup (parts, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings, tall->str));
  g_assert_nonnull (strstr (strings, "<t>　　长句句"));
  g_assert_nonnull (strstr (strings, "句尾</t>"));
  g_assert_nonnull (strstr (g_hash_table_lookup (parts, "xl/worksheets/sheet1.xml"), "<mergeCell ref=\"A3:A"));

  g_remove (path);
  g_rmdir (directory);
}

static void
test_repeatable (void)
{
  Book *first = book_new ("full-2021");
  Book *second;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize n_a, n_b;

  /* Times in a zip count in steps of two seconds. */
  g_usleep (2100000);
  second = book_new ("full-2021");
  g_assert_true (g_file_get_contents (first->path, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second->path, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);

  book_free (first);
  book_free (second);
}

static guint
count (const char *xml, const char *piece)
{
  guint n = 0;

  for (const char *at = strstr (xml, piece); at != NULL; at = strstr (at + 1, piece))
    n++;
  return n;
}

static guint
style_of (Book *book, guint sheet, const char *cell)
{
  g_autofree char *xml = book_cell (book, sheet, cell);
  const char *style = strstr (xml, "s=\"");

  g_assert_nonnull (style);
  return (guint) atoi (style + strlen ("s=\""));
}

static gboolean
is_unlocked (Book *book, guint sheet, const char *cell)
{
  g_autofree char *formats = element (g_hash_table_lookup (book->parts, "xl/styles.xml"), "cellXfs");
  g_auto (GStrv) each = NULL;

  g_assert_nonnull (formats);
  each = g_strsplit (formats, "<xf ", -1);
  g_assert_cmpuint (style_of (book, sheet, cell) + 1, <, g_strv_length (each));
  return strstr (each[style_of (book, sheet, cell) + 1], "<protection locked=\"0\"/>") != NULL;
}

/* What is filled in can be changed, the rest is protected, without a password. */
static void
test_protection (void)
{
  static const char *const inputs[] = { "D5", "I6", "D7", "I27", "D29" };
  static const char *const others[] = { "A1", "D2", "A5", "J5", "D28", "J28" };
  Book *book = book_new ("full-2021");

  for (guint i = 1; i <= 4; i++)
    {
      g_assert_nonnull (strstr (book_sheet (book, i), "<sheetProtection sheet=\"1\""));
      g_assert_null (strstr (book_sheet (book, i), "password"));
      /* A text may grow, a table of the form does not. */
      g_assert_true ((strstr (book_sheet (book, i), "insertRows=\"0\"") != NULL) == (i == 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    g_assert_true (is_unlocked (book, 3, inputs[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (is_unlocked (book, 3, others[i]));
  /* A total that was typed can be typed again; text can, a heading can't. */
  g_assert_true (is_unlocked (book, 3, "J29"));
  g_assert_true (is_unlocked (book, 1, "A2"));
  g_assert_false (is_unlocked (book, 1, "A3"));
  book_free (book);
}

/* Whole numbers in the counts, also negative ones in the differences, decimals in the amounts. */
static void
test_validation (void)
{
  Book *book = book_new ("full-2021");
  Book *old = book_new ("full-2019");
  const char *counts = "<dataValidation type=\"whole\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\"";

  g_assert_cmpuint (count (book_sheet (book, 3), counts), ==, 2);
  g_assert_nonnull (strstr (book_sheet (book, 3), "sqref=\"D5:I27\"><formula1>0</formula1>"));
  g_assert_nonnull (strstr (book_sheet (book, 3), "<formula>LEN(TRIM(D5))=0</formula>"));
  g_assert_nonnull (strstr (book_sheet (book, 3), "sqref=\"D29:J29\"><formula1>0</formula1>"));
  g_assert_nonnull (strstr (book_sheet (book, 2), "type=\"decimal\""));
  g_assert_nonnull (strstr (book_sheet (old, 2), "<formula1>-1000000000000</formula1>"));
  book_free (book);
  book_free (old);
}

/* The row below the table computes what no formula of the form keeps. */
static void
test_checks (void)
{
  Book *book = book_new ("full-2021");
  Book *sparse = book_new ("sparse-2021");
  const char *sheet = book_sheet (book, 3);
  g_autofree char *open = book_cell (sparse, 3, "D31");

  assert_string (book, 3, "A31", "勾稽关系核对（不打印）");
  assert_number (book, 3, "D31", "IF(COUNT(D5,D6,D28,D29)=4,D5+D6-D28-D29,\"\")", "0");
  assert_number (book, 3, "J31", "IF(COUNT(J5,J6,J28,J29)=4,J5+J6-J28-J29,\"\")", "-1");
  g_assert_nonnull (strstr (sheet, "sqref=\"J5 J6 J28 J29 J31\""));
  g_assert_nonnull (strstr (sheet, "<formula>AND(ISNUMBER($J$31),$J$31&lt;&gt;0)</formula>"));
  /* A total that was typed is red when it is not the sum. */
  g_assert_nonnull (strstr (sheet, "<formula>AND(ISNUMBER(J29),COUNT(D29:I29)=6,J29&lt;&gt;SUM(D29:I29))</formula>"));
  g_assert_nonnull (strstr (g_hash_table_lookup (book->parts, "xl/workbook.xml"), "!$A$1:$J$29"));
  g_assert_nonnull (strstr (open, " t=\"str\""));
  book_free (book);
  book_free (sparse);
}

/* A form to be filled in: nothing of the report but edition and year, and something to write every text into. */
static void
test_blank (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbReport) blank = bb_export_blank_report (report);
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("bianbao-xlsx-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "blank.xlsx", NULL);
  g_autoptr (GHashTable) parts = NULL;
  const char *narrative;

  g_assert_cmpint (bb_report_get_year (blank), ==, bb_report_get_year (report));
  g_assert_cmpstr (bb_report_get_organisation (blank), ==, "");
  bb_export_file (blank, BB_EXPORT_XLSX, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  parts = zip_read (path);
  narrative = g_hash_table_lookup (parts, "xl/worksheets/sheet1.xml");
  g_assert_cmpuint (count (narrative, "ht=\"160\""), ==, 3);
  g_assert_nonnull (strstr (narrative, "请在年份前填写本单位全称"));
  /* Also the last one is printed. */
  g_assert_nonnull (strstr (g_hash_table_lookup (parts, "xl/workbook.xml"), "'正文'!$A$1:$A$10<"));
  g_assert_null (strstr (g_hash_table_lookup (parts, "xl/sharedStrings.xml"), "示例"));
  g_assert_cmpuint (count (g_hash_table_lookup (parts, "xl/worksheets/sheet3.xml"), "<v></v>"), ==, 31 + 7);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* Where decimals have a comma, the file has points all the same. */
static void
test_decimal_comma (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", NULL };
  const char *name = NULL;
  Book *book;

  for (guint i = 0; names[i] != NULL && name == NULL; i++)
    name = setlocale (LC_NUMERIC, names[i]);
  if (name == NULL)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }

  book = book_new ("full-2021");
  setlocale (LC_NUMERIC, "C");
  assert_number (book, 2, "B15", NULL, "1862.35");
  g_assert_null (strstr (book_sheet (book, 2), "width=\"6,"));
  book_free (book);
}

static void
test_errors (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("sparse-2021");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) exists = NULL;
  g_autoptr (GError) memory = NULL;
  Book *book = book_new ("sparse-2021");

  g_assert_false (bb_export_file (report, BB_EXPORT_XLSX, "/nonexistent/report.xlsx", BB_SAVE_DEFAULT, &error));
  g_assert_nonnull (error);
  g_assert_false (bb_export_file (report, BB_EXPORT_XLSX, book->path, BB_SAVE_NO_CLOBBER, &exists));
  g_assert_error (exists, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS);
  g_assert_null (bb_export_bytes (report, BB_EXPORT_XLSX, &memory));
  g_assert_error (memory, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);

  book_free (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *parts = g_strconcat ("/export/xlsx/parts/", fixtures[i].name, NULL);
      g_autofree char *merges = g_strconcat ("/export/xlsx/merges/", fixtures[i].name, NULL);

      g_test_add_data_func (parts, fixtures[i].name, test_parts);
      g_test_add_data_func (merges, fixtures[i].name, test_merges);
    }
  g_test_add_func ("/export/xlsx/workbook", test_workbook);
  g_test_add_func ("/export/xlsx/values", test_values);
  g_test_add_func ("/export/xlsx/unfilled", test_unfilled);
  g_test_add_func ("/export/xlsx/edition-2019", test_edition_2019);
  g_test_add_func ("/export/xlsx/hostile", test_hostile);
  g_test_add_func ("/export/xlsx/narrative", test_narrative);
  g_test_add_func ("/export/xlsx/long-paragraphs", test_long_paragraphs);
  g_test_add_func ("/export/xlsx/repeatable", test_repeatable);
  g_test_add_func ("/export/xlsx/protection", test_protection);
  g_test_add_func ("/export/xlsx/validation", test_validation);
  g_test_add_func ("/export/xlsx/checks", test_checks);
  g_test_add_func ("/export/xlsx/blank", test_blank);
  g_test_add_func ("/export/xlsx/decimal-comma", test_decimal_comma);
  g_test_add_func ("/export/xlsx/errors", test_errors);

  return g_test_run ();
}
