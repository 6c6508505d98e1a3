/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sound reports at random, torn in every way that leaves the truth among the alignments: whatever is filled in is the
 * truth, what was not in the file is never called read, and all of it is noted.
 */
#include "bb-settle.h"
#include "bb-sound.h"

#define N_ROUNDS 2000

/* What stood in a cell before the report was torn, and whether any of it is in the file. */
typedef struct
{
  char *text;
  gboolean in_file;
} Truth;

typedef struct
{
  GRand *random;
  const BbForm *form;
  BbReport *report;
  Truth *truth;
  GPtrArray *rows;
  GPtrArray *sums;
} Torn;

static gboolean
chance (Torn *torn, int percent)
{
  return g_rand_int_range (torn->random, 0, 100) < percent;
}

static void
put (Torn *torn, guint cell, const char *text, gboolean missing)
{
  const BbContent content = { (char *) text, BB_ORIGIN_READ, missing, (char *) "table, line 3: excerpt", NULL };

  bb_report_edit_content (torn->report, bb_report_get_cell (torn->report, cell), &content);
}

static void
leave_out_row (Torn *torn, guint first, guint n)
{
  for (guint cell = first; cell < first + n; cell++)
    {
      torn->truth[cell].in_file = FALSE;
      put (torn, cell, "", TRUE);
    }
}

static void
leave_out_cells (Torn *torn, guint first, guint n, int percent)
{
  for (guint cell = first; cell < first + n; cell++)
    if (chance (torn, percent))
      {
        torn->truth[cell].in_file = FALSE;
        put (torn, cell, "", FALSE);
      }
    else
      {
        torn->truth[cell].in_file = TRUE;
        put (torn, cell, torn->truth[cell].text, FALSE);
      }
}

static void
add_row (Torn *torn, guint first, GString *items)
{
  g_ptr_array_add (torn->rows, bb_loose_row_new (torn->form, torn->form->cells[first].id, items->str));
}

/* Some values are not there, some places are empty. */
static void
make_short (Torn *torn, guint first, guint n, int percent)
{
  g_autoptr (GString) items = g_string_new (NULL);
  guint n_items = 0;

  for (guint cell = first; cell < first + n; cell++)
    {
      put (torn, cell, "", TRUE);
      torn->truth[cell].in_file = !chance (torn, percent);
      if (!torn->truth[cell].in_file && !chance (torn, 15))
        continue;
      g_string_append_printf (items, "%s%s", n_items > 0 ? "|" : "", torn->truth[cell].in_file ? torn->truth[cell].text : "");
      n_items++;
    }
  if (n_items > 0)
    add_row (torn, first, items);
}

/* One value or empty place too many, anywhere. */
static void
make_long (Torn *torn, guint first, guint n)
{
  g_autoptr (GString) items = g_string_new (NULL);
  guint extra = g_rand_int_range (torn->random, 0, n + 1);

  for (guint i = 0; i <= n; i++)
    {
      if (i > 0)
        g_string_append_c (items, '|');
      if (i == extra)
        g_string_append (items, chance (torn, 30) ? "" : chance (torn, 70) ? "0" : "3");
      else
        g_string_append (items, torn->truth[first + i - (i > extra)].text);
      if (i < n)
        {
          torn->truth[first + i].in_file = TRUE;
          put (torn, first + i, "", TRUE);
        }
    }
  add_row (torn, first, items);
}

/* Somebody wrote words for nothing: the relations do not know what these cells hold. */
static void
write_words (Torn *torn, guint first, guint n)
{
  static const char *const words[] = { "/", "-", "无" };

  for (guint cell = first; cell < first + n; cell++)
    if (g_str_equal (torn->truth[cell].text, "0") && chance (torn, 40))
      {
        g_free (torn->truth[cell].text);
        torn->truth[cell].text = g_strdup (words[g_rand_int_range (torn->random, 0, 3)]);
      }
}

static void
tear_row (Torn *torn, guint first, guint n, int damage)
{
  if (chance (torn, damage / 4))
    write_words (torn, first, n);
  if (!chance (torn, damage))
    leave_out_cells (torn, first, n, damage / 8);
  else
    switch (g_rand_int_range (torn->random, 0, 5))
      {
      case 0:
        leave_out_row (torn, first, n);
        break;
      case 1:
        leave_out_cells (torn, first, n, 50);
        break;
      case 2:
        make_long (torn, first, n);
        break;
      default:
        make_short (torn, first, n, 10 + damage / 2);
        break;
      }
}

