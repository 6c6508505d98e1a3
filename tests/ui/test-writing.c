/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writing pages in a window. */
#include "ui-test.h"

#include "bb-guidance.h"
#include "bb-narrative-page.h"
#include "bb-page-header.h"
#include "bb-prose-view.h"
#include "bb-table-page.h"
#include "bb-tidy-up.h"

enum
{
  OVERVIEW = 1,
  REQUESTS = 3,
  PROBLEMS = 5
};

typedef struct
{
  BbReport *report;
  BbWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  fixture->window = ui_test_window (fixture->report);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

static BbField *
section_field (Fixture *fixture, guint section)
{
  return bb_report_get_section (fixture->report, section);
}

static void
set_text (Fixture *fixture, guint section, const char *text)
{
  bb_report_barrier (fixture->report);
  bb_report_edit (fixture->report, section_field (fixture, section), text, BB_ORIGIN_TYPED);
  bb_report_barrier (fixture->report);
}

static BbPage *
show (Fixture *fixture, guint section)
{
  BbDocumentView *view = bb_window_get_view (fixture->window);

  bb_document_view_show_page (view, section);
  bb_page_reveal (bb_document_view_get_page (view), NULL);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  return bb_document_view_get_page (view);
}

static void
assert_section (Fixture *fixture, guint section, const char *expected)
{
  g_assert_cmpstr (bb_field_get_text (section_field (fixture, section)), ==, expected);
}

static AdwToast *
last_toast (Fixture *fixture)
{
  return ui_test_find (fixture->window, g_type_from_name ("AdwToastWidget"));
}

/* ---- tidying up ---- */

static void
test_tidy (Fixture *fixture, gconstpointer data)
{
  BbPage *page;
  BbProseView *view;
  BbTextBinding *binding;
  int caret;

  set_text (fixture, OVERVIEW, "　　全年 公开三件,按时公开 五件.");
  set_text (fixture, PROBLEMS, "问题 一");
  page = show (fixture, OVERVIEW);
  view = ui_test_find (page, BB_TYPE_PROSE_VIEW);
  binding = bb_prose_view_get_binding (view);
  /* Between 按 and 时. */
  bb_text_binding_select_range (binding, 11, 0);
  ui_test_activate (fixture->window, "win.tidy");
  assert_section (fixture, OVERVIEW, "全年公开三件，按时公开五件。");
  assert_section (fixture, PROBLEMS, "问题 一");
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "cursor-position", &caret, NULL);
  g_assert_cmpint (caret, ==, 8);
  g_assert_nonnull (last_toast (fixture));

  ui_test_activate (fixture->window, "win.undo");
  assert_section (fixture, OVERVIEW, "　　全年 公开三件,按时公开 五件.");
  ui_test_activate (fixture->window, "win.tidy-all");
  assert_section (fixture, OVERVIEW, "全年公开三件，按时公开五件。");
  assert_section (fixture, PROBLEMS, "问题一");
  ui_test_activate (fixture->window, "win.undo");
  assert_section (fixture, OVERVIEW, "　　全年 公开三件,按时公开 五件.");
  assert_section (fixture, PROBLEMS, "问题 一");
}

static void
test_tidy_nothing (Fixture *fixture, gconstpointer data)
{
  guint64 state;

  set_text (fixture, OVERVIEW, "公开三件。");
  show (fixture, OVERVIEW);
  state = bb_report_get_state_number (fixture->report);
  ui_test_activate (fixture->window, "win.tidy");
  g_assert_cmpuint (bb_report_get_state_number (fixture->report), ==, state);
  g_assert_nonnull (last_toast (fixture));
}

static void
assert_link (Fixture *fixture, guint number, guint start)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (section_field (fixture, OVERVIEW), &n_links);

  g_assert_cmpuint (n_links, >, number);
  g_assert_cmpuint (links[number].start, ==, start);
}

/* Figures between the places that change go on following their cells. */
static void
test_tidy_keeps_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *changes = NULL;

  ui_test_type (fixture->report, "t3.new.natural", "12");
  ui_test_type (fixture->report, "t3.granted.natural", "7");
  set_text (fixture, OVERVIEW, "新收 X 件,公开 Y 件.");
  g_assert_true (bb_report_insert_link (fixture->report, section_field (fixture, OVERVIEW), 10, 1,
                                        ui_test_cell (fixture->report, "t3.granted.natural")));
  g_assert_true (bb_report_insert_link (fixture->report, section_field (fixture, OVERVIEW), 3, 1,
                                        ui_test_cell (fixture->report, "t3.new.natural")));
  assert_section (fixture, OVERVIEW, "新收 12 件,公开 7 件.");
  changes = bb_tidy_up (fixture->report, OVERVIEW);
  assert_section (fixture, OVERVIEW, "新收12件，公开7件。");
  g_assert_cmpstr (changes, !=, "");
  assert_link (fixture, 0, 2);
  assert_link (fixture, 1, 8);
  ui_test_type (fixture->report, "t3.granted.natural", "100");
  assert_section (fixture, OVERVIEW, "新收12件，公开100件。");
}

