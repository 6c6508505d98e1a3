/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Last year's report beside this year's: what is taken from it, what is kept of it, and what the rules say about both. */
#include "bb-generate.h"

#include <locale.h>
#include <string.h>

static BbReport *
make_last (const char *form)
{
  BbReport *last = bb_generate_sound (form);

  bb_report_edit (last, bb_report_find_field (last, "overview"), "2023年，本单位制度更加健全，公开范围逐步扩大。\n（一）主动公开\n短句。", BB_ORIGIN_READ);
  return last;
}

static const char *
text_of (BbReport *report, const char *id)
{
  BbField *field = bb_report_find_field (report, id);

  g_assert_nonnull (field);
  return bb_field_get_text (field);
}

static guint
cell_of (BbReport *report, const char *id)
{
  int cell = bb_form_find_cell (bb_report_get_form (report), id);

  g_assert_cmpint (cell, >=, 0);
  return (guint) cell;
}

static guint
count_notes (BbReport *report, const char *id)
{
  GListModel *notes = bb_report_get_notes (report);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      n += g_str_equal (bb_note_get_id (note), id);
    }
  return n;
}

/* The rules that look back, as "severity id@target" by the checker's own order. */
static char *
list_issues (BbReport *report)
{
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);
      const char *id = bb_issue_get_rule_id (issue);

      if (g_str_has_prefix (id, "carry") || g_str_has_prefix (id, "disputes") || g_str_equal (id, "jump") || g_str_equal (id, "text.copied") ||
          g_str_equal (id, "text.year"))
        g_string_append_printf (list, "%s%s@%s", list->len > 0 ? " " : "", id, bb_issue_get_target (issue));
    }
  return g_string_free (list, FALSE);
}

