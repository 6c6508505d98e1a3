/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which cell stood where: at the place that the map gives for a cell stands what the cell holds, in every format, and nothing
 * else was read there.
 */
#include "bb-folder.h"
#include "bb-generate.h"
#include "map-check.h"

#include <locale.h>

/* Pages are drawn and read for each report. */
#define N_REPORTS 60
#define N_PDF_REPORTS 10

static BbReading *
read_bytes (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  BbReading *reading = bb_import_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static void
assert_lines (BbReading *reading)
{
  const BbImportMap *map = reading->map;

  for (guint i = 0; i < bb_import_map_get_n_lines (map); i++)
    {
      const BbImportLine *line = bb_import_map_get_line (map, i);
      g_autofree char *place = bb_import_map_dup_place (map, line);

      g_assert_cmpint (bb_import_map_find_line (map, &line->spot), ==, (int) i);
      g_assert_cmpstr (place, !=, "");
      g_assert_cmpint (line->use, !=, BB_IMPORT_USE_NONE);
    }
}

/* The first line of a section's text, and of a table its rows in their order. */
static void
assert_reading (BbReading *reading, const char *about)
{
  const BbForm *form = bb_report_get_form (reading->report);

  for (guint i = 0; i < form->n_cells; i++)
    assert_cell (reading, i, about);
  for (guint i = 0; i < form->n_sections; i++)
    {
      BbField *field = bb_report_get_section (reading->report, i);
      g_auto (GStrv) paragraphs = bb_text_paragraphs (bb_field_get_text (field));
      BbImportSpot spot;

      if (paragraphs[0] == NULL)
        continue;
      g_assert_true (bb_import_map_find_field (reading->map, bb_field_get_id (field), &spot));
      g_assert_cmpstr (bb_import_map_get_line (reading->map, (guint) bb_import_map_find_line (reading->map, &spot))->text, ==, paragraphs[0]);
    }
  assert_lines (reading);
}

static void
test_format (gconstpointer user_data)
{
  BbExportFormat format = (BbExportFormat) GPOINTER_TO_INT (user_data);
  g_autofree char *folder = bb_folder_make ();
  g_autofree char *name = g_strconcat ("report", bb_export_suffix (format), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (guint seed = 1; seed <= (format == BB_EXPORT_PDF ? N_PDF_REPORTS : N_REPORTS); seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BbReading) reading = NULL;
      g_autofree char *about = g_strdup_printf ("%s, seed %u", name, seed);

      bb_export_file (report, format, path, BB_SAVE_DEFAULT, &error);
      g_assert_no_error (error);
      bytes = bb_read_file (path, NULL, &error);
      g_assert_no_error (error);
      reading = read_bytes (bytes, name);
      assert_reading (reading, about);
      if (format == BB_EXPORT_DOCX || format == BB_EXPORT_PDF)
        assert_places (reading, about);
    }
  bb_folder_remove (folder);
}

/* ---- deformed ---- */

static BbReading *
read_case (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_read_file (path, NULL, &error);
  BbReading *reading;

  g_assert_no_error (error);
  reading = read_bytes (bytes, name);
  bb_settle (reading->report, reading->rows, reading->sums, NULL);
  bb_reading_settled (reading);
  return reading;
}

/* One cell a line: each has its own paragraph. */
static void
test_paragraphs (void)
{
  g_autoptr (BbReading) reading = read_case ("one-cell-a-line.txt");
  const BbForm *form = bb_report_get_form (reading->report);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (reading->report, i);
      BbImportSpot spot;

      if (bb_field_get_origin (field) != BB_ORIGIN_READ || bb_field_get_state (field) != BB_STATE_NUMBER)
        continue;
      g_assert_true (bb_import_map_find_field (reading->map, bb_field_get_id (field), &spot));
      g_assert_cmpint (spot.column, ==, -1);
      g_assert_cmpstr (text_at (reading->map, &spot), ==, bb_field_get_text (field));
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (spot.block + 1)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 20);
}

/* What was aligned points at its figure where there is only one such figure it can be, and else at the row. */
static void
test_torn (gconstpointer user_data)
{
  g_autoptr (BbReading) reading = read_case (user_data);
  const BbForm *form = bb_report_get_form (reading->report);
  guint exact = 0;
  guint in_row = 0;

  g_assert_cmpuint (reading->rows->len, >, 0);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (reading->report, i);
      BbImportSpot spot;

      if (bb_field_get_origin (field) != BB_ORIGIN_READ || bb_field_get_state (field) != BB_STATE_NUMBER)
        continue;
      g_assert_true (bb_import_map_find_field (reading->map, bb_field_get_id (field), &spot));
      exact += spot.column >= 0;
      in_row += spot.column < 0;
      if (spot.column >= 0)
        g_assert_cmpstr (text_at (reading->map, &spot), ==, bb_field_get_text (field));
    }
  g_assert_cmpuint (exact, >, in_row);
}

/* Label and figure in one place: the place is that of both. */
static void
test_glued (void)
{
  g_autoptr (BbReading) reading = read_case ("glued.txt");
  BbImportSpot spot;

  g_assert_true (bb_import_map_find_field (reading->map, "t3.new.natural", &spot));
  g_assert_cmpint (spot.column, ==, 0);
  g_assert_true (g_str_has_suffix (text_at (reading->map, &spot), "12"));
  g_assert_true (bb_import_map_find_field (reading->map, "t3.new.total", &spot));
  g_assert_cmpstr (text_at (reading->map, &spot), ==, "15");
}

