/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web page: each table covers its grid exactly as the form says, nothing of a report becomes markup. */
#include "export-fixture.h"

#include "export/bb-page.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static char *
export_html (BbReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_HTML, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
attribute (const char *tag, const char *name)
{
  g_autofree char *pattern = g_strdup_printf (" %s=\"", name);
  const char *end = strchr (tag, '>');
  const char *at = g_strstr_len (tag, end - tag, pattern);

  return at != NULL ? (guint) atoi (at + strlen (pattern)) : 1;
}

/* The text of a cell of ours: `…><p …>TEXT</p></td>`. */
static char *
cell_text (const char *tag)
{
  const char *begin = strchr (strstr (tag, "<p "), '>') + 1;
  const char *end = strstr (begin, "</p>");
  g_autofree char *raw = g_strndup (begin, (gsize) (end - begin));
  GString *text;

  if (g_str_equal (raw, "<br>"))
    return g_strdup ("");

  text = g_string_new (raw);
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&amp;", "&", 0);
  return g_string_free (text, FALSE);
}

/* Builds the grid as a browser does: a cell goes to the next free place of its row and takes what it spans. */
static void
check_table (const BbPageTable *expected, const char *begin, const char *end)
{
  const BbTable *table = expected->table;
  g_autofree gboolean *taken = g_new0 (gboolean, table->n_grid_rows * table->n_grid_columns);
  int row = -1;
  guint i = 0;

  for (const char *p = strchr (begin, '<'); p != NULL && p < end; p = strchr (p + 1, '<'))
    {
      if (g_str_has_prefix (p, "<tr "))
        row++;
      if (!g_str_has_prefix (p, "<td ") && !g_str_has_prefix (p, "<th "))
        continue;

      const BbSlot *slot = expected->slots[i].slot;
      g_autofree char *text = cell_text (p);
      guint column = 0;

      while (taken[(guint) row * table->n_grid_columns + column])
        column++;
      g_assert_cmpint (row, ==, (int) slot->row);
      g_assert_cmpuint (column, ==, slot->column);
      g_assert_cmpuint (attribute (p, "colspan"), ==, slot->column_span);
      g_assert_cmpuint (attribute (p, "rowspan"), ==, slot->row_span);
      g_assert_cmpstr (text, ==, expected->slots[i].text);
      for (guint y = slot->row; y < slot->row + slot->row_span; y++)
        for (guint x = column; x < column + slot->column_span; x++)
          {
            g_assert_false (taken[y * table->n_grid_columns + x]);
            taken[y * table->n_grid_columns + x] = TRUE;
          }
      i++;
    }

  g_assert_cmpuint (i, ==, table->n_slots);
  g_assert_cmpint (row + 1, ==, (int) table->n_grid_rows);
  for (guint place = 0; place < table->n_grid_rows * table->n_grid_columns; place++)
    g_assert_true (taken[place]);
}

static void
test_tables (gconstpointer data)
{
  g_autoptr (BbReport) report = fixture_report_named (data);
  g_autoptr (BbPage) page = bb_page_new (report);
  g_autofree char *html = export_html (report);
  const char *at = html;
  guint n_tables = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);
      const char *end;

      if (block->kind != BB_PAGE_TABLE)
        continue;
      at = strstr (at, "<table");
      g_assert_nonnull (at);
      end = strstr (at, "</table>");
      check_table (block->table, at, end);
      at = end;
      n_tables++;
    }

  g_assert_cmpuint (n_tables, ==, 3);
  g_assert_null (strstr (at, "<table"));
}

static void
assert_in_order (const char *html, const char *const *pieces)
{
  const char *at = html;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *found = strstr (at, pieces[i]);

      if (found == NULL)
        g_error ("missing or out of order: %s", pieces[i]);
      at = found + strlen (pieces[i]);
    }
}

