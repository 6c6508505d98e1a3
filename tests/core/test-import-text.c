/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bianbao.h>

#include "import-dump.h"

#include <string.h>

/*
 * Every tests/data/import/NAME.txt is read and compared with NAME.expected beside it, whole: metadata, narrative, every cell,
 * loose rows and notes. BIANBAO_UPDATE_GOLDEN=1 writes the expected files anew; read the difference before you keep it.
 */

static char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", name, NULL);
}

static BbReading *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_read_file (path, NULL, &error);
  g_autofree char *name = g_path_get_basename (path);
  BbReading *reading;

  g_assert_no_error (error);
  reading = bb_import_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = data_path (name);
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autoptr (BbReading) reading = read_file (path);
  g_autofree char *dump = dump_reading (reading);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bb_report_can_undo (reading->report));
  g_assert_true (bb_report_get_modified (reading->report));
  if (g_getenv ("BIANBAO_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (expected_path, dump, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

/* ---- refusals ---- */

static void
assert_refused (const char    *name,
                const char    *text,
                BbImportError  code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BbReading *reading = bb_import_bytes (bytes, name, NULL, &error);

  g_assert_null (reading);
  g_assert_error (error, BB_IMPORT_ERROR, (int) code);
}

static void
test_refused (void)
{
  assert_refused ("a.txt", "", BB_IMPORT_ERROR_NO_REPORT);
  assert_refused ("a.txt", "会议通知\n请准时参加。\n", BB_IMPORT_ERROR_NO_REPORT);
  assert_refused ("a.txt", "姓名\t年龄\n甲\t3\n", BB_IMPORT_ERROR_NO_REPORT);
  assert_refused ("a.odg", "一、总体情况\n", BB_IMPORT_ERROR_NOT_SUPPORTED);
  assert_refused ("a.docx", "一、总体情况\n", BB_IMPORT_ERROR_DAMAGED);
  assert_refused ("a.xlsx", "PK, and no more", BB_IMPORT_ERROR_DAMAGED);
  assert_refused ("a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", BB_IMPORT_ERROR_PROTECTED);
  assert_refused ("a", "一、总体情况\n", BB_IMPORT_ERROR_NOT_SUPPORTED);
  g_assert_true (bb_import_supports ("B.TXT"));
  g_assert_false (bb_import_supports ("B.odg"));
}

/* Two paragraphs and the line break between them are just the limit; one character more is too much. */
static void
test_narrative_limit (void)
{
  g_autoptr (GString) text = g_string_new ("一、总体情况\n第一段\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BbReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  gsize start = text->len - strlen ("第一段\n");

  while (text->len < start + 1024 * 1024)
    g_string_append_c (text, 'a');
  bytes = g_bytes_new (text->str, text->len);
  reading = bb_import_bytes (bytes, "a.txt", NULL, &error);
  g_assert_no_error (error);
  g_string_append_c (text, 'a');
  assert_refused ("a.txt", text->str, BB_IMPORT_ERROR_TOO_LARGE);
}

/* Notes of one kind end; how many more there were is told. */
static void
test_note_limit (void)
{
  g_autoptr (GString) text = g_string_new ("一、总体情况\n三、收到和处理政府信息公开申请情况\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BbReading) reading = NULL;
  g_autoptr (BbNote) last = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *notes;

  for (guint i = 0; i < 205; i++)
    g_string_append (text, "某项\t1\t2\n");
  bytes = g_bytes_new (text->str, text->len);
  reading = bb_import_bytes (bytes, "2023.txt", NULL, &error);
  g_assert_no_error (error);
  notes = bb_report_get_notes (reading->report);
  last = g_list_model_get_item (notes, g_list_model_get_n_items (notes) - 1);
  g_assert_cmpstr (bb_note_get_id (last), ==, "read.unmatched-line");
  g_assert_cmpstr (bb_note_get_message (last), ==, "5 more notes of this kind were left out");
}

/* One cell a line, and one column too few: what is left over is figures, with a unit or without one, and the note names the cells. */
static void
test_lost_units (void)
{
  static const char *const rows[] = { "一、本年新收政府信息公开申请数量\n29件\n8件\n", "二、上年结转政府信息公开申请数量\n3件\n1件\n" };
  g_autoptr (GString) text = g_string_new ("示例局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人\n商业企业\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BbReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *notes;
  gboolean is_told = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append (text, rows[i]);
  bytes = g_bytes_new (text->str, text->len);
  reading = bb_import_bytes (bytes, "a.txt", NULL, &error);
  g_assert_no_error (error);
  notes = bb_report_get_notes (reading->report);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      is_told = is_told || (g_str_equal (bb_note_get_id (note), "read.lost") && g_strv_contains (bb_note_get_cells (note), "t3.new.natural"));
    }
  g_assert_true (is_told);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("一、总体情况", strlen ("一、总体情况"));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bb_import_bytes (bytes, "a.txt", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_golden_cases (GPtrArray *names)
{
  g_autofree char *folder = data_path ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/import/golden/", g_ptr_array_index (names, i), NULL);

      g_test_add_data_func (path, g_ptr_array_index (names, i), test_golden);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  add_golden_cases (names);
  g_test_add_func ("/import/lost-units", test_lost_units);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/narrative-limit", test_narrative_limit);
  g_test_add_func ("/import/note-limit", test_note_limit);
  g_test_add_func ("/import/cancelled", test_cancelled);
  return g_test_run ();
}
