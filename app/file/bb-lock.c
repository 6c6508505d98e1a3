/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/bb-lock-private.h"
#include "util/bb-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX ".~lock."
#define SUFFIX "#"

/* Of a name that leaves no room for those: as many digits of its hash. */
#define HASH_LENGTH 32

/* A lock file that has just been made is empty for a moment. */
#define EMPTY_ATTEMPTS 10
#define EMPTY_WAIT_US 10000

/* Others may remove and make lock files while we look. */
#define TAKE_ATTEMPTS 10

struct _BbLock
{
  int n_references;
  char *path;
  int fd; /* -1: given back already */
  struct stat status;
};

typedef enum
{
  FOUND_NOTHING, /* or it went meanwhile */
  FOUND_STALE,
  FOUND_HOLDER
} Found;

/* What this process holds, by the path of the lock file: (element-type filename BbLock). */
static GHashTable *held;

static gboolean
is_same (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

char *
bb_lock_dup_path (const char *path)
{
  g_autofree char *file = bb_target_follow_links (path);
  g_autofree char *folder = NULL;
  g_autofree char *whole_folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *lock = NULL;

  if (file == NULL)
    return NULL;
  folder = g_path_get_dirname (file);
  name = g_path_get_basename (file);
  whole_folder = realpath (folder, NULL);
  if (whole_folder == NULL)
    return NULL;
  if (strlen (PREFIX SUFFIX) + strlen (name) > NAME_MAX)
    {
      char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

      hash[HASH_LENGTH] = '\0';
      g_free (name);
      name = hash;
    }
  lock = g_strconcat (PREFIX, name, SUFFIX, NULL);
  return g_build_filename (whole_folder, lock, NULL);
}

/* Returns: (transfer none) (nullable): what this process holds */
static BbLock *
find_own (const char *lock)
{
  BbLock *own = held != NULL && lock != NULL ? g_hash_table_lookup (held, lock) : NULL;

  return own != NULL && !bb_lock_is_lost (own) ? own : NULL;
}

/* ---- looking at what is there ---- */

/* Examined before opening as well, because opening a device may do things. Returns: -1 with errno set when there is no file to read. */
static int
open_lock (const char *path, struct stat *status)
{
  int fd;

  if (lstat (path, status) != 0)
    return -1;
  errno = EINVAL;
  if (!S_ISREG (status->st_mode))
    return -1;
  fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0 || (fstat (fd, status) == 0 && S_ISREG (status->st_mode)))
    return fd;
  close (fd);
  errno = EINVAL;
  return -1;
}

static gsize
read_lock (int fd, char *data)
{
  ssize_t size = 0;

  for (guint i = 0; i < EMPTY_ATTEMPTS && size == 0; i++)
    {
      if (i > 0)
        g_usleep (EMPTY_WAIT_US);
      size = pread (fd, data, BB_LOCK_LIMIT, 0);
    }
  return size > 0 && size < BB_LOCK_LIMIT ? (gsize) size : 0;
}

/* Its process holds the lock file itself locked as well: where ids mean something else, as in a container, that tells. */
static gboolean
is_stale (const BbLockText *text, int fd)
{
  return text->here && !bb_lock_process_lives (text) && (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK);
}

/* @fd: (out): the file, locked when it is stale, so that only one process replaces it; -1 when there is none to read */
static Found
look (const char *path, int *fd, BbLockHolder **holder)
{
  char data[BB_LOCK_LIMIT];
  g_auto (BbLockText) text = { 0 };
  struct stat status;
  struct stat now;

  *fd = open_lock (path, &status);
  if (*fd < 0 && errno == ENOENT)
    return FOUND_NOTHING;
  bb_lock_text_read (&text, data, *fd >= 0 ? read_lock (*fd, data) : 0);
  if (*fd >= 0 && is_stale (&text, *fd))
    /* While we waited somebody may have replaced it. */
    return lstat (path, &now) == 0 && is_same (&now, &status) ? FOUND_STALE : FOUND_NOTHING;
  text.holder->certain = text.here;
  if (text.holder->time == 0 && *fd >= 0)
    text.holder->time = status.st_mtim.tv_sec;
  *holder = g_steal_pointer (&text.holder);
  return FOUND_HOLDER;
}

