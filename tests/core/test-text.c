/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-prose.h>
#include <bianbao/bb-text.h>

#include "bb-table.h"
#include "util/bb-word-border.h"

#include <string.h>

static void
run_label (const char *const *places,
           guint              line)
{
  g_autofree char *folded = bb_text_fold_label (places[0]);
  g_autofree char *again = bb_text_fold_label (folded);

  if (!g_str_equal (folded, places[1]) || !g_str_equal (bb_text_strip_number (folded), places[2]))
    {
      g_test_message ("labels.tsv:%u: “%s”: “%s” and “%s”", line, places[0], folded, bb_text_strip_number (folded));
      g_test_fail ();
    }
  /* Labels of the form are folded once, labels found once or twice: that must not matter. */
  g_assert_cmpstr (again, ==, folded);
}

static void
test_labels (void)
{
  g_assert_cmpuint (bb_table_run ("labels.tsv", 3, run_label), >=, 60);
}

static void
test_width (void)
{
  g_assert_cmpuint (bb_text_width (""), ==, 0);
  g_assert_cmpuint (bb_text_width ("abc"), ==, 3);
  g_assert_cmpuint (bb_text_width ("总计 12"), ==, 7);
  g_assert_cmpuint (bb_text_width ("（１）"), ==, 6);
  g_assert_cmpuint (bb_text_width ("e\u0301\u200b"), ==, 1);
}

static void
test_count (void)
{
  g_assert_cmpuint (bb_text_count_characters (""), ==, 0);
  g_assert_cmpuint (bb_text_count_characters (" \t\n\u3000\u00a0\u200b"), ==, 0);
  g_assert_cmpuint (bb_text_count_characters ("收到申请 3 件。\n　　办结 3 件。"), ==, 12);
}

static void
assert_trimmed (const char *text,
                const char *expected)
{
  g_autofree char *trimmed = bb_text_trim (text);

  g_assert_cmpstr (trimmed, ==, expected);
}

static void
test_trim (void)
{
  assert_trimmed ("", "");
  assert_trimmed (" \u3000\u00a0\ufeff\u200b\r\n\v", "");
  assert_trimmed ("\ufeff\u3000办公室 （东区）\u00a0\n", "办公室 （东区）");
  assert_trimmed ("x", "x");
}

static void
test_paragraphs (void)
{
  g_auto (GStrv) none = bb_text_paragraphs (" \n\n\u3000\r\n");
  g_auto (GStrv) some = bb_text_paragraphs ("一\r\n\u3000\u3000二\r\r三\u2028四\u2029 五 \n");
  g_autofree char *normal = bb_text_normalize_narrative ("\n　　一\n\n二  \n");
  g_autofree char *again = bb_text_normalize_narrative (normal);

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpstrv (some, ((const char *const[]) { "一", "二", "三", "四", "五", NULL }));
  g_assert_cmpstr (normal, ==, "一\n二");
  g_assert_cmpstr (again, ==, normal);
}

