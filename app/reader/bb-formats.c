/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-formats.h"

#include "import/bb-import-source.h"

const char *const *const bb_formats_folders = NULL;

BbImportSource *
bb_formats_read (GBytes      *bytes,
                 const char  *format,
                 char       **encoding,
                 gboolean    *guessed,
                 GError     **error)
{
  return bb_import_read_page (bytes, format, encoding, guessed, NULL, error);
}
