/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a document: parsed, written, parsed again. What is taken is written so that it is taken again, byte for byte.
 * No random change gets past the checksum, so each input that is JSON is tried with the right one, too.
 */
#include "file/bb-document-private.h"

#include <bianbao/bianbao.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
write_and_parse (BbReport *report)
{
  g_autoptr (GBytes) written = bb_document_serialize (report);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReport) parsed = bb_document_parse (written, &error);
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  if (!bb_report_equal (report, parsed, &difference))
    g_error ("written and parsed, it is another report: %s", difference);
  again = bb_document_serialize (parsed);
  g_assert_true (g_bytes_equal (written, again));
}

static void
parse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReport) report = bb_document_parse (bytes, &error);

  g_assert_true ((report == NULL) == (error != NULL));
  if (report == NULL)
    return;
  g_assert_false (bb_report_can_undo (report));
  write_and_parse (report);
}

static GBytes *
seal (GBytes *bytes)
{
  g_autoptr (json_t) document = bb_json_load (bytes, NULL);
  g_autofree char *checksum = NULL;
  char *text;

  if (document == NULL)
    return NULL;
  checksum = bb_json_checksum (document);
  json_object_set_new (document, BB_MEMBER_CHECKSUM, json_string (checksum));
  text = json_dumps (document, JSON_COMPACT);
  return g_bytes_new_with_free_func (text, strlen (text), free, text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) sealed = seal (bytes);

  parse (bytes);
  if (sealed != NULL)
    parse (sealed);
  return 0;
}
