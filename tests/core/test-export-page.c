/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all formats share: where a title is parted, and how wide the columns of a table are. */
#include "export-fixture.h"

#include "export/bb-fit-title.h"
#include "export/bb-page.h"

#include <math.h>

/* @lines: as they should stand, parted by | */
static void
check_title (const char *lines)
{
  g_auto (GStrv) wanted = g_strsplit (lines, "|", -1);
  g_autofree char *title = g_strjoinv ("", wanted);
  gsize ends[BB_FIT_TITLE_LINES];
  guint n_lines = bb_fit_title (title, bb_fit_title_columns (), ends);
  gsize end = 0;

  g_assert_cmpuint (n_lines, ==, g_strv_length (wanted));
  for (guint i = 0; i + 1 < n_lines; i++)
    {
      g_autofree char *line = g_strndup (title + end, ends[i] - end);

      g_assert_cmpstr (line, ==, wanted[i]);
      end = ends[i];
    }
}

static void
test_title_lines (void)
{
  /* *INDENT-OFF* */
  static const char *const titles[] = {
    "示例县2025年政府信息公开工作年度报告",
    "示例市人民政府|2024年政府信息公开工作年度报告",
    "2019年示例市人民政府办公厅|政府信息公开工作年度报告",
    "示例市示例区人民政府示例街道办事处|2023年政府信息公开工作年度报告",
    "示例自治区示例盟|示例右翼前旗示例镇人民政府|2024年度政府信息公开工作年度报告",
    "示例市示例新区管理委员会|城市管理综合执法局|2024年政府信息公开工作年度报告",
    "2021年示例（上江）自由贸易试验区|临江新片区管理委员会|政府信息公开工作年度报告",
    "中共示例市示例区委员会办公室、|示例市示例区人民政府办公室|2024年政府信息公开工作年度报告",
    "示例市示例区人民政府办公室|（示例市示例区政务服务管理办公室、|示例市示例区数据局、地方志办公室）|2021年政府信息公开工作年度报告",
    "示例自治区示例湖示例自治州|示例湖风景名胜区管理委员会|综合行政执法局（综合行政执法大队）|2024年政府信息公开工作年度报告",
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    check_title (titles[i]);
}

/* Nothing to part it at: it is parted all the same, but for a figure or a foreign word; what is no title is left alone. */
static void
test_title_odd (void)
{
  gsize ends[BB_FIT_TITLE_LINES];
  g_autofree char *plain = g_strnfill (60, 'a');
  g_autoptr (GString) endless = g_string_new (NULL);

  g_assert_cmpuint (bb_fit_title ("", 40, ends), ==, 1);
  g_assert_cmpuint (bb_fit_title (plain, 40, ends), ==, 1);
  for (guint i = 0; i < 30; i++)
    g_string_append (endless, "示");
  g_assert_cmpuint (bb_fit_title (endless->str, 40, ends), ==, 2);
  for (guint i = 0; i < 300; i++)
    g_string_append (endless, "示");
  g_assert_cmpuint (bb_fit_title (endless->str, 40, ends), ==, 1);
}

/* The lines of a title are one title to whoever reads it again. */
static void
test_title_read (void)
{
  static const BbExportFormat formats[] = { BB_EXPORT_HTML, BB_EXPORT_DOCX, BB_EXPORT_PDF, BB_EXPORT_TEXT };
  static const char organisation[] = "示例自治区示例湖示例自治州示例湖风景名胜区管理委员会综合行政执法局（综合行政执法大队）";
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");

  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("report", bb_export_suffix (formats[i]), NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bb_export_bytes (report, formats[i], &error);
      g_autoptr (BbReading) reading = NULL;

      g_assert_no_error (error);
      reading = bb_import_bytes (bytes, name, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (bb_field_get_text (bb_report_get_meta (reading->report, BB_META_ORGANISATION)), ==, organisation);
    }
}

static const BbPageTable *
find_table (const BbPage *page, const char *id)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->kind == BB_PAGE_TABLE && g_str_equal (block->table->table->id, id))
        return block->table;
    }

  g_error ("there is no table %s", id);
}

static void
type_row (BbReport *report, const char *text, guint n_columns)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *id = g_strconcat ("t3.new.", columns[i], NULL);

      bb_report_edit (report, bb_report_find_field (report, id), text, BB_ORIGIN_TYPED);
    }
}

/* Labels keep their widths, all columns together keep theirs, and no column vanishes. */
static void
check_widths (const BbPageTable *table)
{
  double width = 0, official = 0;

  for (guint i = 0; i < table->table->n_grid_columns; i++)
    {
      width += table->widths[i];
      official += table->table->widths[i];
      g_assert_cmpfloat (table->widths[i], >, 5);
      if (i < table->table->n_label_columns)
        g_assert_cmpfloat (table->widths[i], ==, table->table->widths[i]);
    }
  g_assert_cmpfloat (fabs (width - official), <, 0.001);
}

static void
test_widths (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbPage) usual = bb_page_new (report);
  g_autoptr (BbPage) one = NULL;
  g_autoptr (BbPage) all = NULL;
  const BbPageTable *table = find_table (usual, "t3");
  guint last = table->table->n_grid_columns - 1;

  for (guint i = 0; i <= last; i++)
    g_assert_cmpfloat (table->widths[i], ==, table->table->widths[i]);

  type_row (report, "12345", 1);
  one = bb_page_new (report);
  table = find_table (one, "t3");
  check_widths (table);
  g_assert_cmpfloat (table->widths[3], >, table->table->widths[3]);

  type_row (report, "1234567", 6);
  all = bb_page_new (report);
  table = find_table (all, "t3");
  check_widths (table);
  for (guint i = 4; i < last; i++)
    g_assert_cmpfloat (fabs (table->widths[i] - table->widths[3]), <, 0.001);
  g_assert_cmpfloat (table->widths[last], >=, table->widths[3]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-page/title-lines", test_title_lines);
  g_test_add_func ("/export-page/title-odd", test_title_odd);
  g_test_add_func ("/export-page/title-read", test_title_read);
  g_test_add_func ("/export-page/widths", test_widths);

  return g_test_run ();
}
