/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-map-private.h"
#include "import/bb-file-kind.h"
#include "import/bb-import-source.h"
#include "import/bb-matcher.h"
#include "import/bb-office.h"
#include "import/bb-worker.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bb-import-error-quark, bb_import_error)

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

BbReading *
bb_import_source_match (const BbImportSource  *source,
                        const char            *format,
                        const char            *encoding,
                        gboolean               guessed,
                        const char            *name,
                        GCancellable          *cancellable,
                        GError               **error)
{
  BbReading *reading = bb_matcher_read (source, name, cancellable, error);

  if (reading == NULL)
    return NULL;
  reading->format = format;
  reading->encoding = g_strdup (encoding);
  reading->encoding_guessed = guessed && encoding != NULL;
  note_encoding (reading);
  return reading;
}

/* ---- what kind of file ---- */

static gboolean
refuse (GBytes            *bytes,
        const BbFileKind  *kind,
        GError           **error)
{
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NO_REPORT,
                           _("The file is empty: not one byte is in it. It may have been cut off while it was copied or downloaded; get it again"));
      return TRUE;
    }
  if (kind == NULL)
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NOT_SUPPORTED,
                         _("Files of this kind are not read. What is read: web pages (.html, .mht), Word and WPS files (.docx, .doc, .wps), workbooks (.xlsx, .xls, .et), PDF, OpenDocument (.odt, .ods, .fodt, .fods), .rtf, plain text (.txt, .md) and tables of text (.csv)"));
  else if (kind->refusal != NULL)
    g_set_error_literal (error, BB_IMPORT_ERROR, kind->is_locked ? BB_IMPORT_ERROR_PROTECTED : BB_IMPORT_ERROR_NOT_SUPPORTED, _(kind->refusal));
  return kind == NULL || kind->refusal != NULL;
}

static void
add_note (BbImportSource *source,
          const char     *id,
          const char     *message)
{
  g_ptr_array_add (source->notes, bb_note_new (id, BB_SEVERITY_HINT, NULL, message, NULL));
}

static void
note_kind (BbImportSource   *source,
           const BbFileKind *kind,
           gboolean          differs)
{
  g_autofree char *message = NULL;

  if (kind->convert != NULL)
    add_note (source, "read.converted", _("LibreOffice converted the file before it was read; compare the figures with the file itself"));
  if (!differs)
    return;
  /* Translators: %s is a format: html, xls, … */
  message = g_strdup_printf (_("The content of the file is not what its name says; it was read as %s"), kind->name);
  add_note (source, "read.kind", message);
}

static BbImportSource *
read_source (GBytes            *bytes,
             const BbFileKind  *kind,
             char             **encoding,
             gboolean          *guessed,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr (GBytes) converted = NULL;

  if (kind->convert == NULL)
    return bb_worker_read (bytes, kind->reader, encoding, guessed, cancellable, error);
  converted = bb_office_convert (bytes, kind->convert, kind->reader, cancellable, error);
  return converted != NULL ? bb_worker_read (converted, kind->reader, encoding, guessed, cancellable, error) : NULL;
}

/* ---- public ---- */

gboolean
bb_import_supports (const char *name)
{
  const BbFileKind *kind = bb_file_kind_by_name (name);

  return kind != NULL && kind->refusal == NULL;
}

BbReading *
bb_import_bytes (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gboolean differs;
  const BbFileKind *kind = bb_file_kind_find (bytes, name, &differs);
  g_autoptr (BbImportSource) source = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  BbReading *reading;

  if (refuse (bytes, kind, error))
    return NULL;
  source = read_source (bytes, kind, &encoding, &guessed, cancellable, error);
  if (source == NULL)
    return NULL;
  note_kind (source, kind, differs);
  reading = bb_import_source_match (source, kind->name, encoding, guessed, name, cancellable, error);
  if (reading != NULL)
    bb_import_map_take_source (reading->map, g_steal_pointer (&source));
  return reading;
}
