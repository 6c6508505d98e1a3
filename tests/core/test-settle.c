/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alignment and deduction, case by case; test-settle-random.c has the tables at random. */
#include "bb-settle.h"
#include "bb-sound.h"
#include "bb-table.h"

#include <locale.h>
#include <time.h>

static void
set (BbReport *report, const char *id, const char *text)
{
  BbField *field = bb_report_find_field (report, id);

  g_assert_nonnull (field);
  bb_report_edit_content (report, field, &(BbContent) { (char *) text, BB_ORIGIN_READ, FALSE, NULL, NULL });
}

static void
assert_cell (BbReport *report, const char *id, const char *text, BbOrigin origin)
{
  BbField *field = bb_report_find_field (report, id);

  g_assert_nonnull (field);
  g_assert_cmpstr (bb_field_get_text (field), ==, text);
  g_assert_cmpstr (bb_origin_to_string (bb_field_get_origin (field)), ==, bb_origin_to_string (origin));
}

static void
fill_table (BbReport *report, guint table, const char *text)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->tables[table].n_cells; i++)
    set (report, form->cells[form->tables[table].first_cell + i].id, text);
}

static void
blank_row (BbReport *report, const BbLooseRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    bb_report_edit_content (report, bb_report_get_cell (report, row->cells[i]),
                            &(BbContent) { (char *) "", BB_ORIGIN_READ, TRUE, NULL, NULL });
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

static void
test_all_rows_one_short (void)
{
  const BbForm *form = bb_form_get ("2019");
  g_autoptr (BbReport) report = bb_report_new (form);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  BbSettled settled;
  const BbTable *table = &form->tables[1];

  for (guint i = 0; i < table->n_cells; i += 7)
    g_ptr_array_add (rows, bb_loose_row_new (form, form->cells[table->first_cell + i].id, "0|0|0|0|0|0"));
  g_assert_cmpuint (rows->len, ==, 23);
  bb_settle (report, rows, NULL, &settled);
  for (guint i = 0; i < table->n_cells; i++)
    assert_cell (report, form->cells[table->first_cell + i].id, "0", BB_ORIGIN_DEDUCED);
  g_assert_cmpuint (settled.deduced, ==, 161);
  g_assert_cmpuint (settled.open, ==, 0);
  g_assert_cmpuint (count_notes (report, "read.short-row"), ==, 23);
  bb_report_undo (report);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, "t3.new.natural")), ==, "");
}

static void
test_one_value_too_many (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  BbLooseRow *row = bb_loose_row_new (bb_report_get_form (report), "t3.total.natural", "3|0|0|0|0|0|0|3");
  BbSettled settled;

  fill_table (report, 1, "0");
  set (report, "t3.new.natural", "3");
  set (report, "t3.new.total", "3");
  set (report, "t3.granted.natural", "3");
  set (report, "t3.granted.total", "3");
  blank_row (report, row);
  g_ptr_array_add (rows, row);
  bb_settle (report, rows, NULL, &settled);
  assert_cell (report, "t3.total.natural", "3", BB_ORIGIN_READ);
  assert_cell (report, "t3.total.business", "0", BB_ORIGIN_READ);
  assert_cell (report, "t3.total.total", "3", BB_ORIGIN_READ);
  g_assert_cmpuint (settled.placed, ==, 7);
  g_assert_cmpuint (count_notes (report, "read.extra-value"), ==, 1);
}

static void
test_lone_total (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  BbLooseRow *granted = bb_loose_row_new (bb_report_get_form (report), "t3.granted.natural", "3");
  BbLooseRow *partial = bb_loose_row_new (bb_report_get_form (report), "t3.partial.natural", "0");

  fill_table (report, 1, "0");
  set (report, "t3.new.natural", "3");
  set (report, "t3.new.total", "3");
  set (report, "t3.total.natural", "3");
  set (report, "t3.total.total", "3");
  blank_row (report, granted);
  blank_row (report, partial);
  g_ptr_array_add (rows, granted);
  g_ptr_array_add (rows, partial);
  bb_settle (report, rows, NULL, NULL);
  assert_cell (report, "t3.granted.natural", "3", BB_ORIGIN_DEDUCED);
  assert_cell (report, "t3.granted.total", "3", BB_ORIGIN_DEDUCED);
  assert_cell (report, "t3.granted.other", "0", BB_ORIGIN_DEDUCED);
  assert_cell (report, "t3.partial.natural", "0", BB_ORIGIN_DEDUCED);
}