static void
assert_issues (BbReport *report, const char *expected)
{
  g_autofree char *found = list_issues (report);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_move (gconstpointer data)
{
  const char *const *places = data;
  g_autoptr (GPtrArray) moved = NULL;
  g_autofree char *text = bb_next_year_move (places[0], 2024, 2025, &moved);
  g_autofree char *list = NULL;

  g_ptr_array_add (moved, NULL);
  list = g_strjoinv (", ", (char **) moved->pdata);
  g_assert_cmpstr (text, ==, places[1]);
  g_assert_cmpstr (list, ==, places[2]);
}

static void
test_new (void)
{
  g_autoptr (BbReport) last = make_last ("2021");
  g_autoptr (BbReport) report = bb_next_year_new (last, NULL, 0);
  g_autoptr (BbLastYear) reference = bb_last_year_read (report);
  const BbForm *form = bb_report_get_form (report);

  g_assert_cmpint (bb_report_get_year (report), ==, bb_report_get_year (last) + 1);
  g_assert_cmpstr (bb_report_get_organisation (report), ==, bb_report_get_organisation (last));
  g_assert_false (bb_report_can_undo (report));
  g_assert_true (bb_report_get_modified (report));
  g_assert_cmpint (bb_last_year_get_year (reference), ==, bb_report_get_year (last));
  for (guint i = 0; i < form->n_cells; i++)
    {
      const char *id = form->cells[i].id;
      BbField *field = bb_report_get_cell (report, i);

      g_assert_cmpstr (bb_last_year_get_text (reference, i), ==, bb_field_get_text (bb_report_get_cell (last, i)));
      if (!g_str_has_prefix (id, "t3.carried_in."))
        {
          g_assert_cmpstr (bb_field_get_text (field), ==, "");
          continue;
        }
      g_assert_cmpstr (bb_field_get_text (field), ==, bb_field_get_text (bb_report_get_cell (last, cell_of (last, "t3.carried_out.natural") + i - cell_of (report, "t3.carried_in.natural"))));
      g_assert_cmpint (bb_field_get_origin (field), ==, bb_field_is_derived (field) ? BB_ORIGIN_DERIVED : BB_ORIGIN_DEDUCED);
    }
  g_assert_cmpuint (count_notes (report, "next.carried"), ==, 1);
  g_assert_cmpuint (count_notes (report, "next.not-carried"), ==, 0);
  g_assert_cmpuint (count_notes (report, "next.no-successor"), ==, 0);
  g_assert_cmpuint (count_notes (report, "next.years"), ==, bb_report_get_year (last) == 2023 ? 1 : 0);
}

/* A column that last year left blank is left blank, and said to be. */
static void
test_not_carried (void)
{
  g_autoptr (BbReport) last = make_last ("2021");
  g_autoptr (BbReport) report = NULL;

  bb_report_set_year (last, 2029, FALSE);
  bb_report_edit (last, bb_report_find_field (last, "t3.carried_out.legal"), "", BB_ORIGIN_READ);
  bb_report_edit (last, bb_report_find_field (last, "t3.carried_out.other"), "/", BB_ORIGIN_READ);
  report = bb_next_year_new (last, "另一单位", 2030);
  g_assert_cmpstr (text_of (report, "t3.carried_in.legal"), ==, "");
  g_assert_cmpstr (text_of (report, "t3.carried_in.other"), ==, "");
  g_assert_cmpstr (bb_report_get_organisation (report), ==, "另一单位");
  g_assert_cmpint (bb_report_get_year (report), ==, 2030);
  g_assert_cmpuint (count_notes (report, "next.not-carried"), ==, 1);
}

/* Only the year before carries over to this one; with any other there is nothing to compare either, and a note tells. */
static void
test_other_year (void)
{
  static const struct
  {
    int last, year;
    gboolean precedes;
  } cases[] = { { 2023, 2024, TRUE }, { 2023, 2023, FALSE }, { 2023, 2030, FALSE }, { 2024, 2023, FALSE }, { 0, 2024, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BbReport) last = bb_generate_sound ("2021");
      g_autoptr (BbReport) report = NULL;
      g_autofree char *list = NULL;

      if (cases[i].last != 0)
        bb_report_set_year (last, cases[i].last, FALSE);
      else
        bb_report_edit (last, bb_report_get_meta (last, BB_META_YEAR), "", BB_ORIGIN_READ);
      report = bb_next_year_new (last, NULL, cases[i].year);
      g_assert_cmpstr (text_of (report, "t3.carried_in.natural"), ==, cases[i].precedes ? text_of (last, "t3.carried_out.natural") : "");
      g_assert_cmpuint (count_notes (report, "next.other-year"), ==, cases[i].precedes ? 0 : 1);
      g_assert_cmpuint (count_notes (report, "next.carried"), ==, cases[i].precedes ? 1 : 0);
      bb_report_edit (report, bb_report_find_field (report, "t3.carried_in.natural"), "99999", BB_ORIGIN_TYPED);
      list = list_issues (report);
      g_assert_true ((strstr (list, "carry.requests@t3.carried_in.natural") != NULL) == cases[i].precedes);
      g_assert_true ((strstr (list, "jump@") != NULL) == cases[i].precedes);
    }
}

/* The rows of the older edition that the newer one does not have are told, with what they held. */
static void
test_edition (void)
{
  g_autoptr (BbReport) last = make_last ("2019");
  g_autoptr (BbReport) report = NULL;
  g_autoptr (BbLastYear) reference = NULL;

  bb_report_set_year (last, 2020, FALSE);
  bb_report_edit (last, bb_report_find_field (last, "t3.other.natural"), "7", BB_ORIGIN_READ);
  report = bb_next_year_new (last, NULL, 0);
  reference = bb_last_year_read (report);
  g_assert_cmpstr (bb_report_get_form (report)->id, ==, "2021");
  g_assert_cmpstr (bb_last_year_get_form (reference)->id, ==, "2019");
  g_assert_cmpstr (text_of (report, "t3.carried_in.natural"), ==, text_of (last, "t3.carried_out.natural"));
  g_assert_cmpstr (bb_last_year_get_text (reference, cell_of (report, "t3.granted.natural")), ==, text_of (last, "t3.granted.natural"));
  g_assert_null (bb_last_year_get_text (reference, cell_of (report, "t3.other.1.natural")));
  g_assert_cmpuint (count_notes (report, "next.no-successor"), >, 0);
}

/* Saved and read back; one undo step; in no export. */
static void
test_kept (void)
{
  g_autoptr (BbReport) last = make_last ("2021");
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (GBytes) before = bb_document_serialize (report);
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (BbReport) again = NULL;
  g_autoptr (BbLastYear) reference = NULL;

  bb_report_edit (last, bb_report_find_field (last, "overview"), "反斜杠\\n和\t制表符\n第二段标记甲乙丙丁戊己庚辛壬癸子丑。", BB_ORIGIN_READ);
  bb_last_year_set (report, last);
  with = bb_document_serialize (report);
  again = bb_document_parse (with, NULL);
  g_assert_nonnull (again);
  reference = bb_last_year_read (again);
  g_assert_cmpstr (bb_last_year_get_text (reference, cell_of (again, "t3.new.natural")), ==, text_of (last, "t3.new.natural"));
  g_assert_null (strstr (bb_field_get_text (bb_report_get_section (again, 0)), "第二段"));
  for (int format = 0; format < BB_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (GBytes) plain = NULL;
      g_autoptr (GBytes) kept = NULL;
      g_autoptr (BbReport) blank = bb_document_parse (before, NULL);

      plain = bb_export_bytes (blank, (BbExportFormat) format, NULL);
      kept = bb_export_bytes (again, (BbExportFormat) format, NULL);
      g_assert_true ((plain == NULL) == (kept == NULL));
      g_assert_true (plain == NULL || g_bytes_equal (plain, kept));
    }
  bb_report_undo (report);
  after = bb_document_serialize (report);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (bb_last_year_read (report));
}

static void
test_copied (void)
{
  g_autoptr (BbReport) last = make_last ("2021");
  g_autoptr (BbReport) report = NULL;
  g_autoptr (BbLastYear) reference = NULL;
  g_autoptr (GArray) copied = NULL;
  g_autoptr (GArray) edited = NULL;

  bb_report_set_year (last, 2023, FALSE);
  report = bb_next_year_new (last, NULL, 0);
  g_assert_true (g_str_has_prefix (text_of (report, "overview"), "2024年，"));
  reference = bb_last_year_read (report);
  copied = bb_last_year_find_copied (reference, text_of (report, "overview"));
  /* The heading and the short sentence are the same every year. */
  g_assert_cmpuint (copied->len, ==, 1);
  g_assert_cmpuint (g_array_index (copied, BbCopied, 0).start, ==, 0);
  edited = bb_last_year_find_copied (reference, "本单位\n 2023年，本单位制度更加健全， 公开范围逐步扩大。");
  g_assert_cmpuint (edited->len, ==, 1);
  g_assert_cmpuint (g_array_index (edited, BbCopied, 0).start, ==, 4);
}

/* What the rules say once both years are there; an error of carrying over may be accepted, with a reason. */
static void
test_rules (void)
{
  g_autoptr (BbReport) last = bb_generate_sound ("2021");
  g_autoptr (BbReport) report = bb_generate_sound ("2021");
  g_autoptr (BbReport) old = bb_generate_sound ("2019");
  g_autofree char *carried = g_strdup (text_of (last, "t3.carried_out.natural"));

  assert_issues (report, "");
  bb_report_set_year (report, 2024, FALSE);
  bb_report_set_year (last, 2023, FALSE);
  for (guint i = 0; i < 7; i++)
    bb_report_edit (report, bb_report_get_cell (report, cell_of (report, "t3.carried_in.natural") + i),
                    bb_field_get_text (bb_report_get_cell (last, cell_of (last, "t3.carried_out.natural") + i)), BB_ORIGIN_READ);
  bb_report_edit (report, bb_report_find_field (report, "t2.rules.valid"), "13", BB_ORIGIN_READ);
  bb_report_edit (report, bb_report_find_field (report, "t2.normative.valid"), "243", BB_ORIGIN_READ);
  for (guint i = 0; i < bb_report_get_form (report)->n_sections; i++)
    bb_report_edit (report, bb_report_get_section (report, i), "", BB_ORIGIN_READ);
  bb_last_year_set (report, last);
  assert_issues (report, "");

  bb_report_edit (report, bb_report_find_field (report, "t3.carried_in.natural"), "99999", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t2.rules.valid"), "14", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "overview"), "2023年，工作平稳。较2023年增长。2023年1月1日施行。", BB_ORIGIN_READ);
  assert_issues (report, "carry.requests@t3.carried_in.natural carry.requests@t3.carried_in.total text.year@overview carry.valid@t2.rules.valid "
                         "jump@t3.carried_in.natural");
  bb_report_edit (report, bb_report_find_field (report, "t3.carried_in.natural"), carried, BB_ORIGIN_TYPED);
  bb_last_year_set (report, old);
  /* Another edition counted otherwise what is valid. */
  {
    g_autofree char *list = list_issues (report);

    g_assert_null (strstr (list, "carry.valid"));
  }
}

static BbIssue *
find_carried (BbChecker *checker)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (g_str_equal (bb_issue_get_rule_id (issue), "carry.requests") && g_str_equal (bb_issue_get_target (issue), "t3.carried_in.natural"))
        return g_steal_pointer (&issue);
    }
  return NULL;
}

