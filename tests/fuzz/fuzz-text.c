/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a text file, and as a table of text: read, settled, checked, written, read again. Nothing may crash, hang or leak, whatever they are;
 * what was read once can be written and read again, and what is undone is as it was.
 */
#include <bianbao/bianbao.h>

#include "read-here.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
write_and_read (BbReport *report)
{
  g_autoptr (GBytes) text = bb_export_bytes (report, BB_EXPORT_TEXT, NULL);
  g_autoptr (GBytes) again = bb_export_bytes (report, BB_EXPORT_TEXT, NULL);
  g_autoptr (GBytes) page = bb_export_bytes (report, BB_EXPORT_HTML, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = NULL;

  g_assert_nonnull (text);
  g_assert_nonnull (page);
  g_assert_true (g_bytes_equal (text, again));
  reading = read_here (text, "again.txt", &error);
  g_assert_no_error (error);
}

static void
check (BbReport *report)
{
  g_autoptr (BbChecker) checker = bb_checker_new (report, BB_CHECK_COMPLETE);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (checker));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      g_assert_cmpuint (*bb_issue_get_message (issue), !=, '\0');
      g_assert_nonnull (bb_report_find_field (report, bb_issue_get_target (issue)));
    }
}

static void
settle (BbReading *reading)
{
  g_autoptr (GBytes) before = bb_document_serialize (reading->report);
  g_autoptr (GBytes) after = NULL;
  BbSettled settled;

  bb_settle (reading->report, reading->rows, reading->sums, &settled);
  check (reading->report);
  write_and_read (reading->report);
  while (bb_report_can_undo (reading->report))
    bb_report_undo (reading->report);
  after = bb_document_serialize (reading->report);
  g_assert_true (g_bytes_equal (before, after));
}

static void
read_as (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = read_here (bytes, name, &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading != NULL)
    settle (reading);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  read_as (bytes, "fuzz.txt");
  read_as (bytes, "fuzz.csv");
  return 0;
}
