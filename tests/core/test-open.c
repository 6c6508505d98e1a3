/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bianbao.h>

#include "bb-folder.h"

#include <string.h>

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A report whose blank cells can be deduced: one row of zeros is left open. */
static BbReport *
make_report (void)
{
  const BbForm *form = bb_form_get ("2021");
  BbReport *report = bb_report_new (form);

  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "某区", BB_ORIGIN_TYPED);
  bb_report_set_year (report, 2024, FALSE);
  for (guint i = 0; i < form->n_sections; i++)
    bb_report_edit (report, bb_report_get_section (report, i), "本节说明一句。", BB_ORIGIN_TYPED);
  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0)
      bb_report_edit (report, bb_report_get_cell (report, i), "0", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t3.new.natural"), "3", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t3.granted.natural"), "3", BB_ORIGIN_TYPED);
  return report;
}

static char *
write_text (BbReport   *report,
            const char *name)
{
  char *path = path_of (name);
  g_autoptr (GError) error = NULL;

  bb_export_file (report, BB_EXPORT_TEXT, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  return path;
}

static BbOpened *
assert_opens (const char  *path,
              BbOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;
  BbOpened *opened = bb_open_path (path, flags, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (opened);
  return opened;
}

static void
test_text (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *path = write_text (report, "报告.txt");
  g_autoptr (BbOpened) opened = assert_opens (path, BB_OPEN_DEFAULT);
  g_autofree char *difference = NULL;

  g_assert_cmpstr (opened->format, ==, "text");
  g_assert_cmpstr (opened->encoding, ==, "UTF-8");
  g_assert_false (opened->is_document);
  g_assert_true (bb_report_get_modified (opened->report));
  g_assert_false (bb_report_can_undo (opened->report));
  bb_report_equal (report, opened->report, &difference);
  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_as_read (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *path = NULL;
  g_autoptr (BbOpened) settled = NULL;
  g_autoptr (BbOpened) as_read = NULL;

  bb_report_edit (report, bb_report_find_field (report, "t3.granted.business"), "", BB_ORIGIN_TYPED);
  path = write_text (report, "gap.txt");
  settled = assert_opens (path, BB_OPEN_DEFAULT);
  as_read = assert_opens (path, BB_OPEN_AS_READ);
  /* The cell, and the three totals that are blank without it and computed with it. */
  g_assert_cmpuint (settled->settled.deduced, ==, 1);
  g_assert_cmpuint (settled->settled.derived, ==, 3);
  g_assert_cmpint (bb_field_get_origin (bb_report_find_field (settled->report, "t3.granted.business")), ==, BB_ORIGIN_DEDUCED);
  g_assert_cmpstr (bb_field_get_text (bb_report_find_field (settled->report, "t3.granted.business")), ==, "0");
  g_assert_cmpuint (as_read->settled.deduced, ==, 0);
  g_assert_cmpint (bb_field_get_state (bb_report_find_field (as_read->report, "t3.granted.business")), ==, BB_STATE_BLANK);
}

static void
test_document (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *path = path_of ("a.BIANBAO");
  g_autofree char *renamed = path_of ("renamed.txt");
  g_autoptr (BbOpened) opened = NULL;
  g_autoptr (BbOpened) by_content = NULL;
  g_autoptr (GError) error = NULL;

  bb_document_save (report, path, NULL, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  opened = assert_opens (path, BB_OPEN_DEFAULT);
  g_assert_cmpstr (opened->format, ==, "bianbao");
  g_assert_true (opened->is_document);
  g_assert_false (bb_report_get_modified (opened->report));
  g_assert_false (bb_stamp_changed (path, &opened->stamp));
  g_assert_cmpint (g_rename (path, renamed), ==, 0);
  by_content = assert_opens (renamed, BB_OPEN_DEFAULT);
  g_assert_true (by_content->is_document);
}

static void
test_errors (void)
{
  static const char not_utf8[] = "\xff\xfe.txt";
  const struct
  {
    const char *name;
    const char *content;
    GQuark domain;
    int code;
  } cases[] = {
    { "absent.txt", NULL, G_IO_ERROR, G_IO_ERROR_NOT_FOUND },
    { ".", NULL, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY },
    { "broken.bianbao", "{\"bianbao\":\"1.0\"}", BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_CHECKSUM },
    { "text.bianbao", "一份文字", BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_SYNTAX },
    { "a.odg", "PK", BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED },
    { "a.docx", "PK", BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED },
    { "novel.txt", "很久很久以前", BB_IMPORT_ERROR, BB_IMPORT_ERROR_NO_REPORT },
    { "empty.txt", "", BB_IMPORT_ERROR, BB_IMPORT_ERROR_NO_REPORT },
    { not_utf8, "", BB_IMPORT_ERROR, BB_IMPORT_ERROR_NO_REPORT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = path_of (cases[i].name);
      g_autoptr (GError) error = NULL;

      if (cases[i].content != NULL)
        bb_folder_write (path, cases[i].content);
      g_assert_null (bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error));
      g_assert_error (error, cases[i].domain, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_pipe (void)
{
  g_autofree char *path = path_of ("pipe.txt");
  gint64 best = G_MAXINT64;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  /* A busy machine may keep it waiting once, not each time. */
  for (guint round = 0; round < 5 && best >= G_USEC_PER_SEC / 2; round++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 took;

      g_assert_null (bb_open_path (path, BB_OPEN_DEFAULT, NULL, &error));
      took = g_get_monotonic_time () - start;
      best = MIN (best, took);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
    }
  g_assert_cmpint (best, <, G_USEC_PER_SEC / 2);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
open_and_wait (const char   *path,
               GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  bb_open_path_async (path, BB_OPEN_DEFAULT, cancellable, opened_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
count_cb (BbReport *report,
          guint    *n)
{
  (*n)++;
}

static void
test_async (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autofree char *path = write_text (report, "async.txt");
  g_autofree char *absent = path_of ("absent.txt");
  g_autoptr (GAsyncResult) result = open_and_wait (path, NULL);
  g_autoptr (GAsyncResult) failed = open_and_wait (absent, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = bb_open_path_finish (result, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_signal_connect (opened->report, "changed", G_CALLBACK (count_cb), &n);
  bb_report_edit (opened->report, bb_report_find_field (opened->report, "t3.new.natural"), "4", BB_ORIGIN_TYPED);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (bb_open_path_finish (failed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  cancelled = open_and_wait (path, cancellable);
  g_assert_null (bb_open_path_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  folder = bb_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/text", test_text);
  g_test_add_func ("/open/as-read", test_as_read);
  g_test_add_func ("/open/document", test_document);
  g_test_add_func ("/open/errors", test_errors);
  g_test_add_func ("/open/pipe", test_pipe);
  g_test_add_func ("/open/async", test_async);
  status = g_test_run ();
  bb_folder_remove (folder);
  g_free (folder);
  return status;
}
