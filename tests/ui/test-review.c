/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviewing a file that was read: what is said of it, the file beside the form, walking through what is doubtful, keeping it or not. */
#include "ui-test.h"

#include "bb-review-pane.h"
#include "bb-review-summary.h"
#include "bb-source-heads.h"
#include "bb-source-view.h"
#include "sheet/bb-sheet-cell.h"

#include <glib/gstdio.h>

static BbReport *
report_of (BbWindow *window)
{
  return bb_session_get_report (bb_window_get_session (window));
}

static BbReviewPane *
pane_of (BbWindow *window)
{
  return bb_document_view_get_review (bb_window_get_view (window));
}

static BbSourceView *
source_of (BbWindow *window)
{
  return ui_test_find (pane_of (window), BB_TYPE_SOURCE_VIEW);
}

static const char *
marked_text (BbWindow *window)
{
  GtkWidget *marked = bb_source_view_get_marked (source_of (window));

  return marked != NULL ? gtk_label_get_text (GTK_LABEL (marked)) : NULL;
}

/* The cell that has the focus, "" for none. */
static const char *
focused_id (BbWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, BB_TYPE_SHEET_CELL) : NULL;

  return cell != NULL ? bb_field_get_id (bb_sheet_cell_get_field (BB_SHEET_CELL (cell))) : "";
}

static void
reveal (BbWindow *window, const char *id)
{
  bb_document_view_reveal_field (bb_window_get_view (window), bb_report_find_field (report_of (window), id));
  ui_test_wait_frame (GTK_WIDGET (window));
  ui_test_settle ();
}

/* Wherever the form is, the file shows what stood there. */
static void
test_follows (void)
{
  BbWindow *window = ui_test_review_window ("new-tables.txt");
  const BbForm *form = bb_report_get_form (report_of (window));
  guint compared = 0;

  g_assert_true (bb_document_view_get_show_source (bb_window_get_view (window)));
  for (guint i = 0; i < form->n_cells; i += 7)
    {
      BbField *field = bb_report_get_cell (report_of (window), i);

      reveal (window, form->cells[i].id);
      if (bb_field_get_origin (field) != BB_ORIGIN_READ || bb_field_get_state (field) != BB_STATE_NUMBER)
        continue;
      g_assert_cmpstr (marked_text (window), ==, bb_field_get_text (field));
      compared++;
    }
  g_assert_cmpuint (compared, >, 15);
  reveal (window, "overview");
  g_assert_true (g_str_has_prefix (bb_field_get_text (bb_report_find_field (report_of (window), "overview")), marked_text (window)));
  ui_test_destroy_window (window);
}

/* Nothing was chosen yet: who turns to the file sees its beginning, not an empty page. */
static void
test_begins (void)
{
  BbWindow *window = ui_test_review_window ("new-tables.txt");
  g_autofree char *title = bb_report_get_title (report_of (window));

  g_assert_cmpstr (marked_text (window), ==, title);
  ui_test_destroy_window (window);
}

