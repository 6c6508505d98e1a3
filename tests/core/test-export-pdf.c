/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: lines of 28 characters, 22 to a page; no line begins or ends with the wrong punctuation; rows and headings stay whole. */
#include "export-fixture.h"

#include "export/bb-print-private.h"
#include "export/bb-print-title.h"

#include <pango/pangofc-font.h>
#include <string.h>

static const char closing[] = "，。、；：？！）】》”’,.;:?!)";
static const char opening[] = "（【《“‘(";

static char *
line_text (const BbPrintText *text, guint line)
{
  return g_strdup (pango_layout_get_text (text->lines[line].layout));
}

static BbPrintText *
set_body (BbPrintFonts *fonts, const char *text)
{
  BbPrintSetting setting = { .style = BB_STYLE_BODY, .width = BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH), .scale = 1 };

  return bb_print_text_new (fonts, text, &setting);
}

static char *
repeat (const char *text, guint n)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

static void
test_full_line (void)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  g_autofree char *characters = repeat ("政", 26 + 28 * 3);
  g_autoptr (BbPrintText) text = set_body (fonts, characters);

  g_assert_cmpuint (text->n_lines, ==, 4);
  for (guint i = 0; i < text->n_lines; i++)
    {
      g_autofree char *line = line_text (text, i);
      int width;

      pango_layout_get_size (text->lines[i].layout, &width, NULL);
      g_assert_cmpint (g_utf8_strlen (line, -1), ==, i == 0 ? 26 : 28);
      g_assert_cmpfloat (ABS (BB_POINTS_TO_MM (text->lines[i].x + (double) width / PANGO_SCALE) - BB_SHEET_TEXT_WIDTH), <, 1.0);
    }
}

/* Nothing is lost between lines, whatever the text is; none is wider than the page. */
static void
check_lines (const char *characters)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  g_autoptr (BbPrintText) text = set_body (fonts, characters);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < text->n_lines; i++)
    {
      g_autofree char *line = line_text (text, i);
      const char *last = line[0] != '\0' ? g_utf8_prev_char (line + strlen (line)) : line;

      g_string_append (all, line);
      if (i > 0)
        g_assert_null (g_utf8_strchr (closing, -1, g_utf8_get_char (line)));
      if (i + 1 < text->n_lines)
        g_assert_null (g_utf8_strchr (opening, -1, g_utf8_get_char (last)));
    }
  g_assert_cmpstr (all->str, ==, characters);
}

static void
test_punctuation (void)
{
  static const char *const pieces[] = { "政府，", "公开（", "”）。", "“信", "《条例》", "2024年", "1.5万", "、", "：", "www.example.gov.cn/a",
                                        "件；", "—", "……" };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 200; round++)
    {
      GString *text = g_string_new ("本");
      g_autofree char *characters = NULL;

      for (guint i = 0; i < 40; i++)
        {
          g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          g_string_append (text, "息公开工作");
        }
      characters = g_string_free (text, FALSE);
      check_lines (characters);
    }
}

/* Words and figures that nobody may break leave a line short: it is filled up all the same, with less than a space inside Chinese. */
static void
test_full_lines (void)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  g_autoptr (BbPrintText) text = set_body (fonts, "门户网站 2024 年共发布信息12,345条，点击量 1,234,567.89 次（其中English版本Government Information "
                                                  "Disclosure Report发布78条），网址为https://www.example.gov.cn/zwgk/gknb/t20250124_1234567.html。");
  double width = BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH);

  g_assert_cmpuint (text->n_lines, >=, 4);
  for (guint i = 0; i + 1 < text->n_lines; i++)
    {
      g_autofree char *line = line_text (text, i);
      const char *last = g_utf8_prev_char (line + strlen (line));
      PangoRectangle extents;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (text->lines[i].layout, 0), NULL, &extents);
      /* The right half of a mark is white. */
      g_assert_cmpfloat (text->lines[i].x + (double) extents.width / PANGO_SCALE, >, 0.95 * width - (*last & 0x80 ? 8 : 0));
    }
}