static void
assert_file_name (const char *title,
                  const char *expected)
{
  g_autofree char *name = bb_text_safe_file_name (title);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_file_name (void)
{
  g_autoptr (GString) long_title = g_string_new (NULL);
  g_autofree char *name = NULL;

  assert_file_name ("某区2024年政府信息公开工作年度报告", "某区2024年政府信息公开工作年度报告");
  assert_file_name ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j");
  assert_file_name ("../../etc/passwd", "_.._etc_passwd");
  assert_file_name ("", "report");
  assert_file_name (".", "report");
  assert_file_name ("..", "report");
  assert_file_name (" \u3000", "report");
  assert_file_name ("报告. . ", "报告");
  assert_file_name (".hidden", "hidden");
  assert_file_name ("a\nb\tc\x01", "a b c_");
  assert_file_name ("a\u202eb", "ab");
  assert_file_name ("CON", "_CON");
  assert_file_name ("com1.txt", "_com1.txt");
  assert_file_name ("common", "common");
  for (guint i = 0; i < 100; i++)
    g_string_append (long_title, "报");
  name = bb_text_safe_file_name (long_title->str);
  g_assert_cmpuint (strlen (name), ==, 198);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

/* The year and what it is stay, whatever stands before them, and never half a character. */
static void
test_long_file_name (void)
{
  for (guint n = 1; n <= 400; n++)
    {
      g_autoptr (GString) title = g_string_new (n % 2 == 0 ? "a" : "");
      g_autofree char *name = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (title, "某");
      g_string_append (title, "办公室2024年政府信息公开工作年度报告");
      name = bb_text_safe_file_name (title->str);
      g_assert_cmpuint (strlen (name), <=, 200);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_str_has_suffix (name, "某办公室2024年政府信息公开工作年度报告"));
      g_assert_cmpint (strstr (name, "…") != NULL, ==, title->len > 200);
      if (title->len <= 200)
        g_assert_cmpstr (name, ==, title->str);
      else
        g_assert_cmpuint (strlen (name), >=, 195);
    }
}

static void
test_prose_level (void)
{
  static const struct
  {
    const char *paragraph;
    int level;
    const char *lead;
  } cases[] = {
    { "", 0, "" },
    { "一、总体情况", 1, "一、总体情况" },
    { "十二、其他", 1, "十二、其他" },
    { "二十个工作日内公开", 0, "" },
    { "二十一二、", 0, "" },
    { "（一）主动公开。全年公开。", 2, "（一）主动公开。" },
    { "(十二)其他", 2, "(十二)其他" },
    { "（一", 0, "" },
    { "（）", 0, "" },
    { "第（一）项", 0, "" },
    { "1.加强培训。", 3, "1.加强培训。" },
    { "12．加强培训", 3, "12．加强培训" },
    { "1.5万元", 0, "" },
    { "2023.", 0, "" },
    { "（1）培训", 4, "（1）培训" },
    { "(12)培训", 4, "(12)培训" },
    { "（123）", 0, "" },
    { "1", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].paragraph);
      g_assert_cmpint (bb_prose_level (cases[i].paragraph), ==, cases[i].level);
      g_assert_cmpuint (bb_prose_lead (cases[i].paragraph), ==, strlen (cases[i].lead));
    }
}

/* A long sentence is no heading, whatever number it begins with. */
static void
test_prose_long_lead (void)
{
  g_autoptr (GString) text = g_string_new ("（一）");

  for (guint i = 0; i < 37; i++)
    g_string_append (text, "开");
  g_assert_cmpuint (bb_prose_lead (text->str), ==, text->len);
  g_string_append (text, "开。");
  g_assert_cmpint (bb_prose_level (text->str), ==, 2);
  g_assert_cmpuint (bb_prose_lead (text->str), ==, 0);
}

/* @words: a text with | where it may be cut; it may nowhere else, from either side. */
static void
assert_borders (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);
  g_autofree char *text = g_strjoinv ("", parts);
  const char *from = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *to = from + strlen (parts[i]);

      for (const char *at = g_utf8_next_char (from); at < to; at = g_utf8_next_char (at))
        {
          g_assert_true (bb_word_border_before (text, at) == from);
          g_assert_true (bb_word_border_behind (text, at) == to);
        }
      g_assert_true (bb_word_border_before (text, to) == to);
      g_assert_true (bb_word_border_behind (text, to) == to);
      from = to;
    }
}

static void
test_word_borders (void)
{
  assert_borders ("");
  assert_borders ("2024|年|,|我|市");
  assert_borders ("收|到|1,234|件|，|占|98.6%|。");
  assert_borders ("约|１，２３４．５|万|元|，|9:30|；|2024-01-31|；|1/3");
  assert_borders ("用|WeChat|和|App2|发|布|,|3|件|,|4|件|;|增|长|50％");
  assert_borders ("末|.|12|.");
}

/* A word longer than any number is cut: what is shown stays short. */
static void
test_shorten (void)
{
  static const char *const cases[][2] = {
    { "共收3件", "共收3件" }, { "共收到12345件", "共收到12345…" }, { "共收到三件申请", "共收到三…" }, { "", "" },
  };
  g_autofree char *digits = g_strnfill (1000, '7');
  g_autofree char *cut = bb_word_border_shorten (digits, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = bb_word_border_shorten (cases[i][0], 4);

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
  g_assert_cmpuint (strlen (cut), <, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/labels", test_labels);
  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/count", test_count);
  g_test_add_func ("/text/trim", test_trim);
  g_test_add_func ("/text/paragraphs", test_paragraphs);
  g_test_add_func ("/text/file-name", test_file_name);
  g_test_add_func ("/text/long-file-name", test_long_file_name);
  g_test_add_func ("/text/word-borders", test_word_borders);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/prose-level", test_prose_level);
  g_test_add_func ("/text/prose-long-lead", test_prose_long_lead);
  return g_test_run ();
}