static GtkWidget *
find_named (GtkWidget *root, const char *css_name)
{
  if (strcmp (gtk_widget_get_css_name (root), css_name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, css_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What the window tells in passing. */
static const char *
told (BbWindow *window)
{
  GtkWidget *toast = find_named (GTK_WIDGET (window), "toast");

  return toast != NULL ? gtk_label_get_text (ui_test_find (toast, GTK_TYPE_LABEL)) : NULL;
}

static void
assert_at_cell (BbWindow *window, const GArray *stops, guint index)
{
  const BbForm *form = bb_report_get_form (report_of (window));

  g_assert_cmpstr (focused_id (window), ==, form->cells[g_array_index (stops, BbImportStop, index).cell].id);
}

static void
step (BbWindow *window, const char *action)
{
  ui_test_activate (window, action);
  ui_test_settle ();
}

/* F8 walks through all places once, in the order of the form, and back; at the end it stays in the review and says so, and starts
 * over when it is pressed again. */
static void
test_walk (void)
{
  BbWindow *window = ui_test_review_window ("torn-table.txt");
  g_autoptr (GArray) stops = bb_import_list_stops (report_of (window));

  g_assert_cmpuint (stops->len, >, 2);
  g_assert_cmpuint (bb_review_pane_count_stops (pane_of (window)), ==, stops->len);
  for (guint i = 0; i < stops->len; i++)
    {
      step (window, "win.next-issue");
      assert_at_cell (window, stops, i);
    }
  step (window, "win.next-issue");
  g_assert_false (bb_document_view_get_show_issues (bb_window_get_view (window)));
  g_assert_true (g_str_has_prefix (told (window), "That was the last place"));
  assert_at_cell (window, stops, stops->len - 1);
  for (guint i = stops->len; i-- > 0;)
    {
      step (window, "win.previous-issue");
      assert_at_cell (window, stops, i);
    }
  step (window, "win.previous-issue");
  assert_at_cell (window, stops, 0);
  step (window, "win.previous-issue");
  assert_at_cell (window, stops, stops->len - 1);
  step (window, "win.next-issue");
  step (window, "win.next-issue");
  assert_at_cell (window, stops, 0);
  ui_test_destroy_window (window);
}

/* Nothing doubtful was read: F8 says so, once, and leaves the issues alone unless somebody looks at them. */
static void
test_walk_nowhere (void)
{
  BbWindow *window = ui_test_review_window ("title-on-three-lines.txt");

  g_assert_cmpuint (bb_review_pane_count_stops (pane_of (window)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bb_session_get_checker (bb_window_get_session (window)))), >, 0);
  for (guint i = 0; i < 3; i++)
    step (window, "win.next-issue");
  g_assert_cmpstr (told (window), ==, "Nothing is left to look at in what was read");
  g_assert_false (bb_document_view_get_show_issues (bb_window_get_view (window)));
  bb_document_view_set_show_issues (bb_window_get_view (window), TRUE);
  step (window, "win.next-issue");
  g_assert_true (bb_document_view_get_show_issues (bb_window_get_view (window)));
  ui_test_destroy_window (window);
}

/* What somebody typed again is looked at: there is a place less, and the walk goes on behind it. */
static void
test_settled (void)
{
  BbWindow *window = ui_test_review_window ("torn-table.txt");
  const BbForm *form = bb_report_get_form (report_of (window));
  g_autoptr (GArray) stops = bb_import_list_stops (report_of (window));
  BbImportStop first = g_array_index (stops, BbImportStop, 0);
  BbImportStop second = g_array_index (stops, BbImportStop, 1);

  g_assert_cmpuint (stops->len, >, 2);
  ui_test_activate (window, "win.next-issue");
  ui_test_settle ();
  g_assert_cmpstr (focused_id (window), ==, form->cells[first.cell].id);
  for (guint i = 0; i < form->tables[form->cells[first.cell].table].n_cells; i++)
    {
      guint cell = form->tables[form->cells[first.cell].table].first_cell + i;
      g_autofree char *text = g_strdup (bb_field_get_text (bb_report_get_cell (report_of (window), cell)));

      if (form->cells[cell].row == form->cells[first.cell].row && form->cells[cell].block == form->cells[first.cell].block)
        ui_test_type (report_of (window), form->cells[cell].id, text);
    }
  ui_test_settle ();
  g_assert_cmpuint (bb_review_pane_count_stops (pane_of (window)), <, stops->len);
  ui_test_activate (window, "win.next-issue");
  ui_test_settle ();
  g_assert_cmpstr (focused_id (window), ==, form->cells[second.cell].id);
  ui_test_destroy_window (window);
}

/* The bar and the file go; the report stays, unsaved; F7 brings the file back. */
static void
test_keep (void)
{
  BbWindow *window = ui_test_review_window ("new-tables.txt");
  BbDocumentView *view = bb_window_get_view (window);

  g_assert_nonnull (ui_test_find_button (window, "Keep"));
  ui_test_activate (window, "win.keep-reading");
  ui_test_settle ();
  g_assert_null (ui_test_find_button (window, "Keep"));
  g_assert_false (bb_session_get_reviewing (bb_window_get_session (window)));
  g_assert_false (bb_document_view_get_show_source (view));
  g_assert_true (bb_session_get_modified (bb_window_get_session (window)));
  ui_test_activate (window, "win.toggle-source");
  g_assert_true (bb_document_view_get_show_source (view));
  reveal (window, "t3.new.total");
  g_assert_cmpstr (marked_text (window), ==, bb_field_get_text (bb_report_find_field (report_of (window), "t3.new.total")));
  ui_test_destroy_window (window);
}

/* As if what was read there had been deduced. */
static void
deduce (BbReport *report, const char *id)
{
  BbField *field = bb_report_find_field (report, id);
  g_autofree char *text = g_strdup (bb_field_get_text (field));

  g_assert_true (bb_report_edit (report, field, text, BB_ORIGIN_DEDUCED));
}

/* One click takes all that was deduced; the places to look at are those that are left, and one undo brings all back. */
static void
test_confirm_all (void)
{
  BbWindow *window = ui_test_review_window ("new-tables.txt");
  BbReport *report = report_of (window);
  GtkWidget *pane = ui_test_find (window, BB_TYPE_REVIEW_PANE);
  GtkWidget *confirm = ui_test_find_button (window, "Confirm All Deduced Figures");
  guint stops;

  g_assert_nonnull (confirm);
  bb_confirm (report, BB_CONFIRM_ALL, 0);
  stops = bb_review_pane_count_stops (BB_REVIEW_PANE (pane));
  deduce (report, "t3.granted.natural");
  deduce (report, "t4.review.upheld");
  bb_report_barrier (report);
  ui_test_settle ();
  g_assert_cmpuint (bb_review_pane_count_stops (BB_REVIEW_PANE (pane)), ==, stops + 2);
  g_assert_true (gtk_widget_get_visible (confirm));
  g_signal_emit_by_name (confirm, "clicked");
  ui_test_settle ();
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ALL, 0), ==, 0);
  g_assert_cmpuint (bb_review_pane_count_stops (BB_REVIEW_PANE (pane)), ==, stops);
  g_assert_false (gtk_widget_get_visible (confirm));
  ui_test_activate (window, "win.undo");
  g_assert_cmpuint (bb_confirm_count (report, BB_CONFIRM_ALL, 0), ==, 2);
  ui_test_destroy_window (window);
}

