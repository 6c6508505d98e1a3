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

/* Others may remove and make lock files while we look; while they look at ours they hold it for a moment. */
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

/* Returns: -1 when it can't be read, or is longer than any of ours. */
static gssize
read_lock (int fd, char *data)
{
  ssize_t size = 0;

  for (guint i = 0; i < EMPTY_ATTEMPTS && size == 0; i++)
    {
      if (i > 0)
        g_usleep (EMPTY_WAIT_US);
      size = pread (fd, data, BB_LOCK_LIMIT, 0);
    }
  return size < BB_LOCK_LIMIT ? size : -1;
}

/*
 * Whoever has a document open holds its lock file itself locked as well: where ids mean something else, as in a container, that
 * tells. Returns: 0, or why it could not be locked: EWOULDBLOCK when it is held.
 */
static int
try_lock (int fd)
{
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return 0;
  /* NFS wants a file that can be written for that. */
  if (errno == EBADF && flock (fd, LOCK_SH | LOCK_NB) == 0)
    return 0;
  return errno;
}

/*
 * An empty one that nobody holds was left by the loss of power. One that nobody holds although its process is there came into
 * this place with a copy of the folder: no longer certain, but nobody's word for it either.
 */
static gboolean
is_stale (const BbLockText *text, gboolean empty, int fd, gboolean *certain)
{
  int problem;

  *certain = text->here;
  if (!text->here && !empty)
    return FALSE;
  problem = try_lock (fd);
  *certain = text->here && problem != 0;
  return problem != EWOULDBLOCK && (empty ? problem == 0 : !bb_lock_process_lives (text));
}

/* @fd: (out): the file, locked when it is stale, so that only one process replaces it; -1 when there is none to read */
static Found
look (const char *path, int *fd, BbLockHolder **holder)
{
  char data[BB_LOCK_LIMIT];
  g_auto (BbLockText) text = { 0 };
  struct stat status;
  struct stat now;
  gssize size;
  gboolean certain = FALSE;

  *fd = open_lock (path, &status);
  if (*fd < 0 && errno == ENOENT)
    return FOUND_NOTHING;
  size = *fd >= 0 ? read_lock (*fd, data) : -1;
  bb_lock_text_read (&text, data, (gsize) MAX (size, 0));
  if (*fd >= 0 && is_stale (&text, size == 0, *fd, &certain))
    /* While we waited somebody may have replaced it. */
    return lstat (path, &now) == 0 && is_same (&now, &status) ? FOUND_STALE : FOUND_NOTHING;
  text.holder->certain = certain;
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

/*
 * Where the file system knows no such locks the id of the process has to do. Returns: %FALSE when somebody took the new file for
 * one that was left behind, and removed it.
 */
static gboolean
lock_new (const char *path, int fd)
{
  struct stat status;
  struct stat now;

  for (guint i = 0; i < TAKE_ATTEMPTS && try_lock (fd) == EWOULDBLOCK; i++)
    g_usleep (EMPTY_WAIT_US);
  return fstat (fd, &status) == 0 && lstat (path, &now) == 0 && is_same (&now, &status);
}

static BbLock *
hold (const char *path, int fd)
{
  g_autofree char *text = bb_lock_text_make ();
  BbLock *self;
  struct stat status;

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

      if (fd >= 0 && lock_new (lock, fd))
        return hold (lock, fd);
      if (fd >= 0)
        close (fd);
      else if (errno != EEXIST || !make_room (lock, flags, holder))
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
