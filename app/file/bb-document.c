/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK (bb-document-error-quark, bb_document_error)

static GBytes *
dump (json_t *document)
{
  g_autofree char *content = NULL;
  char *text = json_dumps (document, JSON_INDENT (1));

  content = g_strconcat (text, "\n", NULL);
  free (text);
  return g_bytes_new_take (g_strdup (content), strlen (content));
}

static gboolean
check_version (json_t  *document,
               GError **error)
{
  const char *version = json_string_value (json_object_get (document, BB_MEMBER_VERSION));
  char *end = NULL;
  guint64 major;

  if (version == NULL || !g_ascii_isdigit (*version))
    {
      g_set_error_literal (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_NOT_DOCUMENT, _("The file is no Bianbao document."));
      return FALSE;
    }
  major = g_ascii_strtoull (version, &end, 10);
  if (*end != '.' || major == 0)
    {
      g_set_error_literal (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_NOT_DOCUMENT, _("The file is no Bianbao document."));
      return FALSE;
    }
  if (major > BB_DOCUMENT_MAJOR)
    {
      g_set_error (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_NEWER,
                   _("This document was written by a newer version of Bianbao (format %s). Update Bianbao to open it."), version);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_checksum (json_t  *document,
                GError **error)
{
  const char *stated = json_string_value (json_object_get (document, BB_MEMBER_CHECKSUM));
  g_autofree char *actual = bb_json_checksum (document);

  if (g_strcmp0 (stated, actual) == 0)
    return TRUE;
  g_set_error_literal (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_CHECKSUM,
                       _("The document is damaged: its content is not what was saved. Nothing was opened, so that no wrong figure is taken for a right one. Open a backup."));
  return FALSE;
}

json_t *
bb_document_load (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (json_t) document = bb_json_load (bytes, error);

  if (document == NULL || !check_version (document, error) || !check_checksum (document, error))
    return NULL;
  return g_steal_pointer (&document);
}

GBytes *
bb_document_serialize_recovery (BbReport   *report,
                                const char *original,
                                const char *seen)
{
  static int number;
  g_autoptr (json_t) recovery = json_object ();
  g_autoptr (json_t) document = NULL;

  json_object_set_new (recovery, BB_MEMBER_NUMBER, json_integer (g_atomic_int_add (&number, 1) + 1));
  if (original != NULL)
    json_object_set_new (recovery, BB_MEMBER_ORIGINAL, json_string (original));
  if (original != NULL && seen != NULL)
    json_object_set_new (recovery, BB_MEMBER_SEEN, json_string (seen));
  document = bb_document_to_json (report, recovery);
  return dump (document);
}

GBytes *
bb_document_serialize (BbReport *report)
{
  g_autoptr (json_t) document = bb_document_to_json (report, NULL);

  return dump (document);
}

BbReport *
bb_document_parse (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (json_t) document = bb_document_load (bytes, error);

  return document != NULL ? bb_document_from_json (document, error) : NULL;
}

/* What was written is read back and must be the same to the last member, not only in its figures. */
static gboolean
verify (BbReport  *report,
        GBytes    *bytes,
        GError   **error)
{
  g_autoptr (BbReport) again = bb_document_parse (bytes, NULL);
  g_autoptr (GBytes) second = again != NULL ? bb_document_serialize (again) : NULL;
  g_autofree char *difference = NULL;

  if (second != NULL && bb_report_equal (report, again, &difference) && g_bytes_equal (bytes, second))
    return TRUE;
  g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_VERIFY,
               _("Nothing was written: the document would not read back to the same report (%s). Please report this fault."),
               difference != NULL ? difference : "-");
  return FALSE;
}

/* A file that is gone holds nothing that could be lost. */
static gboolean
check_stamp (const char     *path,
             const BbStamp  *stamp,
             GError        **error)
{
  g_autofree char *name = NULL;

  if (stamp == NULL || *stamp->sha256 == '\0' || g_access (path, F_OK) != 0 || !bb_stamp_changed (path, stamp))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_CHANGED,
               _("“%s” was changed by another program since it was opened. Nothing was written. Save under another name, or open the file again."),
               name);
  return FALSE;
}

gboolean
bb_document_save (BbReport     *report,
                  const char   *path,
                  BbStamp      *stamp,
                  BbSaveFlags   flags,
                  GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!check_stamp (path, stamp, error))
    return FALSE;
  bytes = bb_document_serialize (report);
  if (!verify (report, bytes, error) || !bb_save_bytes (path, bytes, flags, error))
    return FALSE;
  if (stamp != NULL && !bb_stamp_take (path, bytes, stamp, NULL))
    *stamp = (BbStamp) { 0 };
  bb_report_mark_saved (report);
  return TRUE;
}
