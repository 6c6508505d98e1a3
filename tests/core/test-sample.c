/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample that ships: it reads without a doubt, shows exactly the two findings that it was made for, and round trips. */
#include <bianbao/bianbao.h>

#include "sample-file.h"

static BbReport *
read_text (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = bb_import_bytes (bytes, "sample-2023.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_false (reading->encoding_guessed);
  g_assert_cmpuint (reading->rows->len, ==, 0);
  g_assert_cmpuint (reading->sums->len, ==, 0);

  return g_object_ref (reading->report);
}

static BbReport *
read_sample (void)
{
  g_autoptr (GBytes) bytes = sample_bytes ();

  return read_text (bytes);
}

static void
test_complete (void)
{
  g_autoptr (BbReport) report = read_sample ();
  const BbForm *form = bb_report_get_form (report);
  guint filled, total;

  g_assert_cmpstr (form->id, ==, "2021");
  g_assert_cmpint (bb_report_get_year (report), ==, 2023);
  g_assert_cmpstr (bb_report_get_organisation (report), ==, "示例市示例区人民政府办公室");
  for (guint i = 0; i < form->n_cells; i++)
    g_assert_cmpint (bb_field_get_state (bb_report_get_cell (report, i)), ==, BB_STATE_NUMBER);
  bb_report_count_inputs (report, -1, &filled, &total);
  g_assert_cmpuint (filled, ==, total);
  for (guint i = 0; i < form->n_sections; i++)
    {
      BbField *section = bb_report_get_section (report, i);

      if (form->sections[i].table < 0)
        g_assert_cmpstr (bb_field_get_text (section), !=, "");
    }
  g_assert_cmpuint (g_list_model_get_n_items (bb_report_get_notes (report)), ==, 0);
}

static void
test_issues (void)
{
  g_autoptr (BbReport) report = read_sample ();
  g_autoptr (BbChecker) checker = NULL;
  g_autoptr (BbIssue) sum = NULL;
  g_autoptr (BbIssue) unit = NULL;
  g_autoptr (BbIssue) unlinked = NULL;
  BbDecimal left, right, difference;

  bb_settle (report, NULL, NULL, NULL);
  checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checker)), ==, 3);

  sum = g_list_model_get_item (G_LIST_MODEL (checker), 0);
  g_assert_cmpstr (bb_issue_get_rule_id (sum), ==, "t4.sum");
  g_assert_cmpstr (bb_issue_get_target (sum), ==, "t4.review.total");
  g_assert_true (bb_issue_get_sides (sum, &left, &right, &difference));
  g_assert_cmpint (left.mantissa, ==, 6);
  g_assert_cmpint (right.mantissa, ==, 5);

  unit = g_list_model_get_item (G_LIST_MODEL (checker), 2);
  g_assert_cmpstr (bb_issue_get_rule_id (unit), ==, "cell.unit");
  g_assert_cmpstr (bb_issue_get_target (unit), ==, "t2.normative.made");

  unlinked = g_list_model_get_item (G_LIST_MODEL (checker), 1);
  g_assert_cmpstr (bb_issue_get_rule_id (unlinked), ==, "text.unlinked");
}

/* The shipped file is itself what the text exporter writes. */
static void
test_round_trip (void)
{
  g_autoptr (BbReport) report = read_sample ();
  g_autoptr (BbReport) again = NULL;
  g_autoptr (GBytes) sample = sample_bytes ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = bb_export_bytes (report, BB_EXPORT_TEXT, &error);
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (sample, NULL), g_bytes_get_size (sample));
  again = read_text (written);
  if (!bb_report_equal (report, again, &difference))
    g_error ("%s", difference);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/complete", test_complete);
  g_test_add_func ("/sample/issues", test_issues);
  g_test_add_func ("/sample/round-trip", test_round_trip);

  return g_test_run ();
}
