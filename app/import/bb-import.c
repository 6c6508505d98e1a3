/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-source.h"

#include "import/bb-docx-blocks.h"
#include "import/bb-xlsx-blocks.h"

BbImportSource *
bb_import_read_office (GBytes        *bytes,
                       const char    *format,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return g_str_equal (format, "docx") ? bb_docx_blocks_read (bytes, cancellable, error) : bb_xlsx_blocks_read (bytes, cancellable, error);
}

BbImportSource *
bb_import_source_read (GBytes        *bytes,
                       const char    *format,
                       char         **encoding,
                       gboolean      *guessed,
                       GCancellable  *cancellable,
                       GError       **error)
{
  if (bb_import_is_office (format))
    return bb_import_read_office (bytes, format, cancellable, error);
  return bb_import_read_page (bytes, format, encoding, guessed, cancellable, error);
}
