/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Copies are named INSTANCE-N.bianbao, the journals beside them INSTANCE-N.journal. An instance is a process: its id, a random part, and a lock file that it holds
 * as long as it lives. The lock, not the id, tells whether the process is gone: ids are given out again.
 */

#define LOCK_SUFFIX ".lock"
#define ATTEMPTS 20

/* A full copy made while a file is rewritten in place is work to recover only when that save can no longer be under way. */
#define SAVING_AGE_SECONDS 60

static char *
data_directory (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "bianbao", name, NULL);
}

/*
 * Returns: whether the process that made the lock file at @path is gone, or there is no lock file.
 * @remove: whether to remove it then: while we hold the lock, so that a process that has just made it sees that
 */
static gboolean
is_free (const char *path,
         gboolean    remove)
{
  /* NFS gives such a lock only on what can be written. */
  int fd = open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean locked;

  if (fd < 0)
    return errno == ENOENT;
  locked = flock (fd, LOCK_EX | LOCK_NB) != 0;
  if (!locked && remove)
    g_unlink (path);
  close (fd);
  return !locked;
}

/* Somebody who tidies up may see the new file before it is locked and remove it; then another is made. */
static gboolean
hold_lock (const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  struct stat status;

  if (fd < 0)
    return FALSE;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &status) == 0 && status.st_nlink > 0)
    return TRUE; /* open until the process ends: that is what the lock says */
  /* Nobody would ever take it for free. */
  g_unlink (path);
  close (fd);
  return FALSE;
}

static char *
make_instance (void)
{
  g_autofree char *directory = data_directory ("recovery");

  if (g_mkdir_with_parents (directory, 0700) != 0)
    g_debug ("%s: %s", directory, g_strerror (errno));
  for (guint i = 0;; i++)
    {
      guint32 random = g_random_int ();
      g_autofree char *lock = NULL;
      char *made;

      if (getrandom (&random, sizeof random, 0) != sizeof random)
        g_debug ("no random bytes: %s", g_strerror (errno));
      made = g_strdup_printf ("%s/%d-%08x", directory, (int) getpid (), random);
      lock = g_strconcat (made, LOCK_SUFFIX, NULL);
      /* Without a lock the copies still are written; they may only be offered too early. */
      if (hold_lock (lock) || i == ATTEMPTS)
        return made;
      g_free (made);
    }
}

/* The present process's instance: one lock for all windows, made with the first. */
static char *own_instance;

static const char *
get_instance (void)
{
  if (g_once_init_enter (&own_instance))
    g_once_init_leave (&own_instance, make_instance ());
  return own_instance;
}

void
bb_recovery_free (BbRecovery *recovery)
{
  if (recovery == NULL)
    return;
  g_free (recovery->path);
  g_free (recovery->original);
  g_free (recovery->seen);
  g_free (recovery->title);
  g_free (recovery);
}

char *
bb_recovery_new_path (void)
{
  static int n_paths;

  return g_strdup_printf ("%s-%d" BB_DOCUMENT_SUFFIX, get_instance (), g_atomic_int_add (&n_paths, 1));
}

gboolean
bb_recovery_write (BbReport       *report,
                   const char     *path,
                   const char     *original,
                   const BbStamp  *stamp,
                   GError        **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *absolute = original != NULL ? g_canonicalize_filename (original, NULL) : NULL;
  g_autofree char *uri = absolute != NULL ? g_filename_to_uri (absolute, NULL, NULL) : NULL;
  const char *seen = stamp != NULL && *stamp->sha256 != '\0' ? stamp->sha256 : NULL;
  g_autoptr (GBytes) bytes = bb_document_serialize_recovery (report, uri, seen);

  /* Somebody may have emptied the data directory since. If this fails, saving says so. */
  g_mkdir_with_parents (directory, 0700);
  return bb_save_bytes (path, bytes, BB_SAVE_PRIVATE, error);
}

/* The copy that the journal @path stands beside, or @path. */
static char *
copy_path (const char *path)
{
  g_autofree char *stem = g_strdup (path);

  if (!g_str_has_suffix (path, BB_JOURNAL_SUFFIX))
    return g_steal_pointer (&stem);
  stem[strlen (stem) - strlen (BB_JOURNAL_SUFFIX)] = '\0';
  return g_strconcat (stem, BB_DOCUMENT_SUFFIX, NULL);
}

void
bb_recovery_drop (const char *path)
{
  g_autofree char *copy = copy_path (path);
  g_autofree char *journal = bb_journal_path (copy);
  const char *const both[] = { copy, journal };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    if (g_unlink (both[i]) != 0 && errno != ENOENT)
      g_debug ("%s: %s", both[i], g_strerror (errno));
}