static void
test_accept (void)
{
  g_autoptr (BbReport) last = bb_generate_sound ("2021");
  g_autoptr (BbReport) report = bb_next_year_new (last, NULL, 0);
  g_autofree char *carried = g_strdup (text_of (report, "t3.carried_in.natural"));
  g_autoptr (BbChecker) checker = NULL;
  g_autoptr (BbIssue) issue = NULL;
  g_autoptr (BbIssue) accepted = NULL;
  guint n_fixes;

  bb_report_edit (report, bb_report_find_field (report, "t3.carried_in.natural"), "1", BB_ORIGIN_TYPED);
  checker = bb_checker_new (report, BB_CHECK_LIVE);
  issue = find_carried (checker);
  g_assert_nonnull (issue);
  g_assert_cmpint (bb_issue_get_severity (issue), ==, BB_SEVERITY_ERROR);
  g_assert_true (bb_issue_can_accept (issue));
  g_assert_true (bb_issue_accept (issue, report, "上年数据公布后更正"));
  accepted = find_carried (checker);
  g_assert_cmpint (bb_issue_get_acceptance (accepted), ==, BB_ACCEPTANCE_VALID);
  g_assert_cmpstr (bb_issue_get_fixes (accepted, &n_fixes)[0].id, ==, "take-last-year");
  g_assert_cmpuint (n_fixes, ==, 1);
  g_assert_true (bb_issue_apply_fix (accepted, report, "take-last-year"));
  g_assert_cmpstr (text_of (report, "t3.carried_in.natural"), ==, carried);
}

