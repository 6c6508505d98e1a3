/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help is complete, searchable, and goes away without a trace. */
#include "ui-test.h"

#include "bb-help-page.h"
#include "sheet/bb-sheet-cell.h"

#define TEXT "/org/bianbao/Bianbao/ui/bb-help-text.ui"

static char *
get_text (GtkWidget *help)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ui_test_find (help, GTK_TYPE_TEXT_VIEW));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Every list of the resource is a topic, has a title and paragraphs, and can be shown. */
static void
test_topics (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (TEXT);
  GSList *lists = gtk_builder_get_objects (builder);
  GtkWidget *help = g_object_ref_sink (bb_help_page_new ());
  GtkListBox *topics = ui_test_find (help, GTK_TYPE_LIST_BOX);

  for (guint i = 0; i < g_slist_length (lists); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (topics, (int) i);
      g_autofree char *text = NULL;

      g_assert_nonnull (row);
      gtk_list_box_select_row (topics, row);
      text = get_text (help);
      g_assert_true (g_str_has_prefix (text, gtk_label_get_text (ui_test_find (row, GTK_TYPE_LABEL))));
      g_assert_cmpuint (strlen (text), >, 300);
      /* The marks of the resource are not shown. */
      g_assert_null (strstr (text, "\n# "));
      g_assert_null (strstr (text, "\n- "));
    }
  g_assert_cmpuint (g_slist_length (lists), ==, 9);
  g_assert_null (gtk_list_box_get_row_at_index (topics, 9));
  g_slist_free (lists);
  g_assert_finalize_object (help);
}

static void
test_search (void)
{
  GtkWidget *help = g_object_ref_sink (bb_help_page_new ());
  BbHelpPage *page = BB_HELP_PAGE (help);
  g_autofree char *text = NULL;

  g_assert_cmpuint (bb_help_page_search (page, ""), ==, 9);
  g_assert_cmpuint (bb_help_page_search (page, "POWER CUT"), ==, 1);
  text = get_text (help);
  g_assert_nonnull (strstr (text, "power cut"));
  g_assert_cmpuint (bb_help_page_search (page, "printing"), ==, 1);
  g_assert_cmpuint (bb_help_page_search (page, "preview"), ==, 1);
  g_assert_cmpuint (bb_help_page_search (page, "no such words anywhere"), ==, 0);
  g_assert_cmpuint (bb_help_page_search (page, ""), ==, 9);
  g_assert_finalize_object (help);
}

/* It comes in front of the report, nothing can be changed behind it, and the focus goes back to the cell. */
static void
test_window (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  GtkWidget *before;

  bb_document_view_reveal_field (bb_window_get_view (window), bb_report_get_cell (report, ui_test_cell (report, "t3.granted.business")));
  /* A page just made reveals the cell once more when it has a size. */
  ui_test_wait_frame (GTK_WIDGET (window));
  ui_test_wait_frame (GTK_WIDGET (window));
  before = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_ancestor (before, BB_TYPE_SHEET_CELL) != NULL);
  ui_test_activate (window, "win.help");
  ui_test_wait_frame (GTK_WIDGET (window));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), BB_TYPE_HELP_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mark-done", NULL);
  g_assert_false (bb_report_get_section_done (report, 3));
  ui_test_activate (window, "win.help");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  ui_test_activate (window, "win.mark-done");
  g_assert_true (bb_report_get_section_done (report, 3));
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/help/topics", test_topics);
  g_test_add_func ("/help/search", test_search);
  g_test_add_func ("/help/window", test_window);
  return ui_test_run ();
}
