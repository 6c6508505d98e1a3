/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-session-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Unsaved work is copied when the hands rest, so that no key waits for the disk, and while they do not, every few seconds. A
 * copy that could not be made is tried again. */
#define RECOVERY_PAUSE_MS 1000
#define RECOVERY_LATEST_US (5 * G_USEC_PER_SEC)
#define RECOVERY_AGAIN_MS 30000

/* When the journal's next beginning is made, so that no key waits for it. */
#define JOURNAL_PAUSE_MS 300

G_DEFINE_FINAL_TYPE (BbSession, bb_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_CHECKER,
  PROP_PATH,
  PROP_MODIFIED,
  PROP_REVIEWING,
  N_PROPS
};

enum
{
  RECOVERY_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
journal_timer_cb (gpointer user_data)
{
  BbSession *self = BB_SESSION (user_data);

  self->journal_timer = 0;
  if (self->journal != NULL)
    bb_journal_prepare (self->journal);
  return G_SOURCE_REMOVE;
}

/* What it holds is somewhere else by now. */
static void
begin_journal (BbSession *self)
{
  if (self->journal == NULL)
    return;
  bb_journal_begin_anew (self->journal);
  if (self->journal_timer == 0)
    self->journal_timer = g_timeout_add_full (G_PRIORITY_LOW, JOURNAL_PAUSE_MS, journal_timer_cb, self, NULL);
}

/* Told once; the copy that follows in a moment tries again. */
static void
journal_failed_cb (gpointer user_data, const GError *error)
{
  BbSession *self = BB_SESSION (user_data);

  if (!self->recovery_failed)
    g_signal_emit (self, signals[RECOVERY_FAILED], 0, error->message);
  self->recovery_failed = TRUE;
}

static void
drop_recovery (BbSession *self)
{
  begin_journal (self);
  g_clear_handle_id (&self->recovery_timer, g_source_remove);
  if (self->recovery_there)
    bb_recovery_drop (self->recovery_path);
  self->recovery_there = FALSE;
}

void
bb_session_set_file (BbSession *self, const char *path, const BbStamp *stamp)
{
  self->stamp = stamp != NULL ? *stamp : (BbStamp) { 0 };
  if (self->journal != NULL)
    bb_journal_set_original (self->journal, path, &self->stamp);
  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}

static gboolean recovery_timer_cb (gpointer user_data);

static void
copy_in (BbSession *self, guint milliseconds)
{
  g_clear_handle_id (&self->recovery_timer, g_source_remove);
  self->recovery_timer = g_timeout_add (milliseconds, recovery_timer_cb, self);
}

static gboolean
recovery_timer_cb (gpointer user_data)
{
  BbSession *self = BB_SESSION (user_data);
  g_autoptr (GError) error = NULL;

  self->recovery_timer = 0;
  if (bb_session_write_recovery (self, &error))
    {
      self->recovery_failed = FALSE;
      return G_SOURCE_REMOVE;
    }
  copy_in (self, RECOVERY_AGAIN_MS);
  /* Told once: a full disk should not raise a message every half minute. */
  if (!self->recovery_failed)
    g_signal_emit (self, signals[RECOVERY_FAILED], 0, error->message);
  self->recovery_failed = TRUE;
  return G_SOURCE_REMOVE;
}

/* Each change puts the copy off, but never past when the first of them is due. After a failure the disk is left in peace. */
static void
report_changed_cb (BbSession *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!bb_report_get_modified (self->report) || (self->recovery_failed && self->recovery_timer != 0))
    return;
  if (self->recovery_timer == 0)
    self->recovery_due = now + RECOVERY_LATEST_US;
  else if (now + RECOVERY_PAUSE_MS * 1000 > self->recovery_due)
    return;
  copy_in (self, RECOVERY_PAUSE_MS);
}

