/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-formats.h"

#include "import/bb-pdf-blocks.h"

/* What Chinese characters of fonts mean that are not part of a PDF file is told by tables, each in a file, of which one may be needed. */
static const char *const folders[] = { "/usr/share/poppler", NULL };

const char *const *const bb_formats_folders = folders;

BbImportSource *
bb_formats_read (GBytes      *bytes,
                 const char  *format,
                 char       **encoding,
                 gboolean    *guessed,
                 GError     **error)
{
  return bb_pdf_blocks_read (bytes, NULL, error);
}
