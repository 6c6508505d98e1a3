/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linked figures in a text: how they look, how the caret goes about them, how they follow their cells. */
#include "ui-test.h"

#include "bb-figure.h"
#include "bb-figure-chooser.h"
#include "bb-prose-view.h"
#include "bb-text-binding.h"
#include "bb-text-links.h"

typedef struct
{
  BbReport *report;
  BbField *field;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  BbTextBinding *binding;
  BbTextLinks *links;
  guint cell;
} Fixture;

/* "收到3525件，", with the number linked: characters 2 to 6. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  fixture->field = bb_report_get_section (fixture->report, 1);
  fixture->cell = ui_test_cell (fixture->report, "t3.new.natural");
  ui_test_type (fixture->report, "t3.new.natural", "3525");
  bb_report_edit (fixture->report, fixture->field, "收到件，", BB_ORIGIN_TYPED);
  g_assert_true (bb_report_insert_link (fixture->report, fixture->field, 2, 0, fixture->cell));
  bb_report_forget_history (fixture->report);
  fixture->view = g_object_ref_sink (GTK_TEXT_VIEW (g_object_new (BB_TYPE_PROSE_VIEW, NULL)));
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  fixture->binding = bb_text_binding_new (fixture->view, fixture->report, fixture->field);
  fixture->links = bb_text_links_get (GTK_WIDGET (fixture->view));
  g_assert_nonnull (fixture->links);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->binding);
  g_assert_null (bb_text_links_get (GTK_WIDGET (fixture->view)));
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->report);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (bb_field_get_text (fixture->field), ==, expected);
}

static int
mark_offset (Fixture *fixture, GtkTextMark *mark)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter, mark);
  return gtk_text_iter_get_offset (&iter);
}

static void
assert_caret (Fixture *fixture, int insert, int bound)
{
  g_assert_cmpint (mark_offset (fixture, gtk_text_buffer_get_insert (fixture->buffer)), ==, insert);
  g_assert_cmpint (mark_offset (fixture, gtk_text_buffer_get_selection_bound (fixture->buffer)), ==, bound);
}

static void
place (Fixture *fixture, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
}

static void
move (Fixture *fixture, int count, gboolean extend)
{
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, count, extend);
}

static guint
count_links (Fixture *fixture)
{
  guint n_links;

  bb_field_get_links (fixture->field, &n_links);
  return n_links;
}

/* How many characters have the wavy line of a link that no longer follows. */
static guint
count_wavy (Fixture *fixture)
{
  GtkTextIter iter;
  guint count = 0;

  gtk_text_buffer_get_start_iter (fixture->buffer, &iter);
  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

      for (GSList *item = tags; item != NULL; item = item->next)
        {
          PangoUnderline underline;

          g_object_get (item->data, "underline", &underline, NULL);
          count += underline == PANGO_UNDERLINE_ERROR;
        }
    }
  while (gtk_text_iter_forward_char (&iter));
  return count;
}

static void
test_caret (Fixture *fixture, gconstpointer data)
{
  place (fixture, 2);
  move (fixture, 1, FALSE);
  assert_caret (fixture, 6, 6);
  move (fixture, -1, FALSE);
  assert_caret (fixture, 2, 2);
  /* Into the middle, as a click does: to the nearer side. */
  place (fixture, 7);
  place (fixture, 5);
  assert_caret (fixture, 2, 2);
  /* A selection takes all of it. */
  place (fixture, 1);
  move (fixture, 1, TRUE);
  move (fixture, 1, TRUE);
  assert_caret (fixture, 6, 1);
  move (fixture, -1, TRUE);
  assert_caret (fixture, 2, 1);
}

/* The first press selects the figure, so that nobody changes a digit of it unawares; the second removes it. */
static void
test_deleting (Fixture *fixture, gconstpointer data)
{
  place (fixture, 6);
  g_signal_emit_by_name (fixture->view, "backspace");
  assert_text (fixture, "收到3525件，");
  assert_caret (fixture, 2, 6);
  g_signal_emit_by_name (fixture->view, "backspace");
  assert_text (fixture, "收到件，");
  g_assert_cmpuint (count_links (fixture), ==, 0);
  bb_report_undo (fixture->report);
  assert_text (fixture, "收到3525件，");
  g_assert_cmpuint (count_links (fixture), ==, 1);

  place (fixture, 2);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_text (fixture, "收到3525件，");
  assert_caret (fixture, 6, 2);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_text (fixture, "收到件，");

  /* Elsewhere nothing is different. */
  place (fixture, 2);
  g_signal_emit_by_name (fixture->view, "backspace");
  assert_text (fixture, "收件，");
}