/* Unchanged, it is refused without a question; with changes there is one. */
static void
test_refuse (void)
{
  BbWindow *window = ui_test_review_window ("new-tables.txt");
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "new-tables.txt", NULL);

  ui_test_activate (window, "win.refuse-reading");
  g_assert_null (bb_window_get_session (window));
  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  ui_test_edit (report_of (window), "改了");
  ui_test_activate (window, "win.refuse-reading");
  ui_test_answer ("cancel");
  g_assert_nonnull (bb_window_get_session (window));
  ui_test_activate (window, "win.refuse-reading");
  ui_test_answer ("refuse");
  g_assert_null (bb_window_get_session (window));
  ui_test_destroy_window (window);
}

/* What can be read again is no work: closing asks only after an edit, or when the file is gone. */
static void
test_close (void)
{
  g_autofree char *source = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "new-tables.txt", NULL);
  g_autofree char *path = ui_test_path ("closing.txt");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  BbWindow *window = ui_test_start_window ();
  BbSession *session;

  g_assert_true (g_file_get_contents (source, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  session = bb_window_get_session (window);
  g_assert_true (bb_session_get_modified (session));
  g_assert_false (bb_session_has_work (session));
  ui_test_edit (report_of (window), "改了");
  g_assert_true (bb_session_has_work (session));
  bb_report_undo (report_of (window));
  g_assert_false (bb_session_has_work (session));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (bb_session_has_work (session));
  g_assert_true (bb_session_write_recovery (session, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  g_assert_false (bb_session_has_work (session));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (window);
}

/* A line that fits nowhere is listed with its place, and shown when it is chosen. */
static void
test_unused (void)
{
  g_autofree char *path = ui_test_path ("unused.txt");
  BbWindow *window = ui_test_start_window ();
  BbReviewSummary *summary;

  g_assert_true (g_file_set_contents (path, "打印 关闭\n示例局2022年政府信息公开工作年度报告\n一、总体情况\n全年编发简报四期。\n", -1, NULL));
  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  ui_test_settle ();
  summary = ui_test_find (window, BB_TYPE_REVIEW_SUMMARY);
  g_assert_cmpuint (bb_review_count_unused (bb_session_get_map (bb_window_get_session (window))), ==, 1);
  g_signal_emit_by_name (summary, "line-chosen", 0u);
  ui_test_settle ();
  g_assert_cmpstr (marked_text (window), ==, "打印 关闭");
  ui_test_destroy_window (window);
}

/* A document of ours has nothing to review. */
static void
test_document (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);

  g_assert_null (pane_of (window));
  ui_test_activate (window, "win.toggle-source");
  g_assert_false (bb_document_view_get_show_source (bb_window_get_view (window)));
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

/* ---- into an open report ---- */

static gboolean
has_other_session (gpointer window)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (ui_test_application ()));

  for (; windows != NULL; windows = windows->next)
    if (BB_IS_WINDOW (windows->data) && windows->data != window && bb_window_get_session (windows->data) != NULL)
      return TRUE;
  return FALSE;
}

static BbWindow *
read_into (BbWindow *window, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", name, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.read-path-into", "^ay", path);
  ui_test_wait (has_other_session, window);
  return BB_WINDOW (bb_application_find_window (ui_test_application (), path));
}

