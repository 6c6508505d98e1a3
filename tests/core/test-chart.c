/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts say, in figures; that they are drawn the same each time; and that what is not known has no bar. */
#include "export-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

static char *
describe (BbChartKind kind, const char *fixture, const char *earlier)
{
  g_autoptr (BbReport) report = fixture_report_named (fixture);
  g_autoptr (BbChart) chart = bb_chart_new (kind, report);

  if (earlier != NULL)
    {
      g_autoptr (BbReport) other = fixture_report_named (earlier);

      g_assert_true (bb_chart_add_report (chart, other));
    }
  return bb_chart_describe (chart);
}

static void
test_figures (void)
{
  g_autofree char *applicants = describe (BB_CHART_APPLICANTS, "full-2021", NULL);
  g_autofree char *results = describe (BB_CHART_RESULTS, "full-2021", NULL);

  g_assert_cmpstr (applicants, ==, "2023年（共74件）：自然人 58，商业企业 14，科研机构 0，社会公益组织 2，法律服务机构 0，其他 0。");
  g_assert_cmpstr (results, ==, "2023年（共75件）：予以公开 49，部分公开 0，不予公开 7，无法提供 5，不予处理 0，其他处理 14。");
}

/* （六） is one row in the old edition and three in the new one: the same bar. */
static void
test_editions (void)
{
  g_autofree char *results = describe (BB_CHART_RESULTS, "full-2021", "full-2019");

  g_assert_nonnull (strstr (results, "2020年（共9件）：予以公开 8，部分公开 0，不予公开 0，无法提供 0，不予处理 0，其他处理 1。"));
}

static void
test_unknown (void)
{
  g_autofree char *applicants = describe (BB_CHART_APPLICANTS, "sparse-2021", NULL);
  g_autofree char *results = describe (BB_CHART_RESULTS, "sparse-2021", NULL);
  g_autoptr (BbReport) blank = bb_report_new (bb_form_get ("2021"));
  g_autoptr (BbReport) sparse = fixture_report_named ("sparse-2021");
  g_autoptr (BbChart) empty = bb_chart_new (BB_CHART_APPLICANTS, blank);
  g_autoptr (BbChart) some = bb_chart_new (BB_CHART_APPLICANTS, sparse);

  g_assert_cmpstr (applicants, ==, "2022年：自然人 3，商业企业 无数据，科研机构 无数据，社会公益组织 无数据，法律服务机构 无数据，其他 无数据。");
  g_assert_nonnull (strstr (results, "其他处理 无数据"));
  g_assert_false (bb_chart_has_figures (empty));
  g_assert_true (bb_chart_has_figures (some));
}

static gboolean
lookup_cb (const BbForm *form, guint cell, BbDecimal *value, gpointer user_data)
{
  *value = bb_decimal_from_int (GPOINTER_TO_INT (user_data));
  return g_str_equal (form->cells[cell].id, "t3.new.natural");
}

static void
test_years (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbChart) chart = bb_chart_new (BB_CHART_APPLICANTS, report);
  g_autofree char *text = NULL;

  g_assert_cmpstr (bb_chart_get_title (chart), ==, "2023年新收政府信息公开申请数量（按申请人）");
  g_assert_false (bb_chart_add_report (chart, report));
  g_assert_true (bb_chart_add_figures (chart, 2021, bb_form_get ("2021"), lookup_cb, GINT_TO_POINTER (21)));
  g_assert_true (bb_chart_add_figures (chart, 2022, bb_form_get ("2021"), lookup_cb, GINT_TO_POINTER (22)));
  g_assert_true (bb_chart_add_figures (chart, 2020, bb_form_get ("2019"), lookup_cb, GINT_TO_POINTER (20)));
  g_assert_false (bb_chart_add_figures (chart, 2019, bb_form_get ("2019"), lookup_cb, GINT_TO_POINTER (19)));
  g_assert_cmpstr (bb_chart_get_title (chart), ==, "新收政府信息公开申请数量（按申请人）");
  text = bb_chart_describe (chart);
  g_assert_nonnull (strstr (text, "2022年：自然人 22"));
  g_assert_true (strstr (text, "2022年") < strstr (text, "2021年"));
  g_assert_true (strstr (text, "2021年") < strstr (text, "2020年"));
}

