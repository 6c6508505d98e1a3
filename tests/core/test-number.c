/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-number.h>

#include "bb-table.h"

static const char *const form_names[] = {
  [BB_NUMBER_BLANK] = "blank",   [BB_NUMBER_PLAIN] = "plain", [BB_NUMBER_OWN_UNIT] = "own",
  [BB_NUMBER_REMARK] = "remark", [BB_NUMBER_WORD] = "word",   [BB_NUMBER_TEXT] = "text",
  [BB_NUMBER_TOO_LARGE] = "large",
};

static const char *
none_if_dash (const char *place)
{
  return g_str_equal (place, "-") ? NULL : place;
}

/* What was read, as one line to compare; a remark without an offer has no number. */
static char *
describe (const BbNumber *number)
{
  g_autofree char *digits = NULL;
  const char *form = form_names[number->form];

  if (number->form == BB_NUMBER_PLAIN || number->form == BB_NUMBER_OWN_UNIT)
    digits = bb_decimal_to_string (number->value);
  else if (number->form == BB_NUMBER_REMARK && number->has_offer)
    digits = bb_decimal_to_string (number->offer);
  return g_strdup_printf ("%s %s %s", form, digits != NULL ? digits : "-", *number->unit != '\0' ? number->unit : "-");
}

static void
run_case (const char *const *places,
          guint              line)
{
  BbNumber number = bb_number_read (places[0], none_if_dash (places[1]));
  g_autofree char *got = describe (&number);
  g_autofree char *expected = g_strdup_printf ("%s %s %s", places[2], places[3], places[4]);

  if (!g_str_equal (got, expected))
    {
      g_test_message ("numbers.tsv:%u: “%s”: %s, not %s", line, places[0], got, expected);
      g_test_fail ();
    }
  if (number.form != BB_NUMBER_REMARK)
    g_assert_false (number.has_offer);
  g_assert_true (g_utf8_validate (number.unit, -1, NULL));
}

static void
test_table (void)
{
  g_assert_cmpuint (bb_table_run ("numbers.tsv", 5, run_case), >=, 80);
}

/* A reader that guesses would show here: whatever is put around a digit, the digits read stand in the text in this order. */
static void
test_never_invents (void)
{
  static const char *const pieces[] = { "1", "0", "５", ",", "，", ".", "-", "－", " ", "　", "件", "万", "元", "余", "（", "）", "无", "/" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      BbNumber number;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      number = bb_number_read (text->str, "件");
      if (number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT)
        {
          g_autofree char *value = bb_decimal_to_string (number.value);
          g_autofree char *folded = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFKC);
          const char *place = folded;

          for (const char *p = value; *p != '\0'; p++)
            if (g_ascii_isdigit (*p))
              {
                place = strchr (place, *p);
                g_assert_nonnull (place);
                place++;
              }
        }
    }
}

static void
test_null_and_invalid (void)
{
  g_assert_cmpint (bb_number_read (NULL, NULL).form, ==, BB_NUMBER_BLANK);
  g_assert_cmpint (bb_number_read ("1\xff", "件").form, ==, BB_NUMBER_TEXT);
  g_assert_cmpint (bb_number_read ("1\xe4\xbb", "件").form, ==, BB_NUMBER_TEXT);
}

/* Digits alone are read in another way than digits with anything around them, to the same end. */
static void
test_ways (void)
{
  static const char *const texts[] = { "0", "7", "007", "2023", "123456789012", "999999999999", "1000000000000", "1000000000001",
                                       "0000000000000000001", "99999999999999999999", "12a", "1.5", "1,234", "-3" };
  static const char *const units[] = { NULL, "件", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (units); j++)
      {
        g_autofree char *spaced = g_strconcat (" ", texts[i], NULL);
        BbNumber one = bb_number_read (texts[i], units[j]);
        BbNumber other = bb_number_read (spaced, units[j]);
        g_autofree char *first = describe (&one);
        g_autofree char *second = describe (&other);

        g_assert_cmpstr (first, ==, second);
      }
}