/* （六） as one row: in a report of 2021 the sum is known, the rows are not. */
static void
merge_rows (Torn *torn)
{
  int first = bb_form_find_cell (torn->form, "t3.other.1.natural");

  for (guint column = 0; first >= 0 && column < 7; column++)
    {
      BbLooseSum *sum = g_new0 (BbLooseSum, 1);
      gint64 value = 0;

      sum->n_cells = 3;
      sum->cells = g_new (guint, 3);
      for (guint i = 0; i < 3; i++)
        {
          sum->cells[i] = (guint) first + i * 7 + column;
          value += g_ascii_strtoll (torn->truth[sum->cells[i]].text, NULL, 10);
        }
      sum->value = bb_decimal_from_int (value);
      g_ptr_array_add (torn->sums, sum);
    }
  for (guint i = 0; first >= 0 && i < 3; i++)
    leave_out_row (torn, (guint) first + i * 7, 7);
}

static void
torn_init (Torn *torn, GRand *random, const char *form_id, int damage)
{
  const BbForm *form = bb_form_get (form_id);
  g_autofree gint64 *values = bb_sound_values (form, random, g_rand_int_range (random, 0, 100));
  gboolean merged;

  torn->random = random;
  torn->form = form;
  torn->report = bb_report_new (torn->form);
  torn->truth = g_new0 (Truth, torn->form->n_cells);
  torn->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
  torn->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_sum_free);
  for (guint i = 0; i < torn->form->n_cells; i++)
    torn->truth[i] = (Truth) { g_strdup_printf ("%" G_GINT64_FORMAT, values[i]), TRUE };

  bb_report_begin_group (torn->report, "Read");
  merged = damage > 0 && chance (torn, 20) && g_str_equal (form_id, "2021");
  if (merged)
    merge_rows (torn);
  for (guint t = 0; t < torn->form->n_tables; t++)
    for (guint b = 0; b < torn->form->tables[t].n_blocks; b++)
      {
        const BbBlock *block = &torn->form->tables[t].blocks[b];
        guint n = block->n_column_leaves;

        for (guint row = 0; row < block->n_row_leaves; row++)
          if (!merged || !g_str_has_prefix (torn->form->cells[block->first_cell + row * n].id, "t3.other."))
            tear_row (torn, block->first_cell + row * n, n, damage);
      }
  bb_report_end_group (torn->report);
}

static void
torn_clear (Torn *torn)
{
  for (guint i = 0; i < torn->form->n_cells; i++)
    g_free (torn->truth[i].text);
  g_free (torn->truth);
  g_object_unref (torn->report);
  g_ptr_array_unref (torn->rows);
  g_ptr_array_unref (torn->sums);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Torn, torn_clear)

/* Whether deduction may have found out: a word in a cell says that nobody knows its number. */
static void
check_cell (Torn *torn, guint cell, guint round)
{
  BbField *field = bb_report_get_cell (torn->report, cell);
  const Truth *truth = &torn->truth[cell];
  const char *text = bb_field_get_text (field);

  if (*text == '\0')
    return;
  /* A word stands for nothing, so the program may compute a total of 0 where one stood that could not be placed. */
  if (!g_ascii_isdigit (*truth->text) && bb_field_get_origin (field) == BB_ORIGIN_DERIVED && g_str_equal (text, "0"))
    return;
  if (!g_str_equal (text, truth->text) && (g_ascii_isdigit (*truth->text) || !g_str_equal (text, "0") ||
                                           bb_field_get_origin (field) == BB_ORIGIN_READ))
    g_error ("round %u: %s is “%s” (%s), was “%s”", round, bb_field_get_id (field), text,
             bb_origin_to_string (bb_field_get_origin (field)), truth->text);
  if (!truth->in_file && bb_field_get_origin (field) == BB_ORIGIN_READ)
    g_error ("round %u: %s was not in the file and is called read", round, bb_field_get_id (field));
}

/* Every deduced cell stands in one note, and every loose row has its own. */
static void
check_notes (Torn *torn)
{
  g_autofree guint *n_noted = g_new0 (guint, torn->form->n_cells);
  GListModel *notes = bb_report_get_notes (torn->report);
  guint n_rows = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      const char *const *cells = bb_note_get_cells (note);

      if (g_str_equal (bb_note_get_id (note), "read.deduced"))
        for (guint j = 0; cells[j] != NULL; j++)
          n_noted[bb_form_find_cell (torn->form, cells[j])]++;
      else
        n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, torn->rows->len);
  for (guint i = 0; i < torn->form->n_cells; i++)
    g_assert_cmpuint (n_noted[i], ==,
                      bb_field_get_origin (bb_report_get_cell (torn->report, i)) == BB_ORIGIN_DEDUCED ? 1 : 0);
}