/* ---- merged cells ---- */

static void
test_spans (void)
{
  static const char page[] = "<title>示例局2022年政府信息公开工作年度报告</title><h2>二、主动公开政府信息情况</h2>"
                             "<table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td rowspan=2>信息内容</td><td>本年制发件数</td>"
                             "<td colspan=2>本年废止件数</td></tr><tr><td>规章</td><td>0</td><td>1</td></tr></table>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (BbReading) reading = read_bytes (bytes, "page.html");
  BbImportSpot spot = { bb_import_map_get_n_blocks (reading->map) - 1, 0, 0 };
  static const struct { guint row; int column; guint rows, columns; } cells[] = {
    { 0, 0, 1, 4 }, { 1, 0, 2, 1 }, { 1, 1, 1, 1 }, { 1, 2, 1, 2 }, { 2, 1, 1, 1 }, { 2, 3, 1, 1 },
  };
  guint rows, columns;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      spot.row = cells[i].row;
      spot.column = cells[i].column;
      g_assert_true (bb_import_map_get_span (reading->map, &spot, &rows, &columns));
      g_assert_cmpuint (rows, ==, cells[i].rows);
      g_assert_cmpuint (columns, ==, cells[i].columns);
    }
  spot.row = 2;
  spot.column = 0;
  g_assert_false (bb_import_map_get_span (reading->map, &spot, &rows, &columns));
}

/* What nothing was made of is there as a line, with its text. */
static void
test_unused (void)
{
  static const char text[] = "打印 关闭\n示例局2022年政府信息公开工作年度报告\n一、总体情况\n全年编发简报四期。\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BbReading) reading = read_bytes (bytes, "page.txt");
  const BbImportLine *line = bb_import_map_get_line (reading->map, 0);
  BbImportSpot spot;

  g_assert_cmpint (line->use, ==, BB_IMPORT_USE_NONE);
  g_assert_cmpint (line->section, ==, -1);
  g_assert_cmpstr (line->text, ==, "打印 关闭");
  g_assert_true (bb_import_map_find_field (reading->map, "meta.title", &spot));
  g_assert_cmpuint (spot.block, ==, 1);
  g_assert_true (bb_import_map_find_field (reading->map, "overview", &spot));
  g_assert_cmpuint (spot.block, ==, 3);
  g_assert_false (bb_import_map_find_field (reading->map, "t3.new.natural", &spot));
}

/* ---- pages, tables, rows ---- */

/* A report without a word but its figures: what stands on which page is known, and named. */
static void
test_named_places (gconstpointer user_data)
{
  BbExportFormat format = (BbExportFormat) GPOINTER_TO_INT (user_data);
  gboolean is_pdf = format == BB_EXPORT_PDF;
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  const BbForm *form = bb_report_get_form (report);
  g_autofree char *folder = bb_folder_make ();
  g_autofree char *path = g_build_filename (folder, is_pdf ? "report.pdf" : "report.docx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BbReading) reading = NULL;
  CellPlace first, last;

  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "示例局", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), "2023", BB_ORIGIN_TYPED);
  for (guint i = 0; i < form->n_cells; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 100);

      if (form->cells[i].derived_from < 0)
        bb_report_edit (report, bb_report_get_cell (report, i), text, BB_ORIGIN_TYPED);
    }
  bb_export_file (report, format, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  bytes = bb_read_file (path, NULL, &error);
  reading = read_bytes (bytes, path);
  assert_reading (reading, path);
  assert_places (reading, path);
  g_assert_true (find_place (reading, "t2.rules.made", &first));
  g_assert_true (find_place (reading, "t4.review.upheld", &last));
  g_assert_cmpuint (first.table, ==, 1);
  g_assert_cmpuint (first.row, ==, 3);
  g_assert_cmpuint (last.table, ==, 3);
  g_assert_cmpuint (last.row, ==, 4);
  g_assert_cmpuint (first.page, ==, is_pdf ? 1 : 0);
  g_assert_true (is_pdf ? last.page > first.page : last.page == 0);
  bb_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/import-map/text", GINT_TO_POINTER (BB_EXPORT_TEXT), test_format);
  g_test_add_data_func ("/import-map/html", GINT_TO_POINTER (BB_EXPORT_HTML), test_format);
  g_test_add_data_func ("/import-map/xlsx", GINT_TO_POINTER (BB_EXPORT_XLSX), test_format);
  g_test_add_data_func ("/import-map/docx", GINT_TO_POINTER (BB_EXPORT_DOCX), test_format);
  g_test_add_data_func ("/import-map/pdf", GINT_TO_POINTER (BB_EXPORT_PDF), test_format);
  g_test_add_data_func ("/import-map/named-docx", GINT_TO_POINTER (BB_EXPORT_DOCX), test_named_places);
  g_test_add_data_func ("/import-map/named-pdf", GINT_TO_POINTER (BB_EXPORT_PDF), test_named_places);
  g_test_add_func ("/import-map/paragraphs", test_paragraphs);
  g_test_add_data_func ("/import-map/torn", "torn-table.txt", test_torn);
  g_test_add_data_func ("/import-map/loose", "loose-rows.txt", test_torn);
  g_test_add_func ("/import-map/glued", test_glued);
  g_test_add_func ("/import-map/spans", test_spans);
  g_test_add_func ("/import-map/unused", test_unused);
  return g_test_run ();
}