static void
test_structure (void)
{
  static const char *const pieces[] = {
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">", "charset=utf-8", "<title>", "@page { size: 21cm 29.7cm;",
    "margin: 3.7cm 2.6cm 3.5cm 2.8cm", "</style>", "<h1 ", "示例县人民政府办公室", "2023年", "</h1>", "本报告按年度编制。</p>",
    "一、总体情况</h2>", "全年工作平稳有序。</p>", "<span style=\"font-family:'楷体_GB2312'\">（一）机制。</span>成立工作小组，明确1.5名专职人员的职责。</p>",
    "<h3 ", "（二）平台建设</h3>", "1.门户网站改版，栏目由9个增至12个。</p>", ">(三)监督保障的安排", "二、主动公开政府信息情况</h2>", "<table", "15件</p>",
    "1862.3500</p>", "</table>", "三、收到和处理政府信息公开申请情况</h2>", "另有咨询 12件，未计入下表。</p>", "<table", "<thead>", "</thead>",
    "<tbody>", "</table>", "四、政府信息公开行政复议、行政诉讼情况</h2>", "<table", "</table>", "五、存在的主要问题及改进情况</h2>",
    "解读偏少，将改进。</p>", "渠道偏窄，将拓宽。</p>", "六、其他需要报告的事项</h2>", "本年度未收取信息处理费。</p>", "</html>\n", NULL
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autofree char *html = export_html (report);

  g_assert_true (g_utf8_validate (html, -1, NULL));
  assert_in_order (html, pieces);
}

static void
test_recorded_unit (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2019");
  g_autofree char *html = export_html (report);

  g_assert_nonnull (strstr (html, ">采购总金额（单位：万元）</p>"));
  g_assert_nonnull (strstr (html, ">160.5964</p>"));
  g_assert_nonnull (strstr (html, ">采购项目数量</p>"));
}

/* Each table says what it is about, to browsers alone. */
static void
test_captions (void)
{
  static const char *const pieces[] = {
    "<caption id=\"t2\" data-title=\"二、主动公开政府信息情况\"></caption>", "<caption id=\"t3\" data-title=\"三、收到和处理政府信息公开申请情况\"></caption>",
    "<caption id=\"t4\" data-title=\"四、政府信息公开行政复议、行政诉讼情况\"></caption>", NULL
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autofree char *html = export_html (report);

  g_assert_nonnull (strstr (html, ":root caption::before { content: attr(data-title) }"));
  assert_in_order (html, pieces);
}

/* An address may go on in another line, in paragraphs only; figures may not. Table 3 alone may go over two pages. */
static void
test_long_words (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *html;

  bb_report_edit (report, bb_report_find_field (report, "other"), "见https://www.example.gov.cn/zw-gk/t2024_1.html，共1.5万件，2024-01-31。", BB_ORIGIN_TYPED);
  bytes = bb_export_bytes (report, BB_EXPORT_HTML, &error);
  g_assert_no_error (error);
  html = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (html, "见https://<wbr>www.<wbr>example.<wbr>gov.<wbr>cn/<wbr>zw-<wbr>gk/<wbr>t2024_1.<wbr>html，共1.5万件，2024-01-31。"));
  g_assert_nonnull (strstr (html, "p.tx { overflow-wrap: anywhere }"));
  g_assert_nonnull (strstr (html, "; word-break:keep-all\">（三）不予公开</p>"));
  g_assert_nonnull (strstr (html, " style=\"page-break-inside:avoid\">\n<caption id=\"t2\""));
  g_assert_null (strstr (html, " style=\"page-break-inside:avoid\">\n<caption id=\"t3\""));
}

/* Pages show one space for several: what people put below each other with spaces stays so, and is read as it was. */
static void
test_spaces (void)
{
  static const char list[] = "序号    单位  数量\n1       教育局  120";
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BbReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fragment = NULL;

  bb_report_edit (report, bb_report_find_field (report, "other"), list, BB_ORIGIN_TYPED);
  bytes = bb_export_bytes (report, BB_EXPORT_HTML, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), ">序号&#160;&#160;&#160; 单位&#160; 数量</p>"));
  fragment = bb_export_fragment (report);
  g_assert_nonnull (strstr (fragment, ">序号&#160;&#160;&#160; 单位&#160; 数量</p>"));

  reading = bb_import_bytes (bytes, "report.html", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (reading->report, "other")), ==, list);
}

/* What a phone needs stands where neither paper nor a word processor reads it; tables of few columns need no room of their own. */
static void
test_narrow_screen (void)
{
  static const char *const pieces[] = {
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "@media screen and (max-width: 170mm) {",
    ":root div.wide { overflow-x: auto }", ":root tbody:has(> tr > [scope=rowgroup]) { break-inside: avoid }",
    ":root .report > :has(+ table, + div.wide)::after { content: \"\"; display: block; height: 36mm; margin-bottom: -36mm }", "</style>", "<caption id=\"t2\"", "</table>", "<div class=\"wide\">\n<table", "<caption id=\"t3\"",
    "</table>\n</div>", "<div class=\"wide\">\n<table", "<caption id=\"t4\"", "</table>\n</div>", NULL
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbReport) older = fixture_report_named ("full-2019");
  g_autofree char *html = export_html (report);
  g_autofree char *old_html = export_html (older);
  const char *wide = strstr (html, "<div class=\"wide\">");
  const char *old_wide = strstr (old_html, "<div class=\"wide\">");

  assert_in_order (html, pieces);
  g_assert_true (wide > strstr (html, "<caption id=\"t2\""));
  /* The edition of 2019 has six columns of figures in table 2. */
  g_assert_true (old_wide != NULL && old_wide < strstr (old_html, "<caption id=\"t2\""));
}