/* 5 and 5 in a row of seven: who applied can't be told, so nothing is told. */
static void
test_ambiguous_stays_open (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  BbSettled settled;

  g_ptr_array_add (rows, bb_loose_row_new (bb_report_get_form (report), "t3.new.natural", "5|0|5"));
  bb_settle (report, rows, NULL, &settled);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, "t3.new.natural")), ==, "");
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, "t3.new.business")), ==, "");
  g_assert_cmpuint (settled.open, >, 0);
  g_assert_cmpuint (count_notes (report, "read.short-row"), ==, 1);
}

static void
test_words_are_kept (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));

  fill_table (report, 1, "0");
  set (report, "t3.partial.natural", "/");
  set (report, "t3.deny.1.natural", "");
  bb_settle (report, NULL, NULL, NULL);
  assert_cell (report, "t3.partial.natural", "/", BB_ORIGIN_READ);
  assert_cell (report, "t3.deny.1.natural", "0", BB_ORIGIN_DEDUCED);
}

static void
test_contradiction_fills_nothing (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  BbSettled settled;

  fill_table (report, 1, "0");
  fill_table (report, 2, "0");
  set (report, "t3.new.natural", "2");
  set (report, "t3.deny.1.natural", "");
  set (report, "t4.review.other", "");
  bb_settle (report, NULL, NULL, &settled);
  assert_cell (report, "t3.deny.1.natural", "", BB_ORIGIN_READ);
  assert_cell (report, "t4.review.other", "0", BB_ORIGIN_DEDUCED);
  g_assert_true (settled.contradiction);
}

static void
test_single_row_of_the_other_edition (void)
{
  for (guint value = 0; value < 2; value++)
    {
      g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
      const BbForm *form = bb_report_get_form (report);
      g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_sum_free);
      BbLooseSum *sum = g_new0 (BbLooseSum, 1);

      fill_table (report, 1, "0");
      sum->cells = g_new0 (guint, 3);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *id = g_strdup_printf ("t3.other.%u.natural", i + 1);

          sum->cells[i] = (guint) bb_form_find_cell (form, id);
          set (report, id, "");
        }
      set (report, "t3.total.natural", "");
      set (report, "t3.total.total", "");
      set (report, "t3.new.natural", "");
      set (report, "t3.new.total", "");
      sum->n_cells = 3;
      sum->value = bb_decimal_from_int (value);
      g_ptr_array_add (sums, sum);
      bb_settle (report, NULL, sums, NULL);
      g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, "t3.other.1.natural")), ==, value == 0 ? "0" : "");
    }
}

/* ---- cases as data ---- */

static void
apply_edits (BbReport *report, const char *edits)
{
  g_auto (GStrv) parts = g_strsplit (edits, " ; ", -1);
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; parts[i] != NULL && !g_str_equal (edits, "-"); i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      gboolean missing = *parts[i] == '!';
      guint n = 0;

      /* id prefix: t3.deny. is the rows of that group, t3. all of the table */
      for (guint cell = 0; cell < form->n_cells; cell++)
        if (g_str_has_prefix (form->cells[cell].id, pair[0] + missing))
          {
            const BbContent content = { missing ? (char *) "" : pair[1], BB_ORIGIN_READ, missing, NULL, NULL };

            bb_report_edit_content (report, bb_report_get_cell (report, cell), &content);
            n++;
          }
      g_assert_cmpuint (n, >, 0);
    }
}

static GPtrArray *
make_rows (const BbForm *form, const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  g_auto (GStrv) parts = g_strsplit (text, " ; ", -1);

  for (guint i = 0; parts[i] != NULL && !g_str_equal (text, "-"); i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], ":", 2);

      g_ptr_array_add (rows, bb_loose_row_new (form, pair[0], pair[1]));
    }
  return rows;
}

