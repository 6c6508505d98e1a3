/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a cell: its relations as they stand, and what it would have to be. */
#include "bb-generate.h"

typedef struct
{
  BbReport *report;
  BbChecker *checker;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = bb_generate_sound ("2021");
  fixture->checker = bb_checker_new (fixture->report, BB_CHECK_LIVE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->checker);
  g_assert_finalize_object (fixture->report);
}

static guint
cell_of (Fixture *fixture, const char *id)
{
  int cell = bb_form_find_cell (bb_report_get_form (fixture->report), id);

  g_assert_cmpint (cell, >=, 0);
  return (guint) cell;
}

static gint64
value_of (Fixture *fixture, const char *id)
{
  BbDecimal value;

  g_assert_true (bb_field_get_value (bb_report_get_cell (fixture->report, cell_of (fixture, id)), &value));
  return value.mantissa;
}

/* As a reader does: totals stay. */
static void
put (Fixture *fixture, const char *id, const char *text)
{
  bb_report_edit (fixture->report, bb_report_get_cell (fixture->report, cell_of (fixture, id)), text, BB_ORIGIN_READ);
}

static void
put_number (Fixture *fixture, const char *id, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  put (fixture, id, text);
}

/* Returns: (transfer none) (nullable): the first relation of @rule in @list */
static const BbExplanation *
find (GPtrArray *list, const char *rule)
{
  for (guint i = 0; i < list->len; i++)
    {
      const BbExplanation *explanation = g_ptr_array_index (list, i);

      if (g_str_equal (explanation->rule_id, rule))
        return explanation;
    }
  return NULL;
}

static GPtrArray *
explain (Fixture *fixture, const char *id)
{
  return bb_checker_explain_cell (fixture->checker, cell_of (fixture, id));
}

static const BbEquation *
equation_of (Fixture *fixture, const BbExplanation *explanation)
{
  g_assert_nonnull (explanation);
  g_assert_cmpint (explanation->equation, >=, 0);
  return &bb_report_get_form (fixture->report)->equations[explanation->equation];
}

static void
test_holds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = explain (fixture, "t3.new.natural");
  g_autofree char *sums = NULL;
  gint64 left = value_of (fixture, "t3.new.natural") + value_of (fixture, "t3.carried_in.natural");

  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < list->len; i++)
    {
      const BbExplanation *explanation = g_ptr_array_index (list, i);

      g_assert_cmpint (explanation->verdict, ==, BB_VERDICT_HOLDS);
      g_assert_null (explanation->issue);
    }
  g_assert_cmpstr (find (list, "t3.balance")->title, ==,
                   "自然人: 一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量 = （七）总计 + 四、结转下年度继续办理");
  sums = g_strdup_printf ("%" G_GINT64_FORMAT " = %" G_GINT64_FORMAT, left, left);
  g_assert_cmpstr (find (list, "t3.balance")->detail, ==, sums);
  g_assert_cmpstr (find (list, "cell.valid")->title, ==, "A whole number, 0 or more");
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const BbExplanation *balance;

  put_number (fixture, "t3.new.natural", value_of (fixture, "t3.new.natural") + 2);
  list = explain (fixture, "t3.new.natural");
  balance = find (list, "t3.balance");
  g_assert_cmpint (balance->verdict, ==, BB_VERDICT_BROKEN);
  g_assert_cmpstr (bb_issue_get_rule_id (balance->issue), ==, "t3.balance");
  g_assert_cmpint (bb_issue_get_equation (balance->issue), ==, balance->equation);
  g_assert_true (g_str_has_suffix (balance->detail, "difference 2"));
  g_assert_cmpint (find (list, "t3.applicants")->verdict, ==, BB_VERDICT_BROKEN);
  g_assert_cmpint (find (list, "cell.valid")->verdict, ==, BB_VERDICT_HOLDS);
}

/* A blank elsewhere: nothing is wrong yet, and nothing is said to hold. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) blank = NULL;
  const BbExplanation *balance;

  put (fixture, "t3.carried_in.natural", "");
  list = explain (fixture, "t3.new.natural");
  balance = find (list, "t3.balance");
  g_assert_cmpint (balance->verdict, ==, BB_VERDICT_OPEN);
  g_assert_true (g_str_has_suffix (balance->detail, "unfilled: 二、上年结转政府信息公开申请数量"));
  blank = explain (fixture, "t3.carried_in.natural");
  g_assert_cmpint (find (blank, "cell.valid")->verdict, ==, BB_VERDICT_OPEN);
  g_assert_cmpstr (find (blank, "cell.valid")->detail, ==, "Not filled in");
}

static void
test_not_valid (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  put (fixture, "t3.new.natural", "-3");
  list = explain (fixture, "t3.new.natural");
  g_assert_cmpint (find (list, "cell.valid")->verdict, ==, BB_VERDICT_BROKEN);
  g_assert_nonnull (find (list, "cell.valid")->issue);
  /* The issue is said once. */
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpstr (((BbExplanation *) g_ptr_array_index (list, i))->rule_id, !=, "cell.valid");
}

