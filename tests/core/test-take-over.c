/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report replaced by another one: it becomes that, in one step that can be taken back. */
#include "bb-generate.h"

#include <locale.h>

#define N_REPORTS 60

static void
test_random (void)
{
  for (guint seed = 1; seed <= N_REPORTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (BbReport) report = bb_generate_random (random);
      g_autoptr (BbReport) from = bb_generate_random (random);
      g_autoptr (GBytes) before = bb_document_serialize (report);
      g_autoptr (GBytes) after = NULL;
      g_autofree char *difference = NULL;

      if (!bb_report_take_over (report, from))
        g_error ("seed %u: not taken over", seed);
      if (!bb_report_equal (report, from, &difference))
        g_error ("seed %u: %s", seed, difference);
      bb_report_undo (report);
      g_assert_false (bb_report_can_undo (report));
      after = bb_document_serialize (report);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* Where a figure came from comes along, what was done is not done any more, and contact stays where there is none. */
static void
test_particulars (void)
{
  g_autoptr (BbReport) report = bb_generate_sound ("2021");
  g_autoptr (BbReport) from = bb_generate_sound ("2021");
  g_autoptr (BbNote) note = bb_note_new ("read.unmatched-line", BB_SEVERITY_WARNING, NULL, "打印", "line 1");
  BbContent content = { (char *) "5", BB_ORIGIN_DEDUCED, FALSE, (char *) "table 3, line 4", NULL };
  BbField *field = bb_report_find_field (report, "t3.new.natural");

  bb_report_set_section_done (report, 3, TRUE);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_CONTACT), "办公室", BB_ORIGIN_TYPED);
  bb_report_edit_content (from, bb_report_find_field (from, "t3.new.natural"), &content);
  bb_report_add_note (from, note);
  g_assert_true (bb_report_take_over (report, from));
  g_assert_cmpstr (bb_field_get_source (field), ==, "table 3, line 4");
  g_assert_cmpint (bb_field_get_origin (field), ==, BB_ORIGIN_DEDUCED);
  g_assert_false (bb_report_get_section_done (report, 3));
  g_assert_cmpstr (bb_field_get_text (bb_report_get_meta (report, BB_META_CONTACT)), ==, "办公室");
  g_assert_cmpuint (g_list_model_get_n_items (bb_report_get_notes (report)), ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/take-over/random", test_random);
  g_test_add_func ("/take-over/particulars", test_particulars);
  return g_test_run ();
}
