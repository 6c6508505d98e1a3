/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a text while an input method composes in it. */
#include "script-im.h"
#include "ui-test.h"

#include "bb-narrative-page.h"
#include "bb-prose-view.h"

#define OVERVIEW 1

typedef struct
{
  BbReport *report;
  BbField *field;
  BbWindow *window;
  BbPage *page;
  BbProseView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view;

  script_im_set_keeps (FALSE);
  fixture->report = ui_test_report (2024);
  fixture->field = bb_report_get_section (fixture->report, OVERVIEW);
  bb_report_edit (fixture->report, fixture->field, "公开 三件,按时。", BB_ORIGIN_TYPED);
  bb_report_barrier (fixture->report);
  fixture->window = ui_test_window (fixture->report);
  view = bb_window_get_view (fixture->window);
  bb_document_view_show_page (view, OVERVIEW);
  fixture->page = bb_document_view_get_page (view);
  fixture->view = ui_test_find (fixture->page, BB_TYPE_PROSE_VIEW);
  bb_page_reveal (fixture->page, NULL);
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 5, 0);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

static void
compose (const char *preedit)
{
  script_im_preedit (script_im_current (), preedit);
  ui_test_settle ();
}

static void
commit (const char *text)
{
  script_im_commit (script_im_current (), text, FALSE);
  ui_test_settle ();
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (bb_field_get_text (fixture->field), ==, expected);
}

/* What is half typed is nobody's; a phrase is one step. */
static void
test_phrase (Fixture *fixture, gconstpointer data)
{
  compose ("guifanxing");
  assert_text (fixture, "公开 三件,按时。");
  commit ("规范性");
  assert_text (fixture, "公开 三件规范性,按时。");
  compose ("wenjian");
  commit ("文件");
  assert_text (fixture, "公开 三件规范性文件,按时。");
  bb_report_undo (fixture->report);
  assert_text (fixture, "公开 三件规范性,按时。");
}

/* A figure that follows its cell, a fix: the text changes, what is half typed stays and arrives where it was begun. */
static void
test_change_from_elsewhere (Fixture *fixture, gconstpointer data)
{
  compose ("wen");
  bb_report_edit (fixture->report, fixture->field, "全年公开 三件,按时公开。", BB_ORIGIN_TYPED);
  bb_page_reveal (fixture->page, fixture->field);
  ui_test_settle ();
  g_assert_cmpstr (script_im_get_preedit (script_im_current ()), ==, "wen");
  commit ("文");
  assert_text (fixture, "全年公开 三件文,按时公开。");
}

/* Undo, tidying up, going where something changed: not while something is half typed. */
static void
test_left_in_peace (Fixture *fixture, gconstpointer data)
{
  compose ("wen");
  ui_test_activate (fixture->window, "win.undo");
  ui_test_activate (fixture->window, "win.tidy");
  ui_test_activate (fixture->window, "win.tidy-all");
  assert_text (fixture, "公开 三件,按时。");
  bb_page_reveal (fixture->page, fixture->field);
  g_assert_cmpstr (script_im_get_preedit (script_im_current ()), ==, "wen");
  commit ("文");
  assert_text (fixture, "公开 三件文,按时。");
  ui_test_activate (fixture->window, "win.undo");
  assert_text (fixture, "公开 三件,按时。");
}

/* Another section: an input method that keeps what is half typed gives it to the text that it was typed in, once. */
static void
test_section_change (Fixture *fixture, gconstpointer data)
{
  script_im_set_keeps (TRUE);
  compose ("wen");
  ui_test_activate (fixture->window, "win.next-page");
  ui_test_settle ();
  assert_text (fixture, "公开 三件wen,按时。");
  ui_test_activate (fixture->window, "win.previous-page");
  ui_test_settle ();
  assert_text (fixture, "公开 三件wen,按时。");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/prose-input/phrase", test_phrase },
    { "/prose-input/change-from-elsewhere", test_change_from_elsewhere },
    { "/prose-input/left-in-peace", test_left_in_peace },
    { "/prose-input/section-change", test_section_change },
  };

  script_im_announce ();
  ui_test_init (&argc, &argv);
  script_im_register ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
