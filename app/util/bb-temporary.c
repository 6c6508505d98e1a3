/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

#define ATTEMPTS 100

void
bb_temporary_clear (BbTemporary *temporary)
{
  if (temporary->name != NULL)
    unlinkat (temporary->directory_fd, temporary->name, 0);
  if (temporary->fd >= 0)
    close (temporary->fd);
  if (temporary->lock_fd >= 0)
    close (temporary->lock_fd);
  g_free (temporary->name);
}

/* Not GLib's random numbers: processes that were forked from one another share their sequence. */
static char *
random_name (void)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  guint8 random[BB_TEMPORARY_RANDOM];
  char name[BB_TEMPORARY_RANDOM + 1] = { 0 };

  if (getrandom (random, sizeof random, 0) != sizeof random)
    return NULL;
  for (gsize i = 0; i < sizeof random; i++)
    name[i] = letters[random[i] % (sizeof letters - 1)];
  return g_strconcat (BB_TEMPORARY_PREFIX, name, NULL);
}

/* A sweeper may have seen the new file before it was locked; then it is the sweeper's, and we take another. */
static gboolean
lock_new_file (int fd)
{
  struct stat status;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return FALSE;
  return fstat (fd, &status) == 0 && status.st_nlink > 0;
}

gboolean
bb_temporary_create (BbTemporary    *temporary,
                     const BbTarget *target,
                     BbSaveFlags     flags)
{
  mode_t mode = target->exists || (flags & BB_SAVE_PRIVATE) ? 0600 : 0666;

  *temporary = (BbTemporary) { .directory_fd = target->directory_fd, .fd = -1, .lock_fd = -1 };
  for (guint i = 0; i < ATTEMPTS; i++)
    {
      g_autofree char *name = random_name ();
      int fd = -1;

      if (name != NULL)
        fd = openat (target->directory_fd, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (fd < 0 && errno != EEXIST)
        return FALSE;
      if (fd >= 0 && lock_new_file (fd))
        {
          temporary->fd = fd;
          /* The lock stays while either is open: the file is closed, with a check, before it is moved. */
          temporary->lock_fd = fcntl (fd, F_DUPFD_CLOEXEC, 0);
          temporary->name = g_steal_pointer (&name);
          return TRUE;
        }
      if (fd >= 0)
        close (fd);
    }
  errno = EEXIST;
  return FALSE;
}

/* Moves without replacing. File systems that know no such rename may know hard links; all know exclusive creation. */
static gboolean
move_exclusively (const BbTemporary *temporary,
                  const BbTarget    *target)
{
  int directory = temporary->directory_fd;
  int fd;

  if (renameat2 (directory, temporary->name, directory, target->name, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (linkat (directory, temporary->name, directory, target->name, 0) == 0)
    return unlinkat (directory, temporary->name, 0) == 0;
  if (errno != EPERM && errno != ENOTSUP)
    return FALSE;
  fd = openat (directory, target->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return FALSE;
  close (fd);
  return renameat (directory, temporary->name, directory, target->name) == 0;
}

/* Some file systems and O_PATH descriptors have no fsync for directories; a disk that fails has an error. */
static gboolean
sync_directory (int fd)
{
  return fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EBADF;
}

gboolean
bb_temporary_commit (BbTemporary    *temporary,
                     const BbTarget *target,
                     BbSaveFlags     flags)
{
  int fd = temporary->fd;
  gboolean moved;

  if (fsync (fd) != 0)
    return FALSE;
  temporary->fd = -1;
  if (close (fd) != 0)
    return FALSE;
  if (flags & BB_SAVE_NO_CLOBBER)
    moved = move_exclusively (temporary, target);
  else
    moved = renameat (temporary->directory_fd, temporary->name, temporary->directory_fd, target->name) == 0;
  if (!moved)
    return FALSE;
  g_clear_pointer (&temporary->name, g_free);
  return sync_directory (temporary->directory_fd);
}
