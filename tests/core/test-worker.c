/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading process: what it may not do, what becomes of one that fails, and that no answer is believed. */
#include "import/bb-import-source.h"
#include "import/bb-wire.h"
#include "import/bb-worker.h"

#include <bianbao/bb-paste.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>

#define PAGE "<title>某局年度报告</title><h1>一、总体情况</h1><p>甲<table><tr><td rowspan=2>乙<td>1<tr><td>2</table>"
#define N_READERS 8

static GBytes *
page (void)
{
  return g_bytes_new_static (PAGE, strlen (PAGE));
}

static BbReading *
read_page (GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = page ();

  return bb_import_bytes (bytes, "2023.html", cancellable, error);
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* ---- troubles ---- */

typedef struct
{
  const char *trouble;
  BbImportError code;
} Trouble;

static const Trouble failures[] = {
  { "crash", BB_IMPORT_ERROR_FAILED },   { "deep", BB_IMPORT_ERROR_FAILED },     { "hang", BB_IMPORT_ERROR_TOO_SLOW },
  { "sleep", BB_IMPORT_ERROR_TOO_SLOW }, { "memory", BB_IMPORT_ERROR_TOO_LARGE }, { "garbage", BB_IMPORT_ERROR_FAILED },
  { "silence", BB_IMPORT_ERROR_FAILED }, { "flood", BB_IMPORT_ERROR_FAILED },
};

static const char *const attempts[] = { "open", "write", "connect", "start", "kill" };

/* After each failure nothing is left behind, and the next file is read as if nothing had been. */
static void
test_failure (gconstpointer data)
{
  const Trouble *failure = data;
  guint n_before = count_descriptors ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) after = NULL;

  g_setenv ("BIANBAO_READER_TROUBLE", failure->trouble, TRUE);
  g_setenv ("BIANBAO_READER_SECONDS", failure->code == BB_IMPORT_ERROR_TOO_SLOW ? "1" : "60", TRUE);
  g_assert_null (read_page (NULL, &error));
  g_assert_error (error, BB_IMPORT_ERROR, (int) failure->code);
  g_assert_cmpuint (count_descriptors (), ==, n_before);
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
  g_assert_cmpint (errno, ==, ECHILD);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_unsetenv ("BIANBAO_READER_SECONDS");
  g_clear_error (&error);
  after = read_page (NULL, &error);
  g_assert_nonnull (after);
  g_assert_no_error (error);
}

/* The process ends itself when one of these succeeds. */
static void
test_forbidden (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = NULL;

  g_setenv ("BIANBAO_READER_TROUBLE", data, TRUE);
  reading = read_page (NULL, &error);
  g_assert_nonnull (reading);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_assert_no_error (error);
}

/* ---- the clipboard ---- */

/* One row of a table, at its first cell: of the page, of the text, or refused. */
static BbPastePlan *
plan_paste (BbReport *report, const char *text)
{
  static const char html[] = "<table><tr><td>1<td>2<td>3</table>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);
  int cell = bb_form_find_cell (bb_report_get_form (report), "t3.new.natural");

  g_assert_cmpint (cell, >=, 0);
  return bb_paste_plan_new (report, (guint) cell, bb_clipping_new (bytes, text));
}

static const char *
first_figure (const BbPastePlan *plan)
{
  g_assert_null (plan->refusal);
  g_assert_cmpuint (plan->places->len, >, 0);
  return ((const BbPastePlace *) g_ptr_array_index (plan->places, 0))->after;
}

/* A page that ends its reader is refused, or its text is taken; the next one is read as if nothing had been. */
static void
test_clipping (gconstpointer data)
{
  const Trouble *failure = data;
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2023));
  guint n_before = count_descriptors ();
  g_autoptr (BbPastePlan) refused = NULL;
  g_autoptr (BbPastePlan) taken = NULL;
  g_autoptr (BbPastePlan) after = NULL;

  g_setenv ("BIANBAO_READER_TROUBLE", failure->trouble, TRUE);
  g_setenv ("BIANBAO_READER_SECONDS", failure->code == BB_IMPORT_ERROR_TOO_SLOW ? "1" : "60", TRUE);
  refused = plan_paste (report, NULL);
  g_assert_nonnull (refused->refusal);
  g_assert_cmpuint (refused->places->len, ==, 0);
  taken = plan_paste (report, "7\t8\t9");
  g_assert_cmpstr (first_figure (taken), ==, "7");
  g_assert_cmpuint (count_descriptors (), ==, n_before);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_unsetenv ("BIANBAO_READER_SECONDS");
  after = plan_paste (report, "7\t8\t9");
  g_assert_cmpstr (first_figure (after), ==, "1");
}

