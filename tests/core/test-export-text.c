/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text format, byte by byte. BIANBAO_REGENERATE=1 writes the golden files anew: look at the difference. */
#include "export-fixture.h"

#include "export/bb-page-text.h"

#include <string.h>

static char *
golden_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);

  return g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", file, NULL);
}

static char *
export_text (const char *name)
{
  g_autoptr (BbReport) report = fixture_report_named (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_TEXT, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = golden_path (name);
  g_autofree char *text = export_text (name);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("BIANBAO_REGENERATE") != NULL)
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, golden);
}

/* Every line of a table has the same number of places, and heads stand over their values. */
static void
test_regular_grid (void)
{
  g_autofree char *text = export_text ("sparse-2021");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint counts[16] = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) places = g_strsplit (lines[i], "\t", -1);
      guint n = g_strv_length (places);

      if (n < 2)
        continue;
      if (n >= G_N_ELEMENTS (counts))
        g_error ("%u places: %s", n, lines[i]);
      counts[n]++;
      if (n == 10 && g_str_equal (places[3], "自然人"))
        g_assert_cmpstr (places[9], ==, "总计");
      if (n == 10 && g_str_equal (places[4], "商业企业"))
        g_assert_cmpstr (places[8], ==, "其他");
    }

  g_assert_cmpuint (counts[4], ==, 14);
  g_assert_cmpuint (counts[10], ==, 28);
  g_assert_cmpuint (counts[15], ==, 4);
  g_assert_cmpuint (counts[2] + counts[3] + counts[5] + counts[9] + counts[11] + counts[14], ==, 0);
}

/* Before anything is aligned or deduced. The hostile fixture cannot: it holds a control character, which no text keeps. */
static void
test_reads_back (gconstpointer data)
{
  g_autoptr (BbReport) report = fixture_report_named (data);
  g_autofree char *text = export_text (data);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = bb_import_bytes (bytes, "report.txt", NULL, &error);
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  if (!bb_report_equal (report, reading->report, &difference))
    g_error ("%s", difference);
}

static void
test_repeatable (void)
{
  g_autofree char *first = export_text ("full-2021");
  g_autofree char *second = export_text ("full-2021");

  g_assert_cmpstr (first, ==, second);
}

static void
test_formats (void)
{
  g_assert_cmpint (bb_export_format_for_name ("/a.b/报告.TXT"), ==, BB_EXPORT_TEXT);
  g_assert_cmpint (bb_export_format_for_name ("x.html"), ==, BB_EXPORT_HTML);
  g_assert_cmpint (bb_export_format_for_name ("x.xlsx"), ==, BB_EXPORT_XLSX);
  g_assert_cmpint (bb_export_format_for_name ("x.docx"), ==, BB_EXPORT_DOCX);
  g_assert_cmpint (bb_export_format_for_name ("x.doc"), ==, -1);
  g_assert_cmpint (bb_export_format_for_name ("txt"), ==, -1);
  for (int i = 0; i < BB_N_EXPORT_FORMATS; i++)
    {
      g_assert_cmpint (bb_export_format_for_name (bb_export_suffix (i)), ==, i);
      g_assert_cmpstr (bb_export_label (i), !=, "");
    }
}

static void
test_clean (void)
{
  /* *INDENT-OFF* */
  static const struct { const char *text, *clean; } cases[] = {
    { "", "" },
    { "12", "12" },
    { "a\tb\nc", "a b c" },
    { "a\r\nb", "a b" },
    { "a\342\200\250b\302\205c", "a b c" },
    { "a\001b\177c", "a\357\277\275b\357\277\275c" },
    { "a\357\277\277b", "a\357\277\275b" },
    { "　全角 空格", "　全角 空格" },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = bb_page_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_points (void)
{
  /* *INDENT-OFF* */
  static const struct { const char *text; guint level; const char *lead; } cases[] = {
    { "", 0, "" },
    { "全年工作", 0, "" },
    { "（一）机制。成立小组。", 2, "（一）机制。" },
    { "(十二)机制", 2, "(十二)机制" },
    { "（一）", 2, "（一）" },
    { "（略）机制", 0, "" },
    { "（一 机制", 0, "" },
    { "（", 0, "" },
    { "1.门户网站。改版", 3, "1.门户网站。" },
    { "12．门户网站", 3, "12．门户网站" },
    { "1.5名专职人员", 0, "" },
    { "2023.门户", 0, "" },
    { "一、机制", 0, "" },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize lead;

      g_assert_cmpuint (bb_page_point_level (cases[i].text, &lead), ==, cases[i].level);
      g_assert_cmpmem (cases[i].text, lead, cases[i].lead, strlen (cases[i].lead));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/export/text/full-2021", "full-2021", test_golden);
  g_test_add_data_func ("/export/text/sparse-2021", "sparse-2021", test_golden);
  g_test_add_data_func ("/export/text/full-2019", "full-2019", test_golden);
  g_test_add_data_func ("/export/text/reads-back/full-2021", "full-2021", test_reads_back);
  g_test_add_data_func ("/export/text/reads-back/sparse-2021", "sparse-2021", test_reads_back);
  g_test_add_data_func ("/export/text/reads-back/full-2019", "full-2019", test_reads_back);
  g_test_add_func ("/export/text/regular-grid", test_regular_grid);
  g_test_add_func ("/export/text/repeatable", test_repeatable);
  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/clean", test_clean);
  g_test_add_func ("/export/points", test_points);

  return g_test_run ();
}
