/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report model: what is announced when, and handlers that edit. */
#include "report-fixture.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  GString *log;
  BbReport *report;
} Listener;

static void
field_changed_cb (BbReport *report, BbField *changed, Listener *listener)
{
  g_string_append_printf (listener->log, "%s=%s ", bb_field_get_id (changed), bb_field_get_text (changed));
}

static void
changed_cb (BbReport *report, Listener *listener)
{
  g_string_append (listener->log, "| ");
}

static void
applied_cb (BbReport *report, BbField *applied, Listener *listener)
{
  g_string_append_printf (listener->log, "@%s ", applied != NULL ? bb_field_get_id (applied) : "none");
}

static void
notify_cb (GObject *object, GParamSpec *pspec, Listener *listener)
{
  g_string_append_printf (listener->log, "%s ", pspec->name);
}

static void
listen (Listener *listener, BbReport *report)
{
  listener->log = g_string_new (NULL);
  listener->report = report;
  g_signal_connect (report, "field-changed", G_CALLBACK (field_changed_cb), listener);
  g_signal_connect (report, "changed", G_CALLBACK (changed_cb), listener);
  g_signal_connect (report, "applied", G_CALLBACK (applied_cb), listener);
  g_signal_connect (report, "notify", G_CALLBACK (notify_cb), listener);
}

static void
assert_heard (Listener *listener, const char *expected)
{
  g_assert_cmpstr (listener->log->str, ==, expected);
  g_string_truncate (listener->log, 0);
}

static void
test_announcements (void)
{
  g_autoptr (BbReport) report = report_new ();
  Listener listener;

  listen (&listener, report);
  g_assert_true (type (report, "t3.new.natural", "1"));
  assert_heard (&listener, "t3.new.natural=1 modified can-undo | ");
  g_assert_false (type (report, "t3.new.natural", "1"));
  assert_heard (&listener, "");
  g_assert_true (type (report, "t3.new.natural", ""));
  assert_heard (&listener, "t3.new.natural= modified can-undo | ");

  bb_report_begin_group (report, "Paste");
  type (report, "t3.new.natural", "1");
  type (report, "t3.new.business", "2");
  type (report, "t3.new.natural", "");
  assert_heard (&listener, "");
  bb_report_end_group (report);
  assert_heard (&listener, "t3.new.business=2 modified can-undo | ");

  bb_report_undo (report);
  assert_heard (&listener, "t3.new.business= modified can-undo can-redo | @t3.new.business ");
  bb_report_undo (report);
  assert_heard (&listener, "");
  bb_report_redo (report);
  assert_heard (&listener, "t3.new.business=2 modified can-undo can-redo | @t3.new.business ");
  bb_report_mark_saved (report);
  assert_heard (&listener, "modified ");
  bb_report_set_year (report, 2020, TRUE);
  assert_heard (&listener, "form meta.year=2020 t3.new.business=2 modified | ");
  bb_report_undo (report);
  assert_heard (&listener, "form meta.year= modified can-redo | @meta.year ");
  g_string_free (listener.log, TRUE);
}

static void
test_announcements_of_totals (void)
{
  g_autoptr (BbReport) report = report_new ();
  Listener listener;

  read_row (report, "new", (const char *const[]) { "1", "2", "3", "0", "0", "0", "6" });
  read_row (report, "granted", (const char *const[]) { "1", "2", "3", "0", "0", "0", "7" });
  listen (&listener, report);
  type (report, "t3.new.natural", "4");
  assert_heard (&listener, "t3.new.natural=4 t3.new.total=9 | ");

  /* The total stays what it is, but is right now: that is something to see. */
  type (report, "t3.granted.natural", "2");
  assert_heard (&listener, "t3.granted.natural=2 t3.granted.total=7 | ");
  g_string_free (listener.log, TRUE);
}