/* As saved again, the report needs no copy. */
static void
report_modified_cb (BbSession *self)
{
  gboolean modified = bb_report_get_modified (self->report);

  if (modified == self->was_modified)
    return;
  self->was_modified = modified;
  if (modified)
    report_changed_cb (self);
  else
    drop_recovery (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
bb_session_constructed (GObject *object)
{
  BbSession *self = BB_SESSION (object);

  G_OBJECT_CLASS (bb_session_parent_class)->constructed (object);
  self->recovery_path = bb_recovery_new_path ();
  /* It follows the report before anybody else: what was done is written before it is shown. */
  self->journal = bb_journal_new (self->report, self->recovery_path, journal_failed_cb, self);
  self->checker = bb_checker_new (self->report, BB_CHECK_LIVE);
  g_signal_connect_object (self->report, "notify::modified", G_CALLBACK (report_modified_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  report_modified_cb (self);
  begin_journal (self);
}

static void
bb_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BbSession *self = BB_SESSION (object);

  switch (prop_id)
    {
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    case PROP_CHECKER:
      g_value_set_object (value, self->checker);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, bb_session_get_modified (self));
      break;
    case PROP_REVIEWING:
      g_value_set_boolean (value, self->reviewing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BbSession *self = BB_SESSION (object);

  switch (prop_id)
    {
    case PROP_REPORT:
      self->report = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_session_dispose (GObject *object)
{
  BbSession *self = BB_SESSION (object);

  g_clear_handle_id (&self->recovery_timer, g_source_remove);
  g_clear_handle_id (&self->journal_timer, g_source_remove);
  g_clear_pointer (&self->journal, bb_journal_free);
  g_clear_object (&self->checker);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_session_parent_class)->dispose (object);
}

static void
bb_session_finalize (GObject *object)
{
  BbSession *self = BB_SESSION (object);

  bb_session_drop_lock (self);
  g_free (self->path);
  g_free (self->source);
  g_free (self->guessed_encoding);
  g_free (self->replaces);
  g_clear_pointer (&self->map, bb_import_map_unref);
  g_free (self->recovery_path);
  G_OBJECT_CLASS (bb_session_parent_class)->finalize (object);
}

static void
bb_session_class_init (BbSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bb_session_constructed;
  object_class->get_property = bb_session_get_property;
  object_class->set_property = bb_session_set_property;
  object_class->dispose = bb_session_dispose;
  object_class->finalize = bb_session_finalize;

  properties[PROP_REPORT] = g_param_spec_object ("report", NULL, NULL, BB_TYPE_REPORT,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECKER] = g_param_spec_object ("checker", NULL, NULL, BB_TYPE_CHECKER,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVIEWING] = g_param_spec_boolean ("reviewing", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RECOVERY_FAILED] = g_signal_new ("recovery-failed", BB_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bb_session_init (BbSession *self)
{
}

BbSession *
bb_session_new (BbReport *report)
{
  return g_object_new (BB_TYPE_SESSION, "report", report, NULL);
}

BbSession *
bb_session_new_opened (BbOpened *opened, const char *path)
{
  BbSession *self = bb_session_new (opened->report);

  self->settled = opened->settled;
  if (opened->encoding_guessed)
    self->guessed_encoding = g_strdup (opened->encoding);
  if (opened->is_document)
    {
      bb_session_set_file (self, path, &opened->stamp);
      bb_session_take_lock (self);
    }
  else
    {
      self->source = g_strdup (path);
      self->map = opened->map != NULL ? bb_import_map_ref (opened->map) : NULL;
      self->reviewing = self->map != NULL;
      self->read_state = bb_report_get_state_number (self->report);
    }
  return self;
}

/* Gives the work its document back, unless that is no longer what it was made from, or somebody has it open. */
static void
adopt_original (BbSession *self, const BbRecovery *recovery)
{
  g_autoptr (GBytes) bytes = recovery->original != NULL ? bb_read_file (recovery->original, NULL, NULL) : NULL;
  BbStamp stamp;
  GStatBuf info;

  if (bytes == NULL || !bb_stamp_take (recovery->original, bytes, &stamp, NULL) || g_stat (recovery->original, &info) != 0)
    return;
  /* Of what an older version left only the time is known. */
  if (recovery->seen != NULL ? !g_str_equal (recovery->seen, stamp.sha256) : info.st_mtime > recovery->time)
    return;
  if (bb_session_lock_target (self, recovery->original, FALSE, &self->lock, NULL))
    bb_session_set_file (self, recovery->original, &stamp);
}

BbSession *
bb_session_new_recovered (const BbRecovery *recovery, GError **error)
{
  g_autoptr (BbReport) report = bb_recovery_read (recovery, error);
  g_autoptr (BbSession) self = NULL;

  if (report == NULL)
    return NULL;
  bb_report_mark_unsaved (report);
  self = bb_session_new (report);
  adopt_original (self, recovery);
  /* Our own copy first: at no moment is there none. */
  if (!bb_session_write_recovery (self, error))
    return NULL;
  bb_recovery_drop (recovery->path);
  return g_steal_pointer (&self);
}

BbReport *
bb_session_get_report (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->report;
}

BbChecker *
bb_session_get_checker (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->checker;
}

const char *
bb_session_get_path (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->path;
}

const char *
bb_session_get_source (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->source;
}

char *
bb_session_dup_folder (BbSession *self)
{
  const char *file;
  const char *documents;

  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  file = self->path != NULL ? self->path : self->source;
  if (file != NULL)
    return g_path_get_dirname (file);
  documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

char *
bb_session_dup_state (BbSession *self)
{
  const char *file;
  g_autofree char *name = NULL;

  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  file = self->path != NULL ? self->path : self->source;
  if (file == NULL)
    return g_strdup (_("Not saved yet"));
  name = g_filename_display_basename (file);
  if (self->is_copy)
    return g_strdup_printf (_("Copy of %s, not saved yet"), name);
  if (self->path == NULL)
    return g_strdup_printf (_("Read from %s, not saved yet"), name);
  if (bb_session_get_read_only (self))
    return g_strdup_printf (_("%s, read-only"), name);
  if (bb_session_get_modified (self))
    return g_strdup_printf (_("%s, unsaved changes"), name);
  return g_steal_pointer (&name);
}

gboolean
bb_session_get_modified (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  return bb_report_get_modified (self->report);
}

const BbSettled *
bb_session_get_settled (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return &self->settled;
}

const char *
bb_session_get_guessed_encoding (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->guessed_encoding;
}

BbImportMap *
bb_session_get_map (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->map;
}

/* As it was read, and the file is still there to be read again. */
static gboolean
is_as_read (BbSession *self)
{
  return self->source != NULL && self->path == NULL && bb_report_get_state_number (self->report) == self->read_state
         && g_access (self->source, R_OK) == 0;
}

gboolean
bb_session_has_work (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  return bb_session_get_modified (self) && !is_as_read (self);
}

gboolean
bb_session_get_reviewing (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  return self->reviewing;
}

void
bb_session_set_replaces (BbSession *self, const char *title)
{
  g_return_if_fail (BB_IS_SESSION (self));
  g_free (self->replaces);
  self->replaces = g_strdup (title);
}

const char *
bb_session_get_replaces (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->replaces;
}

void
bb_session_keep (BbSession *self)
{
  g_return_if_fail (BB_IS_SESSION (self));
  if (!self->reviewing)
    return;
  self->reviewing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}

gboolean
bb_session_is_file (BbSession *self, const char *path)
{
  GStatBuf mine;
  GStatBuf other;
  const char *file;

  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  file = self->path != NULL ? self->path : self->source;
  /* Who asks for the document itself does not want its copy. */
  if (file == NULL || path == NULL || self->is_copy)
    return FALSE;
  if (g_strcmp0 (file, path) == 0)
    return TRUE;
  /* A link, or the same folder under another name. */
  return g_stat (file, &mine) == 0 && g_stat (path, &other) == 0 && mine.st_dev == other.st_dev
         && mine.st_ino == other.st_ino;
}

BbSessionFile
bb_session_look_at_file (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), BB_SESSION_FILE_FINE);
  if (self->path == NULL)
    return BB_SESSION_FILE_FINE;
  if (g_access (self->path, F_OK) != 0)
    return BB_SESSION_FILE_GONE;
  if (bb_stamp_changed (self->path, &self->stamp))
    return BB_SESSION_FILE_CHANGED;
  if (bb_session_is_shared (self))
    return BB_SESSION_FILE_SHARED;
  return g_access (self->path, W_OK) != 0 ? BB_SESSION_FILE_PROTECTED : BB_SESSION_FILE_FINE;
}

gboolean
bb_session_save (BbSession *self, const char *path, BbSaveFlags flags, gboolean overwrite, GError **error)
{
  g_autofree char *target = NULL;
  gboolean elsewhere, changed;
  BbStamp stamp = { 0 };
  BbLock *lock = NULL;

  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL || self->path != NULL, FALSE);

  elsewhere = path != NULL && g_strcmp0 (path, self->path) != 0;
  target = g_strdup (elsewhere ? path : self->path);
  if (!elsewhere && !overwrite)
    stamp = self->stamp;
  /* That it changed is the graver thing: asked first. */
  changed = !elsewhere && !overwrite && bb_session_look_at_file (self) == BB_SESSION_FILE_CHANGED;
  if (!changed && !bb_session_lock_target (self, target, overwrite, &lock, error))
    return FALSE;
  if (!bb_document_save (self->report, target, &stamp, flags, error))
    {
      g_clear_pointer (&lock, bb_lock_unref);
      return FALSE;
    }
  bb_session_move_lock (self, lock);
  bb_session_set_file (self, target, &stamp);
  drop_recovery (self);
  bb_session_keep (self);
  return TRUE;
}

gboolean
bb_session_write_recovery (BbSession *self, GError **error)
{
  guint64 state;

  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  if (!bb_session_has_work (self))
    return TRUE;
  state = bb_report_get_state_number (self->report);
  if (self->recovery_there && state == self->recovery_state)
    return TRUE;
  if (!bb_recovery_write (self->report, self->recovery_path, self->path, &self->stamp, error))
    return FALSE;
  self->recovery_there = TRUE;
  self->recovery_state = state;
  begin_journal (self);
  return TRUE;
}

void
bb_session_discard (BbSession *self)
{
  g_return_if_fail (BB_IS_SESSION (self));
  drop_recovery (self);
  g_clear_pointer (&self->journal, bb_journal_free);
}