/* A part of another page: nothing that belongs to a page of its own, and every element dressed. */
static void
test_fragment (void)
{
  static const char *const banned[] = { "<html", "<head", "<body", "<style", "<meta", "<title", "class=", "<caption", NULL };
  static const char *const pieces[] = {
    "<div lang=\"zh-CN\" style=\"overflow-wrap:anywhere\">", "<h1 style=\"font-family:'方正小标宋简体'", "<p style=\"font-family:'仿宋_GB2312'", "text-indent:2em",
    "<h2 style=\"font-family:'黑体'", "<span style=\"font-family:'楷体_GB2312'", "（一）机制。</span>",
    "<table style=\"border-collapse:collapse; width:100%; table-layout:fixed\" aria-label=\"二、主动公开政府信息情况\">", "<col style=\"width:40%\">",
    "1862.3500</p>", "</table>",
    "<div style=\"overflow-x:auto\">\n<div style=\"min-width:590px\">\n<table style=\"border-collapse:collapse; width:100%; table-layout:fixed\" aria-label=\"三",
    "; max-width:2.5em; margin-left:auto; margin-right:auto\">结果维持</p></th>", "</table>\n</div>\n</div>\n", "</div>\n", NULL
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autofree char *html = bb_export_fragment (report);

  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_true (g_str_has_prefix (html, "<div"));
  for (guint i = 0; banned[i] != NULL; i++)
    g_assert_null (strstr (html, banned[i]));
  assert_in_order (html, pieces);
}

static void
test_hostile (void)
{
  /* Nothing that fetches, runs or leaves the page; what was typed is still there, as text. */
  static const char *const banned[] = {
    "<script", "src=", "href=", "url(", "@import", "<link", "<img", "<b>", "<td>1", "\001", "</style></title>", "on=\"", NULL
  };
  static const char *const kept[] = {
    "&lt;b&gt;示例&amp;局&lt;/b&gt;", "&lt;script&gt;alert(\"1\")&lt;/script&gt;", "&amp;amp;&amp;#x41;]]&gt;",
    "控制\357\277\275字符", "&lt;td&gt;1&lt;/td&gt;", ">\"7\"&amp;'8'<", NULL
  };
  g_autoptr (BbReport) report = fixture_report_named ("hostile");
  g_autofree char *html = export_html (report);

  for (guint i = 0; banned[i] != NULL; i++)
    {
      if (strstr (html, banned[i]) != NULL)
        g_error ("found: %s", banned[i]);
    }
  for (guint i = 0; kept[i] != NULL; i++)
    {
      if (strstr (html, kept[i]) == NULL)
        g_error ("missing: %s", kept[i]);
    }
}

/* An independent opinion on the syntax, where there is one. */
/* What @page is, in the words of tidy: nothing. */
static void
assert_tidy (const char *program, const char *page)
{
  g_autofree char *path = NULL;
  g_autofree char *messages = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, "-e", "-q", "-utf8", NULL, NULL };
  int status;
  int file = g_file_open_tmp ("bianbao-XXXXXX.html", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  argv[4] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &messages, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (messages, ==, "");
  g_assert_cmpint (status, ==, 0);
  g_remove (path);
}

static void
test_tidy (gconstpointer data)
{
  g_autoptr (BbReport) report = fixture_report_named (data);
  g_autofree char *program = g_find_program_in_path ("tidy");
  g_autofree char *page = export_html (report);
  g_autofree char *fragment = bb_export_fragment (report);
  g_autofree char *around = g_strconcat ("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>页</title>\n"
                                         "</head>\n<body>\n", fragment, "</body>\n</html>\n", NULL);

  if (program == NULL)
    {
      g_test_skip ("tidy is not installed");
      return;
    }

  assert_tidy (program, page);
  assert_tidy (program, around);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *tables = g_strconcat ("/export/html/tables/", fixtures[i].name, NULL);
      g_autofree char *tidy = g_strconcat ("/export/html/tidy/", fixtures[i].name, NULL);

      g_test_add_data_func (tables, fixtures[i].name, test_tables);
      g_test_add_data_func (tidy, fixtures[i].name, test_tidy);
    }
  g_test_add_func ("/export/html/structure", test_structure);
  g_test_add_func ("/export/html/recorded-unit", test_recorded_unit);
  g_test_add_func ("/export/html/captions", test_captions);
  g_test_add_func ("/export/html/narrow-screen", test_narrow_screen);
  g_test_add_func ("/export/html/long-words", test_long_words);
  g_test_add_func ("/export/html/spaces", test_spaces);
  g_test_add_func ("/export/html/fragment", test_fragment);
  g_test_add_func ("/export/html/hostile", test_hostile);

  return g_test_run ();
}