static void
clipping_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  g_assert_null (bb_clipping_new_finish (result, &error));
  *(GError **) data = error;
}

static void
test_clipping_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = page ();
  g_autoptr (GError) error = NULL;

  g_setenv ("BIANBAO_READER_TROUBLE", "sleep", TRUE);
  bb_clipping_new_async (bytes, "1\t2", cancellable, clipping_cb, &error);
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- others ---- */

static gpointer
cancel_cb (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  GThread *thread;

  g_setenv ("BIANBAO_READER_TROUBLE", "sleep", TRUE);
  thread = g_thread_new ("cancel", cancel_cb, cancellable);
  g_assert_null (read_page (cancellable, &error));
  g_thread_join (thread);
  g_unsetenv ("BIANBAO_READER_TROUBLE");
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
}

static gpointer
read_cb (gpointer data)
{
  g_autoptr (GError) error = NULL;
  BbReading *reading = read_page (NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static void
test_parallel (void)
{
  GThread *threads[N_READERS];

  for (guint i = 0; i < N_READERS; i++)
    threads[i] = g_thread_new ("read", read_cb, NULL);
  for (guint i = 0; i < N_READERS; i++)
    bb_reading_free (g_thread_join (threads[i]));
}

static void
test_no_program (void)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("BIANBAO_READER", "/nowhere/bianbao-reader", TRUE);
  g_assert_null (read_page (NULL, &error));
  g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED);
  g_setenv ("BIANBAO_READER", "/bin/false", TRUE);
  g_clear_error (&error);
  g_assert_null (read_page (NULL, &error));
  g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED);
  g_unsetenv ("BIANBAO_READER");
}

/* What the reader refuses is told in its own words, also in those of another language. */
static void
test_refusal (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc\0def", 7);
  g_autoptr (GError) error = NULL;

  g_assert_null (bb_import_bytes (bytes, "a.txt", NULL, &error));
  g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_ENCODING);
  g_assert_cmpstr (error->message, ==, "This is not a text file: there is a NUL byte on line 1");
}

