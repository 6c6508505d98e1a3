/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-map-private.h"
#include "import/bb-import-source.h"
#include "import/bb-matcher.h"
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

BbReading *
bb_import_bytes (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const char *format = bb_import_find_format (name, error);
  g_autoptr (BbImportSource) source = NULL;
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  BbReading *reading;

  if (format == NULL)
    return NULL;
  source = bb_worker_read (bytes, format, &encoding, &guessed, cancellable, error);
  if (source == NULL)
    return NULL;
  reading = bb_import_source_match (source, format, encoding, guessed, name, cancellable, error);
  if (reading != NULL)
    bb_import_map_take_source (reading->map, g_steal_pointer (&source));
  return reading;
}
