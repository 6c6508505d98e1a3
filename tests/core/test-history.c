/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * History: steps, merging, state numbers; and by 20 × 2 000 random actions over all fields, that undoing everything brings
 * back the first contents byte for byte, and redoing everything the last.
 */
#include "report/bb-report-private.h"

#include <locale.h>

#define N_SEEDS 20
#define N_ACTIONS 2000

/* ---- everything that a report holds, as text ---- */

static void
dump_field (GString *dump, BbField *field)
{
  const BbContent *content = &bb_field_get_stored (field)->content;

  g_string_append_printf (dump, "%s\t%s\t%s\t%d\t%s\t%s\t%d\n", bb_field_get_id (field), content->text,
                          bb_origin_to_string (content->origin), content->missing,
                          content->source != NULL ? content->source : "(none)",
                          content->unit != NULL ? content->unit : "(none)", bb_field_is_pinned (field));
}

static void
dump_note (GString *dump, GListModel *notes, guint i)
{
  g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

  g_string_append_printf (dump, "note %s %s %d\n", bb_note_get_id (note), bb_note_get_message (note),
                          bb_note_get_dismissed (note));
}

/* Both editions: what the other one holds must come back, too. */
static char *
dump_report (BbReport *report)
{
  GString *dump = g_string_new (NULL);
  const BbForm *const *forms = bb_form_list ();
  GListModel *notes = bb_report_get_notes (report);

  g_string_append_printf (dump, "form %s\n", bb_report_get_form (report)->id);
  for (guint i = 0; forms[i] != NULL; i++)
    for (guint j = 0; j < forms[i]->n_cells; j++)
      dump_field (dump, bb_report_get_edition (report, forms[i])->cells[j]);
  for (guint i = 0; i < bb_report_get_form (report)->n_sections; i++)
    dump_field (dump, bb_report_get_section (report, i));
  for (guint i = 0; i < BB_N_META; i++)
    dump_field (dump, bb_report_get_meta (report, i));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    dump_note (dump, notes, i);
  return g_string_free (dump, FALSE);
}

/* ---- cases ---- */

static BbField *
cell (BbReport *report, const char *id)
{
  return bb_report_find_field (report, id);
}

static void
type (BbReport *report, const char *id, const char *text)
{
  bb_report_edit (report, cell (report, id), text, BB_ORIGIN_TYPED);
}

static guint
count_undo (BbReport *report)
{
  guint n = 0;

  while (bb_report_can_undo (report))
    {
      bb_report_undo (report);
      n++;
    }
  return n;
}

static void
test_merging (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));

  type (report, "t3.new.natural", "1");
  type (report, "t3.new.natural", "12");
  type (report, "t3.new.natural", "123");
  g_assert_cmpuint (count_undo (report), ==, 1);
  g_assert_cmpstr (bb_field_get_text (cell (report, "t3.new.natural")), ==, "");

  /* Another field, another origin, a barrier, a whole content, a group, an undo: each begins a new step. */
  type (report, "t3.new.natural", "1");
  type (report, "t3.new.business", "1");
  type (report, "t3.new.natural", "12");
  bb_report_edit (report, cell (report, "t3.new.natural"), "13", BB_ORIGIN_READ);
  bb_report_edit (report, cell (report, "t3.new.natural"), "14", BB_ORIGIN_READ);
  bb_report_barrier (report);
  bb_report_edit (report, cell (report, "t3.new.natural"), "15", BB_ORIGIN_READ);
  bb_report_edit_content (report, cell (report, "t3.new.natural"), &(BbContent) { .text = (char *) "16", .origin = BB_ORIGIN_READ });
  bb_report_edit (report, cell (report, "t3.new.natural"), "17", BB_ORIGIN_READ);
  bb_report_begin_group (report, "Paste");
  bb_report_edit (report, cell (report, "t3.new.natural"), "18", BB_ORIGIN_READ);
  bb_report_edit (report, cell (report, "t3.new.natural"), "19", BB_ORIGIN_READ);
  bb_report_end_group (report);
  bb_report_edit (report, cell (report, "t3.new.natural"), "20", BB_ORIGIN_READ);
  g_assert_cmpuint (count_undo (report), ==, 9);
}

static void
test_no_merging_behind_undo (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));

  type (report, "t3.new.natural", "1");
  type (report, "t3.new.business", "1");
  bb_report_undo (report);
  type (report, "t3.new.natural", "12");
  g_assert_false (bb_report_can_redo (report));
  bb_report_undo (report);
  g_assert_cmpstr (bb_field_get_text (cell (report, "t3.new.natural")), ==, "1");
  bb_report_redo (report);
  type (report, "t3.new.natural", "123");
  bb_report_undo (report);
  g_assert_cmpstr (bb_field_get_text (cell (report, "t3.new.natural")), ==, "12");
}