/* Typing on both sides leaves the link alone, be it of the same digits. */
static void
test_typing_beside (Fixture *fixture, gconstpointer data)
{
  guint n_links;
  const BbLink *links;

  place (fixture, 6);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, "5", -1, TRUE);
  place (fixture, 2);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, "3", -1, TRUE);
  assert_text (fixture, "收到335255件，");
  links = bb_field_get_links (fixture->field, &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpuint (links[0].start, ==, 3);
  g_assert_cmpuint (links[0].length, ==, 4);
}

static void
test_following (Fixture *fixture, gconstpointer data)
{
  place (fixture, 7);
  ui_test_type (fixture->report, "t3.new.natural", "12");
  assert_text (fixture, "收到12件，");
  /* The caret stays where it was written. */
  assert_caret (fixture, 5, 5);
  g_assert_cmpuint (count_wavy (fixture), ==, 0);

  ui_test_type (fixture->report, "t3.new.natural", "");
  assert_text (fixture, "收到12件，");
  g_assert_cmpuint (count_wavy (fixture), ==, 2);
  ui_test_type (fixture->report, "t3.new.natural", "700");
  assert_text (fixture, "收到700件，");
  g_assert_cmpuint (count_wavy (fixture), ==, 0);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

static void
test_plain_text (Fixture *fixture, gconstpointer data)
{
  place (fixture, 0);
  /* Nothing to be done where there is no figure. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "link.plain", NULL));
  g_assert_cmpuint (count_links (fixture), ==, 1);
  place (fixture, 6);
  activate (fixture, "link.plain");
  g_assert_cmpuint (count_links (fixture), ==, 0);
  assert_text (fixture, "收到3525件，");
  ui_test_type (fixture->report, "t3.new.natural", "12");
  assert_text (fixture, "收到3525件，");
}

static GtkWidget *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (BB_IS_FIGURE_CHOOSER (window))
        return window;
    }
  return NULL;
}

static void
choose (const char *words)
{
  GtkWidget *chooser = find_chooser ();
  GtkWidget *entry;

  g_assert_nonnull (chooser);
  entry = ui_test_find (chooser, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
  ui_test_settle ();
  g_assert_null (find_chooser ());
}

static void
test_inserting (Fixture *fixture, gconstpointer data)
{
  ui_test_type (fixture->report, "t3.new.business", "17");
  place (fixture, 8);
  bb_text_links_choose (fixture->links);
  choose ("新收 商业");
  assert_text (fixture, "收到3525件，17");
  assert_caret (fixture, 10, 10);
  g_assert_cmpuint (count_links (fixture), ==, 2);
  bb_report_undo (fixture->report);
  assert_text (fixture, "收到3525件，");
  bb_report_redo (fixture->report);
  assert_text (fixture, "收到3525件，17");

  /* Another cell for the first one. */
  place (fixture, 2);
  activate (fixture, "link.choose");
  choose ("17");
  assert_text (fixture, "收到17件，17");
  g_assert_cmpuint (count_links (fixture), ==, 2);
  /* What was taken last is offered first. */
  g_assert_true (bb_text_links_insert (fixture->links, fixture->cell));
  assert_text (fixture, "收到173525件，17");
  g_assert_false (bb_text_links_insert (fixture->links, ui_test_cell (fixture->report, "t3.deny.1.natural")));
}

static void
test_window (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window;
  GtkWidget *focus;

  ui_test_type (report, "t3.new.natural", "3525");
  ui_test_edit (report, "收到件");
  g_assert_true (bb_report_insert_link (report, bb_report_get_section (report, 1), 2, 0,
                                        ui_test_cell (report, "t3.new.natural")));
  window = ui_test_window (report);
  bb_document_view_show_page (bb_window_get_view (window), 1);
  bb_page_reveal (bb_document_view_get_page (bb_window_get_view (window)), NULL);
  ui_test_wait_frame (GTK_WIDGET (window));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (BB_IS_PROSE_VIEW (focus));
  ui_test_activate (window, "win.insert-figure");
  choose ("3525");
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "3525收到3525件");

  g_assert_true (gtk_widget_activate_action (focus, "link.go", NULL));
  ui_test_settle ();
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (bb_window_get_view (window))), ==, 3);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static BbIssue *
find_issue (BbChecker *checker, const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (g_str_equal (bb_issue_get_rule_id (issue), rule))
        return issue; /* the list keeps it */
    }
  return NULL;
}