/* In a cell of table 3: a figure is set smaller rather than torn apart. */
static void
assert_one_line (BbPrintFonts *fonts, const char *figure)
{
  double longest = bb_print_text_longest (fonts, figure, BB_STYLE_VALUE);
  BbPrintSetting setting = { .style = BB_STYLE_VALUE, .width = 27, .scale = 27 / longest };
  g_autoptr (BbPrintText) text = bb_print_text_new (fonts, figure, &setting);

  g_assert_cmpfloat (longest, >, 27);
  g_assert_cmpuint (text->n_lines, ==, 1);
}

static void
test_words (void)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  g_autofree char *letters = repeat ("a", 200);
  g_autoptr (BbPrintText) text = set_body (fonts, letters);
  g_autoptr (BbPrintText) empty = set_body (fonts, "");
  g_autofree char *before = repeat ("政", 24);
  g_autofree char *number = g_strconcat (before, "1234567件。", NULL);
  g_autoptr (BbPrintText) figure = set_body (fonts, number);
  g_autofree char *second = line_text (figure, 1);

  /* A word longer than a line is broken rather than cut off; a figure is not. */
  g_assert_cmpuint (text->n_lines, >, 2);
  g_assert_cmpuint (empty->n_lines, ==, 1);
  g_assert_cmpuint (figure->n_lines, ==, 2);
  g_assert_cmpstr (second, ==, "1234567件。");
  assert_one_line (fonts, "１，２３４，５６７");
}

static BbReport *
report_with_overview (const char *overview)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  bb_report_edit (report, bb_report_find_field (report, "meta.organisation"), "示例县人民政府办公室", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), "2023", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "overview"), overview, BB_ORIGIN_TYPED);

  return report;
}

static guint
lines_on (const BbPrint *print, guint sheet)
{
  const GArray *pieces = g_ptr_array_index (print->pages->sheets, sheet);
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const BbPrintPiece *piece = &g_array_index (pieces, BbPrintPiece, i);

      n += piece->item->text != NULL ? piece->n : 0;
    }

  return n;
}

static void
test_full_page (void)
{
  g_autofree char *characters = repeat ("政务公开工作", 500);
  g_autoptr (BbReport) report = report_with_overview (characters);
  g_autoptr (BbPrint) print = bb_print_new (report);

  /* 3000 characters after the title: the second page, and the third, have nothing but text. */
  g_assert_cmpuint (bb_print_n_pages (print), >=, 5);
  g_assert_cmpuint (lines_on (print, 1), ==, BB_SHEET_LINES);
  g_assert_cmpuint (lines_on (print, 2), ==, BB_SHEET_LINES);
}

static void
check_piece (const BbPrintPiece *piece, gboolean ends_page, double *bottom)
{
  const BbPrintItem *item = piece->item;
  double height = item->text != NULL ? piece->n * item->text->pitch : bb_print_table_height (item->table, piece->first, piece->n);

  if (item->table != NULL && piece->first > 0)
    height += item->table->head_height;
  g_assert_cmpfloat (piece->y, >=, *bottom - 0.01);
  *bottom = piece->y + height;
  g_assert_cmpfloat (*bottom, <=, BB_MM_TO_POINTS (BB_SHEET_TEXT_HEIGHT) + 0.5);
  if (item->block->kind == BB_PAGE_HEADING && piece->first == 0)
    g_assert_false (ends_page);
  if (item->block->kind == BB_PAGE_PARAGRAPH && piece->n < item->text->n_lines)
    g_assert_cmpuint (piece->n, >=, 2);
}

/* Wherever the pages happen to end: all lines and rows are there once, in order, inside the page. */
static void
check_pages (const BbPrint *print)
{
  const BbPrintItem *item = NULL;
  guint next = 0, n_items = 0;

  for (guint sheet = 0; sheet < print->pages->sheets->len; sheet++)
    {
      const GArray *pieces = g_ptr_array_index (print->pages->sheets, sheet);
      double bottom = 0;

      for (guint i = 0; i < pieces->len; i++)
        {
          const BbPrintPiece *piece = &g_array_index (pieces, BbPrintPiece, i);

          check_piece (piece, i + 1 == pieces->len && sheet + 1 < print->pages->sheets->len, &bottom);
          n_items += piece->item != item;
          g_assert_cmpuint (piece->first, ==, piece->item != item ? 0 : next);
          item = piece->item;
          next = piece->first + piece->n;
        }
    }
  g_assert_cmpuint (n_items, ==, print->pages->items->len);
}

