/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a web page, and as what a page put on the clipboard: read, settled, pasted. Nothing may crash, hang or leak. */
#include <bianbao/bianbao.h>

#include "read-here.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
paste (GBytes *bytes, guint cell)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2023));
  g_autoptr (GBytes) before = bb_document_serialize (report);
  g_autoptr (GBytes) after = NULL;
  BbClipping *clipping = read_clipping_here (bytes);
  g_autofree char *paragraphs = bb_paste_paragraphs (clipping, NULL);
  g_autoptr (BbPastePlan) plan = bb_paste_plan_new (report, cell, clipping);

  g_assert_true (g_utf8_validate (paragraphs, -1, NULL));
  g_assert_true (plan->refusal == NULL || plan->places->len == 0);
  bb_paste_plan_apply (plan, report);
  while (bb_report_can_undo (report))
    bb_report_undo (report);
  after = bb_document_serialize (report);
  g_assert_true (g_bytes_equal (before, after));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = read_here (bytes, "fuzz.html", &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading != NULL)
    bb_settle (reading->report, reading->rows, reading->sums, NULL);
  paste (bytes, size % 60);
  return 0;
}