/* Nothing is replaced before somebody says so, and then it is one step. */
static void
test_replace (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  g_autofree char *difference = NULL;
  g_autofree char *title = NULL;
  BbWindow *review;

  ui_test_edit (report, "改了");
  title = bb_report_get_title (report);
  review = read_into (window, "new-tables.txt");
  g_assert_nonnull (ui_test_find_button (review, "Replace"));
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "改了");
  g_object_add_weak_pointer (G_OBJECT (review), (gpointer *) &review);
  ui_test_activate (review, "win.refuse-reading");
  ui_test_settle ();
  g_assert_null (review);
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "改了");

  review = read_into (window, "new-tables.txt");
  g_object_add_weak_pointer (G_OBJECT (review), (gpointer *) &review);
  {
    g_autoptr (BbReport) read = g_object_ref (report_of (review));

    ui_test_activate (review, "win.keep-reading");
    ui_test_settle ();
    g_assert_null (review);
    g_assert_true (bb_report_equal (report, read, &difference));
  }
  bb_report_undo (report);
  g_clear_pointer (&difference, g_free);
  difference = bb_report_get_title (report);
  g_assert_cmpstr (difference, ==, title);
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "改了");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

/* ---- dropping ---- */

static GtkEventController *
drop_target_of (BbWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

static gboolean
drop (BbWindow *window, GType type, gpointer boxed)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, type);
  if (type == G_TYPE_FILE)
    g_value_set_object (&value, boxed);
  else
    g_value_set_boxed (&value, boxed);
  g_signal_emit_by_name (drop_target_of (window), "drop", &value, 10., 10., &taken);
  g_value_unset (&value);
  return taken;
}

/* A file opens in the empty window; what is no report leaves everything as it is. */
static void
test_drop (void)
{
  BbWindow *window = ui_test_start_window ();
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "new-tables.txt", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path ("/tmp/picture.xyz");
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://host/report.html");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (gtk_event_controller_get_propagation_phase (drop_target_of (window)), ==, GTK_PHASE_CAPTURE);
  g_assert_false (drop (window, G_TYPE_FILE, picture));
  g_assert_false (drop (window, G_TYPE_FILE, remote));
  g_assert_true (bb_window_is_empty (window));
  g_assert_true (drop (window, G_TYPE_FILE, file));
  ui_test_wait (ui_test_has_session, window);
  g_assert_cmpstr (bb_session_get_source (bb_window_get_session (window)), ==, path);
  ui_test_destroy_window (window);
}

/* Each of several files has its window; the one that can't be read takes none. */
static void
test_drop_several (void)
{
  BbWindow *window = ui_test_start_window ();
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "new-tables.txt", NULL);
  g_autofree char *other = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "old-tables.txt", NULL);
  GFile *files[] = { g_file_new_for_path (path), g_file_new_for_path ("/tmp/picture.xyz"), g_file_new_for_path (other) };
  GdkFileList *list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));
  GtkWindow *second;

  g_assert_true (drop (window, GDK_TYPE_FILE_LIST, list));
  ui_test_wait (ui_test_has_session, window);
  second = bb_application_find_window (ui_test_application (), other);
  g_assert_nonnull (second);
  g_assert_true (second != GTK_WINDOW (window));
  ui_test_wait (ui_test_has_session, second);
  ui_test_destroy_window (BB_WINDOW (second));
  ui_test_destroy_window (window);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_object_unref (files[i]);
}

/* ---- the widgets alone ---- */

static void
test_source_view (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "new-tables.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error);
  BbSourceView *view = g_object_ref_sink (g_object_new (BB_TYPE_SOURCE_VIEW, NULL));
  BbImportSpot spot;

  g_assert_no_error (error);
  bb_source_view_set_map (view, opened->map);
  g_assert_true (bb_import_map_find_field (opened->map, "t3.new.total", &spot));
  bb_source_view_show_spot (view, &spot);
  g_assert_nonnull (bb_source_view_get_marked (view));
  g_assert_true (gtk_widget_has_css_class (bb_source_view_get_marked (view), "bb-source-current"));
  spot.column = -1;
  bb_source_view_show_spot (view, &spot);
  g_assert_false (gtk_widget_has_css_class (bb_source_view_get_marked (view), "bb-source-current"));
  g_assert_true (bb_source_view_show_section (view, 1));
  g_assert_null (bb_source_view_get_marked (view));
  g_assert_finalize_object (view);
}

