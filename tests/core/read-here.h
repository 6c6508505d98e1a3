/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-file-kind.h"
#include "import/bb-import-source.h"
#include "import/bb-paste-private.h"

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

/* As bb_clipping_new() of a page, likewise. */
static inline BbClipping *
read_clipping_here (GBytes *html)
{
  g_autoptr (GBytes) bytes = bb_clipping_trim (html);
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  g_autoptr (GError) error = NULL;
  BbImportSource *page = bb_import_source_read (bytes, "html", &encoding, &guessed, NULL, &error);

  return bb_clipping_new_read (html, NULL, page, error);
}
