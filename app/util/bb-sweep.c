/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static gboolean
is_our_name (const char *name)
{
  const char *random = name + strlen (BB_TEMPORARY_PREFIX);

  if (!g_str_has_prefix (name, BB_TEMPORARY_PREFIX) || strlen (random) != BB_TEMPORARY_RANDOM)
    return FALSE;
  for (; *random != '\0'; random++)
    if (!g_ascii_islower (*random) && !g_ascii_isdigit (*random))
      return FALSE;
  return TRUE;
}

/* The lock tells whether the process that writes it lives; where there are no locks, a day's age does. */
static gboolean
is_left_over (int fd)
{
  struct stat status;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || status.st_uid != geteuid ())
    return FALSE;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  return errno != EWOULDBLOCK && g_get_real_time () / G_USEC_PER_SEC - status.st_mtim.tv_sec > 24 * 60 * 60;
}

static gboolean
sweep_one (int         directory_fd,
           const char *name)
{
  int fd = openat (directory_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean removed;

  if (fd < 0)
    return FALSE;
  /* Removed while we hold the lock: a process that has just created it sees that and takes another name. */
  removed = is_left_over (fd) && unlinkat (directory_fd, name, 0) == 0;
  close (fd);
  return removed;
}

guint
bb_save_sweep (const char *directory)
{
  DIR *entries = opendir (directory);
  struct dirent *entry;
  guint n_removed = 0;

  if (entries == NULL)
    return 0;
  while ((entry = readdir (entries)) != NULL)
    if (is_our_name (entry->d_name))
      n_removed += sweep_one (dirfd (entries), entry->d_name);
  closedir (entries);
  return n_removed;
}
