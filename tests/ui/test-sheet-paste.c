/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks pasted into a table: the cases of data/sheet/paste.ini. */
#include "ui-test.h"

#include "sheet/bb-sheet-paste.h"

/* "t3.new.natural=1;t3.new.total=" */
static void
for_each_cell (BbReport *report, const char *list, void (*func) (BbReport *report, const char *id, const char *text))
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      func (report, pair[0], pair[1]);
    }
}

static void
assert_cell (BbReport *report, const char *id, const char *text)
{
  g_assert_cmpstr (bb_field_get_text (bb_report_get_cell (report, ui_test_cell (report, id))), ==, text);
}

static void
test_paste (gconstpointer user_data)
{
  const char *name = user_data;
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "sheet", "paste.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (BbReport) report = ui_test_report (2023);
  g_autofree char *before = NULL, *at = NULL, *text = NULL, *after = NULL, *expected = NULL, *refusal = NULL;
  guint64 state;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  before = g_key_file_get_string (file, name, "before", NULL);
  at = g_key_file_get_string (file, name, "at", NULL);
  text = g_key_file_get_string (file, name, "text", NULL);
  after = g_key_file_get_string (file, name, "after", NULL);
  expected = g_key_file_get_string (file, name, "refused", NULL);

  for_each_cell (report, before, ui_test_type);
  state = bb_report_get_state_number (report);
  refusal = bb_sheet_paste (report, ui_test_cell (report, at), text);
  if (expected == NULL)
    g_assert_cmpstr (refusal, ==, NULL);
  else
    {
      g_assert_nonnull (refusal);
      g_test_message ("%s", refusal);
      g_assert_true (g_str_has_prefix (refusal, expected));
      g_assert_cmpuint (bb_report_get_state_number (report), ==, state);
    }
  g_assert_nonnull (after);
  for_each_cell (report, after, assert_cell);
  if (refusal == NULL)
    {
      bb_report_undo (report);
      g_assert_cmpuint (bb_report_get_state_number (report), ==, state);
    }
}

static void
add_paste_tests (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "sheet", "paste.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) names = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  names = g_key_file_get_groups (file, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *test = g_strconcat ("/sheet/paste/", names[i], NULL);

      g_test_add_data_func_full (test, g_strdup (names[i]), test_paste, g_free);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add_paste_tests ();

  return ui_test_run ();
}