BbLockHolder *
bb_lock_find (const char *path)
{
  g_autofree char *lock = bb_lock_dup_path (path);
  BbLockHolder *holder = NULL;
  int fd;

  if (lock == NULL || find_own (lock) != NULL)
    return NULL;
  look (lock, &fd, &holder);
  if (fd >= 0)
    close (fd);
  return holder;
}

/* ---- holding ---- */

static void
forget (const char *path, int fd)
{
  unlink (path);
  close (fd);
}

static BbLock *
hold (const char *path, int fd)
{
  g_autofree char *text = bb_lock_text_make ();
  BbLock *self;
  struct stat status;

  /* Where the file system knows no such locks the id of the process has to do. */
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  if (!bb_write_all (fd, text, strlen (text)) || fstat (fd, &status) != 0)
    {
      forget (path, fd);
      return NULL;
    }
  self = g_new (BbLock, 1);
  *self = (BbLock) { .n_references = 1, .path = g_strdup (path), .fd = fd, .status = status };
  if (held == NULL)
    held = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_replace (held, self->path, self);
  return self;
}

/* Returns: whether the place is free now. */
static gboolean
make_room (const char *path, BbLockFlags flags, BbLockHolder **holder)
{
  g_autoptr (BbLockHolder) found_holder = NULL;
  int fd;
  Found found = look (path, &fd, &found_holder);
  gboolean may = found == FOUND_NOTHING || found == FOUND_STALE
                 || ((flags & BB_LOCK_TAKE_OVER) && !found_holder->certain);
  gboolean is_free = may && (found == FOUND_NOTHING || unlink (path) == 0 || errno == ENOENT);

  if (fd >= 0)
    close (fd);
  if (!may && holder != NULL)
    *holder = g_steal_pointer (&found_holder);
  return is_free;
}

BbLock *
bb_lock_take (const char *path, BbLockFlags flags, BbLockHolder **holder)
{
  g_autofree char *lock = bb_lock_dup_path (path);
  BbLock *own = find_own (lock);

  if (holder != NULL)
    *holder = NULL;
  if (lock == NULL)
    return NULL;
  if (own != NULL)
    return bb_lock_ref (own);
  for (guint i = 0; i < TAKE_ATTEMPTS; i++)
    {
      int fd = open (lock, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

      if (fd >= 0)
        return hold (lock, fd);
      if (errno != EEXIST || !make_room (lock, flags, holder))
        return NULL;
    }
  return NULL;
}

BbLock *
bb_lock_ref (BbLock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  self->n_references++;
  return self;
}

gboolean
bb_lock_is_lost (BbLock *self)
{
  struct stat status;

  g_return_val_if_fail (self != NULL, TRUE);
  return self->fd < 0 || lstat (self->path, &status) != 0 || !is_same (&status, &self->status);
}

/* The folder may have another name by now. Only what is ours is removed. */
static char *
find_lock_file (BbLock *self)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  g_autofree char *moved = NULL;
  struct stat status;

  if (!bb_lock_is_lost (self))
    return g_strdup (self->path);
  moved = g_file_read_link (link, NULL);
  if (moved != NULL && lstat (moved, &status) == 0 && is_same (&status, &self->status))
    return g_steal_pointer (&moved);
  return NULL;
}

static void
release (BbLock *self)
{
  g_autofree char *path = NULL;

  if (self->fd < 0)
    return;
  path = find_lock_file (self);
  if (path != NULL)
    unlink (path);
  close (self->fd);
  self->fd = -1;
}

void
bb_lock_unref (BbLock *self)
{
  g_return_if_fail (self != NULL);
  if (--self->n_references > 0)
    return;
  if (g_hash_table_lookup (held, self->path) == self)
    g_hash_table_remove (held, self->path);
  release (self);
  g_free (self->path);
  g_free (self);
}

void
bb_lock_release_all (void)
{
  GHashTableIter iter;
  gpointer lock;

  if (held == NULL)
    return;
  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, NULL, &lock))
    release (lock);
}
