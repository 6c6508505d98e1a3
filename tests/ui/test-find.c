/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find and replace: in texts, cells and metadata, without taking the focus from the bar. */
#include "ui-test.h"

#include "bb-field-widget.h"
#include "bb-find-bar.h"
#include "bb-finder.h"
#include "sheet/bb-sheet-cell.h"

typedef struct
{
  BbReport *report;
  BbWindow *window;
  BbDocumentView *view;
  BbFindBar *bar;
} Fixture;

static void
fill (BbReport *report)
{
  bb_report_edit (report, bb_report_get_section (report, 1), "本年收到申请12件，办结12件。\n会议120次，ＡＢ类。", BB_ORIGIN_TYPED);
  bb_report_barrier (report);
  bb_report_edit (report, bb_report_get_section (report, 5), "培训12次，ab类。", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_CONTACT), "电话12", BB_ORIGIN_TYPED);
  for (guint i = 0; i < 6; i++)
    {
      const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };
      g_autofree char *id = g_strconcat ("t3.new.", columns[i], NULL);

      ui_test_type (report, id, i == 0 ? "12" : "0");
    }
  bb_report_forget_history (report);
  bb_report_mark_saved (report);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  fill (fixture->report);
  fixture->window = ui_test_window (fixture->report);
  fixture->view = bb_window_get_view (fixture->window);
  fixture->bar = BB_FIND_BAR (bb_document_view_get_find_bar (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

static GtkEditable *
entry_named (Fixture *fixture, GType type)
{
  return GTK_EDITABLE (ui_test_find (fixture->bar, type));
}

static void
look_for (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (entry_named (fixture, GTK_TYPE_SEARCH_ENTRY), text);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_settle ();
}

static void
assert_focus_in_bar (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->bar)));
}

static void
collect_labels (GtkWidget *root, GString *text)
{
  if (GTK_IS_LABEL (root))
    g_string_append_printf (text, "[%s]", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_labels (child, text);
}

static void
assert_status (Fixture *fixture, const char *status)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = g_strdup_printf ("[%s]", status);

  collect_labels (GTK_WIDGET (fixture->bar), text);
  if (strstr (text->str, wanted) == NULL)
    g_error ("%s is not among %s", wanted, text->str);
}

static GtkWidget *
widget_of (Fixture *fixture, BbField *field)
{
  GtkWidget *widget = bb_field_widget_find (GTK_WIDGET (bb_document_view_get_page (fixture->view)), field);

  g_assert_nonnull (widget);
  return widget;
}

/* Going to a place takes a frame: a page that was just made has no size before. */
static void
assert_selected (Fixture *fixture, guint section, int start, int end)
{
  GtkWidget *text = widget_of (fixture, bb_report_get_section (fixture->report, section));
  GtkTextIter from;
  GtkTextIter to;

  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_settle ();
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &from, &to));
  g_assert_cmpint (gtk_text_iter_get_offset (&from), ==, start);
  g_assert_cmpint (gtk_text_iter_get_offset (&to), ==, end);
}

/* Every place in the order of the pages, and around. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  BbField *cell = bb_report_find_field (fixture->report, "t3.new.natural");
  BbField *total = bb_report_find_field (fixture->report, "t3.new.total");

  bb_document_view_show_page (fixture->view, 1);
  bb_page_reveal (bb_document_view_get_page (fixture->view), NULL);
  ui_test_activate (fixture->window, "win.find");
  g_assert_true (bb_find_bar_is_open (fixture->bar));
  assert_focus_in_bar (fixture);
  look_for (fixture, "12");
  /* From the page shown on, not from the beginning of the report. */
  assert_status (fixture, "2 of 7 · 一、总体情况");
  assert_selected (fixture, 1, 6, 8);
  ui_test_activate (fixture->window, "win.find-next");
  assert_status (fixture, "3 of 7 · 一、总体情况");
  ui_test_activate (fixture->window, "win.find-next");
  ui_test_activate (fixture->window, "win.find-next");
  ui_test_settle ();
  assert_status (fixture, "5 of 7 · 三、收到和处理政府信息公开申请情况");
  g_assert_true (gtk_widget_has_css_class (widget_of (fixture, cell), "bb-found-current"));
  g_assert_true (gtk_widget_has_css_class (widget_of (fixture, total), "bb-found"));
  g_assert_false (gtk_widget_has_css_class (widget_of (fixture, total), "bb-found-current"));
  assert_focus_in_bar (fixture);
  ui_test_activate (fixture->window, "win.find-previous");
  assert_status (fixture, "4 of 7 · 一、总体情况");
  for (guint i = 0; i < 4; i++)
    ui_test_activate (fixture->window, "win.find-next");
  assert_status (fixture, "1 of 7 · Report");
  ui_test_settle ();
  g_assert_true (gtk_widget_has_css_class (widget_of (fixture, bb_report_get_meta (fixture->report, BB_META_CONTACT)),
                                           "bb-found-current"));
  assert_focus_in_bar (fixture);
}

static void
set_option (Fixture *fixture, const char *label, gboolean active)
{
  GtkWidget *popover = ui_test_find (fixture->bar, GTK_TYPE_POPOVER);

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_popover_get_child (GTK_POPOVER (popover))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), label))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), active);
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  ui_test_activate (fixture->window, "win.find");
  look_for (fixture, "12");
  set_option (fixture, "Whole Numbers Only", TRUE);
  assert_status (fixture, "1 of 6 · Report");
  look_for (fixture, "ab");
  assert_status (fixture, "1 of 2 · 一、总体情况");
  set_option (fixture, "Match Case", TRUE);
  assert_status (fixture, "1 of 1 · 五、存在的主要问题及改进情况");
  look_for (fixture, "没有这个词");
  assert_status (fixture, "Not found");
  look_for (fixture, "");
  assert_status (fixture, "");
}

