/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-source.h"

#include "import/bb-docx-blocks.h"
#include "import/bb-html-blocks.h"
#include "import/bb-text-blocks.h"
#include "import/bb-xlsx-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A format: the suffixes of its files, what it is called in `show`, and how its bytes become blocks. @reading takes the
 * encoding where the format has one.
 */
typedef struct
{
  const char *suffix;
  const char *format;
  BbImportSource *(*read) (GBytes *bytes, char **encoding, gboolean *guessed, GCancellable *cancellable, GError **error);
} Reader;

static BbImportSource *
read_text (GBytes        *bytes,
           char         **encoding,
           gboolean      *guessed,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *text = bb_import_decode (bytes, encoding, guessed, error);

  return text != NULL ? bb_text_blocks_read (text, cancellable, error) : NULL;
}

static BbImportSource *
read_html (GBytes        *bytes,
           char         **encoding,
           gboolean      *guessed,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *html = bb_html_decode (bytes, encoding, guessed, error);

  return html != NULL ? bb_html_blocks_read (html, cancellable, error) : NULL;
}

static BbImportSource *
read_docx (GBytes        *bytes,
           char         **encoding,
           gboolean      *guessed,
           GCancellable  *cancellable,
           GError       **error)
{
  return bb_docx_blocks_read (bytes, cancellable, error);
}

static BbImportSource *
read_xlsx (GBytes        *bytes,
           char         **encoding,
           gboolean      *guessed,
           GCancellable  *cancellable,
           GError       **error)
{
  return bb_xlsx_blocks_read (bytes, cancellable, error);
}

/* *INDENT-OFF* */
static const Reader readers[] = {
  { ".txt",  "text", read_text },
  { ".text", "text", read_text },
  { ".html", "html", read_html },
  { ".htm",  "html", read_html },
  { ".docx", "docx", read_docx },
  { ".xlsx", "xlsx", read_xlsx },
};
/* *INDENT-ON* */

static const Reader *
find_reader (const char *name)
{
  const char *suffix = strrchr (name, '.');

  for (guint i = 0; suffix != NULL && i < G_N_ELEMENTS (readers); i++)
    if (g_ascii_strcasecmp (suffix, readers[i].suffix) == 0)
      return &readers[i];
  return NULL;
}

gboolean
bb_import_supports (const char *name)
{
  return find_reader (name) != NULL;
}

const char *
bb_import_find_format (const char  *name,
                       GError     **error)
{
  const Reader *reader = find_reader (name);

  if (reader != NULL)
    return reader->format;
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED, _("Files of this kind are not supported; only .txt, .html, .docx and .xlsx are read"));
  return NULL;
}

BbImportSource *
bb_import_source_read (GBytes        *bytes,
                       const char    *format,
                       char         **encoding,
                       gboolean      *guessed,
                       GCancellable  *cancellable,
                       GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (readers[i].format, format))
      return readers[i].read (bytes, encoding, guessed, cancellable, error);
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED, _("There is no reader for “%s”"), format);
  return NULL;
}
