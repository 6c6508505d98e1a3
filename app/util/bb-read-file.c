/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-save.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)

static void
set_system_error (GError **error,
                  int      error_number)
{
  GIOErrorEnum code = g_io_error_from_errno (error_number);

  if (error_number == ENOENT || error_number == ENOTDIR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such file."));
  else if (error_number == EACCES || error_number == EPERM)
    g_set_error_literal (error, G_IO_ERROR, code, _("There is no permission to read this file."));
  else
    g_set_error (error, G_IO_ERROR, code, _("The file can’t be read: %s."), g_strerror (error_number));
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("The file is larger than %d MiB and is not read."),
               BB_FILE_LIMIT / (1024 * 1024));
  return FALSE;
}

static gboolean
check_regular (const struct stat  *status,
               GError            **error)
{
  if (S_ISREG (status->st_mode))
    return status->st_size <= BB_FILE_LIMIT || refuse_size (error);
  if (S_ISDIR (status->st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("This is a folder, not a file."));
  else if (S_ISFIFO (status->st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is a pipe, not a file."));
  else if (S_ISSOCK (status->st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is a socket, not a file."));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is a device, not a file."));
  return FALSE;
}

/* Examined before opening, because opening a device may do things, and after, because the name may have changed hands. */
static int
open_regular (const char   *path,
              struct stat  *status,
              GError      **error)
{
  int fd;

  if (stat (path, status) != 0)
    {
      set_system_error (error, errno);
      return -1;
    }
  if (!check_regular (status, error))
    return -1;
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0 || fstat (fd, status) != 0)
    set_system_error (error, errno);
  else if (check_regular (status, error))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* The size is only a hint: files grow while they are read, and some say 0 and never end. */
static gboolean
read_all (int           fd,
          GByteArray   *content,
          GCancellable *cancellable,
          GError      **error)
{
  for (;;)
    {
      gsize used = content->len;
      ssize_t n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_byte_array_set_size (content, used + CHUNK);
      n = read (fd, content->data + used, CHUNK);
      g_byte_array_set_size (content, used + MAX (n, 0));
      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        {
          set_system_error (error, errno);
          return FALSE;
        }
      if (content->len > BB_FILE_LIMIT)
        return refuse_size (error);
    }
}

GBytes *
bb_read_file (const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GByteArray) content = NULL;
  struct stat status;
  int fd = open_regular (path, &status, error);
  gboolean done;

  if (fd < 0)
    return NULL;
  content = g_byte_array_sized_new (status.st_size + CHUNK);
  done = read_all (fd, content, cancellable, error);
  close (fd);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}
