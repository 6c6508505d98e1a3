/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Last year's report in the window: a new report from it, its figures under this year's, the paragraphs that stand as they stood. */
#include "ui-test.h"

#include "bb-cell-details.h"
#include "bb-cell-inspector.h"
#include "bb-page-header.h"
#include "bb-prose-view.h"
#include "bb-table-page.h"
#include "sheet/bb-sheet-cell.h"
#include "sheet/bb-sheet.h"

#define OVERVIEW 1
#define SENTENCE "2023年，本单位制度更加健全，公开范围逐步扩大。"

static BbReport *
make_last (void)
{
  BbReport *last = ui_test_report (2023);

  ui_test_edit (last, SENTENCE);
  ui_test_type (last, "t3.carried_out.natural", "4");
  ui_test_type (last, "t3.new.natural", "58");
  return last;
}

static gboolean
is_tagged (BbPage *page)
{
  GtkTextView *view = GTK_TEXT_VIEW (ui_test_find (page, BB_TYPE_PROSE_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "bb-copied");
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  return tag != NULL && gtk_text_iter_has_tag (&start, tag);
}

static void
test_new (void)
{
  g_autoptr (BbReport) last = make_last ();
  g_autofree char *path = ui_test_path ("last.bianbao");
  BbWindow *window = ui_test_start_window ();
  BbReport *report;
  BbDocumentView *view;
  BbPage *page;

  g_assert_true (bb_document_save (last, path, NULL, BB_SAVE_DEFAULT, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from-path", "^ay", path);
  ui_test_wait (ui_test_has_session, window);
  report = bb_session_get_report (bb_window_get_session (window));
  g_assert_null (bb_session_get_path (bb_window_get_session (window)));
  g_assert_cmpint (bb_report_get_year (report), ==, 2024);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (report, "t3.carried_in.natural")), ==, "4");
  view = bb_window_get_view (window);

  /* The untouched paragraph is marked until it says something else. */
  bb_document_view_reveal_field (view, bb_report_get_section (report, OVERVIEW));
  ui_test_settle ();
  page = bb_document_view_get_page (view);
  g_assert_true (is_tagged (page));
  bb_report_edit (report, bb_report_get_section (report, OVERVIEW), "2024年，今年的做法与往年不同，另有说明。", BB_ORIGIN_TYPED);
  ui_test_settle ();
  g_assert_false (is_tagged (page));
  bb_report_undo (report);
  ui_test_settle ();
  g_assert_true (is_tagged (page));
  ui_test_destroy_window (window);
}

/* What can't be read is told, and the start page is there again. */
static void
test_new_fails (void)
{
  BbWindow *window = ui_test_start_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from-path", "^ay", "/nowhere/last.txt");
  ui_test_answer ("close");
  g_assert_true (bb_window_is_empty (window));
  ui_test_destroy_window (window);
}

static GtkWidget *
find_shown_button (GtkWidget *root, const char *label)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_figures (void)
{
  static const char label[] = "Take Last Year’s Figure";
  g_autoptr (BbReport) last = make_last ();
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);
  BbField *field = bb_report_find_field (report, "t3.new.natural");
  GtkWidget *page;
  GtkWidget *sheet;
  GtkWidget *details;
  GtkWidget *button;

  bb_document_view_reveal_field (view, field);
  ui_test_wait_frame (GTK_WIDGET (window));
  page = GTK_WIDGET (bb_document_view_get_page (view));
  sheet = ui_test_find (page, BB_TYPE_SHEET);
  details = ui_test_find (page, BB_TYPE_CELL_DETAILS);
  ui_test_activate (window, "win.toggle-details");
  g_assert_false (gtk_widget_has_css_class (sheet, "with-last"));
  g_assert_null (find_shown_button (details, label));

  bb_last_year_set (report, last);
  ui_test_settle ();
  g_assert_true (gtk_widget_has_css_class (sheet, "with-last"));
  button = find_shown_button (details, label);
  g_assert_nonnull (button);
  /* A reference is no figure of this report. */
  g_assert_cmpstr (bb_field_get_text (field), ==, "");
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (field), ==, "58");
  g_assert_null (find_shown_button (details, label));
  bb_report_undo (report);
  g_assert_cmpstr (bb_field_get_text (field), ==, "");
  bb_report_undo (report);
  ui_test_settle ();
  g_assert_false (gtk_widget_has_css_class (sheet, "with-last"));
  g_object_set (view, "show-details", FALSE, NULL);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* The year stands wherever the figures stand: on top of the table, in the line about the cell, and for those who listen. */
static void
test_legend (void)
{
  g_autoptr (BbReport) last = make_last ();
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  BbDocumentView *view = bb_window_get_view (window);
  GtkWidget *page;
  GtkWidget *cell;

  bb_document_view_reveal_field (view, bb_report_find_field (report, "t3.new.natural"));
  ui_test_wait_frame (GTK_WIDGET (window));
  page = GTK_WIDGET (bb_document_view_get_page (view));
  cell = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), BB_TYPE_SHEET_CELL);
  g_assert_false (says (ui_test_find (page, BB_TYPE_PAGE_HEADER), "Small figures: 2023"));

  bb_last_year_set (report, last);
  ui_test_settle ();
  g_assert_true (says (ui_test_find (page, BB_TYPE_PAGE_HEADER), "Small figures: 2023"));
  g_assert_true (says (ui_test_find (page, BB_TYPE_CELL_INSPECTOR), "2023: 58"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2023: 58");
  ui_test_activate (window, "win.toggle-details");
  ui_test_wait_frame (GTK_WIDGET (window));
  g_assert_true (says (ui_test_find (page, BB_TYPE_CELL_DETAILS), "Last Year (2023)"));

  bb_report_undo (report);
  ui_test_settle ();
  g_assert_false (says (ui_test_find (page, BB_TYPE_PAGE_HEADER), "Small figures: 2023"));
  g_assert_false (says (ui_test_find (page, BB_TYPE_CELL_INSPECTOR), "2023: 58"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_object_set (view, "show-details", FALSE, NULL);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/last-year/new", test_new);
  g_test_add_func ("/last-year/new-fails", test_new_fails);
  g_test_add_func ("/last-year/figures", test_figures);
  g_test_add_func ("/last-year/legend", test_legend);
  return ui_test_run ();
}
