/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find and replace over the whole report. */
#include <bianbao/bb-search.h>

static void
put (BbReport *report, const char *id, const char *text)
{
  BbField *field = bb_report_find_field (report, id);

  g_assert_nonnull (field);
  bb_report_edit (report, field, text, BB_ORIGIN_TYPED);
  bb_report_barrier (report);
}

/* "section:start+length …" */
static char *
find (BbReport *report, const char *text, BbSearchFlags flags)
{
  g_autoptr (GArray) found = bb_search_find (report, text, flags);
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const BbFound *place = &g_array_index (found, BbFound, i);

      g_string_append_printf (places, "%s%s:%u+%u", i > 0 ? " " : "", bb_field_get_id (place->field), place->start, place->length);
    }
  return g_string_free (places, FALSE);
}

static void
assert_found (BbReport *report, const char *text, BbSearchFlags flags, const char *expected)
{
  g_autofree char *places = find (report, text, flags);

  g_assert_cmpstr (places, ==, expected);
}

static void
assert_text (BbReport *report, const char *id, const char *text)
{
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, id)), ==, text);
}

static BbReport *
make_report (void)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));

  put (report, "problems", "ab，１２次，3.12亿，128项。");
  put (report, "overview", "ＡＢ 12件，12");
  put (report, "meta.contact", "12");
  put (report, "t3.new.natural", "12");
  for (guint i = 0; i < 5; i++)
    {
      static const char *const ids[] = { "t3.new.business", "t3.new.research", "t3.new.charity", "t3.new.legal", "t3.new.other" };

      put (report, ids[i], "0");
    }
  bb_report_forget_history (report);
  return report;
}

static void
test_find (void)
{
  g_autoptr (BbReport) report = make_report ();

  assert_found (report, "", BB_SEARCH_DEFAULT, "");
  assert_found (report, "没有", BB_SEARCH_DEFAULT, "");
  assert_found (report, "12", BB_SEARCH_DEFAULT,
                "meta.contact:0+2 overview:3+2 overview:7+2 t3.new.natural:0+2 t3.new.total:0+2 problems:3+2 problems:9+2 problems:13+2");
  assert_found (report, "１２", BB_SEARCH_WHOLE_NUMBERS,
                "meta.contact:0+2 overview:3+2 overview:7+2 t3.new.natural:0+2 t3.new.total:0+2 problems:3+2");
  assert_found (report, "aB", BB_SEARCH_DEFAULT, "overview:0+2 problems:0+2");
  assert_found (report, "ab", BB_SEARCH_MATCH_CASE, "problems:0+2");
  /* Places do not overlap. */
  put (report, "other", "aaaaa");
  assert_found (report, "aa", BB_SEARCH_DEFAULT, "other:0+2 other:2+2");
}

static void
test_from (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GArray) found = bb_search_find (report, "12", BB_SEARCH_DEFAULT);
  g_autoptr (GArray) none = bb_search_find (report, "没有", BB_SEARCH_DEFAULT);
  BbField *overview = bb_report_find_field (report, "overview");

  g_assert_cmpint (bb_search_find_from (report, found, overview, 0), ==, 1);
  g_assert_cmpint (bb_search_find_from (report, found, overview, 4), ==, 2);
  g_assert_cmpint (bb_search_find_from (report, found, overview, 8), ==, 3);
  g_assert_cmpint (bb_search_find_from (report, found, bb_report_find_field (report, "other"), 0), ==, 0);
  g_assert_cmpint (bb_search_find_from (report, none, overview, 0), ==, -1);
}

static void
test_replace (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GArray) found = bb_search_find (report, "12", BB_SEARCH_DEFAULT);

  g_assert_true (bb_search_replace (report, &g_array_index (found, BbFound, 1), "十二"));
  assert_text (report, "overview", "ＡＢ 十二件，12");
  g_assert_false (bb_search_replace (report, &g_array_index (found, BbFound, 4), "13"));
  assert_text (report, "t3.new.total", "12");
  bb_report_undo (report);
  assert_text (report, "overview", "ＡＢ 12件，12");
  g_assert_false (bb_report_can_undo (report));
}

static void
test_replace_all (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GArray) found = bb_search_find (report, "12", BB_SEARCH_WHOLE_NUMBERS);
  guint left_out;

  g_assert_cmpuint (bb_search_replace_all (report, found, "7", &left_out), ==, 5);
  g_assert_cmpuint (left_out, ==, 1);
  assert_text (report, "meta.contact", "7");
  assert_text (report, "overview", "ＡＢ 7件，7");
  assert_text (report, "problems", "ab，7次，3.12亿，128项。");
  assert_text (report, "t3.new.natural", "7");
  assert_text (report, "t3.new.total", "7");
  bb_report_undo (report);
  assert_text (report, "overview", "ＡＢ 12件，12");
  assert_text (report, "t3.new.total", "12");
  g_assert_false (bb_report_can_undo (report));
}

/* A linked figure is its cell's: it follows when the cell is replaced, and those beside it stay linked. */
static void
test_links (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbField *overview = bb_report_find_field (report, "overview");
  guint cell = (guint) bb_form_find_cell (bb_report_get_form (report), "t3.new.natural");
  g_autoptr (GArray) found = NULL;
  guint left_out;
  guint n_links;

  put (report, "overview", "12、、12");
  g_assert_true (bb_report_insert_link (report, overview, 3, 0, cell));
  assert_text (report, "overview", "12、12、12");
  found = bb_search_find (report, "12", BB_SEARCH_WHOLE_NUMBERS);
  g_assert_cmpuint (bb_search_replace_all (report, found, "1500", &left_out), ==, 5);
  g_assert_cmpuint (left_out, ==, 2);
  assert_text (report, "overview", "1500、1500、1500");
  bb_field_get_links (overview, &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  bb_report_undo (report);
  assert_text (report, "overview", "12、12、12");
}

static void
test_year (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GArray) found = NULL;
  guint left_out;

  bb_report_set_year (report, 2024, FALSE);
  put (report, "other", "2024年");
  found = bb_search_find (report, "2024", BB_SEARCH_DEFAULT);
  g_assert_cmpuint (bb_search_replace_all (report, found, "2020", &left_out), ==, 1);
  g_assert_cmpuint (left_out, ==, 1);
  g_assert_cmpint (bb_report_get_year (report), ==, 2024);
  assert_text (report, "other", "2020年");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/find", test_find);
  g_test_add_func ("/search/from", test_from);
  g_test_add_func ("/search/replace", test_replace);
  g_test_add_func ("/search/replace-all", test_replace_all);
  g_test_add_func ("/search/links", test_links);
  g_test_add_func ("/search/year", test_year);
  return g_test_run ();
}
