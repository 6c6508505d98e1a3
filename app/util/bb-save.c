/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* What makes the content: bytes that are there, or a library that writes to a name. */
typedef struct
{
  GBytes *bytes;
  BbSaveWriter writer;
  gpointer user_data;
} Producer;

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

static gboolean
run_writer (const Producer  *producer,
            const char      *temporary,
            const char      *path,
            GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  if (producer->writer (temporary, producer->user_data, &local_error))
    return TRUE;
  if (local_error == NULL)
    bb_save_set_error (&local_error, EIO, path);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
produce (const Producer  *producer,
         BbTemporary     *temporary,
         const char      *path,
         GError         **error)
{
  gboolean done;

  if (producer->writer != NULL)
    {
      if (!run_writer (producer, temporary->path, path, error))
        return FALSE;
      done = bb_temporary_reopen (temporary);
    }
  else
    done = bb_write_all (temporary->fd, g_bytes_get_data (producer->bytes, NULL), g_bytes_get_size (producer->bytes));
  if (!done)
    bb_save_set_error (error, errno, path);
  return done;
}

/* Why renaming can't replace this target although it may be writable: the directory is not, or the file is a mount point. */
static gboolean
is_reason_for_in_place (int error_number)
{
  return error_number == EACCES || error_number == EPERM || error_number == EBUSY || error_number == EXDEV;
}

/* @in_place: (out): whether it failed for a reason that rewriting in place may overcome */
static gboolean
save_by_renaming (BbTarget        *target,
                  const Producer  *producer,
                  BbSaveFlags      flags,
                  gboolean        *in_place,
                  GError         **error)
{
  g_auto (BbTemporary) temporary = { 0 };

  if (!bb_temporary_create (&temporary, target, flags))
    {
      *in_place = target->exists && is_reason_for_in_place (errno);
      bb_save_set_error (error, errno == EEXIST ? EIO : errno, target->asked);
      return FALSE;
    }
  if (!produce (producer, &temporary, target->asked, error))
    return FALSE;
  if (!bb_target_copy_attributes (target, temporary.fd) || !bb_temporary_commit (&temporary, target, flags))
    {
      *in_place = temporary.name != NULL && target->exists && is_reason_for_in_place (errno);
      bb_save_set_error (error, errno, target->asked);
      return FALSE;
    }
  return TRUE;
}

static gboolean
save (const char      *path,
      const Producer  *producer,
      BbSaveFlags      flags,
      GError         **error)
{
  g_auto (BbTarget) target = { 0 };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *copy = NULL;
  gboolean in_place;

  if (!bb_target_open (&target, path, flags, error))
    return FALSE;
  in_place = target.exists && target.status.st_nlink > 1;
  if (!in_place && save_by_renaming (&target, producer, flags, &in_place, &local_error))
    return TRUE;
  if (!in_place)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  copy = bb_save_copy_path (&target, error);
  return copy != NULL && save (copy, producer, BB_SAVE_PRIVATE, error) && bb_save_in_place (&target, copy, error);
}

gboolean
bb_save_bytes (const char   *path,
               GBytes       *bytes,
               BbSaveFlags   flags,
               GError      **error)
{
  return save (path, &(Producer) { .bytes = bytes }, flags, error);
}

gboolean
bb_save_with (const char    *path,
              BbSaveWriter   writer,
              gpointer       user_data,
              BbSaveFlags    flags,
              GError       **error)
{
  return save (path, &(Producer) { .writer = writer, .user_data = user_data }, flags, error);
}
