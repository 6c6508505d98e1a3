/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-source.h"

#include "import/bb-csv-blocks.h"
#include "import/bb-html-blocks.h"
#include "import/bb-import-limits.h"
#include "import/bb-mhtml.h"
#include "import/bb-text-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A format of text, and how its bytes become blocks; @read tells the encoding. Its files: bb-file-kind.c. */
typedef struct
{
  const char *format;
  BbImportSource *(*read) (GBytes *bytes, char **encoding, gboolean *guessed, GCancellable *cancellable, GError **error);
} Reader;

static char *
decode_text (GBytes    *bytes,
             char     **encoding,
             gboolean  *guessed,
             GError   **error)
{
  if (g_bytes_get_size (bytes) > BB_IMPORT_TEXT_LIMIT)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("There are more than %d MiB of text in the file, and a report has less than one"),
                   BB_IMPORT_TEXT_LIMIT / 1024 / 1024);
      return NULL;
    }
  return bb_import_decode (bytes, encoding, guessed, error);
}

static BbImportSource *
read_text (GBytes        *bytes,
           char         **encoding,
           gboolean      *guessed,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *text = decode_text (bytes, encoding, guessed, error);

  return text != NULL ? bb_text_blocks_read (text, cancellable, error) : NULL;
}

static BbImportSource *
read_csv (GBytes        *bytes,
          char         **encoding,
          gboolean      *guessed,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *text = decode_text (bytes, encoding, guessed, error);

  return text != NULL ? bb_csv_blocks_read (text, cancellable, error) : NULL;
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
read_mhtml (GBytes        *bytes,
            char         **encoding,
            gboolean      *guessed,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GBytes) page = bb_mhtml_find_page (bytes, error);

  return page != NULL ? read_html (page, encoding, guessed, cancellable, error) : NULL;
}

/* *INDENT-OFF* */
static const Reader readers[] = {
  { "text",  read_text },
  { "csv",   read_csv },
  { "html",  read_html },
  { "mhtml", read_mhtml },
};
/* *INDENT-ON* */

BbImportSource *
bb_import_read_page (GBytes        *bytes,
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