static void
test_never_wrong (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  BbSettled sum = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (Torn) torn = { 0 };
      BbSettled settled;

      torn_init (&torn, random, round % 2 == 0 ? "2021" : "2019", g_rand_int_range (random, 0, 100));
      bb_settle (torn.report, torn.rows, torn.sums, &settled);
      for (guint i = 0; i < torn.form->n_cells; i++)
        check_cell (&torn, i, round);
      check_notes (&torn);
      g_assert_false (settled.contradiction);
      sum.placed += settled.placed;
      sum.deduced += settled.deduced;
      sum.derived += settled.derived;
      sum.open += settled.open;
    }
  g_test_message ("%u reports: %u placed, %u deduced, %u derived, %u open", N_ROUNDS, sum.placed, sum.deduced, sum.derived,
                  sum.open);
  /* It has to be of use, too. */
  g_assert_cmpuint (sum.placed, >, N_ROUNDS);
  g_assert_cmpuint (sum.deduced, >, 10 * N_ROUNDS);
}

/* One figure of table 3 is wrong: rows are placed only as far as they tell by themselves, and nothing is deduced there. */
static void
test_one_figure_wrong (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint placed = 0;

  for (guint round = 0; round < N_ROUNDS / 4; round++)
    {
      g_auto (Torn) torn = { 0 };
      const BbTable *table;
      g_autofree char *wrong = NULL;
      guint cell;
      BbSettled settled;

      torn_init (&torn, random, round % 2 == 0 ? "2021" : "2019", 0);
      table = &torn.form->tables[1];
      cell = table->first_cell + g_rand_int_range (random, 0, table->n_cells);
      wrong = g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (torn.truth[cell].text, NULL, 10) + 1);
      for (guint row = table->first_cell; row < table->first_cell + table->n_cells; row += 7)
        if (cell < row || cell >= row + 7)
          tear_row (&torn, row, 7, chance (&torn, 20) ? 100 : 0);
      put (&torn, cell, wrong, FALSE);
      g_free (torn.truth[cell].text);
      torn.truth[cell].text = g_steal_pointer (&wrong);
      bb_settle (torn.report, torn.rows, NULL, &settled);
      g_assert_true (settled.contradiction);
      g_assert_cmpuint (settled.deduced, ==, 0);
      placed += settled.placed;
      for (guint i = table->first_cell; i < table->first_cell + table->n_cells; i++)
        if (bb_field_get_origin (bb_report_get_cell (torn.report, i)) == BB_ORIGIN_READ)
          check_cell (&torn, i, round);
    }
  g_assert_cmpuint (placed, >, 0);
}

/* Whatever the rows hold, settling ends, and one undo takes all of it back. */
static void
test_nonsense (void)
{
  static const char *const items[] = { "0", "1", "7", "999999999999", "-4", "1.5", "/", "", "3件", "2500 万", "12,5" };
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < N_ROUNDS / 4; round++)
    {
      const BbForm *form = bb_form_get (round % 2 == 0 ? "2021" : "2019");
      g_autoptr (BbReport) report = bb_report_new (form);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_loose_row_free);
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) after = NULL;

      for (guint i = 0; i < form->n_cells; i++)
        bb_report_edit (report, bb_report_get_cell (report, i),
                        g_rand_boolean (random) ? "" : items[g_rand_int_range (random, 0, G_N_ELEMENTS (items))], BB_ORIGIN_READ);
      for (int n = g_rand_int_range (random, 0, 30); n > 0; n--)
        {
          const BbCell *cell = &form->cells[g_rand_int_range (random, 0, form->n_cells)];
          const BbBlock *block = &form->tables[cell->table].blocks[cell->block];
          g_autoptr (GString) text = g_string_new (items[g_rand_int_range (random, 0, G_N_ELEMENTS (items))]);

          for (int m = g_rand_int_range (random, 0, 18); m > 0; m--)
            g_string_append_printf (text, "|%s", items[g_rand_int_range (random, 0, G_N_ELEMENTS (items))]);
          g_ptr_array_add (rows, bb_loose_row_new (form, form->cells[block->first_cell + cell->row * block->n_column_leaves].id,
                                                   text->str));
        }
      bb_report_forget_history (report);
      before = bb_settle_snapshot (report);
      bb_settle (report, rows, NULL, NULL);
      bb_report_undo (report);
      g_assert_false (bb_report_can_undo (report));
      after = bb_settle_snapshot (report);
      for (guint i = 0; i < form->n_cells; i++)
        g_assert_cmpstr (g_ptr_array_index (before, i), ==, g_ptr_array_index (after, i));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle-random/never-wrong", test_never_wrong);
  g_test_add_func ("/settle-random/one-figure-wrong", test_one_figure_wrong);
  g_test_add_func ("/settle-random/nonsense", test_nonsense);
  return g_test_run ();
}