/* What was added is taken away again, and the title is that of one year; the report's own year stays. */
static void
test_removal (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbReport) other = fixture_report_named ("full-2019");
  g_autoptr (BbChart) chart = bb_chart_new (BB_CHART_APPLICANTS, report);
  g_autofree char *before = bb_chart_describe (chart);
  g_autofree char *after = NULL;

  g_assert_true (bb_chart_add_report (chart, other));
  g_assert_false (bb_chart_remove_year (chart, 2023));
  g_assert_false (bb_chart_remove_year (chart, 2019));
  g_assert_true (bb_chart_remove_year (chart, 2020));
  g_assert_false (bb_chart_remove_year (chart, 2020));
  after = bb_chart_describe (chart);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (bb_chart_get_title (chart), ==, "2023年新收政府信息公开申请数量（按申请人）");
}

static void
test_organisations (void)
{
  static const struct { const char *ours; const char *theirs; gboolean other; } cases[] = {
    { "示例市示例局", "示例市 示例局", FALSE }, { "示例市（示例）局", "示例市(示例)局", FALSE }, { "示例市示例局", "示例县示例局", TRUE },
    { "", "示例县示例局", FALSE }, { "示例市示例局", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BbReport) ours = bb_report_new (bb_form_get ("2021"));
      g_autoptr (BbReport) theirs = bb_report_new (bb_form_get ("2021"));

      bb_report_edit (ours, bb_report_get_meta (ours, BB_META_ORGANISATION), cases[i].ours, BB_ORIGIN_TYPED);
      bb_report_edit (theirs, bb_report_get_meta (theirs, BB_META_ORGANISATION), cases[i].theirs, BB_ORIGIN_TYPED);
      g_assert_cmpint (bb_report_is_of_other_organisation (ours, theirs), ==, cases[i].other);
      g_assert_cmpint (bb_report_is_of_other_organisation (theirs, ours), ==, cases[i].other);
    }
}

/* What the report keeps of last year is there without asking. */
static void
test_last_year (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbReport) last = fixture_report_named ("sparse-2021");
  g_autoptr (BbChart) chart = NULL;
  g_autofree char *text = NULL;

  bb_last_year_set (report, last);
  chart = bb_chart_new (BB_CHART_APPLICANTS, report);
  text = bb_chart_describe (chart);
  g_assert_nonnull (strstr (text, "2023年（共74件）：自然人 58"));
  g_assert_nonnull (strstr (text, "2022年：自然人 3，商业企业 无数据"));
  g_assert_false (bb_chart_add_report (chart, last));
}

/* CIE 1976, of sRGB. */
static double
lightness (guint32 pixel)
{
  static const double shares[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = ((pixel >> (8 * i)) & 0xff) / 255.0;

      sum += shares[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return 116 * cbrt (sum) - 16;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) data)[x] & 0xffffff;
}

static cairo_surface_t *
paint (const BbChart *chart)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  bb_chart_get_size (chart, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  bb_chart_draw (chart, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The picture is as high as what it shows, white around, and not empty; each year's colour is in it. */
static void
test_picture (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbReport) other = fixture_report_named ("full-2019");
  g_autoptr (BbChart) chart = bb_chart_new (BB_CHART_RESULTS, report);
  double width, lower, height;
  cairo_surface_t *surface;
  guint n_blue = 0, n_orange = 0;

  bb_chart_get_size (chart, &width, &lower);
  bb_chart_add_report (chart, other);
  bb_chart_get_size (chart, &width, &height);
  g_assert_cmpfloat (height, >, lower);
  surface = paint (chart);
  for (int y = 0; y < (int) height; y++)
    for (int x = 0; x < (int) width; x++)
      {
        guint32 pixel = pixel_at (surface, x, y);

        n_blue += pixel == 0x0072b2;
        n_orange += pixel == 0xe69f00;
        if (x < 4 || y < 4 || x >= (int) width - 4 || y >= (int) height - 4)
          g_assert_cmpuint (pixel, ==, 0xffffff);
      }
  /* 75 and 9 applications: the areas stand to one another as the figures do. */
  g_assert_cmpuint (n_blue, >, 4 * n_orange);
  g_assert_cmpuint (n_orange, >, 100);
  cairo_surface_destroy (surface);
}

/* Most years with totals: the legend takes a second row, the unit stands free, and a copier in grey tells all four apart. */
static void
test_four_years (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbChart) chart = bb_chart_new (BB_CHART_APPLICANTS, report);
  double width, one, four;
  guint32 colours[BB_CHART_YEARS];
  cairo_surface_t *surface;

  bb_chart_get_size (chart, &width, &one);
  for (int year = 2022; year > 2019; year--)
    {
      g_autoptr (BbReport) other = fixture_report_named ("full-2021");

      bb_report_set_year (other, year, FALSE);
      g_assert_true (bb_chart_add_report (chart, other));
    }
  bb_chart_get_size (chart, &width, &four);
  /* Three bars of 21 more in each of the six groups, and a row of the legend of 24. */
  g_assert_cmpfloat (four - one, ==, 6 * 3 * 21 + 24);

  surface = paint (chart);
  for (int x = (int) width - 110; x < (int) width - 90; x++)
    for (int y = 72; y < 98; y++)
      g_assert_cmpuint (pixel_at (surface, x, y), ==, 0xffffff);
  for (guint i = 0; i < BB_CHART_YEARS; i++)
    {
      /* In the middle of its bar for 自然人, the longest: of 18 pixels, 3 apart, below the legend. */
      colours[i] = pixel_at (surface, 300, 24 + 44 + 34 + 24 + 8 + 9 + (int) i * 21);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (fabs (lightness (colours[i]) - lightness (colours[j])), >, 18);
    }
  cairo_surface_destroy (surface);
}

