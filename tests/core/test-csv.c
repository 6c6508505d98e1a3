/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of text: records to blocks, and a workbook that was saved as one to a report. */
#include "blocks-dump.h"
#include "read-here.h"

#include "import/bb-csv-blocks.h"
#include "import/bb-import-limits.h"

#include <bianbao/bianbao.h>
#include <string.h>

#define LONG "本年度继续按照要求做好公开工作，全年未发生一起因公开不当引起的纠纷，各科室均按时报送了材料，并逐条核对了本年度公开的全部内容，未见遗漏。"

typedef struct
{
  const char *name;
  const char *text;
  const char *dump;
} Case;

/* *INDENT-OFF* */
static const Case cases[] = {
  { "commas",      "规章,0,1,2\r\n规范性文件,3,,4\n",        "[规章|0|1|2][规范性文件|3||4]" },
  { "quotes",      "\"甲,乙\",\"1,234\",\"说\"\"好\"\"\"\n",  "[甲,乙|1,234|说\"好\"]" },
  { "breaks",      "\"结果\n维持\",\"结果\r\n纠正\"\n1,2\n",  "[结果⏎维持|结果\r⏎纠正][1|2]" },
  { "semicolons",  "规章;0;1,5;2\n",                         "[规章|0|1,5|2]" },
  { "tabs",        "规章\t0\t1\n\"行政\n许可\"\t5\t\n",       "[规章|0|1][行政⏎许可|5|]" },
  { "empty",       ",,,\n\n一、总体情况,,,\n",               "[一、总体情况|||]" },
  { "paragraph",   LONG ",,\n甲,1,2\n" LONG ",,",            "P<" LONG ">[甲|1|2]P<" LONG ">" },
  { "one-column",  "一、总体情况\n\"全年，\"\n",             "P<一、总体情况>P<全年，>" },
  { "open-quote",  "\"甲,1\n乙,2\n",                         "[\"甲|1][乙|2]" },
  { "inner-quote", "甲\"乙\",1\n",                           "[甲\"乙\"|1]" },
  { "behind",      "\"12\"件,\"3\"\n",                       "[12件|3]" },
  { "control",     "甲\x01,1\n",                             "[甲�|1]" },
};
/* *INDENT-ON* */

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_csv_blocks_read (test->text, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = blocks_dump (source, "");
  g_assert_cmpstr (dump, ==, test->dump);
  g_assert_cmpuint (source->notes->len, ==, strchr (test->text, 1) != NULL);
}

/* A record is where it begins, whatever line breaks stand in those above it. */
static void
test_lines (void)
{
  g_autoptr (BbImportSource) source = bb_csv_blocks_read ("\"甲\n乙\",1\r\n丙,2\r丁,3\n", NULL, NULL);
  const BbImportBlock *grid = g_ptr_array_index (source->blocks, 0);
  const guint lines[] = { 1, 3, 4 };

  g_assert_cmpuint (grid->rows->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (((const BbImportRow *) g_ptr_array_index (grid->rows, i))->line, ==, lines[i]);
}

static void
assert_taken (const GString *text,
              gboolean       is_taken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_csv_blocks_read (text->str, NULL, &error);

  g_assert_true ((source != NULL) == is_taken);
  if (!is_taken)
    g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE);
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("甲");
  g_autoptr (GString) high = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 1; i < BB_IMPORT_PLACE_LIMIT; i++)
    g_string_append (wide, ",1");
  assert_taken (wide, TRUE);
  g_string_append (wide, ",1");
  assert_taken (wide, FALSE);
  for (guint i = 0; i < BB_IMPORT_ROW_LIMIT; i++)
    g_string_append (high, "a,b\n");
  assert_taken (high, TRUE);
  g_string_append (high, "a,b\n");
  assert_taken (high, FALSE);
  /* Quotes that nothing closes are looked for once. */
  for (guint i = 0; i < 1000000; i++)
    g_string_append (open, ",\"\"\"");
  assert_taken (open, FALSE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bb_csv_blocks_read ("甲,1\n", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is written in one line as a title, a heading, heads with line breaks in them, and figures with commas. */
static void
test_report (void)
{
  static const char text[] =
    "\xef\xbb\xbf示例镇人民政府2023年政府信息公开工作年度报告,,,\n一、总体情况,,,\n" LONG ",,,\n二、主动公开政府信息情况,,,\n第二十条第（一）项,,,\n"
    "信息内容,\"本年制\n发件数\",\"本年废\n止件数\",\"现行有\n效件数\"\n规章,0,0,0\n行政规范性文件,4,1,23\n第二十条第（五）项,,,\n"
    "信息内容,本年处理决定数量,,\n行政许可,\"1,318\",,\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = read_here (bytes, "a.csv", &error);
  static const char *const cells[][2] = { { "t2.rules.valid", "0" }, { "t2.normative.made", "4" }, { "t2.normative.valid", "23" }, { "t2.licences.decisions", "1,318" } };

  g_assert_no_error (error);
  g_assert_cmpstr (reading->format, ==, "csv");
  g_assert_cmpstr (bb_report_get_organisation (reading->report), ==, "示例镇人民政府");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      BbField *field = bb_report_find_field (reading->report, cells[i][0]);

      g_assert_cmpstr (bb_field_get_text (field), ==, cells[i][1]);
      g_assert_cmpint (bb_field_get_state (field), ==, BB_STATE_NUMBER);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/blocks/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/cancelled", test_cancelled);
  g_test_add_func ("/csv/report", test_report);
  return g_test_run ();
}