/* The text that is selected is looked for; Escape leaves the caret at the place and takes the marks away. */
static void
test_selection_and_escape (Fixture *fixture, gconstpointer data)
{
  BbField *field = bb_report_get_section (fixture->report, 1);
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  bb_document_view_show_page (fixture->view, 1);
  bb_page_reveal (bb_document_view_get_page (fixture->view), NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget_of (fixture, field)));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 8);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 9);
  gtk_text_buffer_select_range (buffer, &start, &end);
  ui_test_activate (fixture->window, "win.find");
  g_assert_cmpstr (gtk_editable_get_text (entry_named (fixture, GTK_TYPE_SEARCH_ENTRY)), ==, "件");
  assert_status (fixture, "1 of 2 · 一、总体情况");
  ui_test_activate (fixture->window, "win.find-next");
  g_signal_emit_by_name (entry_named (fixture, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  ui_test_settle ();
  g_assert_false (bb_find_bar_is_open (fixture->bar));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == widget_of (fixture, field));
  assert_selected (fixture, 1, 13 + 1, 15);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 14);
  g_assert_false (gtk_text_iter_has_tag (&start, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer),
                                                                             "bb-found-current")));

  /* In a table the cell gets the focus. */
  ui_test_activate (fixture->window, "win.find");
  bb_document_view_show_page (fixture->view, 3);
  look_for (fixture, "12");
  assert_status (fixture, "5 of 7 · 三、收到和处理政府信息公开申请情况");
  bb_find_bar_close (fixture->bar);
  ui_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         widget_of (fixture, bb_report_find_field (fixture->report, "t3.new.natural"))));
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  BbField *field = bb_report_get_section (fixture->report, 1);

  bb_document_view_show_page (fixture->view, 1);
  bb_page_reveal (bb_document_view_get_page (fixture->view), NULL);
  ui_test_activate (fixture->window, "win.replace");
  look_for (fixture, "12");
  gtk_editable_set_text (entry_named (fixture, GTK_TYPE_ENTRY), "十二");
  g_signal_emit_by_name (ui_test_find_button (fixture->bar, "Replace"), "clicked");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (field), ==, "本年收到申请十二件，办结12件。\n会议120次，ＡＢ类。");
  assert_status (fixture, "2 of 6 · 一、总体情况");
  assert_selected (fixture, 1, 12, 14);
  bb_report_undo (fixture->report);
  g_assert_cmpstr (bb_field_get_text (field), ==, "本年收到申请12件，办结12件。\n会议120次，ＡＢ类。");
  g_assert_false (bb_report_can_undo (fixture->report));
}

static void
test_replace_all (Fixture *fixture, gconstpointer data)
{
  BbField *field = bb_report_get_section (fixture->report, 1);
  BbField *total = bb_report_find_field (fixture->report, "t3.new.total");
  GtkWidget *undo;

  ui_test_activate (fixture->window, "win.replace");
  look_for (fixture, "12");
  gtk_editable_set_text (entry_named (fixture, GTK_TYPE_ENTRY), "15");
  g_signal_emit_by_name (ui_test_find_button (fixture->bar, "Replace All"), "clicked");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (field), ==, "本年收到申请15件，办结15件。\n会议150次，ＡＢ类。");
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (fixture->report, "t3.new.natural")), ==, "15");
  /* The total follows its parts; it is not written to. */
  g_assert_cmpstr (bb_field_get_text (total), ==, "15");
  g_assert_cmpint (bb_field_get_origin (total), ==, BB_ORIGIN_DERIVED);
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "Replace All");

  undo = ui_test_find_button (fixture->window, "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (field), ==, "本年收到申请12件，办结12件。\n会议120次，ＡＢ类。");
  g_assert_false (bb_report_can_undo (fixture->report));
  g_assert_cmpstr (bb_field_get_text (total), ==, "12");
}

static const char *
focused_text (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_EDITABLE) : NULL;

  return entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : NULL;
}

static GtkWidget *
tab (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), direction);
  ui_test_settle ();
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* From what is looked for, Tab goes on to what replaces it; every button is reached, and the bar is left at its end. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *last = NULL;
  guint steps = 0;

  bb_find_bar_open (fixture->bar, TRUE);
  look_for (fixture, "12");
  gtk_editable_set_text (entry_named (fixture, GTK_TYPE_ENTRY), "十二");
  g_assert_cmpstr (focused_text (fixture), ==, "12");
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (focused_text (fixture), ==, "十二");
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (focused_text (fixture), ==, "12");
  while (gtk_widget_is_ancestor (tab (fixture, GTK_DIR_TAB_FORWARD), GTK_WIDGET (fixture->bar)) && steps < 20)
    {
      steps++;
      last = gtk_window_get_focus (GTK_WINDOW (fixture->window));
    }
  g_assert_cmpuint (steps, ==, 8);
  g_assert_true (tab (fixture, GTK_DIR_TAB_BACKWARD) == last);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/find/steps", test_steps },
    { "/find/options", test_options },
    { "/find/selection-and-escape", test_selection_and_escape },
    { "/find/replace", test_replace },
    { "/find/replace-all", test_replace_all },
    { "/find/tab", test_tab },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