static void
test_files (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("hostile");
  g_autofree char *folder = g_dir_make_tmp ("bianbao-chart-XXXXXX", NULL);
  g_autofree char *base = g_build_filename (folder, "报告", NULL);

  for (guint kind = 0; kind < BB_N_CHARTS; kind++)
    {
      g_autoptr (BbChart) chart = bb_chart_new ((BbChartKind) kind, report);
      g_auto (GStrv) paths = bb_chart_file_names (chart, base);

      g_assert_cmpuint (g_strv_length (paths), ==, 2);
      for (guint i = 0; paths[i] != NULL; i++)
        {
          g_autofree char *first = NULL;
          g_autofree char *second = NULL;
          g_autoptr (GError) error = NULL;
          gsize n_first, n_second;

          g_assert_true (bb_chart_save (chart, paths[i], BB_SAVE_NO_CLOBBER, &error));
          g_assert_false (bb_chart_save (chart, paths[i], BB_SAVE_NO_CLOBBER, &error));
          g_assert_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS);
          g_file_get_contents (paths[i], &first, &n_first, NULL);
          g_assert_true (bb_chart_save (chart, paths[i], BB_SAVE_DEFAULT, NULL));
          g_file_get_contents (paths[i], &second, &n_second, NULL);
          g_assert_cmpmem (first, n_first, second, n_second);
          g_assert_true (g_str_has_suffix (paths[i], i == 0 ? ".png" : ".svg"));
          g_assert_true (g_str_has_prefix (first, i == 0 ? "\211PNG" : "<?xml"));
          g_assert_cmpint (g_remove (paths[i]), ==, 0);
        }
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Well-formed, with what it shows as text, and no name of a font, which would tell of the machine. */
static void
test_svg (void)
{
  static const GMarkupParser nothing = { NULL, NULL, NULL, NULL, NULL };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbChart) chart = bb_chart_new (BB_CHART_RESULTS, report);
  g_autoptr (GBytes) bytes = bb_chart_svg (chart, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (strstr (text, "<title>2023年政府信息公开申请办理结果</title><desc>2023年（共75件）"));
  g_assert_null (strstr (text, "font-family"));
  g_assert_null (strstr (text, "<image"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/figures", test_figures);
  g_test_add_func ("/chart/editions", test_editions);
  g_test_add_func ("/chart/unknown", test_unknown);
  g_test_add_func ("/chart/years", test_years);
  g_test_add_func ("/chart/removal", test_removal);
  g_test_add_func ("/chart/organisations", test_organisations);
  g_test_add_func ("/chart/last-year", test_last_year);
  g_test_add_func ("/chart/picture", test_picture);
  g_test_add_func ("/chart/four-years", test_four_years);
  g_test_add_func ("/chart/files", test_files);
  g_test_add_func ("/chart/svg", test_svg);
  return g_test_run ();
}