/* ---- guidance ---- */

static gboolean
shows_guidance (BbPage *page)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (ui_test_find (page, ADW_TYPE_FLAP)));
}

static void
test_guidance (Fixture *fixture, gconstpointer data)
{
  BbPage *overview = show (fixture, OVERVIEW);
  BbPage *problems = show (fixture, PROBLEMS);

  g_assert_true (shows_guidance (overview));
  g_assert_true (shows_guidance (problems));
  /* It stays so on all pages, also on those that are made later. */
  ui_test_activate (fixture->window, "win.toggle-guidance");
  g_assert_false (shows_guidance (problems));
  g_assert_false (shows_guidance (overview));
  g_assert_false (shows_guidance (show (fixture, PROBLEMS + 1)));
  ui_test_activate (fixture->window, "win.toggle-guidance");
  g_assert_true (shows_guidance (problems));
  /* Not where there is none: nothing happens. */
  show (fixture, REQUESTS);
  ui_test_activate (fixture->window, "win.toggle-guidance");
  g_assert_true (shows_guidance (overview));
}

static GtkListBoxRow *
topic_row (BbPage *page, int number)
{
  BbGuidance *guidance = ui_test_find (page, BB_TYPE_GUIDANCE);

  return gtk_list_box_get_row_at_index (ui_test_find (guidance, GTK_TYPE_LIST_BOX), number);
}

static gboolean
is_met (gpointer row)
{
  return gtk_list_box_row_get_activatable (row);
}

static void
test_topics (Fixture *fixture, gconstpointer data)
{
  BbPage *page = show (fixture, OVERVIEW);
  BbProseView *view = ui_test_find (page, BB_TYPE_PROSE_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkListBoxRow *row = topic_row (page, 0);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *selected = NULL;

  g_assert_false (is_met (row));
  set_text (fixture, OVERVIEW, "全年。\n（一）主动公开。正文");
  ui_test_wait (is_met, row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "In the text: 主动公开：本年公开了哪些政策文件和重点领域信息，解读和回应做得如何");
  g_assert_false (is_met (topic_row (page, 1)));

  /* It leads to the place, also when the text moved meanwhile. */
  set_text (fixture, OVERVIEW, "2024年，全年。\n（一）主动公开。正文");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit_by_name (row, "activate");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, "主动公开");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (view));
}

/* In a narrow window the text has all the room; what was wanted comes back with it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  BbPage *page = show (fixture, OVERVIEW);
  AdwFlap *flap = ui_test_find (page, ADW_TYPE_FLAP);

  g_assert_true (shows_guidance (page));
  adw_flap_set_fold_policy (flap, ADW_FLAP_FOLD_POLICY_ALWAYS);
  ui_test_settle ();
  g_assert_false (shows_guidance (page));
  ui_test_activate (fixture->window, "win.toggle-guidance");
  g_assert_true (shows_guidance (page));
  ui_test_activate (fixture->window, "win.toggle-guidance");
  adw_flap_set_fold_policy (flap, ADW_FLAP_FOLD_POLICY_NEVER);
  ui_test_settle ();
  g_assert_true (shows_guidance (page));
}

/* ---- pages ---- */

static void
test_focus_lands_in_the_text (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view = bb_window_get_view (fixture->window);

  show (fixture, OVERVIEW - 1);
  ui_test_activate (fixture->window, "win.next-page");
  ui_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == ui_test_find (bb_document_view_get_page (view), BB_TYPE_PROSE_VIEW));
}

/* The text above a table is the same view, and is counted beside its title. */
static void
test_table_text (Fixture *fixture, gconstpointer data)
{
  GtkExpander *expander;
  BbProseCount *count;
  BbProseView *view;

  /* There is a text: it is open. */
  set_text (fixture, REQUESTS, "本年收到申请。");
  expander = ui_test_find (show (fixture, REQUESTS), GTK_TYPE_EXPANDER);
  view = ui_test_find (expander, BB_TYPE_PROSE_VIEW);
  count = ui_test_find (gtk_expander_get_label_widget (expander), BB_TYPE_PROSE_COUNT);
  ui_test_settle ();
  g_assert_cmpstr (bb_prose_count_get_text (count), ==, "7 characters");
  g_assert_true (bb_text_binding_get_view (bb_prose_view_get_binding (view)) == GTK_TEXT_VIEW (view));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/writing/tidy", test_tidy },
    { "/writing/tidy-nothing", test_tidy_nothing },
    { "/writing/tidy-keeps-links", test_tidy_keeps_links },
    { "/writing/guidance", test_guidance },
    { "/writing/topics", test_topics },
    { "/writing/narrow", test_narrow },
    { "/writing/focus", test_focus_lands_in_the_text },
    { "/writing/table-text", test_table_text },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
