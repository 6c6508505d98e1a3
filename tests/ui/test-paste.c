/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks from the clipboard into a table and out of it, in a window. */
#include "bb-paste-dialog.h"
#include "sheet/bb-sheet.h"
#include "ui-test.h"

#include <string.h>

typedef struct
{
  BbReport *report;
  BbWindow *window;
  BbSheet *sheet;
} Fixture;

static BbField *
field (Fixture *fixture, const char *id)
{
  return bb_report_get_cell (fixture->report, ui_test_cell (fixture->report, id));
}

static void
assert_text (Fixture *fixture, const char *id, const char *text)
{
  g_assert_cmpstr (bb_field_get_text (field (fixture, id)), ==, text);
}

static void
go_to (Fixture *fixture, const char *id)
{
  bb_document_view_reveal_field (bb_window_get_view (fixture->window), field (fixture, id));
  ui_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2023);
  fixture->window = ui_test_window (fixture->report);
  go_to (fixture, "t3.new.natural");
  fixture->sheet = BB_SHEET (ui_test_find (bb_document_view_get_page (bb_window_get_view (fixture->window)), BB_TYPE_SHEET));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->report);
  ui_test_destroy_window (fixture->window);
}

static GdkClipboard *
clipboard (Fixture *fixture)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
}

static void
offer (Fixture *fixture, const char *html, const char *text)
{
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (html != NULL ? html : "", html != NULL ? strlen (html) : 0);

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  both = gdk_content_provider_new_union (providers, html != NULL ? 2 : 1);
  if (html == NULL)
    g_object_unref (providers[1]);
  gdk_clipboard_set_content (clipboard (fixture), both);
}

static gboolean
has_text (gpointer data)
{
  Fixture *fixture = data;

  return *bb_field_get_text (field (fixture, "t3.new.business")) != '\0';
}

static BbPasteDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (BB_IS_PASTE_DIALOG (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static void
paste (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.paste", NULL);
}

/* A block into empty cells is done at once, as one step. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  offer (fixture, NULL, "1\t2\n3\t4\n");
  paste (fixture);
  ui_test_wait (has_text, fixture);
  assert_text (fixture, "t3.new.natural", "1");
  assert_text (fixture, "t3.carried_in.business", "4");
  g_assert_null (find_dialog ());
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.natural", "");
  assert_text (fixture, "t3.carried_in.business", "");
}

/* The page on the clipboard counts before its text, and labels before the place: that is shown first. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  BbPasteDialog *dialog;
  guint64 state = bb_report_get_state_number (fixture->report);

  ui_test_type (fixture->report, "t3.granted.natural", "9");
  bb_report_barrier (fixture->report);
  state = bb_report_get_state_number (fixture->report);
  offer (fixture, "<table><tr><td colspan=3>（一）予以公开<td>1<td>2<td>0<td>0<td>0<td>0<td>3</table>", "something else");
  paste (fixture);
  ui_test_wait (has_dialog, NULL);
  dialog = find_dialog ();
  g_assert_cmpuint (bb_report_get_state_number (fixture->report), ==, state);
  gtk_widget_activate_default (GTK_WIDGET (dialog));
  ui_test_wait (has_no_dialog, NULL);
  assert_text (fixture, "t3.granted.natural", "1");
  assert_text (fixture, "t3.granted.total", "3");
  assert_text (fixture, "t3.new.natural", "");
  bb_report_undo (fixture->report);
  g_assert_cmpuint (bb_report_get_state_number (fixture->report), ==, state);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  guint64 state;

  ui_test_type (fixture->report, "t3.new.natural", "9");
  bb_report_barrier (fixture->report);
  state = bb_report_get_state_number (fixture->report);
  offer (fixture, NULL, "1\t2");
  paste (fixture);
  ui_test_wait (has_dialog, NULL);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  ui_test_wait (has_no_dialog, NULL);
  g_assert_cmpuint (bb_report_get_state_number (fixture->report), ==, state);
}

/* While the question is open, the report moves on: what was shown is no longer what would happen. */
static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  ui_test_type (fixture->report, "t3.new.natural", "9");
  bb_report_barrier (fixture->report);
  offer (fixture, NULL, "1\t2");
  paste (fixture);
  ui_test_wait (has_dialog, NULL);
  bb_report_undo (fixture->report);
  gtk_widget_activate_default (GTK_WIDGET (find_dialog ()));
  ui_test_settle ();
  assert_text (fixture, "t3.new.natural", "");
  assert_text (fixture, "t3.new.business", "");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

static void
refused_cb (BbSheet *sheet, const char *message, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (message);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *message = NULL;

  g_signal_connect (fixture->sheet, "refused", G_CALLBACK (refused_cb), &message);
  offer (fixture, NULL, "1\t2\t3\t4\t5\t6\t7\t8");
  paste (fixture);
  ui_test_wait (is_set, &message);
  g_assert_true (g_str_has_prefix (message, "The copied block is 8 columns wide"));
  assert_text (fixture, "t3.new.natural", "");
}

/* A page that its reader does not survive costs nothing but the paste: the window is there, and takes the text. */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  g_setenv ("BIANBAO_READER_TROUBLE", "crash", TRUE);
  offer (fixture, "<table><tr><td>5<td>6<tr><td>7<td>8</table>", "1\t2\n3\t4\n");
  paste (fixture);
  ui_test_wait (has_text, fixture);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  assert_text (fixture, "t3.new.natural", "1");
  assert_text (fixture, "t3.carried_in.business", "4");
}

/* What was copied comes back the same, blanks and words, too. */
static void
test_copied (Fixture *fixture, gconstpointer data)
{
  GdkContentFormats *formats;

  ui_test_type (fixture->report, "t3.new.natural", "1");
  ui_test_type (fixture->report, "t3.new.research", "/");
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.select-row", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.copy", NULL);
  formats = gdk_clipboard_get_formats (clipboard (fixture));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/tab-separated-values"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  ui_test_type (fixture->report, "t3.deny.1.business", "8");
  go_to (fixture, "t3.deny.1.natural");
  paste (fixture);
  ui_test_wait (has_dialog, NULL);
  gtk_widget_activate_default (GTK_WIDGET (find_dialog ()));
  ui_test_wait (has_no_dialog, NULL);
  assert_text (fixture, "t3.deny.1.natural", "1");
  assert_text (fixture, "t3.deny.1.business", "");
  assert_text (fixture, "t3.deny.1.research", "/");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/paste/at-once", Fixture, NULL, set_up, test_at_once, tear_down);
  g_test_add ("/paste/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/paste/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/paste/outdated", Fixture, NULL, set_up, test_outdated, tear_down);
  g_test_add ("/paste/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/paste/crash", Fixture, NULL, set_up, test_crash, tear_down);
  g_test_add ("/paste/copied", Fixture, NULL, set_up, test_copied, tear_down);
  return ui_test_run ();
}
