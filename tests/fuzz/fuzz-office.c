/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any XML in an office file: the input is its parts, each behind a line `==> NAME`; they are packed and read as a Word file and as a
 * workbook. An input without such a line is given to the unpacker as it is.
 */
#include <bianbao/bianbao.h>

#include "read-here.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdint.h>
#include <string.h>

#define MARK "==> "

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
add_part (struct archive *archive, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) strlen (content));
  if (archive_write_header (archive, entry) == ARCHIVE_OK)
    archive_write_data (archive, content, strlen (content));
  archive_entry_free (entry);
}

static GBytes *
pack (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MARK, 64);
  gsize room = 2 * strlen (text) + 65536;
  g_autofree char *buffer = g_malloc (room);
  struct archive *archive = archive_write_new ();
  size_t used = 0;

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_open_memory (archive, buffer, room, &used);
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      char *line_end = strchr (parts[i], '\n');

      if (line_end == NULL)
        continue;
      *line_end = '\0';
      add_part (archive, parts[i], line_end + 1);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

static void
read_as (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = read_here (bytes, name, &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading != NULL)
    bb_settle (reading->report, reading->rows, reading->sums, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = strstr (text, MARK) != NULL ? pack (text) : g_bytes_new (data, size);

  read_as (bytes, "fuzz.docx");
  read_as (bytes, "fuzz.xlsx");
  return 0;
}
