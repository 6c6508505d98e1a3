/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing draws the pages of the PDF. A program of its own: what GTK loads to print is much. */
#include "ui-test.h"

#include "bb-preview.h"
#include "bb-printing.h"

#include <glib/gstdio.h>
#include <utime.h>

static void
test_print (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  g_autofree char *path = ui_test_path ("printed.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (BbPrint) print = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  int n_pages;

  bb_report_edit (report, bb_report_find_field (report, "overview"), "全年工作平稳有序。", BB_ORIGIN_TYPED);
  print = bb_print_new (report);
  operation = bb_printing_new (NULL, report);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, (int) bb_print_n_pages (print));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (size, >, 10000);
  g_unlink (path);
}

static BbPreview *
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (BB_IS_PREVIEW (window))
        return BB_PREVIEW (window);
    }
  return NULL;
}

/* The button of the print dialog opens the program's own preview; nothing is printed. */
static void
test_preview (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  g_autoptr (GtkPrintOperation) operation = bb_printing_new (GTK_WINDOW (window), report);
  BbPreview *preview;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (window), NULL);
  preview = find_preview ();
  g_assert_nonnull (preview);
  g_assert_true (bb_preview_get_report (preview) == report);
  ui_test_settle ();
  g_assert_true (gtk_print_operation_is_finished (operation));
  g_object_ref (preview);
  gtk_window_destroy (GTK_WINDOW (preview));
  ui_test_settle ();
  g_assert_finalize_object (preview);
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

/* The name of a file stays in the settings when a printer is taken the next time: then nothing is said of it. */
static void
test_file (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *path = ui_test_path ("to-file.pdf");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *found = NULL;
  struct utimbuf before;

  g_assert_null (bb_printing_dup_file (settings, now));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  g_assert_null (bb_printing_dup_file (settings, now));
  g_assert_true (g_file_set_contents (path, "%PDF", -1, NULL));
  g_assert_null (bb_printing_dup_file (settings, now + 60));
  found = bb_printing_dup_file (settings, now);
  g_assert_cmpstr (found, ==, path);

  /* A file's time is that of the last tick of the kernel: of the second before when it is written with the beginning of one. */
  g_clear_pointer (&found, g_free);
  before.actime = before.modtime = now - 1;
  g_assert_cmpint (g_utime (path, &before), ==, 0);
  found = bb_printing_dup_file (settings, now);
  g_assert_cmpstr (found, ==, path);
}

/* Who prints without the preview is asked about errors, and comes to the list of them. */
static void
test_errors_ask (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  BbChecker *checker = bb_session_get_checker (bb_window_get_session (window));

  ui_test_activate (window, "win.print");
  g_assert_nonnull (ui_test_dialog ());
  ui_test_answer ("cancel");
  g_assert_cmpint (bb_checker_get_mode (checker), ==, BB_CHECK_LIVE);
  ui_test_activate (window, "win.print");
  ui_test_answer ("issues");
  g_assert_cmpint (bb_checker_get_mode (checker), ==, BB_CHECK_COMPLETE);
  g_assert_null (ui_test_dialog ());
  g_clear_object (&report);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/printing/pages", test_print);
  g_test_add_func ("/printing/preview", test_preview);
  g_test_add_func ("/printing/file", test_file);
  g_test_add_func ("/printing/errors-ask", test_errors_ask);

  return ui_test_run ();
}
