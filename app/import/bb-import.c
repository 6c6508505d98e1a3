/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-import.h>

#include "import/bb-docx-blocks.h"
#include "import/bb-html-blocks.h"
#include "import/bb-import-map-private.h"
#include "import/bb-matcher.h"
#include "import/bb-text-blocks.h"
#include "import/bb-xlsx-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bb-import-error-quark, bb_import_error)

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

static void
note_encoding (BbReading *reading)
{
  g_autofree char *message = NULL;
  g_autoptr (BbNote) note = NULL;

  if (!reading->encoding_guessed)
    return;
  /* Translators: %s is the name of an encoding. */
  message = g_strdup_printf (_("The file does not say how its text is encoded; it was read as %s"), reading->encoding);
  note = bb_note_new ("read.encoding", BB_SEVERITY_HINT, NULL, message, NULL);
  bb_report_add_note (reading->report, note);
  bb_report_forget_history (reading->report);
}

gboolean
bb_import_supports (const char *name)
{
  return find_reader (name) != NULL;
}

BbReading *
bb_import_bytes (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Reader *reader = find_reader (name);
  g_autoptr (BbImportSource) source = NULL;
  g_autoptr (BbReading) reading = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;

  if (reader == NULL)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED, _("Files of this kind are not supported; only .txt, .html, .docx and .xlsx are read"));
      return NULL;
    }
  source = reader->read (bytes, &encoding, &guessed, cancellable, error);
  if (source == NULL)
    return NULL;
  reading = bb_matcher_read (source, name, cancellable, error);
  if (reading == NULL)
    return NULL;
  bb_import_map_take_source (reading->map, g_steal_pointer (&source));
  reading->format = reader->format;
  reading->encoding = g_steal_pointer (&encoding);
  reading->encoding_guessed = guessed;
  note_encoding (reading);
  return g_steal_pointer (&reading);
}
