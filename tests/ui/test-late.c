/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes late, because another program or the machine is slow, finds somebody elsewhere: it goes where it was asked for, and
 * takes nothing away from what was done meanwhile. */
#include "slow-clipboard.h"
#include "ui-test.h"

#include "bb-find-bar.h"
#include "bb-prose-view.h"
#include "sheet/bb-sheet.h"
#include "sheet/bb-sheet-cell.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#define OVERVIEW 1

typedef struct
{
  BbReport *report;
  BbWindow *window;
  BbDocumentView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2023);
  ui_test_edit (fixture->report, "甲乙丙丁");
  fixture->window = ui_test_window (fixture->report);
  fixture->view = bb_window_get_view (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

static BbField *
field (Fixture *fixture, const char *id)
{
  return bb_report_get_cell (fixture->report, ui_test_cell (fixture->report, id));
}

static void
assert_cell (Fixture *fixture, const char *id, const char *text)
{
  g_assert_cmpstr (bb_field_get_text (field (fixture, id)), ==, text);
}

typedef struct
{
  BbField *field;
  const char *text;
} Expected;

static gboolean
is_expected (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (bb_field_get_text (expected->field), expected->text);
}

static void
wait_cell (Fixture *fixture, const char *id, const char *text)
{
  Expected expected = { field (fixture, id), text };

  ui_test_wait (is_expected, &expected);
}

static void
wait_prose (Fixture *fixture, const char *text)
{
  Expected expected = { bb_report_get_section (fixture->report, OVERVIEW), text };

  ui_test_wait (is_expected, &expected);
}

static BbSheetCell *
go_to (Fixture *fixture, const char *id)
{
  GtkWidget *focus;

  bb_document_view_reveal_field (fixture->view, field (fixture, id));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  return BB_SHEET_CELL (gtk_widget_get_ancestor (focus, BB_TYPE_SHEET_CELL));
}

static gpointer
find_on_page (Fixture *fixture, GType type)
{
  return ui_test_find (bb_document_view_get_page (fixture->view), type);
}

/* Somebody pastes @text, into what is selected or into the text of @cell, and the other program has not answered yet. */
static SlowClipboard *
begin_paste (Fixture *fixture, BbSheetCell *cell, const char *text)
{
  SlowClipboard *clipboard = slow_clipboard_put (GTK_WIDGET (fixture->window), text);

  if (cell != NULL)
    g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (cell)), "paste-clipboard");
  else
    gtk_widget_activate_action (GTK_WIDGET (find_on_page (fixture, BB_TYPE_SHEET)), "sheet.paste", NULL);
  slow_clipboard_wait (clipboard);
  return clipboard;
}

/* As keys do. */
static void
type (BbSheetCell *cell, const char *text)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (cell)), "insert-at-cursor", text);
}

static gboolean
is_over (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Whoever asked has the answer. */
static void
answer (SlowClipboard *clipboard, gpointer widget)
{
  gpointer alive = clipboard;

  slow_clipboard_answer (clipboard);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), NULL);
  g_object_add_weak_pointer (G_OBJECT (clipboard), &alive);
  g_object_unref (clipboard);
  ui_test_wait (is_over, &alive);
  ui_test_settle ();
}

/* ---- into cells ---- */

static void
test_other_cell (Fixture *fixture, gconstpointer data)
{
  SlowClipboard *clipboard;

  go_to (fixture, "t3.new.natural");
  clipboard = begin_paste (fixture, NULL, "34");
  type (go_to (fixture, "t3.new.business"), "5");
  answer (clipboard, fixture->window);
  wait_cell (fixture, "t3.new.natural", "34");
  assert_cell (fixture, "t3.new.business", "5");
}

static void
test_other_block (Fixture *fixture, gconstpointer data)
{
  SlowClipboard *clipboard;

  go_to (fixture, "t3.new.natural");
  clipboard = begin_paste (fixture, NULL, "3\t4");
  go_to (fixture, "t3.carried_in.research");
  gtk_widget_activate_action (find_on_page (fixture, BB_TYPE_SHEET), "sheet.select-row", NULL);
  answer (clipboard, fixture->window);
  wait_cell (fixture, "t3.new.natural", "3");
  assert_cell (fixture, "t3.new.business", "4");
  assert_cell (fixture, "t3.carried_in.natural", "");
  assert_cell (fixture, "t3.carried_in.research", "");
}

static void
refused_cb (BbSheet *sheet, const char *message, guint *count)
{
  g_assert_true (g_str_has_prefix (message, "The report changed in the meantime."));
  (*count)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *) data > 0;
}

/* What was typed there meanwhile stays. */
static void
test_typed_over (Fixture *fixture, gconstpointer data)
{
  SlowClipboard *clipboard;
  BbSheetCell *cell = go_to (fixture, "t3.new.natural");
  guint count = 0;

  g_signal_connect (find_on_page (fixture, BB_TYPE_SHEET), "refused", G_CALLBACK (refused_cb), &count);
  clipboard = begin_paste (fixture, NULL, "34");
  type (cell, "5");
  answer (clipboard, fixture->window);
  ui_test_wait (is_counted, &count);
  assert_cell (fixture, "t3.new.natural", "5");
}