/* "id,id=5": one sum over several cells */
static GPtrArray *
make_sums (const BbForm *form, const char *text)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_sum_free);
  g_auto (GStrv) parts = g_strsplit (text, " ; ", -1);

  for (guint i = 0; parts[i] != NULL && !g_str_equal (text, "-"); i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      g_auto (GStrv) ids = g_strsplit (pair[0], ",", -1);
      BbLooseSum *sum = g_new0 (BbLooseSum, 1);

      sum->n_cells = g_strv_length (ids);
      sum->cells = g_new (guint, sum->n_cells);
      for (guint j = 0; j < sum->n_cells; j++)
        sum->cells[j] = bb_form_find_cell (form, ids[j]);
      sum->value = bb_number_read (pair[1], NULL).value;
      g_ptr_array_add (sums, sum);
    }
  return sums;
}

/* The cells that settling changed: "id=text:origin"; a run of cells that came out the same is written once as "first..last". */
static char *
describe_changes (BbReport *report, GPtrArray *before)
{
  const BbForm *form = bb_report_get_form (report);
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;
  guint n_same = 0;

  for (guint cell = 0; cell <= form->n_cells; cell++)
    {
      BbField *field = cell < form->n_cells ? bb_report_get_cell (report, cell) : NULL;
      g_autofree char *now = field == NULL ? g_strdup ("") : bb_settle_describe (field);
      gboolean changed = field != NULL && !g_str_equal (now, g_ptr_array_index (before, cell));

      if (changed && g_strcmp0 (now, last) == 0)
        {
          n_same++;
          continue;
        }
      if (n_same > 1)
        g_string_append_printf (text, "..%s", form->cells[cell - 1].id);
      if (last != NULL)
        g_string_append_printf (text, "=%s", last);
      g_clear_pointer (&last, g_free);
      n_same = 0;
      if (!changed)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", form->cells[cell].id);
      last = g_steal_pointer (&now);
      n_same = 1;
    }
  return g_string_free (text, FALSE);
}

static char *
describe_notes (BbReport *report)
{
  GListModel *notes = bb_report_get_notes (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      g_string_append_printf (text, "%s%s%s %s", i > 0 ? " | " : "", bb_note_get_severity (note) == BB_SEVERITY_HINT ? "" : "!",
                              bb_note_get_id (note), bb_note_get_message (note));
    }
  return g_string_free (text, FALSE);
}

static GString *regenerated; /* BIANBAO_REGENERATE=1 writes the results anew */

/* form, edits of a report full of zeros, loose rows, sums, what changed, the notes */
static void
run_case (const char *const *places, guint line)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get (places[0]));
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GPtrArray) rows = make_rows (form, places[2]);
  g_autoptr (GPtrArray) sums = make_sums (form, places[3]);
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *notes = NULL;

  apply_edits (report, "t=0");
  for (guint i = 0; i < rows->len; i++)
    blank_row (report, g_ptr_array_index (rows, i));
  apply_edits (report, places[1]);
  bb_report_forget_history (report);
  before = bb_settle_snapshot (report);
  bb_settle (report, rows, sums, NULL);
  changes = describe_changes (report, before);
  notes = describe_notes (report);
  if (regenerated != NULL)
    g_string_append_printf (regenerated, "%s\t%s\t%s\t%s\t%s\t%s\n", places[0], places[1], places[2], places[3],
                            *changes != '\0' ? changes : "-", *notes != '\0' ? notes : "-");
  else if (!g_str_equal (changes, g_str_equal (places[4], "-") ? "" : places[4]) ||
           !g_str_equal (notes, g_str_equal (places[5], "-") ? "" : places[5]))
    {
      g_test_message ("settle.tsv:%u:\n  changed  %s\n  expected %s\n  notes    %s\n  expected %s", line, changes, places[4],
                      notes, places[5]);
      g_test_fail ();
    }

  /* One step, whatever was done. */
  bb_report_undo (report);
  g_assert_false (bb_report_can_undo (report));
  undone = describe_changes (report, before);
  g_assert_cmpstr (undone, ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (bb_report_get_notes (report)), ==, 0);
}