static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) accepted = NULL;

  put (fixture, "t2.rules.made", "2（含修订1件）");
  open = explain (fixture, "t2.rules.made");
  g_assert_cmpint (find (open, "cell.unit")->verdict, ==, BB_VERDICT_BROKEN);
  g_assert_true (bb_issue_accept (find (open, "cell.unit")->issue, fixture->report, "原表如此"));
  accepted = explain (fixture, "t2.rules.made");
  g_assert_cmpint (find (accepted, "cell.unit")->verdict, ==, BB_VERDICT_ACCEPTED);
  g_assert_cmpstr (find (accepted, "cell.unit")->detail, ==, "原表如此");
}

/* Long sides are told by their ends. */
static void
test_side (Fixture *fixture, gconstpointer data)
{
  const BbForm *form = bb_report_get_form (fixture->report);
  g_autoptr (GPtrArray) list = explain (fixture, "t3.granted.natural");
  const BbEquation *results = equation_of (fixture, find (list, "t3.results"));
  g_autofree char *left = bb_explain_side (form, results, TRUE);
  g_autofree char *right = bb_explain_side (form, results, FALSE);

  g_assert_cmpstr (left, ==, "（七）总计");
  g_assert_cmpstr (right, ==, "sum of 21 figures, （一）予以公开 to 其他处理 › 3.其他");
}

static void
test_solve (Fixture *fixture, gconstpointer data)
{
  gint64 right = value_of (fixture, "t3.new.natural");
  guint cell = cell_of (fixture, "t3.new.natural");
  g_autoptr (GPtrArray) list = NULL;
  const BbEquation *balance;
  g_autofree char *label = NULL;
  g_autofree char *expected = g_strdup_printf ("Set 一、本年新收政府信息公开申请数量 to %" G_GINT64_FORMAT " (now %" G_GINT64_FORMAT ")",
                                               right, right + 5);
  g_autofree char *short_label = NULL;
  g_autofree char *expected_short = g_strdup_printf ("Set to %" G_GINT64_FORMAT, right);
  g_autofree char *step = NULL;
  g_autofree char *expected_step = g_strdup_printf ("一、本年新收政府信息公开申请数量: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT,
                                                    right, right + 5);
  BbDecimal value;

  list = explain (fixture, "t3.new.natural");
  balance = equation_of (fixture, find (list, "t3.balance"));
  g_assert_false (bb_solve (fixture->report, balance, cell, &value));

  put_number (fixture, "t3.new.natural", right + 5);
  bb_report_forget_history (fixture->report);
  g_assert_true (bb_solve (fixture->report, balance, cell, &value));
  g_assert_cmpint (value.mantissa, ==, right);
  label = bb_solve_label (fixture->report, balance, cell);
  g_assert_cmpstr (label, ==, expected);
  short_label = bb_solve_short_label (fixture->report, balance, cell);
  g_assert_cmpstr (short_label, ==, expected_short);
  step = bb_solve_step_label (fixture->report, balance, cell);
  g_assert_cmpstr (step, ==, expected_step);
  g_assert_true (bb_solve_apply (fixture->report, balance, cell));
  g_assert_cmpint (value_of (fixture, "t3.new.natural"), ==, right);
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, step);
  g_assert_null (bb_solve_step_label (fixture->report, balance, cell));
  g_assert_false (bb_solve_apply (fixture->report, balance, cell));
  bb_report_undo (fixture->report);
  g_assert_cmpint (value_of (fixture, "t3.new.natural"), ==, right + 5);
  g_assert_false (bb_report_can_undo (fixture->report));
}

/* Nothing negative, no total, no guess where two cells are open, no other cell of the form. */
static void
test_solve_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = explain (fixture, "t3.carried_out.natural");
  const BbEquation *balance = equation_of (fixture, find (list, "t3.balance"));
  BbDecimal value;

  put_number (fixture, "t3.total.natural", 100000);
  g_assert_false (bb_solve (fixture->report, balance, cell_of (fixture, "t3.carried_out.natural"), &value));
  g_assert_null (bb_solve_label (fixture->report, balance, cell_of (fixture, "t3.carried_out.natural")));
  g_assert_true (bb_solve (fixture->report, balance, cell_of (fixture, "t3.carried_in.natural"), &value));
  g_assert_false (bb_solve (fixture->report, balance, cell_of (fixture, "t3.total.natural"), &value));
  g_assert_false (bb_solve (fixture->report, balance, cell_of (fixture, "t3.granted.natural"), &value));
  put (fixture, "t3.carried_out.natural", "");
  g_assert_false (bb_solve (fixture->report, balance, cell_of (fixture, "t3.carried_in.natural"), &value));
  g_assert_false (bb_solve_apply (fixture->report, balance, cell_of (fixture, "t3.carried_in.natural")));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/explain/holds", test_holds },
    { "/explain/broken", test_broken },
    { "/explain/open", test_open },
    { "/explain/not-valid", test_not_valid },
    { "/explain/accepted", test_accepted },
    { "/explain/side", test_side },
    { "/solve/applies", test_solve },
    { "/solve/refuses", test_solve_refuses },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
