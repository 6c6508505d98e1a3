/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever is done to a report, undoing all of it brings back its first bytes, and doing it again the last ones. 600 edits
 * for each of 20 seeds; BIANBAO_EDITS sets another number (the target `random-edits` does 10 000).
 */
#include "bb-generate.h"

#include <stdlib.h>

#define N_SEEDS 20
#define N_EDITS 600

/* How often a state on the way is read back from its bytes. */
#define EDITS_A_LOOK 97

typedef struct
{
  BbReport *report;
  BbChecker *checker;
  GRand *random;
} Fixture;

typedef void (*Edit) (Fixture *fixture);

static guint
pick (Fixture *fixture, guint n)
{
  return (guint) g_rand_int_range (fixture->random, 0, (gint32) n);
}

static const BbForm *
form_of (Fixture *fixture)
{
  return bb_report_get_form (fixture->report);
}

static BbField *
pick_field (Fixture *fixture)
{
  const BbForm *form = form_of (fixture);

  if (pick (fixture, 3) > 0)
    return bb_report_get_cell (fixture->report, pick (fixture, form->n_cells));
  if (pick (fixture, 2) > 0)
    return bb_report_get_section (fixture->report, pick (fixture, form->n_sections));
  return bb_report_get_meta (fixture->report, pick (fixture, BB_META_DONE));
}

static const char *
pick_text (Fixture *fixture)
{
  static const char *const texts[] = { "0", "1", "12", "007", "１２", "1,234", "15件", "-3", "1.50", "", "/", "无", "2500 万", "3（含1）", "受理政府信息公开申请12件，办结12件。",
                                       "一、甲\n（一）乙\n全年新收申请3件。", "=1+2" };

  return texts[pick (fixture, G_N_ELEMENTS (texts))];
}

/* ---- what people do ---- */

static void
set_text (Fixture *fixture)
{
  bb_report_edit (fixture->report, pick_field (fixture), pick_text (fixture), pick (fixture, 4) > 0 ? BB_ORIGIN_TYPED : BB_ORIGIN_READ);
}

static void
type_some (Fixture *fixture)
{
  static const char *const words[] = { "全", "年", "1", "2", "，", " ", "a" };
  BbField *field = pick_field (fixture);

  for (guint n = pick (fixture, 6); n > 0; n--)
    {
      g_autoptr (GString) text = g_string_new (bb_field_get_text (field));
      glong place = g_utf8_strlen (text->str, -1);

      g_string_insert (text, g_utf8_offset_to_pointer (text->str, (glong) pick (fixture, (guint) place + 1)) - text->str, words[pick (fixture, G_N_ELEMENTS (words))]);
      bb_report_edit (fixture->report, field, text->str, BB_ORIGIN_TYPED);
    }
}

static void
delete_some (Fixture *fixture)
{
  BbField *field = pick_field (fixture);
  const char *text = bb_field_get_text (field);
  glong length = g_utf8_strlen (text, -1);
  glong start = (glong) pick (fixture, (guint) length + 1);
  glong end = start + (glong) pick (fixture, 4);
  g_autofree char *before = g_utf8_substring (text, 0, start);
  g_autofree char *left = g_strconcat (before, g_utf8_offset_to_pointer (text, MIN (length, end)), NULL);

  bb_report_edit (fixture->report, field, left, BB_ORIGIN_TYPED);
}

static void
follow_total (Fixture *fixture)
{
  const BbForm *form = form_of (fixture);

  bb_report_edit (fixture->report, bb_report_get_cell (fixture->report, form->derived_order[pick (fixture, form->n_derived)]), NULL, BB_ORIGIN_TYPED);
}

static void
paste (Fixture *fixture)
{
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (BbPastePlan) plan = NULL;

  for (guint rows = 1 + pick (fixture, 3); rows > 0; rows--)
    {
      for (guint columns = 1 + pick (fixture, 4); columns > 0; columns--)
        g_string_append_printf (block, "%u%s", pick (fixture, 99), columns > 1 ? "\t" : "");
      g_string_append_c (block, '\n');
    }
  plan = bb_paste_plan_new (fixture->report, pick (fixture, form_of (fixture)->n_cells), bb_clipping_new (NULL, block->str));
  bb_paste_plan_apply (plan, fixture->report);
}

static BbIssue *
pick_issue (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->checker));

  return n > 0 ? g_list_model_get_item (G_LIST_MODEL (fixture->checker), pick (fixture, n)) : NULL;
}

static void
fix (Fixture *fixture)
{
  g_autoptr (BbIssue) issue = pick_issue (fixture);
  guint n = 0;
  const BbFix *fixes = issue != NULL ? bb_issue_get_fixes (issue, &n) : NULL;

  if (n > 0)
    bb_issue_apply_fix (issue, fixture->report, fixes[pick (fixture, n)].id);
}

static void
accept (Fixture *fixture)
{
  g_autoptr (BbIssue) issue = pick_issue (fixture);

  if (issue == NULL)
    return;
  if (pick (fixture, 3) == 0)
    bb_issue_withdraw (issue, fixture->report);
  else
    bb_issue_accept (issue, fixture->report, pick_text (fixture));
}

