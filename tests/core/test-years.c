/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-years.h"

#include "bb-table.h"

#include <time.h>

static void
run_case (const char *const *places, guint line)
{
  g_autoptr (GString) got = g_string_new (NULL);

  if (g_str_equal (places[0], "title"))
    {
      int year = bb_years_of_title (places[1]);

      if (year != 0)
        g_string_append_printf (got, "%d", year);
    }
  else
    {
      BbYears years;

      g_assert_cmpstr (places[0], ==, "text");
      bb_years_of_text (places[1], &years);
      for (guint i = 0; i < years.n_years; i++)
        g_string_append_printf (got, "%s%d", i > 0 ? "," : "", years.years[i]);
    }
  if (got->len == 0)
    g_string_append_c (got, '-');
  if (!g_str_equal (got->str, places[2]))
    {
      g_test_message ("years.tsv:%u: %s “%s”: %s, not %s", line, places[0], places[1], got->str, places[2]);
      g_test_fail ();
    }
}

static void
test_table (void)
{
  g_assert_cmpuint (bb_table_run ("years.tsv", 3, run_case), >=, 50);
}

/* Texts are cut anywhere: nothing may be read beyond their end, and many years are no reason to stop. */
static void
test_pieces (void)
{
  static const char whole[] = "自2022 年1月1日起至2023年12月31日止，2024年1月1日——12月31日";
  g_autoptr (GString) many = g_string_new (NULL);
  BbYears years;

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *head = g_strndup (whole, p - whole);

      bb_years_of_text (head, &years);
      g_assert_cmpuint (years.n_years, <=, 2);
      g_assert_cmpint (bb_years_of_title (head), ==, 0);
      bb_years_of_text (p, &years);
      g_assert_cmpuint (years.n_years, <=, 3);
    }
  for (int year = 2000; year < 2020; year++)
    g_string_append_printf (many, "%d年1月1日至12月31日。", year);
  bb_years_of_text (many->str, &years);
  g_assert_cmpuint (years.n_years, ==, BB_YEARS_LIMIT);
}

/* A section may hold 1 MiB, and is searched again after each keystroke in it. */
static void
test_long_texts (void)
{
  static const char *const pieces[] = { "年", "2023年", "2023年1月1日", "2023年1月1日至12月31日", "2023年1月1日至", "《2023年1月1日至12月31日",
                                        "2023年，本机关认真贯彻落实政府信息公开条例，主动公开政府信息一百二十条，新收申请三件，全部办结。",
                                        "2023年1月1日　　起，，，" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      BbYears years;
      clock_t begin;

      while (text->len < 1024 * 1024)
        g_string_append (text, pieces[i]);
      begin = clock ();
      bb_years_of_text (text->str, &years);
      bb_years_of_title (text->str);
      g_test_message ("1 MiB of %s: %.1f ms", pieces[i], (double) (clock () - begin) * 1000 / CLOCKS_PER_SEC);
      g_assert_cmpint (clock () - begin, <, 2 * CLOCKS_PER_SEC);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/years/table", test_table);
  g_test_add_func ("/years/pieces", test_pieces);
  g_test_add_func ("/years/long-texts", test_long_texts);
  return g_test_run ();
}
