/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

gboolean
bb_write_all (int         fd,
              const void *data,
              gsize       size)
{
  const char *p = data;

  while (size > 0)
    {
      ssize_t n = write (fd, p, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      p += n;
      size -= n;
    }
  return TRUE;
}

/* Why renaming can't replace this target although it may be writable: the directory is not, or the file is a mount point. */
static gboolean
is_reason_for_in_place (int error_number)
{
  return error_number == EACCES || error_number == EPERM || error_number == EBUSY || error_number == EXDEV;
}

/* @in_place: (out): whether it failed for a reason that rewriting in place may overcome */
static gboolean
save_by_renaming (BbTarget     *target,
                  GBytes       *bytes,
                  BbSaveFlags   flags,
                  gboolean     *in_place,
                  GError      **error)
{
  g_auto (BbTemporary) temporary = { 0 };

  if (!bb_temporary_create (&temporary, target, flags))
    {
      *in_place = target->exists && is_reason_for_in_place (errno);
      bb_save_set_error (error, errno == EEXIST ? EIO : errno, target->asked);
      return FALSE;
    }
  if (!bb_write_all (temporary.fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) ||
      !bb_target_copy_attributes (target, temporary.fd) ||
      !bb_temporary_commit (&temporary, target, flags))
    {
      *in_place = temporary.name != NULL && target->exists && is_reason_for_in_place (errno);
      bb_save_set_error (error, errno, target->asked);
      return FALSE;
    }
  return TRUE;
}

gboolean
bb_save_bytes (const char   *path,
               GBytes       *bytes,
               BbSaveFlags   flags,
               GError      **error)
{
  g_auto (BbTarget) target = { 0 };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *copy = NULL;
  gboolean in_place;

  if (!bb_target_open (&target, path, flags, error))
    return FALSE;
  in_place = target.exists && target.status.st_nlink > 1;
  if (!in_place && save_by_renaming (&target, bytes, flags, &in_place, &local_error))
    return TRUE;
  if (!in_place)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  copy = bb_save_copy_path (&target, error);
  return copy != NULL && bb_save_bytes (copy, bytes, BB_SAVE_PRIVATE, error) && bb_save_in_place (&target, copy, bytes, error);
}

/* Runs the library on a file in memory, so that it meets no full disk: it could tell less about it than we can. */
static GBytes *
run_writer (int            fd,
            BbSaveWriter   writer,
            gpointer       user_data,
            GError       **error)
{
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GMappedFile) content = NULL;

  if (!writer (name, user_data, error))
    return NULL;
  content = g_mapped_file_new_from_fd (fd, FALSE, error);
  return content != NULL ? g_mapped_file_get_bytes (content) : NULL;
}

gboolean
bb_save_with (const char    *path,
              BbSaveWriter   writer,
              gpointer       user_data,
              BbSaveFlags    flags,
              GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  int fd = memfd_create ("bianbao", MFD_CLOEXEC);

  if (fd < 0)
    {
      bb_save_set_error (error, errno, path);
      return FALSE;
    }
  bytes = run_writer (fd, writer, user_data, error);
  close (fd);
  return bytes != NULL && bb_save_bytes (path, bytes, flags, error);
}