static void
test_field_notifications (void)
{
  g_autoptr (BbReport) report = report_new ();
  BbField *cell = field (report, "t3.new.natural");
  Listener listener = { g_string_new (NULL), report };

  g_signal_connect (cell, "notify", G_CALLBACK (notify_cb), &listener);
  type (report, "t3.new.natural", "1");
  assert_heard (&listener, "text state ");
  bb_report_edit (report, cell, "1", BB_ORIGIN_READ);
  assert_heard (&listener, "origin ");
  read_cell (report, "t3.new.natural", "1");
  assert_heard (&listener, "source ");
  type (report, "t3.new.natural", "2");
  assert_heard (&listener, "text origin source ");
  g_string_free (listener.log, TRUE);
}

static void
normalise_cb (BbReport *report, Listener *listener)
{
  if (g_str_equal (bb_field_get_text (field (report, "t3.new.natural")), "一"))
    type (report, "t3.new.natural", "1");
}

/* A handler that edits makes a round of its own, behind the one under way; both are undone in turn. */
static void
test_handler_edits (void)
{
  g_autoptr (BbReport) report = report_new ();
  Listener listener;

  listen (&listener, report);
  g_signal_connect (report, "changed", G_CALLBACK (normalise_cb), &listener);
  bb_report_begin_group (report, "Paste");
  type (report, "t3.new.natural", "一");
  bb_report_end_group (report);
  assert_heard (&listener, "t3.new.natural=一 modified can-undo | t3.new.natural=1 | ");
  bb_report_undo (report);
  g_string_truncate (listener.log, 0);
  g_assert_cmpstr (bb_field_get_text (field (report, "t3.new.natural")), ==, "1");
  g_string_free (listener.log, TRUE);
}

static void
undo_once_cb (BbReport *report, gboolean *undone)
{
  if (!*undone)
    {
      *undone = TRUE;
      bb_report_undo (report);
    }
}

static void
test_handler_undoes (void)
{
  g_autoptr (BbReport) report = report_new ();
  gboolean undone = FALSE;

  g_signal_connect (report, "changed", G_CALLBACK (undo_once_cb), &undone);
  type (report, "t3.new.natural", "1");
  g_assert_cmpstr (bb_field_get_text (field (report, "t3.new.natural")), ==, "");
  g_assert_false (bb_report_get_modified (report));
  bb_report_redo (report);
  g_assert_cmpstr (bb_field_get_text (field (report, "t3.new.natural")), ==, "1");
}

static void
test_notes (void)
{
  g_autoptr (BbReport) report = report_new ();
  g_autoptr (BbNote) note = bb_note_new ("read.short-row", BB_SEVERITY_WARNING, NULL, "The row is one short", "line 41");
  GListModel *notes = bb_report_get_notes (report);
  Listener listener;

  g_assert_nonnull (bb_note_get_cells (note));
  g_assert_null (bb_note_get_cells (note)[0]);
  listen (&listener, report);
  bb_report_add_note (report, note);
  assert_heard (&listener, "modified can-undo | ");
  bb_report_dismiss_note (report, note, TRUE);
  assert_heard (&listener, "| ");
  bb_report_dismiss_note (report, note, TRUE);
  assert_heard (&listener, "");
  g_assert_true (bb_note_get_dismissed (note));
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  bb_report_undo (report);
  g_assert_false (bb_note_get_dismissed (note));
  assert_heard (&listener, "can-redo | @none ");
  bb_report_undo (report);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 0);
  bb_report_redo (report);
  bb_report_redo (report);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  g_assert_true (bb_note_get_dismissed (note));
  g_string_free (listener.log, TRUE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/announce", test_announcements);
  g_test_add_func ("/report/announce/totals", test_announcements_of_totals);
  g_test_add_func ("/report/announce/fields", test_field_notifications);
  g_test_add_func ("/report/announce/handler-edits", test_handler_edits);
  g_test_add_func ("/report/announce/handler-undoes", test_handler_undoes);
  g_test_add_func ("/report/notes", test_notes);
  return g_test_run ();
}
