/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window for the reports of units: files are read and added, refused with the reason, removed, and their sums filled in. */
#include "ui-test.h"

#include "bb-units-window.h"

#include <glib/gstdio.h>

typedef struct
{
  BbReport *report;
  BbWindow *window;
  BbUnitsWindow *units;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  bb_report_edit (fixture->report, bb_report_get_meta (fixture->report, BB_META_ORGANISATION), "测试市人民政府", BB_ORIGIN_TYPED);
  bb_report_forget_history (fixture->report);
  bb_report_mark_saved (fixture->report);
  fixture->window = ui_test_window (fixture->report);
}

static void
open_units (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  ui_test_activate (fixture->window, "win.units");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (BB_IS_UNITS_WINDOW (window))
        fixture->units = g_object_ref (BB_UNITS_WINDOW (window));
    }
  g_assert_nonnull (fixture->units);
  ui_test_wait_frame (GTK_WIDGET (fixture->units));
}

static void
close_units (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->units));
  ui_test_settle ();
  g_assert_finalize_object (fixture->units);
  fixture->units = NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->units != NULL)
    close_units (fixture);
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

/* Returns: (transfer full): the path of a report with @figure for natural persons in each row of table 3 that people fill in. */
static char *
write_unit (const char *organisation, int year, const char *figure)
{
  g_autoptr (BbReport) unit = ui_test_report (year);
  const BbForm *form = bb_report_get_form (unit);
  g_autofree char *name = g_strconcat (organisation, ".bianbao", NULL);
  char *path = ui_test_path (name);

  bb_report_edit (unit, bb_report_get_meta (unit, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0)
      bb_report_edit (unit, bb_report_get_cell (unit, i), figure, BB_ORIGIN_TYPED);
  g_assert_true (bb_document_save (unit, path, NULL, BB_SAVE_DEFAULT, NULL));
  return path;
}

/* One figure is there, in the row of what was received anew. */
static char *
write_partial (const char *organisation)
{
  g_autoptr (BbReport) unit = ui_test_report (2024);
  g_autofree char *name = g_strconcat (organisation, ".bianbao", NULL);
  char *path = ui_test_path (name);

  bb_report_edit (unit, bb_report_get_meta (unit, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  ui_test_type (unit, "t3.new.natural", "4");
  g_assert_true (bb_document_save (unit, path, NULL, BB_SAVE_DEFAULT, NULL));
  return path;
}

static gboolean
is_idle (gpointer window)
{
  return gtk_widget_get_sensitive (ui_test_find_button (window, "_Add Reports…"));
}

static void
add (Fixture *fixture, char *first, char *second)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (paths, first);
  if (second != NULL)
    g_ptr_array_add (paths, second);
  bb_units_window_add_paths (fixture->units, paths);
  ui_test_wait (is_idle, fixture->units);
}

static void
collect (GtkWidget *root, GString *text)
{
  if (ADW_IS_ACTION_ROW (root) && gtk_widget_get_mapped (root))
    g_string_append_printf (text, "%s: %s\n", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)),
                            adw_action_row_get_subtitle (ADW_ACTION_ROW (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

static void
assert_rows (Fixture *fixture, const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ui_test_wait_frame (GTK_WIDGET (fixture->units));
  collect (GTK_WIDGET (fixture->units), text);
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  open_units (fixture);
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (fixture->units, "_Fill In Sums")));
  add (fixture, write_unit ("教育局", 2024, "2"), write_unit ("民政局", 2024, "3"));
  assert_rows (fixture, "教育局: All figures are there\n民政局: All figures are there\n");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->units)) == ui_test_find_button (fixture->units, "_Fill In Sums"));
  g_signal_emit_by_name (ui_test_find_button (fixture->units, "_Fill In Sums"), "clicked");
  ui_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->units));
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.natural")), ==, "5");
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.total")), ==, "30");
  g_assert_nonnull (ui_test_find_button (fixture->window, "_Undo"));

  /* Filling in is one step, adding the two is another. */
  bb_report_undo (fixture->report);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.natural")), ==, "");
  bb_report_undo (fixture->report);
  g_assert_null (bb_units_read (fixture->report));
  g_assert_false (bb_report_can_undo (fixture->report));
}