int
main (int argc, char **argv)
{
  static const char *const moves[][3] = {
    { "2024年，共收到申请。", "2025年，共收到申请。", "2024年 → 2025年" },
    { "较2023年增长；2025年将改进；2024年度", "较2024年增长；2026年将改进；2025年度", "2023年 → 2024年, 2025年 → 2026年, 2024年 → 2025年" },
    { "２０２４年 与2024 年", "２０２５年 与2025 年", "2024年 → 2025年" },
    { "自2024年1月1日至2024年12月31日", "自2025年1月1日至2025年12月31日", "2024年 → 2025年" },
    { "2024年5月15日印发，2024年5月起", "2024年5月15日印发，2024年5月起", "" },
    { "《2024年工作要点》和〔2024〕5号、办事指南（2024年版）", "《2024年工作要点》和〔2024〕5号、办事指南（2024年版）", "" },
    { "2019年至2022年，12024年，2024", "2019年至2022年，12024年，2024", "" },
    { "", "", "" },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/next-year/move/%u", i);

      g_test_add_data_func (path, moves[i], test_move);
    }
  g_test_add_func ("/next-year/new", test_new);
  g_test_add_func ("/next-year/not-carried", test_not_carried);
  g_test_add_func ("/next-year/other-year", test_other_year);
  g_test_add_func ("/next-year/edition", test_edition);
  g_test_add_func ("/next-year/kept", test_kept);
  g_test_add_func ("/next-year/copied", test_copied);
  g_test_add_func ("/next-year/rules", test_rules);
  g_test_add_func ("/next-year/accept", test_accept);
  return g_test_run ();
}
