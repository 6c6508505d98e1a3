/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confirming what was deduced: one figure, a row, all; where they came from stays told, in the document too. */
#include <bianbao/bianbao.h>

#include <locale.h>

static guint
cell_of (BbReport *report, const char *id)
{
  int cell = bb_form_find_cell (bb_report_get_form (report), id);

  g_assert_cmpint (cell, >=, 0);
  return (guint) cell;
}

static BbField *
deduce (BbReport *report, const char *id, const char *text, const char *source)
{
  BbField *field = bb_report_get_cell (report, cell_of (report, id));

  bb_report_edit_content (report, field,
                          &(BbContent) { .text = (char *) text, .origin = BB_ORIGIN_DEDUCED, .source = (char *) source });
  return field;
}

static BbReport *
make_report (void)
{
  BbReport *report = bb_report_new (bb_form_for_year (2024));

  deduce (report, "t3.new.natural", "3", "the only value that fits; table 2, row 4");
  deduce (report, "t3.new.business", "2", NULL);
  deduce (report, "t3.granted.natural", "1", "the only value that fits");
  bb_report_forget_history (report);
  return report;
}

static void
test_scopes (void)
{
  g_autoptr (BbReport) report = make_report ();
  guint cell = cell_of (report, "t3.new.natural");
  guint empty = cell_of (report, "t3.new.research");

  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_CELL, cell), ==, 1);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_CELL, empty), ==, 0);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ROW, empty), ==, 2);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ALL, 0), ==, 3);

  g_assert_cmpuint (bb_confirm (report, BB_CONFIRM_CELL, empty), ==, 0);
  g_assert_false (bb_report_can_undo (report));

  g_assert_cmpuint (bb_confirm (report, BB_CONFIRM_ROW, empty), ==, 2);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ROW, cell), ==, 0);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ALL, 0), ==, 1);
  bb_report_undo (report);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ALL, 0), ==, 3);
  g_assert_false (bb_report_can_undo (report));

  g_assert_cmpuint (bb_confirm (report, BB_CONFIRM_ALL, 0), ==, 3);
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ALL, 0), ==, 0);
  g_assert_cmpuint (bb_confirm (report, BB_CONFIRM_ALL, 0), ==, 0);
  bb_report_undo (report);
  g_assert_false (bb_report_can_undo (report));
}

static void
test_source (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (BbReport) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BbField *told = bb_report_find_field (report, "t3.new.natural");
  BbField *plain = bb_report_find_field (report, "t3.new.business");

  g_assert_true (bb_field_is_deduced (told));
  g_assert_false (bb_field_is_confirmed (told));
  bb_confirm (report, BB_CONFIRM_ALL, 0);
  g_assert_false (bb_field_is_deduced (told));
  g_assert_true (bb_field_is_confirmed (told));
  g_assert_true (bb_field_is_confirmed (plain));
  g_assert_cmpint (bb_field_get_origin (told), ==, BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_field_get_text (told), ==, "3");
  g_assert_cmpstr (bb_field_get_source (told), ==, "deduced and confirmed: the only value that fits; table 2, row 4");
  g_assert_cmpstr (bb_field_get_source (plain), ==, "deduced and confirmed");

  bytes = bb_document_serialize (report);
  again = bb_document_parse (bytes, &error);
  g_assert_no_error (error);
  told = bb_report_find_field (again, "t3.new.natural");
  g_assert_true (bb_field_is_confirmed (told));
  g_assert_cmpstr (bb_field_get_source (told), ==, "deduced and confirmed: the only value that fits; table 2, row 4");
  bb_report_edit (again, told, "4", BB_ORIGIN_TYPED);
  g_assert_false (bb_field_is_confirmed (told));
  g_assert_null (bb_field_get_source (told));
}

/* A total that was deduced is confirmed with its row, and goes on following its parts while it is their sum. */
static void
test_total (void)
{
  static const char *const parts[] = { "t4.review.upheld", "t4.review.corrected", "t4.review.other", "t4.review.pending" };
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2024));
  BbField *total = bb_report_find_field (report, "t4.review.total");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    deduce (report, parts[i], "1", NULL);
  deduce (report, "t4.review.total", "4", NULL);
  bb_confirm (report, BB_CONFIRM_ALL, 0);
  g_assert_cmpstr (bb_field_get_text (total), ==, "4");
  g_assert_false (bb_field_is_pinned (total));
  g_assert_false (bb_field_is_deduced (total));
  bb_report_edit (report, bb_report_find_field (report, parts[0]), "2", BB_ORIGIN_TYPED);
  g_assert_cmpstr (bb_field_get_text (total), ==, "5");
}

/* The places to look at go with what was confirmed. */
static void
test_stops (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (GArray) before = bb_import_list_stops (report);
  g_autoptr (GArray) row = NULL;
  g_autoptr (GArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 2);
  bb_confirm (report, BB_CONFIRM_ROW, cell_of (report, "t3.new.natural"));
  row = bb_import_list_stops (report);
  g_assert_cmpuint (row->len, ==, 1);
  bb_confirm (report, BB_CONFIRM_ALL, 0);
  after = bb_import_list_stops (report);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/confirm/scopes", test_scopes);
  g_test_add_func ("/confirm/source", test_source);
  g_test_add_func ("/confirm/total", test_total);
  g_test_add_func ("/confirm/stops", test_stops);
  return g_test_run ();
}
