/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the review of a file that was read counts, and where it makes people stop. */
#include "bb-generate.h"

#include <locale.h>

static BbReport *
open_case (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (opened->report);
}

static void
put (BbReport *report, const char *id, const char *text, BbOrigin origin)
{
  bb_report_edit (report, bb_report_find_field (report, id), text, origin);
}

static void
put_missing (BbReport *report, const char *id)
{
  BbContent content = { (char *) "", BB_ORIGIN_READ, TRUE, NULL, NULL };

  bb_report_edit_content (report, bb_report_find_field (report, id), &content);
}

static void
assert_stop (BbReport *report, GArray *stops, guint index, const char *first, const char *last, BbDoubt doubt)
{
  const BbForm *form = bb_report_get_form (report);
  const BbImportStop *stop = &g_array_index (stops, BbImportStop, index);

  g_assert_cmpuint (index, <, stops->len);
  g_assert_cmpstr (form->cells[stop->cell].id, ==, first);
  g_assert_cmpstr (form->cells[stop->last].id, ==, last);
  g_assert_cmpint (stop->doubt, ==, doubt);
}

/* Every cell is counted once, and what is sound makes nobody stop. */
static void
test_sound (gconstpointer user_data)
{
  g_autoptr (BbReport) report = bb_generate_sound (user_data);
  g_autoptr (GArray) stops = bb_import_list_stops (report);
  BbImportCounts counts;

  bb_import_count (report, -1, &counts);
  g_assert_cmpuint (counts.cells, ==, bb_report_get_form (report)->n_cells);
  g_assert_cmpuint (counts.read, ==, counts.cells);
  g_assert_cmpuint (stops->len, ==, 0);
}

static void
test_counts (void)
{
  g_autoptr (BbReport) report = bb_generate_sound ("2021");
  BbImportCounts counts;

  put (report, "t2.rules.made", "7", BB_ORIGIN_TYPED);
  put (report, "t2.rules.valid", "无", BB_ORIGIN_READ);
  put (report, "t2.licences.decisions", "", BB_ORIGIN_READ);
  put (report, "t2.penalties.decisions", "3", BB_ORIGIN_DEDUCED);
  put_missing (report, "t2.coercion.decisions");
  bb_import_count (report, 2, &counts);
  g_assert_cmpuint (counts.cells, ==, 10);
  g_assert_cmpuint (counts.typed, ==, 1);
  g_assert_cmpuint (counts.words, ==, 1);
  g_assert_cmpuint (counts.blank, ==, 1);
  g_assert_cmpuint (counts.deduced, ==, 1);
  g_assert_cmpuint (counts.missing, ==, 1);
  g_assert_cmpuint (counts.read, ==, 5);
  bb_import_count (report, 1, &counts);
  g_assert_cmpuint (counts.cells, ==, 0);
}

/* Runs in a row are one stop; what is missing is one over rows; what was typed since is none. */
static void
test_runs (void)
{
  g_autoptr (BbReport) report = bb_generate_sound ("2021");
  g_autoptr (GArray) stops = NULL;
  static const char *const missing[] = { "t3.deny.1.other", "t3.deny.1.total", "t3.deny.2.natural" };

  put (report, "t3.new.natural", "3", BB_ORIGIN_DEDUCED);
  put (report, "t3.new.business", "2", BB_ORIGIN_DEDUCED);
  put (report, "t3.new.research", "无", BB_ORIGIN_READ);
  put (report, "t3.new.charity", "4", BB_ORIGIN_DEDUCED);
  put (report, "t3.new.charity", "5", BB_ORIGIN_TYPED);
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    put_missing (report, missing[i]);
  stops = bb_import_list_stops (report);
  assert_stop (report, stops, 0, "t3.new.natural", "t3.new.business", BB_DOUBT_DEDUCED);
  assert_stop (report, stops, 1, "t3.new.research", "t3.new.research", BB_DOUBT_WORDS);
  assert_stop (report, stops, 2, "t3.new.total", "t3.new.total", BB_DOUBT_SUM);
  assert_stop (report, stops, 3, "t3.deny.1.other", "t3.deny.2.natural", BB_DOUBT_MISSING);
}

/* A note stops once, at what is doubtful in its row, and no more when it is dismissed or its cells are typed. */
static void
test_notes (void)
{
  static const char *const cells[] = { "t3.new.natural", "t3.new.business", NULL };
  g_autoptr (BbReport) report = bb_generate_sound ("2021");
  g_autoptr (BbNote) note = bb_note_new ("read.short-row", BB_SEVERITY_WARNING, cells, "A row is short", "line 3");
  g_autoptr (GArray) stops = NULL;

  put (report, "t3.new.business", "2", BB_ORIGIN_DEDUCED);
  put (report, "t3.new.total", bb_field_get_text (bb_report_find_field (report, "t3.new.total")), BB_ORIGIN_TYPED);
  bb_report_add_note (report, note);
  stops = bb_import_list_stops (report);
  assert_stop (report, stops, 0, "t3.new.business", "t3.new.business", BB_DOUBT_NOTED);
  g_assert_true (g_array_index (stops, BbImportStop, 0).note == note);

  bb_report_dismiss_note (report, note, TRUE);
  g_array_unref (stops);
  stops = bb_import_list_stops (report);
  assert_stop (report, stops, 0, "t3.new.business", "t3.new.business", BB_DOUBT_DEDUCED);

  bb_report_dismiss_note (report, note, FALSE);
  put (report, "t3.new.business", "9", BB_ORIGIN_TYPED);
  put (report, "t3.new.natural", "8", BB_ORIGIN_TYPED);
  g_array_unref (stops);
  stops = bb_import_list_stops (report);
  for (guint i = 0; i < stops->len; i++)
    g_assert_cmpint (g_array_index (stops, BbImportStop, i).doubt, !=, BB_DOUBT_NOTED);
}

/* Torn rows of a file: every cell that was deduced, or is no number, is in a stop. */
static void
test_torn (gconstpointer user_data)
{
  g_autoptr (BbReport) report = open_case (user_data);
  g_autoptr (GArray) stops = bb_import_list_stops (report);
  const BbForm *form = bb_report_get_form (report);

  g_assert_cmpuint (stops->len, >, 0);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);
      gboolean found = FALSE;

      if (bb_field_get_state (field) != BB_STATE_TEXT && bb_field_get_origin (field) != BB_ORIGIN_DEDUCED)
        continue;
      for (guint s = 0; s < stops->len; s++)
        {
          const BbImportStop *stop = &g_array_index (stops, BbImportStop, s);

          found = found || (form->cells[stop->cell].table == form->cells[i].table && form->cells[stop->cell].row == form->cells[i].row);
        }
      g_assert_true (found);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/import-review/sound-2021", "2021", test_sound);
  g_test_add_data_func ("/import-review/sound-2019", "2019", test_sound);
  g_test_add_func ("/import-review/counts", test_counts);
  g_test_add_func ("/import-review/runs", test_runs);
  g_test_add_func ("/import-review/notes", test_notes);
  g_test_add_data_func ("/import-review/torn", "torn-table.txt", test_torn);
  g_test_add_data_func ("/import-review/loose", "loose-rows.txt", test_torn);
  g_test_add_data_func ("/import-review/units", "units.txt", test_torn);
  return g_test_run ();
}
