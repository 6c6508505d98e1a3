/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A name may have 255 bytes already: its end is kept, which has the suffix, from a character's first byte on. */
#define NAME_KEPT 200

static const char *
end_of_name (const char *name)
{
  gsize length = strlen (name);

  if (length <= NAME_KEPT)
    return name;
  name += length - NAME_KEPT;
  while (((guchar) *name & 0xC0) == 0x80)
    name++;
  return name;
}

char *
bb_save_copy_path (const BbTarget  *target,
                   GError         **error)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "bianbao", "saving", NULL);
  g_autofree char *name = g_strdup_printf ("%d-%08x-%s", (int) getpid (), g_random_int (), end_of_name (target->name));

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      bb_save_set_error (error, errno, directory);
      return NULL;
    }
  return g_build_filename (directory, name, NULL);
}

/* NULL with errno set. */
static GBytes *
read_old (int   fd,
          gsize size)
{
  g_autofree char *content = g_try_malloc (size + 1);
  gsize used = 0;

  errno = ENOMEM;
  if (content == NULL)
    return NULL;
  while (used < size)
    {
      ssize_t n = pread (fd, content + used, size - used, used);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      used += n;
    }
  return g_bytes_new_take (g_steal_pointer (&content), used);
}

static gboolean
rewrite (int     fd,
         GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);

  return lseek (fd, 0, SEEK_SET) == 0 && bb_write_all (fd, g_bytes_get_data (bytes, NULL), size) && ftruncate (fd, size) == 0 &&
         fsync (fd) == 0;
}

/* Room is taken before the first byte is overwritten, so that a full disk does no harm. */
static gboolean
reserve (int   fd,
         gsize size)
{
  return size == 0 || fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, size) == 0 || errno == EOPNOTSUPP || errno == ENOSYS;
}

/* The file that was examined, opened: not another one that took its name meanwhile. -1 with errno set. */
static int
open_target (const BbTarget *target,
             struct stat    *status)
{
  int fd = openat (target->directory_fd, target->name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0)
    return -1;
  if (fstat (fd, status) == 0 && S_ISREG (status->st_mode) && status->st_ino == target->status.st_ino)
    return fd;
  close (fd);
  errno = EBUSY;
  return -1;
}

/* @harmed: (out): whether the old content is gone. FALSE with errno set. */
static gboolean
replace_content (const BbTarget *target,
                 GBytes         *bytes,
                 gboolean       *harmed)
{
  g_autoptr (GBytes) old = NULL;
  struct stat status;
  int fd = open_target (target, &status);
  gboolean done = FALSE;
  int failure;

  if (fd < 0)
    return FALSE;
  old = read_old (fd, status.st_size);
  if (old != NULL && reserve (fd, g_bytes_get_size (bytes)))
    {
      done = rewrite (fd, bytes);
      failure = errno;
      if (!done)
        *harmed = !rewrite (fd, old);
      errno = failure;
    }
  failure = errno;
  if (close (fd) != 0 && done)
    {
      *harmed = TRUE;
      return FALSE;
    }
  errno = failure;
  return done;
}

gboolean
bb_save_in_place (const BbTarget  *target,
                  const char      *copy,
                  GBytes          *bytes,
                  GError         **error)
{
  gboolean harmed = FALSE;

  if (replace_content (target, bytes, &harmed))
    {
      g_unlink (copy);
      return TRUE;
    }
  if (harmed)
    {
      g_autofree char *name = g_filename_display_name (target->asked);
      g_autofree char *kept = g_filename_display_name (copy);

      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_FAILED,
                   _("“%s” was damaged while it was written: %s. The complete new content is kept in “%s”."), name,
                   g_strerror (errno), kept);
      return FALSE;
    }
  bb_save_set_error (error, errno, target->asked);
  g_unlink (copy);
  return FALSE;
}