/* A number that is another than its cell's: the issue shows where it stands, one click links it. */
static void
test_issue (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbField *text = bb_report_get_section (report, 1);
  const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };
  BbWindow *window;
  BbIssue *issue;
  GtkWidget *button;
  guint start, length, n_fixes;
  GtkTextIter from, to;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("t3.new.", columns[i], NULL);

      ui_test_type (report, id, i == 0 ? "11" : "0");
    }
  ui_test_edit (report, "本年共受理政府信息公开申请12件。");
  window = ui_test_window (report);
  issue = find_issue (bb_session_get_checker (bb_window_get_session (window)), "text.table");
  g_assert_nonnull (issue);
  g_assert_true (bb_issue_get_text_range (issue, &start, &length));
  ui_test_activate (window, "win.next-issue");
  ui_test_wait_frame (GTK_WIDGET (window));
  ui_test_settle ();
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (bb_window_get_view (window))), ==, 1);
  g_assert_true (gtk_text_buffer_get_selection_bounds (
    gtk_text_view_get_buffer (ui_test_find (bb_document_view_get_page (bb_window_get_view (window)), BB_TYPE_PROSE_VIEW)),
    &from, &to));
  g_assert_cmpint (gtk_text_iter_get_offset (&from), ==, (int) start);
  g_assert_cmpint (gtk_text_iter_get_offset (&to), ==, (int) (start + length));

  button = ui_test_find_button (window, bb_issue_get_fixes (issue, &n_fixes)[0].label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (bb_field_get_text (text), ==, "本年共受理政府信息公开申请11件。");
  ui_test_type (report, "t3.new.natural", "20");
  g_assert_cmpstr (bb_field_get_text (text), ==, "本年共受理政府信息公开申请20件。");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

/* What the words speak of is offered before anything is typed. */
static void
test_guess (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window;
  GtkWidget *chooser;
  g_autoptr (BbFigure) first = NULL;

  ui_test_type (report, "t2.rules.made", "1");
  ui_test_type (report, "t3.carried_in.total", "36");
  ui_test_edit (report, "上年结转");
  window = ui_test_window (report);
  bb_document_view_show_page (bb_window_get_view (window), 1);
  bb_page_reveal (bb_document_view_get_page (bb_window_get_view (window)), NULL);
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
  ui_test_activate (window, "win.insert-figure");
  chooser = find_chooser ();
  first = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (ui_test_find (chooser, GTK_TYPE_LIST_VIEW))), 0);
  g_assert_cmpuint (bb_figure_get_cell (first), ==, ui_test_cell (report, "t3.carried_in.total"));
  choose ("");
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (report, 1)), ==, "上年结转36");
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

static GBytes *
export (BbReport *report, BbExportFormat format)
{
  g_autofree char *path = ui_test_path (bb_export_suffix (format));
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  bb_export_file (report, format, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* The same report without links gives the same files. */
static void
test_exports (void)
{
  g_autoptr (BbReport) linked = ui_test_report (2024);
  g_autoptr (BbReport) plain = ui_test_report (2024);

  ui_test_type (linked, "t3.new.natural", "3525");
  ui_test_type (plain, "t3.new.natural", "3525");
  ui_test_edit (linked, "收到件。");
  g_assert_true (bb_report_insert_link (linked, bb_report_get_section (linked, 1), 2, 0,
                                        ui_test_cell (linked, "t3.new.natural")));
  ui_test_edit (plain, "收到3525件。");
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    {
      g_autoptr (GBytes) one = export (linked, (BbExportFormat) i);
      g_autoptr (GBytes) two = export (plain, (BbExportFormat) i);

      g_assert_true (g_bytes_equal (one, two));
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/text-links/caret", test_caret },
    { "/text-links/deleting", test_deleting },
    { "/text-links/typing-beside", test_typing_beside },
    { "/text-links/following", test_following },
    { "/text-links/plain-text", test_plain_text },
    { "/text-links/inserting", test_inserting },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/text-links/window", test_window);
  g_test_add_func ("/text-links/issue", test_issue);
  g_test_add_func ("/text-links/guess", test_guess);
  g_test_add_func ("/text-links/exports", test_exports);
  return ui_test_run ();
}
