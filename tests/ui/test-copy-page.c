/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on the clipboard: as a part of a web page, and as text where no page is wanted. */
#include "ui-test.h"

#include <bianbao/bb-export.h>

/* @stream: what was read of text/html; @text: as plain text */
typedef struct
{
  char *page;
  char *text;
} Clipboard;

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Clipboard *clipboard = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  clipboard->page = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, user_data);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Clipboard *clipboard = user_data;
  g_autoptr (GError) error = NULL;

  clipboard->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer data)
{
  const Clipboard *clipboard = data;

  return clipboard->page != NULL && clipboard->text != NULL;
}

static void
test_copied (void)
{
  static const char *types[] = { "text/html", NULL };
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autofree char *fragment = NULL;
  g_autofree char *expected = NULL;
  Clipboard read = { NULL, NULL };
  BbWindow *window;
  GdkClipboard *clipboard;

  ui_test_type (report, "t3.new.natural", "58");
  window = ui_test_window (report);
  ui_test_activate (window, "win.copy-page");
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, page_cb, &read);
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &read);
  ui_test_wait (is_read, &read);

  fragment = bb_export_fragment (report);
  expected = g_strconcat ("<meta charset=\"utf-8\">", fragment, NULL);
  g_assert_cmpstr (read.page, ==, expected);
  g_assert_nonnull (strstr (read.page, ">58</p>"));
  g_assert_true (g_str_has_prefix (read.text, "测试市2024年政府信息公开工作年度报告\n"));
  g_free (read.page);
  g_free (read.text);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

/* What is not filled in is said, and there is nothing to answer. */
static void
test_told (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  AdwToastOverlay *overlay = ui_test_find (window, ADW_TYPE_TOAST_OVERLAY);
  GtkLabel *label;

  ui_test_activate (window, "win.copy-page");
  ui_test_settle ();
  g_assert_null (ui_test_dialog ());
  label = ui_test_find (gtk_widget_get_last_child (GTK_WIDGET (overlay)), GTK_TYPE_LABEL);
  g_assert_nonnull (label);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (label), "The report is on the clipboard as a web page; it still has "));
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/copy-page/copied", test_copied);
  g_test_add_func ("/copy-page/told", test_told);
  return ui_test_run ();
}