static char *
read_original (json_t *document)
{
  json_t *recovery = json_object_get (document, BB_MEMBER_RECOVERY);
  const char *uri = json_string_value (json_object_get (recovery, BB_MEMBER_ORIGINAL));

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

/* @time: (out): microseconds since 1970. Returns: (nullable) (transfer full) */
static json_t *
load (const char *path, gint64 *time, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf status;

  if (g_str_has_suffix (path, BB_JOURNAL_SUFFIX))
    return bb_journal_read (path, time, error);
  bytes = bb_read_file (path, NULL, error);
  *time = g_stat (path, &status) == 0 ? status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000 : 0;
  return bytes != NULL ? bb_document_load (bytes, error) : NULL;
}

BbReport *
bb_recovery_read (const BbRecovery *recovery, GError **error)
{
  gint64 time;
  g_autoptr (json_t) document = load (recovery->path, &time, error);

  return document != NULL ? bb_document_from_json (document, error) : NULL;
}

/* Where a copy or a journal stands among what its process wrote. */
typedef struct
{
  json_int_t number; /* 0: not known */
  gint64 time;       /* microseconds since 1970 */
} Moment;

static gboolean
is_later (const Moment *a, const Moment *b)
{
  /* Clocks are set, and files in a network have another one. */
  return a->number > 0 && b->number > 0 ? a->number > b->number : a->time > b->time;
}

/* NULL when it can't be opened: there is nothing to offer then. */
static BbRecovery *
read_work (const char *path, Moment *moment)
{
  g_autoptr (json_t) document = load (path, &moment->time, NULL);
  g_autoptr (BbReport) report = document != NULL ? bb_document_from_json (document, NULL) : NULL;
  json_t *told = json_object_get (document, BB_MEMBER_RECOVERY);
  BbRecovery *recovery;

  if (report == NULL)
    return NULL;
  recovery = g_new0 (BbRecovery, 1);
  recovery->path = g_strdup (path);
  recovery->original = read_original (document);
  recovery->seen = g_strdup (json_string_value (json_object_get (told, BB_MEMBER_SEEN)));
  recovery->title = bb_report_get_title (report);
  recovery->time = moment->time / G_USEC_PER_SEC;
  moment->number = json_integer_value (json_object_get (told, BB_MEMBER_NUMBER));
  return recovery;
}

/* The removal of a journal may be lost when the power fails, and its end: what was begun later goes further. */
static BbRecovery *
read_latest (const char *copy)
{
  g_autofree char *journal = bb_journal_path (copy);
  Moment copied = { 0 };
  Moment stepped = { 0 };
  BbRecovery *of_copy = read_work (copy, &copied);
  BbRecovery *of_journal = read_work (journal, &stepped);
  gboolean further = of_journal != NULL && (of_copy == NULL || is_later (&stepped, &copied));

  bb_recovery_free (further ? of_copy : of_journal);
  return further ? of_journal : of_copy;
}

static char *
lock_of_copy (const char *path)
{
  const char *dash = strrchr (path, '-');
  g_autofree char *instance = g_strndup (path, dash != NULL ? (gsize) (dash - path) : strlen (path));

  return g_strconcat (instance, LOCK_SUFFIX, NULL);
}

static gboolean
is_old (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && g_get_real_time () / G_USEC_PER_SEC - status.st_mtim.tv_sec > SAVING_AGE_SECONDS;
}

typedef gboolean (*IsAbandoned) (const char *path);

static gboolean
is_abandoned_copy (const char *path)
{
  g_autofree char *lock = lock_of_copy (path);
  const char *own = g_atomic_pointer_get (&own_instance);

  /* Ours are ours without a lock, too. */
  if (own != NULL && g_str_has_prefix (lock, own) && g_str_equal (lock + strlen (own), LOCK_SUFFIX))
    return FALSE;
  return is_free (lock, FALSE);
}

/* Both together are one. */
static gboolean
is_work (const char *path)
{
  g_autofree char *copy = copy_path (path);

  return g_str_has_suffix (path, BB_DOCUMENT_SUFFIX) || (g_str_has_suffix (path, BB_JOURNAL_SUFFIX) && g_access (copy, F_OK) != 0);
}

/* The power went before anything of a journal was on the disk: with no copy beside it nobody would ever remove it. */
static void
remove_if_empty (const char *path)
{
  GStatBuf status;

  if (g_str_has_suffix (path, BB_JOURNAL_SUFFIX) && g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size == 0)
    g_unlink (path);
}

static void
list_directory (const char  *name,
                IsAbandoned  is_abandoned,
                GPtrArray   *list)
{
  g_autofree char *directory = data_directory (name);
  g_autoptr (GDir) entries = g_dir_open (directory, 0, NULL);
  const char *entry;

  bb_save_sweep (directory);
  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, entry, NULL);
      g_autofree char *copy = copy_path (path);
      BbRecovery *recovery = NULL;

      if (is_work (path) && is_abandoned (path))
        {
          recovery = read_latest (copy);
          remove_if_empty (path);
        }
      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
    }
}

/* Locks of processes that are gone and left no copy behind: removed, so that they do not pile up. */
static void
remove_free_locks (void)
{
  g_autofree char *directory = data_directory ("recovery");
  g_autoptr (GDir) entries = g_dir_open (directory, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, entry, NULL);

      if (g_str_has_suffix (entry, LOCK_SUFFIX))
        is_free (path, TRUE);
    }
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const BbRecovery *left = *(const BbRecovery *const *) a;
  const BbRecovery *right = *(const BbRecovery *const *) b;

  if (left->time != right->time)
    return left->time > right->time ? -1 : 1;
  return strcmp (left->path, right->path);
}

GPtrArray *
bb_recovery_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_recovery_free);

  list_directory ("recovery", is_abandoned_copy, list);
  list_directory ("saving", is_old, list);
  remove_free_locks ();
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}