/* Encodings whose tables are files are there, though files can't be opened any more. */
static void
test_encodings (void)
{
  static const struct { const char *bytes; const char *encoding; } cases[] = {
    { "<meta charset=gb2312><title>\xc4\xb3\xbe\xd6</title><p>\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6", "GB 18030" },
    { "<meta charset=big5><p>\xa4\x40\xa1\x42\xc1\x60\xc5\xe9\xb1\xa1\xaa\x70", "BIG5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, strlen (cases[i].bytes));
      g_autoptr (GError) error = NULL;
      g_autofree char *encoding = NULL;
      gboolean guessed;
      g_autoptr (BbImportSource) source = bb_worker_read (bytes, "html", &encoding, &guessed, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (source);
      g_assert_cmpstr (encoding, ==, cases[i].encoding);
    }
}

/* ---- answers ---- */

static BbImportSource *
make_source (void)
{
  BbImportSource *source = bb_import_source_new (NULL);
  g_autoptr (BbNote) note = bb_note_new ("read.formula", BB_SEVERITY_WARNING, NULL, "甲", "乙");
  BbImportBlock *grid;
  BbImportRow *row;

  source->title = g_strdup ("题");
  source->sheets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (source->sheets, g_strdup ("表三"));
  g_ptr_array_add (source->notes, g_steal_pointer (&note));
  bb_import_source_add_paragraph (source, bb_import_source_add_place (source, 0, 1), "段\n落");
  grid = bb_import_source_add_grid (source, bb_import_source_add_place (source, 1, 7));
  row = bb_import_block_add_row (grid, bb_import_source_add_place (source, 1, 7), "甲\t1");
  bb_import_row_add_cell (row, "甲", -1);
  bb_import_row_cover (row);
  bb_import_row_add_cell (row, "", -1);
  return source;
}

static GBytes *
make_answer (void)
{
  g_autoptr (BbImportSource) source = make_source ();
  g_autoptr (GError) error = NULL;
  GBytes *answer = bb_wire_write_source (source, "GB 18030", TRUE, &error);

  g_assert_no_error (error);
  return answer;
}

/* Written again, what was read is the same to the last byte. */
static void
test_wire (void)
{
  g_autoptr (GBytes) answer = make_answer ();
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  g_autoptr (BbImportSource) source = bb_wire_read (answer, &encoding, &guessed, &error);
  const BbImportBlock *grid;
  const BbImportRow *row;

  g_assert_no_error (error);
  grid = g_ptr_array_index (source->blocks, 1);
  row = g_ptr_array_index (grid->rows, 0);
  g_assert_true (g_ptr_array_index (row->cells, 1) == bb_import_covered);
  g_assert_true (guessed);
  again = bb_wire_write_source (source, encoding, guessed, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (answer, again));
}

static void
read_hostile (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) answer = g_bytes_new (data, size);
  g_autofree char *encoding = NULL;
  gboolean guessed;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_wire_read (answer, &encoding, &guessed, &error);

  g_assert_true ((source == NULL) == (error != NULL));
}

/* Cut off anywhere it is refused; with any byte changed it is refused or whole. */
static void
test_wire_hostile (void)
{
  g_autoptr (GBytes) answer = make_answer ();
  gsize size;
  const guint8 *data = g_bytes_get_data (answer, &size);

  for (gsize i = 0; i < size; i++)
    {
      static const guint8 values[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autofree char *encoding = NULL;
      gboolean guessed;
      g_autoptr (GError) error = NULL;

      g_assert_null (bb_wire_read (cut, &encoding, &guessed, &error));
      g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED);
      for (guint n = 0; n < G_N_ELEMENTS (values); n++)
        {
          copy[i] = values[n];
          read_hostile (copy, size);
        }
    }
}

/* A note that claims to be a finding of the checker, and a line that has no place. */
static void
test_wire_forged (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BbImportSource) source = make_source ();
      g_autoptr (BbNote) note = bb_note_new ("form.mixed", BB_SEVERITY_ERROR, NULL, "甲", NULL);
      g_autoptr (GBytes) answer = NULL;

      if (i == 0)
        g_ptr_array_add (source->notes, g_steal_pointer (&note));
      else
        ((BbImportBlock *) g_ptr_array_index (source->blocks, 0))->line = 99;
      answer = bb_wire_write_source (source, NULL, FALSE, NULL);
      g_clear_error (&error);
      g_assert_null (bb_wire_read (answer, &encoding, &guessed, &error));
      g_assert_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_FAILED);
    }
}

static void
add_troubles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/worker/fails/", failures[i].trouble, NULL);
      g_autofree char *clipping = g_strconcat ("/worker/clipboard/", failures[i].trouble, NULL);

      g_test_add_data_func (path, &failures[i], test_failure);
      g_test_add_data_func (clipping, &failures[i], test_clipping);
    }
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *path = g_strconcat ("/worker/may-not/", attempts[i], NULL);

      g_test_add_data_func (path, attempts[i], test_forbidden);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_troubles ();
  g_test_add_func ("/worker/clipboard/cancelled", test_clipping_cancelled);
  g_test_add_func ("/worker/cancel", test_cancel);
  g_test_add_func ("/worker/parallel", test_parallel);
  g_test_add_func ("/worker/no-program", test_no_program);
  g_test_add_func ("/worker/refusal", test_refusal);
  g_test_add_func ("/worker/encodings", test_encodings);
  g_test_add_func ("/worker/wire", test_wire);
  g_test_add_func ("/worker/wire-hostile", test_wire_hostile);
  g_test_add_func ("/worker/wire-forged", test_wire_forged);
  return g_test_run ();
}
