/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-journal-private.h"
#include "util/bb-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A longer one begins anew with the whole report: it has to be read by one who reads no file without end. */
#define SIZE_LIMIT (16 * 1024 * 1024)

struct _BbJournal
{
  BbReport *report;
  char *path;
  char *original; /* an URI */
  char *seen;     /* its SHA-256 */
  BbJournalFailed failed;
  gpointer user_data;

  int fd;          /* -1: nothing is written yet */
  gboolean broken; /* a step could not be written */
  off_t size;
  guint8 digest[BB_JOURNAL_DIGEST];

  /* What a new journal begins with, as long as nothing changed since */
  GBytes *prepared;

  /* The step under way */
  GPtrArray *fields;
  gboolean whole; /* more than fields changed */
  char *notes;    /* which are dismissed */
};

char *
bb_journal_path (const char *copy)
{
  g_autofree char *base = g_strdup (copy);

  if (g_str_has_suffix (base, BB_DOCUMENT_SUFFIX))
    base[strlen (base) - strlen (BB_DOCUMENT_SUFFIX)] = '\0';
  return g_strconcat (base, BB_JOURNAL_SUFFIX, NULL);
}

void
bb_journal_put_head (guint8 *head, char kind, gint64 time, const void *payload, gsize size, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint32 length = GUINT32_TO_LE ((guint32) size);
  gint64 when = GINT64_TO_LE (time);
  guint8 sum[32];
  gsize n = sizeof sum;

  memset (head, 0, BB_JOURNAL_HEAD);
  memcpy (head, BB_JOURNAL_MAGIC, 4);
  head[4] = (guint8) kind;
  memcpy (head + 8, &length, sizeof length);
  memcpy (head + 12, &when, sizeof when);
  g_checksum_update (checksum, digest, BB_JOURNAL_DIGEST);
  g_checksum_update (checksum, head, BB_JOURNAL_HEAD - BB_JOURNAL_DIGEST);
  g_checksum_update (checksum, payload, (gssize) size);
  g_checksum_get_digest (checksum, sum, &n);
  memcpy (digest, sum, BB_JOURNAL_DIGEST);
  memcpy (head + BB_JOURNAL_HEAD - BB_JOURNAL_DIGEST, sum, BB_JOURNAL_DIGEST);
}

/* ---- the file ---- */

