/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each cell of a sound report changed in turn, and many random changes: exactly the equation issues that plain arithmetic says. */
#include "bb-sound.h"

#include <string.h>

/* The sums that the form asks for, worked out from the ids of the cells alone, not from the form's own equations. */
typedef struct
{
  char *rule;
  GPtrArray *left;  /* BbField */
  GPtrArray *right;
} Sum;

static void
sum_free (gpointer data)
{
  Sum *sum = data;

  g_free (sum->rule);
  g_ptr_array_unref (sum->left);
  g_ptr_array_unref (sum->right);
  g_free (sum);
}

static void
add (BbReport *report, GPtrArray *side, const char *table, const char *row, const char *column)
{
  g_autofree char *id = g_strjoin (".", table, row, column, NULL);

  g_ptr_array_add (side, bb_sound_field (report, id));
}

static Sum *
sum_new (GPtrArray *sums, const char *rule)
{
  Sum *sum = g_new0 (Sum, 1);

  sum->rule = g_strdup (rule);
  sum->left = g_ptr_array_new ();
  sum->right = g_ptr_array_new ();
  g_ptr_array_add (sums, sum);
  return sum;
}

/* form.md, "Relations that must hold exactly". */
static GPtrArray *
plain_sums (BbReport *report)
{
  static const char columns[] = "natural business research charity legal other";
  static const char results_2021[] = "granted partial deny.1 deny.2 deny.3 deny.4 deny.5 deny.6 deny.7 deny.8 unable.1 unable.2 "
                                     "unable.3 refuse.1 refuse.2 refuse.3 refuse.4 refuse.5 other.1 other.2 other.3";
  static const char results_2019[] = "granted partial deny.1 deny.2 deny.3 deny.4 deny.5 deny.6 deny.7 deny.8 unable.1 unable.2 "
                                     "unable.3 refuse.1 refuse.2 refuse.3 refuse.4 refuse.5 other";
  gboolean is_2021 = g_str_equal (bb_report_get_form (report)->id, "2021");
  GPtrArray *sums = g_ptr_array_new_with_free_func (sum_free);
  g_auto (GStrv) parts = g_strsplit (columns, " ", -1);
  g_autofree char *all_columns = g_strconcat (columns, " total", NULL);
  g_auto (GStrv) wholes = g_strsplit (all_columns, " ", -1);
  g_auto (GStrv) results = g_strsplit (is_2021 ? results_2021 : results_2019, " ", -1);
  g_autofree char *all_rows = g_strconcat ("new carried_in total carried_out ", is_2021 ? results_2021 : results_2019, NULL);
  g_auto (GStrv) rows = g_strsplit (all_rows, " ", -1);
  static const char *const groups[] = { "review", "direct", "after_review" };
  static const char *const outcomes[] = { "upheld", "corrected", "other", "pending" };
  static const char *const rules[] = { "rules", "normative" };

  for (guint c = 0; wholes[c] != NULL; c++)
    {
      Sum *balance = sum_new (sums, "t3.balance");
      Sum *total = sum_new (sums, "t3.results");

      add (report, balance->left, "t3", "new", wholes[c]);
      add (report, balance->left, "t3", "carried_in", wholes[c]);
      add (report, balance->right, "t3", "total", wholes[c]);
      add (report, balance->right, "t3", "carried_out", wholes[c]);
      add (report, total->left, "t3", "total", wholes[c]);
      for (guint r = 0; results[r] != NULL; r++)
        add (report, total->right, "t3", results[r], wholes[c]);
    }
  for (guint r = 0; rows[r] != NULL; r++)
    {
      Sum *sum = sum_new (sums, "t3.applicants");

      add (report, sum->left, "t3", rows[r], "total");
      for (guint c = 0; parts[c] != NULL; c++)
        add (report, sum->right, "t3", rows[r], parts[c]);
    }
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      Sum *sum = sum_new (sums, "t4.sum");

      add (report, sum->left, "t4", groups[g], "total");
      for (guint o = 0; o < G_N_ELEMENTS (outcomes); o++)
        add (report, sum->right, "t4", groups[g], outcomes[o]);
    }
  for (guint r = 0; is_2021 && r < G_N_ELEMENTS (rules); r++)
    {
      Sum *sum = sum_new (sums, "valid.made");

      add (report, sum->left, "t2", rules[r], "valid");
      add (report, sum->left, "t2", rules[r], "repealed");
      add (report, sum->right, "t2", rules[r], "made");
    }
  g_assert_cmpuint (sums->len, ==, is_2021 ? 44 : 40);
  return sums;
}