static void
test_vanishing (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  guint64 first = bb_report_get_state_number (report);

  type (report, "t3.new.natural", "1");
  g_assert_cmpuint (bb_report_get_state_number (report), !=, first);
  type (report, "t3.new.natural", "");
  g_assert_cmpuint (bb_report_get_state_number (report), ==, first);
  g_assert_false (bb_report_can_undo (report));
  g_assert_false (bb_report_get_modified (report));

  /* A group that ends where it began is none, and takes nothing from redo. */
  type (report, "t3.new.natural", "1");
  bb_report_undo (report);
  bb_report_begin_group (report, "Paste");
  type (report, "t3.new.business", "1");
  type (report, "t3.new.business", "");
  bb_report_end_group (report);
  bb_report_begin_group (report, "Nothing");
  bb_report_end_group (report);
  g_assert_cmpuint (bb_report_get_state_number (report), ==, first);
  g_assert_true (bb_report_can_redo (report));
}

static void
test_modified (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));

  type (report, "t3.new.natural", "1");
  g_assert_true (bb_report_get_modified (report));
  bb_report_mark_saved (report);
  g_assert_false (bb_report_get_modified (report));
  type (report, "t3.new.natural", "12");
  g_assert_true (bb_report_get_modified (report));
  type (report, "t3.new.natural", "1");
  g_assert_false (bb_report_get_modified (report));
  bb_report_undo (report);
  g_assert_true (bb_report_get_modified (report));
  bb_report_redo (report);
  g_assert_false (bb_report_get_modified (report));

  /* The saved state lies in a future that is gone: modified, whatever is undone. */
  bb_report_undo (report);
  type (report, "t3.new.natural", "1");
  g_assert_true (bb_report_get_modified (report));
  bb_report_undo (report);
  g_assert_true (bb_report_get_modified (report));

  bb_report_mark_saved (report);
  bb_report_mark_unsaved (report);
  g_assert_true (bb_report_get_modified (report));
  bb_report_mark_saved (report);
  bb_report_redo (report);
  bb_report_forget_history (report);
  g_assert_true (bb_report_get_modified (report));
  g_assert_false (bb_report_can_undo (report));
  type (report, "t3.new.natural", "5");
  bb_report_undo (report);
  g_assert_cmpstr (bb_field_get_text (cell (report, "t3.new.natural")), ==, "1");
}

static void
test_labels (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));

  type (report, "meta.contact", "62345678");
  g_assert_cmpstr (bb_report_get_undo_label (report), ==, "Contact");
  bb_report_begin_group (report, "Outer");
  bb_report_begin_group (report, "Inner");
  type (report, "t3.new.natural", "1");
  g_assert_false (bb_report_can_undo (report));
  bb_report_undo (report);
  bb_report_end_group (report);
  bb_report_end_group (report);
  g_assert_cmpstr (bb_report_get_undo_label (report), ==, "Outer");
  bb_report_undo (report);
  g_assert_cmpstr (bb_report_get_redo_label (report), ==, "Outer");
  g_assert_cmpstr (bb_report_get_undo_label (report), ==, "Contact");
}

/* ---- random actions ---- */

static const char *const texts[] = { "", "0", "1", "2", "12", "７", "1,234", "/", "无", "15件", "2500 万", " ", "-3", "160.5964",
                                     "999999999999", "一段文字\n另一段", "2020", "2024" };

static const char *
pick_text (GRand *random)
{
  return texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
}

static BbField *
pick_field (BbReport *report, GRand *random)
{
  const BbForm *form = bb_report_get_form (report);
  guint which = g_rand_int_range (random, 0, form->n_cells + form->n_sections + BB_N_META);

  /* One in four edits hits one row, so that its total becomes complete at times, is kept, and follows again. */
  if (g_rand_int_range (random, 0, 4) == 0)
    which = bb_form_find_cell (form, "t3.new.natural") + g_rand_int_range (random, 0, 7);
  if (which < form->n_cells)
    return bb_report_get_cell (report, which);
  which -= form->n_cells;
  return which < form->n_sections ? bb_report_get_section (report, which) : bb_report_get_meta (report, which - form->n_sections);
}

static void
edit_at_random (BbReport *report, GRand *random)
{
  static const BbOrigin origins[] = { BB_ORIGIN_TYPED, BB_ORIGIN_TYPED, BB_ORIGIN_TYPED, BB_ORIGIN_READ, BB_ORIGIN_DEDUCED };
  BbField *field = pick_field (report, random);
  BbOrigin origin = origins[g_rand_int_range (random, 0, G_N_ELEMENTS (origins))];

  if (bb_field_is_derived (field) && g_rand_boolean (random))
    bb_report_edit (report, field, NULL, BB_ORIGIN_TYPED);
  else if (g_rand_int_range (random, 0, 5) > 0)
    for (int i = g_rand_int_range (random, 0, 3); i >= 0; i--)
      bb_report_edit (report, field, pick_text (random), origin);
  else
    {
      gboolean missing = g_rand_boolean (random);
      BbContent content = { .text = (char *) (missing ? "" : pick_text (random)), .origin = origin, .missing = missing,
                            .source = (char *) (g_rand_boolean (random) ? "table 3, line 41" : NULL),
                            .unit = (char *) (g_rand_boolean (random) ? "元" : NULL) };

      bb_report_edit_content (report, field, &content);
    }
}

