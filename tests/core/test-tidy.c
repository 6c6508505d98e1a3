/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tidying up a text: the cases of data/tidy.tsv; and whatever a text is, no word and no figure changes. */
#include "bb-table.h"

#include <bianbao/bianbao.h>
#include <string.h>

static char *
tidy (const char *text)
{
  guint counts[BB_N_TIDY];
  char *tidied = bb_tidy (text, counts);
  g_autofree char *again = bb_tidy (tidied, NULL);
  g_autofree char *words = bb_tidy_describe (counts);

  /* Twice is once, and what changed is told. */
  g_assert_cmpstr (again, ==, tidied);
  if (!g_str_equal (tidied, text) && strchr (text, '\r') == NULL && !g_str_has_suffix (text, "\n"))
    g_assert_cmpstr (words, !=, "");
  return tidied;
}

static void
run_case (const char *const *places, guint line)
{
  const char *expected = g_str_equal (places[1], "=") ? places[0] : places[1];
  g_autofree char *tidied = tidy (places[0]);

  if (!g_str_equal (tidied, expected))
    {
      g_test_message ("tidy.tsv:%u: “%s” becomes “%s”, not “%s”", line, places[0], tidied, expected);
      g_test_fail ();
    }
}

static void
test_cases (void)
{
  g_assert_cmpuint (bb_table_run ("tidy.tsv", 2, run_case), >=, 75);
}

/* What nobody may change: Chinese characters, figures, Latin letters and quotation marks, in their order. */
static char *
keep_words (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *words = g_string_new (NULL);

  for (const char *p = narrow; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || strchr ("\"'", *p) != NULL || g_str_has_prefix (p, "“") || g_str_has_prefix (p, "”"))
      g_string_append_unichar (words, g_utf8_get_char (p));
  return g_string_free (words, FALSE);
}

static void
assert_words_stay (const char *text)
{
  g_autofree char *tidied = tidy (text);
  g_autofree char *before = keep_words (text);
  g_autofree char *after = keep_words (tidied);

  g_assert_cmpstr (before, ==, after);
}

static void
test_random (void)
{
  static const char *const pieces[] = { "甲", "乙方", "12", "1,234", "，", ",", "。", ".", "（", "(", ")", "）", " ", "\u3000", "\n", "“", "”", "\"", "OA", "１２", "ａ", ":", "：",
                                        ";", "!", "?", "、", "…", "http://a.cn/?", "www.x.cn", "@", "%", "％", "-", "——", "\t", "第（一）项", "．" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_rand_int_range (random, 1, 14);

      for (int k = 0; k < n; k++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      assert_words_stay (text->str);
    }
}

static void
test_reports (void)
{
  const char *folder = g_getenv ("BIANBAO_REPORTS");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("BIANBAO_REPORTS is not set");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (BbOpened) opened = g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html") ? bb_open_path (path, BB_OPEN_DEFAULT, NULL, NULL) : NULL;

      for (guint i = 0; opened != NULL && i < bb_report_get_form (opened->report)->n_sections; i++)
        assert_words_stay (bb_field_get_text (bb_report_get_section (opened->report, i)));
    }
}

static void
test_describe (void)
{
  const guint counts[BB_N_TIDY] = { 7, 0, 3, 1, 0 };
  const guint none[BB_N_TIDY] = { 0 };
  g_autofree char *some = bb_tidy_describe (counts);
  g_autofree char *nothing = bb_tidy_describe (none);

  g_assert_cmpstr (some, ==, "7 spaces, 3 half-width marks, 1 full-width digit or letter");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tidy/cases", test_cases);
  g_test_add_func ("/tidy/random", test_random);
  g_test_add_func ("/tidy/reports", test_reports);
  g_test_add_func ("/tidy/describe", test_describe);
  return g_test_run ();
}