static void
test_page_ends (void)
{
  for (guint n = 0; n < 60; n++)
    {
      g_autofree char *paragraphs = repeat ("本机关按照要求开展政务公开工作，取得了成效，示例示例示例。\n（二）平台建设\n", n);
      g_autoptr (BbReport) report = report_with_overview (paragraphs);
      g_autoptr (BbPrint) print = bb_print_new (report);

      check_pages (print);
    }
}

/* Whether the text of @cell, or one set smaller, stands beside its rows from @begin to @end. */
static gboolean
has_label (const BbPrintTable *table, const BbPrintCell *cell, guint begin, guint end)
{
  if (cell->text_row == begin && cell->n_text_rows == end - begin)
    return TRUE;
  for (guint i = 0; i < table->repeats->len; i++)
    {
      const BbPrintRepeat *repeat = &g_array_index (table->repeats, BbPrintRepeat, i);

      if (repeat->cell == cell && repeat->row == begin)
        {
          g_assert_cmpuint (repeat->n_rows, ==, end - begin);
          g_assert_true (bb_print_table_text_fits (table, repeat->own != NULL ? repeat->own : cell->text, begin, end - begin));
          return TRUE;
        }
    }
  return FALSE;
}

/* Returns: how many labels of the piece go on from the page before. */
static guint
check_labels (const BbPrintPiece *piece)
{
  const BbPrintTable *table = piece->item->table;
  guint n = 0;

  for (guint i = 0; i < table->n_cells; i++)
    {
      const BbPrintCell *cell = &table->cells[i];
      guint begin = MAX (piece->first, cell->first_row);
      guint end = MIN (piece->first + piece->n, cell->first_row + cell->n_rows);

      if (cell->slot->slot->role != BB_SLOT_ROW_HEAD || cell->slot->slot->row_span == 1 || begin >= end)
        continue;
      g_assert_true (has_label (table, cell, begin, end));
      n += begin > cell->first_row;
    }

  return n;
}

/* A label beside rows of two pages stands on both, wherever the page ends. */
static void
test_labels_repeated (void)
{
  guint n = 0;

  for (guint lines = 0; lines < BB_SHEET_LINES; lines++)
    {
      g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2024));
      g_autoptr (GString) text = g_string_new ("一");
      g_autoptr (BbPage) page = NULL;
      g_autoptr (BbPrint) print = NULL;

      for (guint i = 0; i < lines; i++)
        g_string_append (text, "\n又一段");
      bb_report_edit (report, bb_report_find_field (report, "overview"), text->str, BB_ORIGIN_TYPED);
      page = bb_page_new (report);
      print = bb_print_new_for_page (page);
      for (guint sheet = 0; sheet < print->pages->sheets->len; sheet++)
        {
          const GArray *pieces = g_ptr_array_index (print->pages->sheets, sheet);

          for (guint i = 0; i < pieces->len; i++)
            if (g_array_index (pieces, BbPrintPiece, i).item->table != NULL)
              n += check_labels (&g_array_index (pieces, BbPrintPiece, i));
        }
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_essay_in_cell (void)
{
  g_autofree char *essay = repeat ("说明文字", 3000);
  g_autoptr (BbReport) report = report_with_overview ("无");
  g_autoptr (BbPrint) print = NULL;

  bb_report_edit (report, bb_report_find_field (report, "t3.granted.natural"), essay, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t4.review.upheld"), "123456789012345678901234567890", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t2.normative.made"), essay, BB_ORIGIN_TYPED);
  print = bb_print_new (report);
  check_pages (print);
  g_assert_cmpuint (bb_print_n_pages (print), >, 20);
}

