/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-file-kind.h"
#include "import/bb-import-source.h"

/*
 * As bb_import_bytes(), but in this process: for fuzzers, which must see which way an input goes, and for tests that read some
 * hundred reports and are not about the process that reads. Returns: (transfer full): or %NULL with an error
 */
static inline BbReading *
read_here (GBytes *bytes, const char *name, GError **error)
{
  gboolean differs;
  const BbFileKind *kind = bb_file_kind_find (bytes, name, &differs);
  const char *format = kind != NULL && kind->reader != NULL ? kind->reader : "nothing";
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  g_autoptr (BbImportSource) source = bb_import_source_read (bytes, format, &encoding, &guessed, NULL, error);

  return source != NULL ? bb_import_source_match (source, format, encoding, guessed, name, NULL, error) : NULL;
}
