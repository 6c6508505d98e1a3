/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-journal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is left to read, and what was made of the frames so far. */
typedef struct
{
  const guint8 *data;
  gsize left;
  guint8 digest[BB_JOURNAL_DIGEST];

  json_t *document;
  char *extra;     /* what the document has that this version does not know */
  gboolean lost;   /* a frame of a kind that this version does not know: steps behind it stand on what nobody knows */
  gint64 time;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->document, json_decref);
  g_free (reader->extra);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
take_document (Reader *reader, GBytes *payload)
{
  g_autoptr (json_t) document = bb_document_load (payload, NULL);
  g_autoptr (BbReport) report = document != NULL ? bb_document_from_json (document, NULL) : NULL;

  reader->lost = report == NULL;
  if (report == NULL)
    return;
  g_clear_pointer (&reader->document, json_decref);
  reader->document = g_steal_pointer (&document);
  g_free (reader->extra);
  reader->extra = g_strdup (bb_report_get_extra (report));
}

static void
take_map (json_t *content, const char *name, json_t *members)
{
  json_t *map = json_object_get (content, name);
  const char *id;
  json_t *value;

  if (map == NULL)
    {
      map = json_object ();
      json_object_set_new (content, name, map);
    }
  json_object_foreach (members, id, value)
    if (json_is_null (value))
      json_object_del (map, id);
    else
      json_object_set (map, id, value);
}

/* A step does what is known here, and nothing else. */
static gboolean
is_step (json_t *step)
{
  static const char *const maps[] = { BB_MEMBER_META, BB_MEMBER_SECTIONS, BB_MEMBER_CELLS, NULL };
  const char *name;
  json_t *members;

  if (!json_is_object (step))
    return FALSE;
  json_object_foreach (step, name, members)
    if (!g_strv_contains (maps, name) || !json_is_object (members))
      return FALSE;
  return TRUE;
}

static void
take_step (Reader *reader, GBytes *payload)
{
  g_autoptr (json_t) step = bb_json_load (payload, NULL);
  const char *name;
  json_t *members;

  if (reader->document == NULL || !is_step (step))
    reader->lost = TRUE;
  if (reader->lost)
    return;
  json_object_foreach (step, name, members)
    take_map (json_object_get (reader->document, BB_MEMBER_CONTENT), name, members);
}

/* Returns: %FALSE where the journal ends, or is torn or damaged. */
static gboolean
next_frame (Reader *reader, char *kind, gint64 *time, GBytes **payload)
{
  guint8 head[BB_JOURNAL_HEAD];
  guint32 length;

  if (reader->left < BB_JOURNAL_HEAD || memcmp (reader->data, BB_JOURNAL_MAGIC, 4) != 0)
    return FALSE;
  memcpy (&length, reader->data + 8, sizeof length);
  memcpy (time, reader->data + 12, sizeof *time);
  length = GUINT32_FROM_LE (length);
  *time = GINT64_FROM_LE (*time);
  *kind = (char) reader->data[4];
  if (length > reader->left - BB_JOURNAL_HEAD)
    return FALSE;
  bb_journal_put_head (head, *kind, *time, reader->data + BB_JOURNAL_HEAD, length, reader->digest);
  if (memcmp (head, reader->data, BB_JOURNAL_HEAD) != 0)
    return FALSE;
  *payload = g_bytes_new (reader->data + BB_JOURNAL_HEAD, length);
  reader->data += BB_JOURNAL_HEAD + length;
  reader->left -= BB_JOURNAL_HEAD + length;
  return TRUE;
}

static void
take_frame (Reader *reader, char kind, gint64 time, GBytes *payload)
{
  if (kind == BB_JOURNAL_DOCUMENT)
    take_document (reader, payload);
  else if (kind == BB_JOURNAL_STEP)
    take_step (reader, payload);
  else
    reader->lost = TRUE;
  if (!reader->lost)
    reader->time = time;
}

json_t *
bb_journal_read (const char *path, gint64 *time, GError **error)
{
  g_autoptr (GBytes) bytes = bb_read_file (path, NULL, error);
  g_auto (Reader) reader = { 0 };
  g_autoptr (json_t) extra = NULL;
  char kind;
  GBytes *payload;
  gint64 frame_time;

  if (bytes == NULL)
    return NULL;
  reader.data = g_bytes_get_data (bytes, &reader.left);
  while (next_frame (&reader, &kind, &frame_time, &payload))
    {
      take_frame (&reader, kind, frame_time, payload);
      g_bytes_unref (payload);
    }
  extra = reader.extra != NULL ? json_loads (reader.extra, 0, NULL) : NULL;
  if (reader.document != NULL && extra != NULL)
    bb_extra_merge (reader.document, extra);
  *time = reader.time;
  if (reader.document == NULL)
    g_set_error_literal (error, BB_DOCUMENT_ERROR, BB_DOCUMENT_ERROR_NOT_DOCUMENT, _("The file is no Bianbao document."));
  return g_steal_pointer (&reader.document);
}
