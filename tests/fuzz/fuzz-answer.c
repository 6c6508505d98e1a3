/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as an answer of the reading process, which a hostile file may have taken over: what is believed of it is matched and
 * settled, and written again it is the same.
 */
#include "import/bb-import-source.h"
#include "import/bb-wire.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static GBytes *
with_mark (const uint8_t *data, size_t size)
{
  GByteArray *answer = g_byte_array_new ();

  g_byte_array_append (answer, (const guint8 *) BB_WIRE_MARK, strlen (BB_WIRE_MARK));
  g_byte_array_append (answer, data, (guint) size);
  return g_byte_array_free_to_bytes (answer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) answer = with_mark (data, size);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *encoding_again = NULL;
  gboolean guessed = FALSE;
  g_autoptr (BbImportSource) source = bb_wire_read (answer, &encoding, &guessed, &error);
  g_autoptr (BbImportSource) source_again = NULL;
  g_autoptr (BbReading) reading = NULL;

  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return 0;
  again = bb_wire_write_source (source, encoding, guessed, NULL);
  source_again = bb_wire_read (again, &encoding_again, &guessed, NULL);
  third = bb_wire_write_source (source_again, encoding_again, guessed, NULL);
  g_assert_true (g_bytes_equal (again, third));
  reading = bb_import_source_match (source, "html", encoding, guessed, "2023.html", NULL, &error);
  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading != NULL)
    bb_settle (reading->report, reading->rows, reading->sums, NULL);
  return 0;
}