/* What does not fit is listed with the reason; what fits is added all the same. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *broken = ui_test_path ("broken.bianbao");
  g_autoptr (GString) rows = g_string_new (NULL);

  open_units (fixture);
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  add (fixture, write_unit ("水利局", 2023, "1"), write_partial ("教育局"));
  assert_rows (fixture, "水利局.bianbao: is for 2023, not for 2024\n教育局: 165 figures are missing; their cells stay blank\n");
  add (fixture, write_unit ("测试市人民政府", 2024, "1"), NULL);
  assert_rows (fixture, "测试市人民政府.bianbao: is a report of the organisation that adds up, not of a unit\n"
                        "教育局: 165 figures are missing; their cells stay blank\n");
  add (fixture, g_strdup (broken), NULL);
  collect (GTK_WIDGET (fixture->units), rows);
  g_assert_true (g_str_has_prefix (rows->str, "broken.bianbao: "));
}

/* What a unit leaves open can't be added up: the window says whose it is, and stays. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  open_units (fixture);
  add (fixture, write_partial ("教育局"), write_unit ("民政局", 2024, ""));
  assert_rows (fixture, "民政局.bianbao: has no figures: the form was not filled in\n教育局: 165 figures are missing; their cells stay blank\n");
  ui_test_type (fixture->report, "t3.new.natural", "1");
  g_signal_emit_by_name (ui_test_find_button (fixture->units, "_Fill In Sums"), "clicked");
  g_assert_nonnull (ui_test_dialog ());
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ui_test_dialog ()), "教育局"));
  ui_test_answer ("close");
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.business")), ==, "");
}

/* A second report of the same name: only who adds both knows whether it is a corrected one or another office's. */
static void
test_named_alike (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_unit ("办公室", 2024, "2");
  g_autofree char *kept = ui_test_path ("kept.bianbao");

  g_assert_cmpint (g_rename (first, kept), ==, 0);
  open_units (fixture);
  add (fixture, g_strdup (kept), write_unit ("办公室", 2024, "3"));
  assert_rows (fixture, "办公室.bianbao: “办公室” has the name of a unit that is there already, but other figures\n"
                        "办公室: All figures are there\n");
  g_signal_emit_by_name (ui_test_find_button (fixture->units, "Add as Another _Unit"), "clicked");
  assert_rows (fixture, "办公室: All figures are there\n办公室（办公室）: All figures are there\n");
  add (fixture, write_unit ("办公室", 2024, "5"), NULL);
  g_signal_emit_by_name (ui_test_find_button (fixture->units, "_Replace It"), "clicked");
  assert_rows (fixture, "办公室: All figures are there\n办公室（办公室）: All figures are there\n");
  g_signal_emit_by_name (ui_test_find_button (fixture->units, "_Fill In Sums"), "clicked");
  ui_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->units));
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.natural")), ==, "8");
}

static GtkWidget *
find_remove (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), "user-trash-symbolic") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_remove (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  open_units (fixture);
  add (fixture, write_unit ("教育局", 2024, "2"), write_unit ("民政局", 2024, "3"));
  g_signal_emit_by_name (find_remove (GTK_WIDGET (fixture->units)), "clicked");
  assert_rows (fixture, "民政局: All figures are there\n");
  bb_report_undo (fixture->report);
  assert_rows (fixture, "教育局: All figures are there\n民政局: All figures are there\n");
  close_units (fixture);
}

/* Closed while it reads: nothing is added, nothing is left over. */
static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  open_units (fixture);
  g_ptr_array_add (paths, write_unit ("教育局", 2024, "2"));
  g_ptr_array_add (paths, write_unit ("民政局", 2024, "3"));
  bb_units_window_add_paths (fixture->units, paths);
  close_units (fixture);
  ui_test_settle ();
  g_assert_null (bb_units_read (fixture->report));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/units/fill", Fixture, NULL, set_up, test_fill, tear_down);
  g_test_add ("/units/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/units/named-alike", Fixture, NULL, set_up, test_named_alike, tear_down);
  g_test_add ("/units/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/units/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/units/closed-early", Fixture, NULL, set_up, test_closed_early, tear_down);
  return ui_test_run ();
}