static void
drop_file (BbJournal *self)
{
  if (self->fd < 0)
    return;
  close (self->fd);
  self->fd = -1;
  self->size = 0;
  if (unlink (self->path) != 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
}

/* What stands there is good up to the last step that was written whole. */
static void
fail (BbJournal *self, int error_number)
{
  g_autoptr (GError) error = NULL;

  self->broken = TRUE;
  if (self->fd >= 0 && ftruncate (self->fd, self->size) != 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
  bb_save_set_error (&error, error_number, self->path);
  self->failed (self->user_data, error);
}

static gboolean
open_file (BbJournal *self)
{
  g_autofree char *directory = g_path_get_dirname (self->path);

  if (self->fd >= 0)
    return TRUE;
  g_mkdir_with_parents (directory, 0700);
  self->fd = open (self->path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
  self->size = 0;
  memset (self->digest, 0, sizeof self->digest);
  return self->fd >= 0;
}

/* In one call: nobody is to find the head of a step without the step. */
static gboolean
append (BbJournal *self, char kind, const void *payload, gsize size)
{
  g_autofree guint8 *frame = g_malloc (BB_JOURNAL_HEAD + size);
  guint8 digest[BB_JOURNAL_DIGEST];

  if (!open_file (self))
    return FALSE;
  memcpy (digest, self->digest, sizeof digest);
  bb_journal_put_head (frame, kind, g_get_real_time (), payload, size, digest);
  memcpy (frame + BB_JOURNAL_HEAD, payload, size);
  if (!bb_write_all (self->fd, frame, BB_JOURNAL_HEAD + size))
    return FALSE;
  self->size += (off_t) (BB_JOURNAL_HEAD + size);
  memcpy (self->digest, digest, sizeof digest);
  return TRUE;
}

static gboolean
append_bytes (BbJournal *self, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return append (self, BB_JOURNAL_DOCUMENT, data, size);
}

/* ---- a step ---- */

static char *
list_notes (BbJournal *self)
{
  GListModel *notes = bb_report_get_notes (self->report);
  guint n = g_list_model_get_n_items (notes);
  char *list = g_malloc (n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      list[i] = bb_note_get_dismissed (note) ? 'd' : 'l';
    }
  list[n] = '\0';
  return list;
}

static void
put_field (json_t *step, BbField *field)
{
  const char *id = bb_field_get_id (field);
  const char *map = bb_field_get_cell (field) != NULL ? BB_MEMBER_CELLS
                    : bb_field_get_section (field) >= 0 ? BB_MEMBER_SECTIONS : BB_MEMBER_META;
  json_t *members = json_object_get (step, map);
  json_t *value = bb_document_field_to_json (field);

  if (members == NULL)
    {
      members = json_object ();
      json_object_set_new (step, map, members);
    }
  if (json_is_object (value) && json_object_size (value) == 0)
    {
      json_decref (value);
      value = json_null ();
    }
  json_object_set_new (members, g_str_equal (map, BB_MEMBER_META) ? id + strlen (BB_META_PREFIX) : id, value);
}

static gboolean
append_step (BbJournal *self)
{
  g_autoptr (json_t) step = json_object ();
  char *text;
  gboolean done;

  for (guint i = 0; i < self->fields->len; i++)
    put_field (step, self->fields->pdata[i]);
  text = json_dumps (step, JSON_COMPACT);
  done = append (self, BB_JOURNAL_STEP, text, strlen (text));
  free (text);
  return done;
}

static gboolean
append_whole (BbJournal *self)
{
  g_autoptr (GBytes) bytes = bb_document_serialize_recovery (self->report, self->original, self->seen);

  return append_bytes (self, bytes);
}

static gboolean
write_step (BbJournal *self)
{
  g_autoptr (GBytes) prepared = g_steal_pointer (&self->prepared);

  if (self->size > SIZE_LIMIT)
    drop_file (self);
  if (self->whole || (self->fd < 0 && prepared == NULL))
    return append_whole (self);
  if (self->fd < 0 && !append_bytes (self, prepared))
    return FALSE;
  return append_step (self);
}

static void
field_changed_cb (BbReport *report, BbField *field, BbJournal *self)
{
  if (!g_ptr_array_find (self->fields, field, NULL))
    g_ptr_array_add (self->fields, g_object_ref (field));
}

static void
whole_cb (BbJournal *self)
{
  self->whole = TRUE;
}

static void
changed_cb (BbReport *report, BbJournal *self)
{
  g_autofree char *notes = list_notes (self);

  if (self->fields->len == 0 || g_strcmp0 (notes, self->notes) != 0)
    self->whole = TRUE;
  g_free (self->notes);
  self->notes = g_steal_pointer (&notes);
  if (!bb_report_get_modified (report))
    bb_journal_begin_anew (self);
  else if (!self->broken && !write_step (self))
    fail (self, errno);
  g_clear_pointer (&self->prepared, g_bytes_unref);
  g_ptr_array_set_size (self->fields, 0);
  self->whole = FALSE;
}

/* ---- public ---- */

BbJournal *
bb_journal_new (BbReport *report, const char *copy, BbJournalFailed failed, gpointer user_data)
{
  BbJournal *self = g_new0 (BbJournal, 1);

  self->report = g_object_ref (report);
  self->path = bb_journal_path (copy);
  self->failed = failed;
  self->user_data = user_data;
  self->fd = -1;
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = list_notes (self);
  g_signal_connect (report, "field-changed", G_CALLBACK (field_changed_cb), self);
  g_signal_connect_swapped (report, "notify::form", G_CALLBACK (whole_cb), self);
  g_signal_connect (report, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
bb_journal_free (BbJournal *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->report, self);
  if (self->fd >= 0)
    close (self->fd);
  g_ptr_array_unref (self->fields);
  g_clear_pointer (&self->prepared, g_bytes_unref);
  g_object_unref (self->report);
  g_free (self->notes);
  g_free (self->original);
  g_free (self->seen);
  g_free (self->path);
  g_free (self);
}

void
bb_journal_set_original (BbJournal *self, const char *original, const BbStamp *stamp)
{
  g_autofree char *absolute = original != NULL ? g_canonicalize_filename (original, NULL) : NULL;

  g_free (self->original);
  self->original = absolute != NULL ? g_filename_to_uri (absolute, NULL, NULL) : NULL;
  g_free (self->seen);
  self->seen = stamp != NULL && *stamp->sha256 != '\0' ? g_strdup (stamp->sha256) : NULL;
  /* What stands there already belongs to another. */
  self->whole = self->fd >= 0;
  g_clear_pointer (&self->prepared, g_bytes_unref);
}

void
bb_journal_begin_anew (BbJournal *self)
{
  self->broken = FALSE;
  drop_file (self);
  /* What stands in the copy comes before what a new journal begins with. */
  g_clear_pointer (&self->prepared, g_bytes_unref);
}

void
bb_journal_prepare (BbJournal *self)
{
  if (self->fd < 0 && self->prepared == NULL)
    self->prepared = bb_document_serialize_recovery (self->report, self->original, self->seen);
}
