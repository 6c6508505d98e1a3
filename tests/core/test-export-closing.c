/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a report ends: what is attached, who signs and when; and where that stands on the page (GB/T 9704-2012, 7.3.4 and 7.3.5). */
#include "export-fixture.h"

#include "export/bb-page-closing.h"
#include "export/bb-print-private.h"

#include <math.h>
#include <string.h>

#define CHARACTER (BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS)

static const char closing[] =
  "本年度未收取信息处理费。\n"
  "附件：1. 示例县政府信息公开工作年度报告统计表\n"
  "2. 示例县政务公开标准化规范化建设实施方案及任务分解清单（2023—2025年）（征求意见稿修订说明及其采纳情况）\n"
  "示例县人民政府办公室\n"
  "2025年1月20日";

static BbReport *
report_ending (const char *text)
{
  BbReport *report = fixture_report_named ("full-2021");

  bb_report_edit (report, bb_report_find_field (report, "other"), text, BB_ORIGIN_TYPED);

  return report;
}

static char
letter (const BbPageBlock *block)
{
  static const char letters[] = { [BB_PAGE_PARAGRAPH] = 'P', [BB_PAGE_ATTACHMENT] = 'A', [BB_PAGE_OFFICE] = 'O', [BB_PAGE_DATE] = 'D' };

  g_assert_cmpuint (block->kind, <, sizeof letters);

  return block->opens ? g_ascii_tolower (letters[block->kind]) : letters[block->kind];
}

static char *
dup_kinds (BbReport *report)
{
  g_autoptr (BbPage) page = bb_page_new (report);
  guint last = page->form->n_sections - 1;
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->section == last && block->kind != BB_PAGE_HEADING)
        g_string_append_c (kinds, letter (block));
    }

  return g_string_free (kinds, FALSE);
}

static void
test_kinds (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", "closings.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end = lines[i][0] != '#' ? strchr (lines[i], '\t') : NULL;
      g_autoptr (BbReport) report = NULL;
      g_autofree char *kinds = NULL;

      if (end == NULL)
        continue;
      *end = '\0';
      g_strdelimit (end + 1, "|", '\n');
      report = report_ending (end + 1);
      kinds = dup_kinds (report);
      if (!g_str_equal (kinds, lines[i]))
        g_error ("line %u: %s, not %s", i + 1, kinds, lines[i]);
    }
}

/* Whoever the title names signs, whatever the name ends in. */
static void
test_named (void)
{
  g_autoptr (BbReport) report = report_ending ("无。\n示例市气象台\n2025年1月20日");
  g_autofree char *unknown = dup_kinds (report);
  g_autofree char *named = NULL;

  g_assert_cmpstr (unknown, ==, "PPd");
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "示例市气象台", BB_ORIGIN_TYPED);
  named = dup_kinds (report);
  g_assert_cmpstr (named, ==, "PoD");
}

/* What ends a section that is not the last one ends nothing. */
static void
test_elsewhere (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbPage) page = NULL;

  bb_report_edit (report, bb_report_find_field (report, "overview"), closing, BB_ORIGIN_TYPED);
  page = bb_page_new (report);
  for (guint i = 0; i < page->blocks->len; i++)
    g_assert_false (((const BbPageBlock *) g_ptr_array_index (page->blocks, i))->opens);
}

static const BbPrintItem *
find_item (const BbPrint *print, BbPageKind kind, guint which)
{
  for (guint i = 0; i < print->pages->items->len; i++)
    {
      const BbPrintItem *item = g_ptr_array_index (print->pages->items, i);

      if (item->block->kind == kind && which-- == 0)
        return item;
    }

  g_assert_not_reached ();
}