static void
link_figure (Fixture *fixture)
{
  BbField *section = bb_report_get_section (fixture->report, pick (fixture, form_of (fixture)->n_sections));
  guint length = (guint) g_utf8_strlen (bb_field_get_text (section), -1);
  guint start = pick (fixture, length + 1);

  if (pick (fixture, 4) == 0)
    bb_report_remove_link (fixture->report, section, start);
  else
    bb_report_insert_link (fixture->report, section, start, pick (fixture, MIN (3, length - start + 1)), pick (fixture, form_of (fixture)->n_cells));
}

static void
remark (Fixture *fixture)
{
  bb_report_set_remark (fixture->report, pick_field (fixture), pick_text (fixture));
}

static void
mark_done (Fixture *fixture)
{
  guint section = pick (fixture, form_of (fixture)->n_sections);

  bb_report_set_section_done (fixture->report, section, !bb_report_get_section_done (fixture->report, section));
}

static void
change_year (Fixture *fixture)
{
  if (pick (fixture, 8) == 0)
    bb_report_set_year (fixture->report, 2018 + (int) pick (fixture, 6), pick (fixture, 3) > 0);
}

static void
note (Fixture *fixture)
{
  GListModel *notes = bb_report_get_notes (fixture->report);
  guint n = g_list_model_get_n_items (notes);

  if (n > 0 && pick (fixture, 2) == 0)
    {
      g_autoptr (BbNote) one = g_list_model_get_item (notes, pick (fixture, n));

      bb_report_dismiss_note (fixture->report, one, !bb_note_get_dismissed (one));
    }
  else if (n < 20)
    {
      const char *cells[] = { form_of (fixture)->cells[pick (fixture, form_of (fixture)->n_cells)].id, NULL };
      g_autoptr (BbNote) one = bb_note_new (pick (fixture, 2) == 0 ? "form.mixed" : "read.short-row", BB_SEVERITY_WARNING, cells, "一句话", "line 3");

      bb_report_add_note (fixture->report, one);
    }
}

static void
settle (Fixture *fixture)
{
  if (pick (fixture, 6) == 0)
    bb_settle (fixture->report, NULL, NULL, NULL);
}

static void
undo (Fixture *fixture)
{
  for (guint n = pick (fixture, 5); n > 0; n--)
    bb_report_undo (fixture->report);
}

static void
redo (Fixture *fixture)
{
  for (guint n = pick (fixture, 5); n > 0; n--)
    bb_report_redo (fixture->report);
}

static void
barrier (Fixture *fixture)
{
  bb_report_barrier (fixture->report);
}

static const Edit edits[] = { set_text, set_text, type_some, type_some, delete_some, follow_total, paste, fix, accept, link_figure, link_figure,
                              remark, mark_done, change_year, note, settle, undo, redo, barrier };

static void
group (Fixture *fixture)
{
  bb_report_begin_group (fixture->report, "Several");
  for (guint n = pick (fixture, 5); n > 0; n--)
    (pick (fixture, 2) == 0 ? set_text : link_figure) (fixture);
  bb_report_end_group (fixture->report);
}

/* ---- what has to hold ---- */

/* A state on the way is a document like any other. */
static void
look (Fixture *fixture, guint seed, guint edit)
{
  g_autoptr (GBytes) bytes = bb_document_serialize (fixture->report);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReport) read = bb_document_parse (bytes, &error);
  g_autoptr (GBytes) again = NULL;

  if (read == NULL)
    g_error ("seed %u, edit %u: %s", seed, edit, error->message);
  again = bb_document_serialize (read);
  if (!g_bytes_equal (bytes, again))
    g_error ("seed %u, edit %u: read and written again, it is another document", seed, edit);
}

static void
assert_bytes (Fixture *fixture, GBytes *expected, guint seed, const char *when)
{
  g_autoptr (GBytes) bytes = bb_document_serialize (fixture->report);

  if (!g_bytes_equal (bytes, expected))
    g_error ("seed %u: %s it is another document", seed, when);
}

static guint
count_edits (void)
{
  const char *wanted = g_getenv ("BIANBAO_EDITS");

  return wanted != NULL ? (guint) strtoul (wanted, NULL, 10) : N_EDITS;
}

static void
run_seed (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Fixture fixture = { .random = random };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) last = NULL;
  guint n = count_edits ();

  fixture.report = seed % 2 == 0 ? bb_generate_random (random) : bb_generate_sound (seed % 4 == 1 ? "2021" : "2019");
  fixture.checker = bb_checker_new (fixture.report, seed % 3 == 0 ? BB_CHECK_COMPLETE : BB_CHECK_LIVE);
  first = bb_document_serialize (fixture.report);
  for (guint i = 0; i < n; i++)
    {
      guint which = pick (&fixture, G_N_ELEMENTS (edits) + 1);

      if (which < G_N_ELEMENTS (edits))
        edits[which] (&fixture);
      else
        group (&fixture);
      if (i % EDITS_A_LOOK == 0)
        look (&fixture, seed, i);
    }
  while (bb_report_can_redo (fixture.report))
    bb_report_redo (fixture.report);
  last = bb_document_serialize (fixture.report);
  while (bb_report_can_undo (fixture.report))
    bb_report_undo (fixture.report);
  assert_bytes (&fixture, first, seed, "with all undone");
  while (bb_report_can_redo (fixture.report))
    bb_report_redo (fixture.report);
  assert_bytes (&fixture, last, seed, "with all done again");
  g_assert_finalize_object (fixture.checker);
  g_assert_finalize_object (fixture.report);
}

static void
test_seeds (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    run_seed (seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random-edits", test_seeds);
  return g_test_run ();
}