static gint64
add_up (GPtrArray *side, gboolean *complete)
{
  gint64 sum = 0;

  *complete = TRUE;
  for (guint i = 0; i < side->len; i++)
    {
      BbDecimal value;

      if (bb_field_get_value (g_ptr_array_index (side, i), &value))
        sum += value.mantissa;
      else
        *complete = FALSE;
    }
  return sum;
}

/* What is valid and what was repealed are at least what was made: no equation. */
static gboolean
is_bound (const Sum *sum)
{
  return g_str_equal (sum->rule, "valid.made");
}

static gboolean
holds (const Sum *sum)
{
  gboolean left_complete, right_complete;
  gint64 left = add_up (sum->left, &left_complete);
  gint64 right = add_up (sum->right, &right_complete);

  if (is_bound (sum))
    return !left_complete || !right_complete || left >= right;
  if (left_complete && right_complete)
    return left == right;
  if (left_complete)
    return left >= right;
  return !right_complete || left <= right;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

static char *
join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (" | ", (char **) lines->pdata);
}

static char *
expect (GPtrArray *sums, gboolean relations_only)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = g_ptr_array_index (sums, i);

      if (!holds (sum) && !(relations_only && is_bound (sum)))
        g_ptr_array_add (lines, g_strdup_printf ("%s@%s", sum->rule, bb_field_get_id (g_ptr_array_index (sum->left, 0))));
    }
  return join (lines);
}

/* All issues; those of equations only when @relations_only. */
static char *
found (BbChecker *checker, gboolean relations_only)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (!relations_only || bb_issue_get_n_left (issue) > 0)
        g_ptr_array_add (lines, g_strdup_printf ("%s@%s", bb_issue_get_rule_id (issue), bb_issue_get_target (issue)));
    }
  return join (lines);
}

static void
compare (BbChecker *checker, GPtrArray *sums, gboolean relations_only)
{
  g_autofree char *got = found (checker, relations_only);
  g_autofree char *expected = expect (sums, relations_only);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_each_cell (gconstpointer data)
{
  g_autoptr (BbReport) report = bb_sound_new (data);
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GPtrArray) sums = plain_sums (report);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);

  for (guint i = 0; i < form->n_cells; i++)
    for (int delta = -1; delta <= 1; delta += 2)
      {
        BbField *field = bb_report_get_cell (report, i);
        g_autofree char *before = g_strdup (bb_field_get_text (field));
        gint64 value = bb_sound_value (report, i) + delta;
        g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

        if (value < 0)
          continue;
        bb_sound_read (report, field, text);
        compare (checker, sums, FALSE);
        bb_sound_read (report, field, before);
        g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checker)), ==, 0);
      }
}

/* As in the window: the totals follow what is typed, so only what no total can make good is left. */
static void
test_each_cell_typed (gconstpointer data)
{
  g_autoptr (BbReport) report = bb_sound_new (data);
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GPtrArray) sums = plain_sums (report);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);

  for (guint i = 0; i < form->n_cells; i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, bb_sound_value (report, i) + 1);

      bb_report_edit (report, bb_report_get_cell (report, i), text, BB_ORIGIN_TYPED);
      compare (checker, sums, FALSE);
      bb_report_undo (report);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checker)), ==, 0);
    }
}

static void
test_random (gconstpointer data)
{
  static const char *const texts[] = { "", "", "0", "1", "5", "40", "/", "无", "3件" };
  g_autoptr (BbReport) report = bb_sound_new (data);
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GPtrArray) sums = plain_sums (report);
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_LIVE);

  for (guint i = 0; i < 3000; i++)
    {
      if (g_test_rand_int_range (0, 4) == 0)
        bb_report_undo (report);
      else
        bb_report_edit (report, bb_report_get_cell (report, g_test_rand_int_range (0, form->n_cells)),
                        texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))],
                        g_test_rand_bit () ? BB_ORIGIN_READ : BB_ORIGIN_TYPED);
      compare (checker, sums, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  static const char *const forms[] = { "2019", "2021" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *each = g_strconcat ("/check-cells/each/", forms[i], NULL);
      g_autofree char *typed = g_strconcat ("/check-cells/each-typed/", forms[i], NULL);
      g_autofree char *random = g_strconcat ("/check-cells/random/", forms[i], NULL);

      g_test_add_data_func (each, forms[i], test_each_cell);
      g_test_add_data_func (typed, forms[i], test_each_cell_typed);
      g_test_add_data_func (random, forms[i], test_random);
    }
  return g_test_run ();
}