/* ---- into the text of a cell ---- */

/* The cell was left, and what was selected in it is not any more. */
static void
test_cell_left (Fixture *fixture, gconstpointer data)
{
  SlowClipboard *clipboard;
  BbSheetCell *cell;

  ui_test_type (fixture->report, "t3.new.natural", "12");
  ui_test_type (fixture->report, "t3.new.business", "7");
  cell = go_to (fixture, "t3.new.natural");
  clipboard = begin_paste (fixture, cell, " 34 ");
  go_to (fixture, "t3.new.business");
  gtk_editable_select_region (GTK_EDITABLE (cell), 0, 0);
  answer (clipboard, fixture->window);
  wait_cell (fixture, "t3.new.natural", "34");
  assert_cell (fixture, "t3.new.business", "7");
  g_assert_cmpint (bb_sheet_cell_get_mode (cell), ==, BB_SHEET_CELL_READY);
  bb_report_undo (fixture->report);
  assert_cell (fixture, "t3.new.natural", "12");
}

/* Into the middle of a figure, although the cell is another one's meanwhile. */
static void
test_middle (Fixture *fixture, gconstpointer data)
{
  SlowClipboard *clipboard;
  BbSheetCell *cell;

  ui_test_type (fixture->report, "t3.new.natural", "1290");
  cell = go_to (fixture, "t3.new.natural");
  bb_sheet_cell_begin_edit (cell);
  gtk_editable_select_region (GTK_EDITABLE (cell), 1, 3);
  clipboard = begin_paste (fixture, cell, "34");
  go_to (fixture, "t3.new.business");
  go_to (fixture, "t3.new.natural");
  answer (clipboard, fixture->window);
  wait_cell (fixture, "t3.new.natural", "1340");
}

static gboolean
says_so (GtkWidget *root)
{
  if (GTK_IS_LABEL (root))
    return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), "The report changed in the meantime.");
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says_so (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (gpointer window)
{
  return says_so (window);
}

static void
test_cell_typed_over (Fixture *fixture, gconstpointer data)
{
  SlowClipboard *clipboard;
  BbSheetCell *cell;

  ui_test_type (fixture->report, "t3.new.natural", "12");
  cell = go_to (fixture, "t3.new.natural");
  bb_sheet_cell_begin_edit (cell);
  clipboard = begin_paste (fixture, cell, "34");
  type (cell, "5");
  answer (clipboard, fixture->window);
  ui_test_wait (is_said, fixture->window);
  assert_cell (fixture, "t3.new.natural", "125");
}

/* ---- into texts ---- */

static GtkTextView *
show_text (Fixture *fixture)
{
  bb_document_view_show_page (fixture->view, OVERVIEW);
  bb_page_reveal (bb_document_view_get_page (fixture->view), NULL);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  return find_on_page (fixture, BB_TYPE_PROSE_VIEW);
}

static void
select_range (GtkTextView *view, int start, int length)
{
  bb_text_binding_select_range (bb_prose_view_get_binding (BB_PROSE_VIEW (view)), (guint) start, (guint) length);
}

/* As keys do. */
static void
write_text (GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
assert_prose (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (bb_field_get_text (bb_report_get_section (fixture->report, OVERVIEW)), ==, text);
}

static SlowClipboard *
paste_slowly (Fixture *fixture, GtkTextView *view)
{
  SlowClipboard *clipboard = slow_clipboard_put (GTK_WIDGET (fixture->window), "新");

  g_signal_emit_by_name (view, "paste-clipboard");
  slow_clipboard_wait (clipboard);
  return clipboard;
}

/* All is selected meanwhile, to be copied: it is not what the paste replaces. */
static void
test_all_selected (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = show_text (fixture);
  SlowClipboard *clipboard;

  select_range (view, 1, 1);
  clipboard = paste_slowly (fixture, view);
  g_signal_emit_by_name (view, "select-all", TRUE);
  answer (clipboard, fixture->window);
  wait_prose (fixture, "甲新丙丁");
  bb_report_undo (fixture->report);
  assert_prose (fixture, "甲乙丙丁");
}

/* What is typed behind the paste stands behind it, the caret behind both. */
static void
test_typed_behind (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = show_text (fixture);
  SlowClipboard *clipboard;

  select_range (view, 2, 0);
  clipboard = paste_slowly (fixture, view);
  write_text (view, "后");
  answer (clipboard, fixture->window);
  wait_prose (fixture, "甲乙新后丙丁");
  write_text (view, "来");
  assert_prose (fixture, "甲乙新后来丙丁");
}

static void
test_typed_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = show_text (fixture);
  SlowClipboard *clipboard;

  select_range (view, 3, 1);
  clipboard = paste_slowly (fixture, view);
  select_range (view, 0, 1);
  write_text (view, "前");
  answer (clipboard, fixture->window);
  wait_prose (fixture, "前乙丙新");
  write_text (view, "面");
  assert_prose (fixture, "前面乙丙新");
}

/* The report is closed before the answer comes. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = show_text (fixture);
  SlowClipboard *clipboard = paste_slowly (fixture, view);
  GtkWidget *other = gtk_window_new ();

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  answer (clipboard, other);
  gtk_window_destroy (GTK_WINDOW (other));
  fixture->window = ui_test_window (fixture->report);
  assert_prose (fixture, "甲乙丙丁");
}

/* ---- what is not left yet ---- */

static gboolean
is_editable (gpointer cell)
{
  return gtk_editable_get_editable (cell);
}

/* A total by hand is written when its cell is left, or when nobody will. */
static BbSheetCell *
type_total (Fixture *fixture, const char *text)
{
  BbSheetCell *cell = go_to (fixture, "t3.new.total");

  gtk_widget_activate_action (GTK_WIDGET (cell), "cell.override", NULL);
  ui_test_wait (is_editable, cell);
  type (cell, text);
  return cell;
}

static void
test_closed_in_total (Fixture *fixture, gconstpointer data)
{
  bb_report_mark_saved (fixture->report);
  type_total (fixture, "15");
  assert_cell (fixture, "t3.new.total", "");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer ("cancel");
  assert_cell (fixture, "t3.new.total", "15");
}

/* Whether a recovery copy of this process has the text. */
static gboolean
is_copied (gpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bianbao", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      found = g_file_get_contents (path, &content, NULL, NULL) && strstr (content, data) != NULL;
    }
  return found;
}

