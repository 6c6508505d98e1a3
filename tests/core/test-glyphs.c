/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a machine cannot print as it should be is told; the fonts are those of tests/data/glyphs-fonts.conf. */
#include <bianbao/bianbao.h>

static void
test_fonts (void)
{
  static const char *const wanted[][2] = {
    { "方正小标宋简体", "Noto Serif CJK SC" },
    { "黑体", "Noto Sans CJK SC" },
    { "楷体_GB2312", "Noto Serif CJK SC" },
    { "宋体", "Noto Serif CJK SC" },
  };
  g_autoptr (GPtrArray) changes = bb_glyphs_font_changes ();

  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < changes->len; i++)
    {
      const BbFontChange *change = g_ptr_array_index (changes, i);

      g_assert_cmpstr (change->wanted, ==, wanted[i][0]);
      g_assert_cmpstr (change->used, ==, wanted[i][1]);
    }
}

static BbReport *
report_new (const char *overview, const char *cell)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  bb_report_edit (report, bb_report_find_field (report, "meta.organisation"), "示例局", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "overview"), overview, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t3.new.natural"), cell, BB_ORIGIN_TYPED);

  return report;
}

static void
test_all_there (void)
{
  g_autoptr (BbReport) report = report_new ("全年工作平稳有序，公开1.5万件“政策”——ABC。\t\u200b", "15件");
  g_autoptr (GPtrArray) changes = bb_glyphs_changes (report);

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_glyphs (void)
{
  g_autoptr (BbReport) report = report_new ("经办人李堃。\n李堃负责。", "3\U0010fffd");
  g_autoptr (GPtrArray) changes = bb_glyphs_changes (report);
  const BbForm *form = bb_report_get_form (report);
  int cell = bb_form_find_cell (form, "t3.new.natural");
  const BbGlyphChange *none, *borrowed;

  g_assert_cmpuint (changes->len, ==, 2);
  none = g_ptr_array_index (changes, 0);
  borrowed = g_ptr_array_index (changes, 1);

  g_assert_cmphex (none->character, ==, 0x10fffd);
  g_assert_null (none->used);
  g_assert_true (none->is_private);
  g_assert_cmpint (none->cell, ==, cell);
  g_assert_cmpstr (none->place, ==, form->cells[cell].name);
  g_assert_cmpuint (none->count, ==, 1);

  g_assert_cmphex (borrowed->character, ==, 0x5803);
  g_assert_false (borrowed->is_private);
  g_assert_true (g_str_has_prefix (borrowed->used, "Noto Sans"));
  g_assert_cmpint (borrowed->cell, ==, -1);
  g_assert_cmpstr (borrowed->place, ==, "一、总体情况");
  g_assert_cmpuint (borrowed->count, ==, 2);
}

/* Whatever font has something there: another computer has another font. Worst first: private, in no font, in another font. */
static void
test_private_use (void)
{
  g_autoptr (BbReport) report = report_new ("李堃\U0002fffd、\ue000、\uf8ff、\ue000。", "3");
  g_autoptr (GPtrArray) changes = bb_glyphs_changes (report);
  static const gunichar expected[] = { 0xe000, 0xf8ff, 0x2fffd, 0x5803 };

  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < changes->len; i++)
    {
      const BbGlyphChange *change = g_ptr_array_index (changes, i);

      g_assert_cmphex (change->character, ==, expected[i]);
      g_assert_cmpint (change->is_private, ==, i < 2);
      g_assert_cmpuint (change->count, ==, i == 0 ? 2 : 1);
      g_assert_cmpstr (change->place, ==, "一、总体情况");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyphs/fonts", test_fonts);
  g_test_add_func ("/glyphs/all-there", test_all_there);
  g_test_add_func ("/glyphs/glyphs", test_glyphs);
  g_test_add_func ("/glyphs/private-use", test_private_use);

  return g_test_run ();
}