/* Shows where the cell @id stood. Returns: the place of the mark in what is seen. */
static graphene_rect_t
show_id (BbSourceView *view, BbImportMap *map, const char *id)
{
  graphene_rect_t place;
  BbImportSpot spot;

  g_assert_true (bb_import_map_find_field (map, id, &spot));
  bb_source_view_show_spot (view, &spot);
  for (guint i = 0; i < 3; i++)
    ui_test_wait_frame (GTK_WIDGET (view));
  g_assert_true (gtk_widget_compute_bounds (bb_source_view_get_marked (view), GTK_WIDGET (view), &place));
  return place;
}

/* A long table: its column heads stay, unless they are there by themselves, and nothing that is looked at is behind them. */
static void
test_source_heads (void)
{
  static const char *const ids[] = { "t3.carried_out.total", "t3.deny.1.natural", "t3.granted.natural", "t3.other.natural" };
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", "new-tables.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error);
  GtkWidget *window = gtk_window_new ();
  BbSourceView *view = g_object_new (BB_TYPE_SOURCE_VIEW, NULL);
  BbSourceHeads *heads = ui_test_find (view, BB_TYPE_SOURCE_HEADS);

  g_assert_no_error (error);
  bb_source_view_set_map (view, opened->map);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 640);
  gtk_window_present (GTK_WINDOW (window));
  show_id (view, opened->map, "t3.new.total");
  g_assert_cmpint (bb_source_heads_get_height (heads), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      graphene_rect_t place = show_id (view, opened->map, ids[i]);

      g_assert_cmpfloat (place.origin.y, >=, bb_source_heads_get_height (heads));
      if (i == 0)
        g_assert_cmpint (bb_source_heads_get_height (heads), >, 30);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Beside the form where there is room, below it where there is not: each time both can be read. */
static void
test_turned (void)
{
  BbWindow *window = ui_test_review_window ("new-tables.txt");
  GtkWidget *pane = GTK_WIDGET (bb_document_view_get_review (bb_window_get_view (window)));
  GtkWidget *paned = gtk_widget_get_ancestor (pane, GTK_TYPE_PANED);

  for (guint i = 0; i < 2; i++)
    {
      ui_test_resize (window, 1366, 768);
      g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)), ==, GTK_ORIENTATION_HORIZONTAL);
      g_assert_cmpint (gtk_widget_get_width (pane) * 100, >, gtk_widget_get_width (paned) * 30);
      g_assert_cmpint (gtk_widget_get_width (pane) * 100, <, gtk_widget_get_width (paned) * 60);
      ui_test_resize (window, 700, 768);
      g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)), ==, GTK_ORIENTATION_VERTICAL);
      g_assert_cmpint (gtk_widget_get_height (pane) * 100, >, gtk_widget_get_height (paned) * 30);
      g_assert_cmpint (gtk_widget_get_height (pane) * 100, <, gtk_widget_get_height (paned) * 60);
    }
  ui_test_destroy_window (window);
}

static void
test_counts (void)
{
  const BbImportCounts counts = { .cells = 7, .read = 3, .deduced = 1, .blank = 2, .missing = 1 };
  g_autofree char *text = bb_review_dup_counts (&counts);
  const BbImportCounts none = { 0 };
  g_autofree char *nothing = bb_review_dup_counts (&none);

  g_assert_cmpstr (text, ==, "3 read, 1 deduced, 2 blank, 1 not in the file");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/review/begins", test_begins);
  g_test_add_func ("/review/follows", test_follows);
  g_test_add_func ("/review/walk", test_walk);
  g_test_add_func ("/review/walk-nowhere", test_walk_nowhere);
  g_test_add_func ("/review/settled", test_settled);
  g_test_add_func ("/review/keep", test_keep);
  g_test_add_func ("/review/confirm-all", test_confirm_all);
  g_test_add_func ("/review/refuse", test_refuse);
  g_test_add_func ("/review/close", test_close);
  g_test_add_func ("/review/unused", test_unused);
  g_test_add_func ("/review/document", test_document);
  g_test_add_func ("/review/replace", test_replace);
  g_test_add_func ("/review/drop", test_drop);
  g_test_add_func ("/review/drop-several", test_drop_several);
  g_test_add_func ("/review/source-view", test_source_view);
  g_test_add_func ("/review/source-heads", test_source_heads);
  g_test_add_func ("/review/turned", test_turned);
  g_test_add_func ("/review/counts", test_counts);
  return ui_test_run ();
}