static void
test_ended_in_total (Fixture *fixture, gconstpointer data)
{
  type_total (fixture, "4711");
  g_assert_cmpint (kill (getpid (), SIGTERM), ==, 0);
  ui_test_wait (is_copied, (gpointer) "4711");
}

/* Told that the file is open in another window, somebody goes on: a later save closes nothing. */
static void
test_close_given_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BbReport) other = ui_test_report (2024);
  BbWindow *window = ui_test_window (other);
  g_autofree char *taken = ui_test_path ("taken.bianbao");
  g_autofree char *mine = ui_test_path ("mine.bianbao");
  g_autofree char *third = ui_test_path ("third.bianbao");

  g_assert_true (bb_window_save_to (window, taken));
  g_assert_true (bb_window_save_to (fixture->window, mine));
  ui_test_edit (fixture->report, "改了");
  gtk_window_close (GTK_WINDOW (fixture->window));
  /* Something writes the file meanwhile: the save asks for another place. */
  g_assert_true (g_file_set_contents (mine, "theirs", -1, NULL));
  ui_test_answer ("save");
  g_assert_nonnull (ui_test_dialog ());
  gtk_window_destroy (GTK_WINDOW (ui_test_dialog ()));
  g_assert_false (bb_window_save_to (fixture->window, taken));
  ui_test_answer ("close");
  g_assert_true (bb_window_save_to (fixture->window, third));
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_clear_object (&other);
  ui_test_destroy_window (window);
}

/* ---- what was found ---- */

static void
find (Fixture *fixture, const char *text)
{
  ui_test_activate (fixture->window, "win.find");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (bb_document_view_get_find_bar (fixture->view), GTK_TYPE_SEARCH_ENTRY)), text);
}

/* From the text itself: the next key is for what was found, before any frame. */
static void
test_found_at_once (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = show_text (fixture);

  find (fixture, "丙");
  gtk_widget_grab_focus (GTK_WIDGET (view));
  select_range (view, 0, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find-next", NULL));
  write_text (view, "三");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  write_text (view, "四");
  assert_prose (fixture, "甲乙三四丁");
}

/* On a page that has no size yet: whoever writes there before the first frame goes on writing. */
static void
test_found_on_new_page (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view;

  find (fixture, "丙");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bb_document_view_get_page (fixture->view))), ==, 0);
  view = find_on_page (fixture, BB_TYPE_PROSE_VIEW);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  write_text (view, "一");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  write_text (view, "二");
  assert_prose (fixture, "一二甲乙丙丁");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/late/other-cell", test_other_cell },
    { "/late/other-block", test_other_block },
    { "/late/typed-over", test_typed_over },
    { "/late/cell-left", test_cell_left },
    { "/late/middle", test_middle },
    { "/late/cell-typed-over", test_cell_typed_over },
    { "/late/all-selected", test_all_selected },
    { "/late/typed-behind", test_typed_behind },
    { "/late/typed-elsewhere", test_typed_elsewhere },
    { "/late/closed", test_closed },
    { "/late/closed-in-total", test_closed_in_total },
    { "/late/ended-in-total", test_ended_in_total },
    { "/late/close-given-up", test_close_given_up },
    { "/late/found-at-once", test_found_at_once },
    { "/late/found-on-new-page", test_found_on_new_page },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
