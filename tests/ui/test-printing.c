/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing draws the pages of the PDF. A program of its own: what GTK loads to print is much. */
#include "ui-test.h"

#include "bb-printing.h"

#include <glib/gstdio.h>

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
  operation = bb_printing_new (report);
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

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/printing/pages", test_print);

  return ui_test_run ();
}