static void
test_compare (void)
{
  BbDecimal half = { 5, 1 };
  BbDecimal half_long = { 500000000000000, 15 };
  BbDecimal largest = { G_MAXINT64, 0 };
  BbDecimal smallest = { G_MININT64, 0 };
  BbDecimal tiny = { 1, 15 };

  g_assert_cmpint (bb_decimal_compare (half, half_long), ==, 0);
  g_assert_cmpint (bb_decimal_compare (half, tiny), >, 0);
  g_assert_cmpint (bb_decimal_compare (largest, tiny), >, 0);
  g_assert_cmpint (bb_decimal_compare (smallest, tiny), <, 0);
  g_assert_cmpint (bb_decimal_compare ((BbDecimal) { -1, 15 }, (BbDecimal) { 0, 3 }), <, 0);
  g_assert_cmpint (bb_decimal_compare ((BbDecimal) { 10, 1 }, (BbDecimal) { 1, 0 }), ==, 0);
}

static void
assert_decimal (BbDecimal   value,
                const char *expected)
{
  g_autofree char *text = bb_decimal_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_add (void)
{
  BbDecimal sum = { 77, 7 };

  g_assert_true (bb_decimal_add ((BbDecimal) { 1, 1 }, (BbDecimal) { 2, 1 }, &sum));
  assert_decimal (sum, "0.3");
  g_assert_true (bb_decimal_add ((BbDecimal) { 592372449, 4 }, (BbDecimal) { 1, 0 }, &sum));
  assert_decimal (sum, "59238.2449");
  g_assert_true (bb_decimal_subtract ((BbDecimal) { 1, 0 }, (BbDecimal) { 1, 15 }, &sum));
  assert_decimal (sum, "0.999999999999999");
  g_assert_true (bb_decimal_subtract ((BbDecimal) { 3, 0 }, (BbDecimal) { 35, 1 }, &sum));
  assert_decimal (sum, "-0.5");
  sum = (BbDecimal) { 77, 2 };
  g_assert_false (bb_decimal_add ((BbDecimal) { G_MAXINT64, 0 }, (BbDecimal) { 1, 0 }, &sum));
  g_assert_false (bb_decimal_subtract ((BbDecimal) { G_MININT64, 0 }, (BbDecimal) { 1, 0 }, &sum));
  g_assert_false (bb_decimal_add ((BbDecimal) { G_MAXINT64, 0 }, (BbDecimal) { 0, 15 }, &sum));
  assert_decimal (sum, "0.77");
}

static void
test_print (void)
{
  assert_decimal ((BbDecimal) { 0, 0 }, "0");
  assert_decimal ((BbDecimal) { 150, 2 }, "1.50");
  assert_decimal ((BbDecimal) { -5, 1 }, "-0.5");
  assert_decimal ((BbDecimal) { 7, 15 }, "0.000000000000007");
  assert_decimal ((BbDecimal) { G_MININT64, 0 }, "-9223372036854775808");
  assert_decimal ((BbDecimal) { G_MININT64, 15 }, "-9223.372036854775808");
  g_assert_true (bb_decimal_is_whole ((BbDecimal) { 200, 2 }));
  g_assert_false (bb_decimal_is_whole ((BbDecimal) { -201, 2 }));
  g_assert_cmpint (bb_decimal_sign ((BbDecimal) { -1, 15 }), ==, -1);
  g_assert_cmpint (bb_decimal_sign ((BbDecimal) { 0, 4 }), ==, 0);
  g_assert_cmpint (bb_decimal_sign ((BbDecimal) { 1, 15 }), ==, 1);
  g_assert_cmpfloat (bb_decimal_to_double ((BbDecimal) { 592372449, 4 }), ==, 59237.2449);
  g_assert_cmpfloat (bb_decimal_to_double ((BbDecimal) { 3, 1 }), ==, 0.3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/table", test_table);
  g_test_add_func ("/number/never-invents", test_never_invents);
  g_test_add_func ("/number/null-and-invalid", test_null_and_invalid);
  g_test_add_func ("/number/ways", test_ways);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/add", test_add);
  g_test_add_func ("/decimal/print", test_print);
  return g_test_run ();
}
