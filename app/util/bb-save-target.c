/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

/* As many links in a row as the kernel follows. */
#define LINK_LIMIT 40
#define ATTRIBUTE_LIMIT (64 * 1024)

void
bb_target_clear (BbTarget *target)
{
  g_free (target->asked);
  g_free (target->path);
  g_free (target->name);
  if (target->directory_fd >= 0)
    close (target->directory_fd);
}

/* realpath() wants the last file to be there; a link may also point to where a new one shall be. */
char *
bb_target_follow_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (guint i = 0; i < LINK_LIMIT; i++)
    {
      g_autofree char *pointee = NULL;
      g_autofree char *directory = NULL;
      struct stat status;

      if (lstat (current, &status) != 0)
        return errno == ENOENT ? g_steal_pointer (&current) : NULL;
      if (!S_ISLNK (status.st_mode))
        return g_steal_pointer (&current);
      pointee = g_file_read_link (current, NULL);
      if (pointee == NULL)
        return NULL;
      directory = g_path_get_dirname (current);
      g_free (current);
      current = g_path_is_absolute (pointee) ? g_steal_pointer (&pointee) : g_build_filename (directory, pointee, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* A directory that may be searched but not listed can still be written to. */
static int
open_directory (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return fd >= 0 || errno != EACCES ? fd : open (path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static gboolean
examine (BbTarget    *target,
         BbSaveFlags  flags,
         GError     **error)
{
  g_autofree char *name = g_filename_display_name (target->asked);

  if (fstatat (target->directory_fd, target->name, &target->status, AT_SYMLINK_NOFOLLOW) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      bb_save_set_error (error, errno, target->asked);
      return FALSE;
    }
  if (S_ISDIR (target->status.st_mode))
    {
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_NOT_REGULAR, _("“%s” is a folder. Choose the name of a file."), name);
      return FALSE;
    }
  if (!S_ISREG (target->status.st_mode))
    {
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_NOT_REGULAR, _("“%s” is a device or a pipe, no file. Choose another place."),
                   name);
      return FALSE;
    }
  if (flags & BB_SAVE_NO_CLOBBER)
    {
      bb_save_set_error (error, EEXIST, target->asked);
      return FALSE;
    }
  /* In a folder that can be written a new file would take the place of one that somebody protected. */
  if (faccessat (target->directory_fd, target->name, W_OK, AT_EACCESS) != 0)
    {
      bb_save_set_error (error, errno, target->asked);
      return FALSE;
    }
  target->exists = TRUE;
  return TRUE;
}

gboolean
bb_target_open (BbTarget     *target,
                const char   *path,
                BbSaveFlags   flags,
                GError      **error)
{
  g_autofree char *directory = NULL;

  *target = (BbTarget) { .asked = g_strdup (path), .directory_fd = -1 };
  if (*path == '\0' || g_str_has_suffix (path, G_DIR_SEPARATOR_S))
    {
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_NOT_REGULAR, _("“%s” is a folder. Choose the name of a file."), path);
      return FALSE;
    }
  target->path = bb_target_follow_links (path);
  if (target->path != NULL)
    {
      directory = g_path_get_dirname (target->path);
      target->name = g_path_get_basename (target->path);
      target->directory_fd = open_directory (directory);
    }
  if (target->directory_fd < 0)
    {
      bb_save_set_error (error, errno, path);
      return FALSE;
    }
  return examine (target, flags, error);
}

/* The ACL travels as an attribute; labels that grant rights to a program do not. */
static gboolean
is_copied (const char *attribute)
{
  return g_str_has_prefix (attribute, "user.") || g_str_equal (attribute, "system.posix_acl_access") ||
         g_str_equal (attribute, "security.selinux");
}

static void
copy_extended (const char *path,
               int         fd)
{
  g_autofree char *names = g_malloc (ATTRIBUTE_LIMIT);
  g_autofree char *value = g_malloc (ATTRIBUTE_LIMIT);
  ssize_t n_names = llistxattr (path, names, ATTRIBUTE_LIMIT);

  /* Attributes are copied where that is allowed: a file system that refuses is no reason not to save. */
  for (const char *name = names; n_names > 0 && name < names + n_names; name += strlen (name) + 1)
    {
      ssize_t size = is_copied (name) ? lgetxattr (path, name, value, ATTRIBUTE_LIMIT) : -1;

      if (size >= 0 && fsetxattr (fd, name, value, size, 0) != 0)
        g_debug ("%s: attribute %s not kept: %s", path, name, g_strerror (errno));
    }
}

gboolean
bb_target_copy_attributes (BbTarget *target,
                           int       fd)
{
  mode_t mode = target->status.st_mode & 07777;
  struct stat now;

  if (!target->exists)
    return TRUE;
  if (fstat (fd, &now) != 0)
    return FALSE;
  if (now.st_uid != target->status.st_uid && fchown (fd, target->status.st_uid, -1) != 0)
    mode &= ~(mode_t) S_ISUID;
  /* What the file's group might do must not fall to another group. */
  if (now.st_gid != target->status.st_gid && fchown (fd, -1, target->status.st_gid) != 0)
    mode &= ~(mode_t) (S_ISGID | S_IRWXG) | ((mode & S_IRWXO) << 3);
  copy_extended (target->path, fd);
  return fchmod (fd, mode) == 0;
}