static void
test_table (void)
{
  if (g_getenv ("BIANBAO_REGENERATE") != NULL)
    regenerated = g_string_new ("# form, edits of a report full of zeros (prefix=text, !prefix = missing), loose rows, sums, cells changed, notes (! = warning)\n");
  g_assert_cmpuint (bb_table_run ("settle.tsv", 6, run_case), >=, 30);
  if (regenerated != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "settle.tsv", NULL);

      g_assert_true (g_file_set_contents (path, regenerated->str, -1, NULL));
      g_string_free (g_steal_pointer (&regenerated), TRUE);
    }
}

/* What a reader gives must not cost more than it is worth: rows that are no rows, and a form full of them. */
static void
test_hostile_rows (void)
{
  const BbForm *form = bb_form_get ("2021");
  g_autoptr (BbReport) report = bb_report_new (form);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  g_autoptr (GString) items = g_string_new (NULL);
  clock_t begin;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (items, "%s%u", i > 0 ? "|" : "", i * 7919 % 13);
  for (guint row = 0; row < 25; row++)
    g_ptr_array_add (rows, bb_loose_row_new (form, form->cells[form->tables[1].first_cell + row * 7].id, items->str));
  for (guint i = 0; i < 20000; i++)
    g_string_append (items, "|1||0");
  g_ptr_array_add (rows, bb_loose_row_new (form, "t4.review.upheld", items->str));
  begin = clock ();
  bb_settle (report, rows, NULL, NULL);
  g_test_message ("hostile rows: %.2f ms", (double) (clock () - begin) * 1000 / CLOCKS_PER_SEC);
  g_assert_cmpint (clock () - begin, <, 2 * CLOCKS_PER_SEC);
  g_assert_cmpuint (count_notes (report, "read.extra-value"), ==, 26);
}

/* The best of some rounds; @rows_of: what stands in each row of table 3, @last: in table 4. */
static clock_t
measure (const char *items, const char *last)
{
  const BbForm *form = bb_form_get ("2019");
  clock_t best = G_MAXLONG;

  for (guint round = 0; round < 15; round++)
    {
      g_autoptr (BbReport) report = bb_report_new (form);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
      clock_t begin, took;

      for (guint i = 0; i < form->tables[1].n_cells; i += 7)
        g_ptr_array_add (rows, bb_loose_row_new (form, form->cells[form->tables[1].first_cell + i].id, items));
      g_ptr_array_add (rows, bb_loose_row_new (form, "t4.review.upheld", last));
      begin = clock ();
      bb_settle (report, rows, NULL, NULL);
      took = clock () - begin;
      best = MIN (best, took);
    }
  g_test_message ("23 rows of %s, one of %s: %.2f ms", items, last, (double) best * 1000 / CLOCKS_PER_SEC);
  return best;
}

static void
test_time (void)
{
  g_assert_cmpint (measure ("0|0|0|0|0|0", "0|0|0|0|0|0|0|0|0|0|0|0|0|0"), <, 50 * CLOCKS_PER_SEC / 1000);
  g_assert_cmpint (measure ("0|0|0|0", "0|0|0|0|0|0|0|0"), <, 100 * CLOCKS_PER_SEC / 1000);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle/table", test_table);
  g_test_add_func ("/settle/all-rows-one-short", test_all_rows_one_short);
  g_test_add_func ("/settle/one-value-too-many", test_one_value_too_many);
  g_test_add_func ("/settle/lone-total", test_lone_total);
  g_test_add_func ("/settle/ambiguous-stays-open", test_ambiguous_stays_open);
  g_test_add_func ("/settle/words-are-kept", test_words_are_kept);
  g_test_add_func ("/settle/contradiction-fills-nothing", test_contradiction_fills_nothing);
  g_test_add_func ("/settle/single-row-of-the-other-edition", test_single_row_of_the_other_edition);
  g_test_add_func ("/settle/hostile-rows", test_hostile_rows);
  g_test_add_func ("/settle/time", test_time);
  return g_test_run ();
}