static double
line_width (const BbPrintLine *line)
{
  int width;

  pango_layout_get_size (line->layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static double
line_middle (const BbPrintItem *item)
{
  g_assert_cmpuint (item->text->n_lines, ==, 1);

  return item->text->lines[0].x + line_width (&item->text->lines[0]) / 2;
}

static void
check_signature (const char *text, double free_right)
{
  g_autoptr (BbReport) report = report_ending (text);
  BbPrint *print = bb_print_new (report);
  const BbPrintItem *office = find_item (print, BB_PAGE_OFFICE, 0), *date = find_item (print, BB_PAGE_DATE, 0);
  const BbPrintLine *line = &date->text->lines[0];

  /* Half a millimetre. */
  g_assert_cmpfloat (fabs (line_middle (office) - line_middle (date)), <, 1.5);
  g_assert_cmpfloat (office->text->lines[0].x + line_width (&office->text->lines[0]), <=, 28 * CHARACTER);
  if (free_right > 0)
    g_assert_cmpfloat (fabs (28 * CHARACTER - line->x - line_width (line) - free_right * CHARACTER), <, 1.5);
  bb_print_free (print);
}

static void
test_signature (void)
{
  check_signature ("无。\n示例县人民政府办公室\n2025年1月20日", 4);
  check_signature ("无。\n示例局\n2025年12月20日", 4);
  check_signature ("无。\n示例局\n二〇二五年一月二十日", 4);
  /* Wider than the date with four characters at each side. */
  check_signature ("无。\n示例市示例经济技术开发区管理委员会行政审批服务局\n2025年1月20日", 0);
}

static void
test_hang (void)
{
  g_autoptr (BbReport) report = report_ending (closing);
  BbPrint *print = bb_print_new (report);
  const BbPrintText *first = find_item (print, BB_PAGE_ATTACHMENT, 0)->text, *second = find_item (print, BB_PAGE_ATTACHMENT, 1)->text;
  PangoRectangle name;

  g_assert_cmpfloat (fabs (first->lines[0].x - 2 * CHARACTER), <, 0.1);
  g_assert_cmpfloat (fabs (second->lines[0].x - 5 * CHARACTER), <, 0.1);
  g_assert_cmpuint (second->n_lines, ==, 3);
  g_assert_cmpfloat (second->lines[1].x, ==, second->lines[2].x);
  /* Behind `2. ` */
  pango_layout_index_to_pos (second->lines[0].layout, 3, &name);
  g_assert_cmpfloat (fabs (second->lines[0].x + (double) name.x / PANGO_SCALE - second->lines[1].x), <, 1.5);
  bb_print_free (print);
}

/* Wherever the page ends, what signs has text before it on its page, and a free line above unless it begins one. */
static void
check_signed_page (BbPrint *print)
{
  const GArray *last = g_ptr_array_index (print->pages->sheets, print->pages->sheets->len - 1);
  double bottom = 0;

  g_assert_cmpuint (last->len, >=, 3);
  for (guint i = 0; i < last->len; i++)
    {
      const BbPrintPiece *piece = &g_array_index (last, BbPrintPiece, i);

      if (piece->item->block->opens && i > 0)
        g_assert_cmpfloat (piece->y, >=, bottom + piece->item->text->pitch - 0.5);
      bottom = piece->y + piece->n * (piece->item->text != NULL ? piece->item->text->pitch : 0);
    }
  g_assert_cmpfloat (bottom, <=, BB_MM_TO_POINTS (BB_SHEET_TEXT_HEIGHT) + 0.5);
  g_assert_cmpuint (g_array_index (last, BbPrintPiece, last->len - 1).item->block->kind, ==, BB_PAGE_DATE);
  g_assert_cmpuint (g_array_index (last, BbPrintPiece, last->len - 2).item->block->kind, ==, BB_PAGE_OFFICE);
}

static void
test_page_ends (void)
{
  static const char *const ends[] = { "示例局\n2025年1月20日", "附件：示例表\n示例局\n2025年1月20日" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 0; n < 30; n++)
    {
      g_string_append (text, n % 3 == 2 ? "示例示例。\n" : "本机关按照要求开展政务公开工作，取得了成效，示例示例示例。\n");
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        {
          g_autofree char *whole = g_strconcat (text->str, ends[i], NULL);
          g_autoptr (BbReport) report = report_ending (whole);
          BbPrint *print = bb_print_new (report);

          check_signed_page (print);
          bb_print_free (print);
        }
    }
}

/* Only the place on the page differs: the text is read again as it was. */
static void
test_read (void)
{
  static const BbExportFormat formats[] = { BB_EXPORT_HTML, BB_EXPORT_DOCX, BB_EXPORT_TEXT, BB_EXPORT_PDF };
  g_autoptr (BbReport) report = report_ending (closing);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("report", bb_export_suffix (formats[i]), NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bb_export_bytes (report, formats[i], &error);
      g_autoptr (BbReading) reading = NULL;
      g_auto (GStrv) wanted = g_strsplit (closing, "\n", -1);
      g_auto (GStrv) read = NULL;

      g_assert_no_error (error);
      reading = bb_import_bytes (bytes, name, NULL, &error);
      g_assert_no_error (error);
      read = g_strsplit (bb_field_get_text (bb_report_find_field (reading->report, "other")), "\n", -1);
      g_assert_cmpuint (g_strv_length (read), ==, g_strv_length (wanted));
      /* A page of a PDF has no spaces between a number and Chinese. */
      for (guint j = 0; formats[i] != BB_EXPORT_PDF && wanted[j] != NULL; j++)
        g_assert_cmpstr (read[j], ==, wanted[j]);
    }
}

static char *
export_text (BbReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, BB_EXPORT_HTML, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_web_page (void)
{
  g_autoptr (BbReport) report = report_ending (closing);
  g_autofree char *html = export_text (report);
  g_autofree char *fragment = bb_export_fragment (report);

  /* 6.5 characters from the margin, its first line 2; strips of 6.5 and twice 4 characters. */
  g_assert_nonnull (strstr (html, "<p class=\"ta\" style=\"margin-top:29pt; margin-bottom:0pt; margin-left:102.65pt; text-indent:-71.07pt\">附件：1. "));
  g_assert_nonnull (strstr (html, "<p class=\"ts\" style=\"margin-top:29pt; margin-bottom:0pt; margin-left:213.21pt; page-break-after:avoid\">示例县"));
  g_assert_nonnull (strstr (html, "<p class=\"ts\" style=\"margin-top:0pt; margin-bottom:0pt; margin-left:213.21pt\">2025年1月20日"));

  g_assert_nonnull (strstr (fragment, "width:14.5em; max-width:100%; margin-left:auto"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-closing/kinds", test_kinds);
  g_test_add_func ("/export-closing/named", test_named);
  g_test_add_func ("/export-closing/elsewhere", test_elsewhere);
  g_test_add_func ("/export-closing/signature", test_signature);
  g_test_add_func ("/export-closing/hang", test_hang);
  g_test_add_func ("/export-closing/page-ends", test_page_ends);
  g_test_add_func ("/export-closing/read", test_read);
  g_test_add_func ("/export-closing/web-page", test_web_page);

  return g_test_run ();
}
