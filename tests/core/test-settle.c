/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alignment and deduction: what is filled in must be right, or stay open. */
#include <bianbao/bb-check.h>
#include <locale.h>
#include <string.h>

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

/* "t3.new" and "3|0|0": the row with that id prefix, its items. */
static BbLooseRow *
loose_row (const BbForm *form, const char *first_cell, const char *items)
{
  BbLooseRow *row = g_new0 (BbLooseRow, 1);
  int first = bb_form_find_cell (form, first_cell);
  const BbCell *cell = &form->cells[first];
  const BbBlock *block = &form->tables[cell->table].blocks[cell->block];
  char **parts = g_strsplit (items, "|", -1);

  g_assert_cmpint (first, >=, 0);
  row->n_cells = block->n_column_leaves;
  row->cells = g_new0 (guint, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    row->cells[i] = (guint) first + i;
  row->n_items = g_strv_length (parts);
  row->items = g_memdup2 (parts, (row->n_items + 1) * sizeof (char *));
  g_free (parts);
  row->place = g_strdup ("line 7");
  row->source = g_strdup ("table 3, line 7");
  return row;
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
    g_ptr_array_add (rows, loose_row (form, form->cells[table->first_cell + i].id, "0|0|0|0|0|0"));
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
  BbLooseRow *row = loose_row (bb_report_get_form (report), "t3.total.natural", "3|0|0|0|0|0|0|3");
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
  BbLooseRow *granted = loose_row (bb_report_get_form (report), "t3.granted.natural", "3");
  BbLooseRow *partial = loose_row (bb_report_get_form (report), "t3.partial.natural", "0");

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

  g_ptr_array_add (rows, loose_row (bb_report_get_form (report), "t3.new.natural", "5|0|5"));
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

/* ---- random sound tables, torn ---- */

static void
make_sound (GRand *rand, const BbForm *form, gint64 *values)
{
  for (guint i = 0; i < form->n_cells; i++)
    values[i] = g_rand_int_range (rand, 0, 4) > 0 ? 0 : g_rand_int_range (rand, 0, 30);
  for (guint column = 0; column < 7; column++)
    {
      int new = bb_form_find_cell (form, "t3.new.natural") + (int) column;
      int in = bb_form_find_cell (form, "t3.carried_in.natural") + (int) column;
      int out = bb_form_find_cell (form, "t3.carried_out.natural") + (int) column;
      int total = bb_form_find_cell (form, "t3.total.natural") + (int) column;
      gint64 sum = 0;

      for (int row = in + 7; row < total; row += 7)
        sum += values[row];
      values[in] = MIN (values[in], sum + values[out]);
      values[new] = sum + values[out] - values[in];
    }
  for (guint i = 0; i < form->n_derived; i++)
    {
      const BbEquation *equation = &form->equations[form->cells[form->derived_order[i]].derived_from];

      values[equation->left[0]] = 0;
      for (guint j = 0; j < equation->n_right; j++)
        values[equation->left[0]] += values[equation->right[j]];
    }
}

/* Leaves out some values of a row: the truth is one of its alignments. */
static BbLooseRow *
tear_row (GRand *rand, const BbForm *form, const gint64 *values, guint first)
{
  BbLooseRow *row = loose_row (form, form->cells[first].id, "0");
  GString *items = g_string_new (NULL);
  BbLooseRow *torn;

  for (guint i = 0; i < row->n_cells; i++)
    if (g_rand_int_range (rand, 0, 4) > 0)
      g_string_append_printf (items, "%s%" G_GINT64_FORMAT, items->len > 0 ? "|" : "", values[row->cells[i]]);
  if (items->len == 0)
    g_string_append_printf (items, "%" G_GINT64_FORMAT, values[row->cells[0]]);
  torn = loose_row (form, form->cells[first].id, items->str);
  g_string_free (items, TRUE);
  bb_loose_row_free (row);
  return torn;
}

static void
test_never_wrong (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240131);
  guint filled = 0;

  for (guint round = 0; round < 2000; round++)
    {
      const BbForm *form = bb_form_get (round % 2 == 0 ? "2021" : "2019");
      g_autoptr (BbReport) report = bb_report_new (form);
      g_autofree gint64 *values = g_new0 (gint64, form->n_cells);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
      const BbTable *table = &form->tables[1];

      make_sound (rand, form, values);
      for (guint i = 0; i < table->n_cells; i++)
        {
          guint cell = table->first_cell + i;
          g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, values[cell]);

          if (i % 7 == 0 && g_rand_int_range (rand, 0, 5) == 0)
            {
              g_ptr_array_add (rows, tear_row (rand, form, values, cell));
              i += 6;
            }
          else
            set (report, form->cells[cell].id, g_rand_int_range (rand, 0, 6) == 0 ? "" : text);
        }
      bb_settle (report, rows, NULL, NULL);
      for (guint i = 0; i < table->n_cells; i++)
        {
          BbField *field = bb_report_get_cell (report, table->first_cell + i);
          BbDecimal value;

          if (!bb_field_get_value (field, &value))
            continue;
          filled++;
          if (bb_decimal_compare (value, bb_decimal_from_int (values[table->first_cell + i])) != 0)
            g_error ("round %u, %s: %s instead of %" G_GINT64_FORMAT, round, bb_field_get_id (field),
                     bb_field_get_text (field), values[table->first_cell + i]);
        }
    }
  g_assert_cmpuint (filled, >, 2000 * 120);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle/all-rows-one-short", test_all_rows_one_short);
  g_test_add_func ("/settle/one-value-too-many", test_one_value_too_many);
  g_test_add_func ("/settle/lone-total", test_lone_total);
  g_test_add_func ("/settle/ambiguous-stays-open", test_ambiguous_stays_open);
  g_test_add_func ("/settle/words-are-kept", test_words_are_kept);
  g_test_add_func ("/settle/contradiction-fills-nothing", test_contradiction_fills_nothing);
  g_test_add_func ("/settle/single-row-of-the-other-edition", test_single_row_of_the_other_edition);
  g_test_add_func ("/settle/never-wrong", test_never_wrong);
  return g_test_run ();
}