static void
note_at_random (BbReport *report, GRand *random)
{
  GListModel *notes = bb_report_get_notes (report);
  guint n = g_list_model_get_n_items (notes);
  g_autoptr (BbNote) note = NULL;

  if (n == 0 || g_rand_boolean (random))
    {
      g_autofree char *message = g_strdup_printf ("Note %u", g_rand_int (random));

      note = bb_note_new ("read.short-row", BB_SEVERITY_HINT, NULL, message, NULL);
      bb_report_add_note (report, note);
      return;
    }
  note = g_list_model_get_item (notes, g_rand_int_range (random, 0, n));
  bb_report_dismiss_note (report, note, g_rand_boolean (random));
}

static void
act_at_random (BbReport *report, GRand *random, guint depth)
{
  guint choice = g_rand_int_range (random, 0, 100);

  if (choice < 60)
    edit_at_random (report, random);
  else if (choice < 68 && depth < 3)
    {
      bb_report_begin_group (report, g_rand_boolean (random) ? "Group" : NULL);
      for (int i = g_rand_int_range (random, 0, 12); i > 0; i--)
        act_at_random (report, random, depth + 1);
      bb_report_end_group (report);
    }
  else if (choice < 72)
    bb_report_set_year (report, g_rand_int_range (random, 2018, 2026), g_rand_boolean (random));
  else if (choice < 76)
    note_at_random (report, random);
  else if (choice < 78)
    bb_report_set_section_done (report, g_rand_int_range (random, 0, 7), g_rand_boolean (random));
  else if (choice < 80)
    bb_report_follow_totals (report);
  else if (choice < 84)
    bb_report_barrier (report);
  else if (depth == 0 && choice < 94)
    bb_report_undo (report);
  else if (depth == 0)
    bb_report_redo (report);
}

/*
 * A number stands for one content for ever, and "modified" says whether it is the saved one. Everything is written out every
 * third time, by the number, so that a state that is come back to is written out again.
 */
static void
check_state (BbReport *report, GHashTable *states, guint64 saved)
{
  guint64 number = bb_report_get_state_number (report);
  g_autofree char *dump = NULL;
  const char *known;

  g_assert_cmpint (bb_report_get_modified (report), ==, number != saved);
  if (number % 3 != 0)
    return;
  dump = dump_report (report);
  known = g_hash_table_lookup (states, GSIZE_TO_POINTER (number));
  if (known != NULL)
    g_assert_cmpstr (dump, ==, known);
  else
    g_hash_table_insert (states, GSIZE_TO_POINTER (number), g_steal_pointer (&dump));
}

/* A computed number never stands beside parts that have another sum. */
static void
check_totals (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_derived; i++)
    {
      BbField *total = bb_report_get_cell (report, form->derived_order[i]);
      const BbEquation *equation = &form->equations[bb_field_get_cell (total)->derived_from];
      BbDecimal value, sum = bb_decimal_from_int (0), part;

      if (bb_field_get_origin (total) != BB_ORIGIN_DERIVED || !bb_field_get_value (total, &value))
        continue;
      g_assert_false (bb_field_is_pinned (total));
      for (guint j = 0; j < equation->n_right; j++)
        {
          g_assert_true (bb_field_get_value (bb_report_get_cell (report, equation->right[j]), &part));
          g_assert_true (bb_decimal_add (sum, part, &sum));
        }
      g_assert_cmpint (bb_decimal_compare (value, sum), ==, 0);
    }
}

static void
test_random (gconstpointer user_data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (user_data));
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (GHashTable) states = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *first = dump_report (report);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  g_autofree char *reached = NULL;
  guint64 saved = bb_report_get_state_number (report);
  guint steps;

  for (guint i = 0; i < N_ACTIONS; i++)
    {
      act_at_random (report, random, 0);
      check_state (report, states, saved);
      check_totals (report);
      if (g_rand_int_range (random, 0, 50) == 0)
        {
          bb_report_mark_saved (report);
          saved = bb_report_get_state_number (report);
        }
    }
  while (bb_report_can_redo (report))
    bb_report_redo (report);

  last = dump_report (report);
  steps = count_undo (report);
  g_assert_cmpuint (steps, >, N_ACTIONS / 4);
  again = dump_report (report);
  g_assert_cmpstr (again, ==, first);
  for (guint i = 0; i < steps; i++)
    {
      bb_report_redo (report);
      check_state (report, states, saved);
    }
  g_assert_false (bb_report_can_redo (report));
  reached = dump_report (report);
  g_assert_cmpstr (reached, ==, last);
  g_assert_cmpuint (count_undo (report), ==, steps);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/merging", test_merging);
  g_test_add_func ("/history/merging/behind-undo", test_no_merging_behind_undo);
  g_test_add_func ("/history/vanishing", test_vanishing);
  g_test_add_func ("/history/modified", test_modified);
  g_test_add_func ("/history/labels", test_labels);
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/history/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }
  return g_test_run ();
}