static void
test_sections (void)
{
  g_autofree char *characters = repeat ("政务公开工作", 500);
  g_autoptr (BbReport) report = report_with_overview (characters);
  g_autoptr (BbPrint) print = bb_print_new (report);
  const BbForm *form = bb_report_get_form (report);
  guint last = 0;

  g_assert_cmpuint (bb_print_section_page (print, (guint) bb_form_find_section (form, "overview")), ==, 0);
  g_assert_cmpuint (bb_print_section_page (print, (guint) bb_form_find_section (form, "proactive")), >=, 4);
  for (guint i = 1; i < form->n_sections; i++)
    {
      guint page = bb_print_section_page (print, i);

      g_assert_cmpuint (page, >=, last);
      last = page;
    }
}

static void
test_title (void)
{
  static const struct { const char *title; guint n_lines; const char *second; } cases[] = {
    { "示例局2023年政府信息公开工作年度报告", 1, NULL },
    { "示例县人民政府办公室2023年政府信息公开工作年度报告", 2, "2023年政府信息公开工作年度报告" },
    { "2020年示例经济技术开发区管理委员会政府信息公开工作年度报告", 2, "政府信息公开工作年度报告" },
    { "示例县人民政府办公室关于报送公开政府信息工作年度报告的请示", 2, NULL },
  };
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BbPrintText) text = bb_print_title_new (fonts, cases[i].title, BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH));
      g_autofree char *last = line_text (text, text->n_lines - 1);

      g_assert_cmpuint (text->n_lines, ==, cases[i].n_lines);
      if (cases[i].second != NULL)
        g_assert_cmpstr (last, ==, cases[i].second);
      g_assert_cmpint (g_utf8_strlen (last, -1), >, 8);
    }
}

/*
 * The title is a heavy face: where none of the official ones is there, a bold cut stands in, if there is one; nothing is smeared
 * bold, and no other face changes. Which of the two this machine shows depends on its fonts.
 */
static void
test_title_weight (void)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();

  for (BbFace face = 0; face < BB_N_FACES; face++)
    {
      g_autoptr (PangoFont) font = bb_print_fonts_font (fonts, face, BB_EVERY_FONT_HAS);
      PangoFontDescription *asked = bb_print_fonts_describe (fonts, face, 22);
      PangoFontDescription *taken = pango_font_describe (font);
      FcBool smeared = FcFalse;

      FcPatternGetBool (pango_fc_font_get_pattern (PANGO_FC_FONT (font)), FC_EMBOLDEN, 0, &smeared);
      g_assert_false (smeared);
      if (face != BB_FACE_TITLE)
        g_assert_cmpint (pango_font_description_get_weight (asked), ==, PANGO_WEIGHT_NORMAL);
      else if (g_str_equal (pango_font_description_get_family (taken), "Noto Serif CJK SC"))
        g_assert_cmpint (pango_font_description_get_weight (taken), ==, PANGO_WEIGHT_BOLD);
      pango_font_description_free (asked);
      pango_font_description_free (taken);
    }
}

static void
test_same_bytes (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (BbReport) report = fixture_report (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once = bb_export_bytes (report, BB_EXPORT_PDF, &error);
  g_autoptr (GBytes) again = bb_export_bytes (report, BB_EXPORT_PDF, NULL);
  gsize size;
  const char *bytes;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (once, again));
  bytes = g_bytes_get_data (once, &size);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_null (memmem (bytes, size, g_get_user_name (), strlen (g_get_user_name ())));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/full-line", test_full_line);
  g_test_add_func ("/pdf/punctuation", test_punctuation);
  g_test_add_func ("/pdf/full-lines", test_full_lines);
  g_test_add_func ("/pdf/words", test_words);
  g_test_add_func ("/pdf/full-page", test_full_page);
  g_test_add_func ("/pdf/page-ends", test_page_ends);
  g_test_add_func ("/pdf/labels-repeated", test_labels_repeated);
  g_test_add_func ("/pdf/essay-in-cell", test_essay_in_cell);
  g_test_add_func ("/pdf/sections", test_sections);
  g_test_add_func ("/pdf/title", test_title);
  g_test_add_func ("/pdf/title-weight", test_title_weight);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/same-bytes/", fixtures[i].name, NULL);

      g_test_add_data_func (path, &fixtures[i], test_same_bytes);
    }

  return g_test_run ();
}
