/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-save.h>

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

/* A file that was changed within this time may be changed once more without another time stamp. */
#define FRESH_NS G_GINT64_CONSTANT (1000000000)
#define UNTRUSTED_TIME (-1)

static gint64
mtime_ns (const struct stat *status)
{
  return status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec;
}

static void
hash (GBytes *bytes,
      char    sha256[65])
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_strlcpy (sha256, digest, 65);
}

gboolean
bb_stamp_take (const char  *path,
               GBytes      *bytes,
               BbStamp     *stamp,
               GError     **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_FAILED, _("“%s” can’t be examined: %s"), name, g_strerror (errno));
      return FALSE;
    }
  *stamp = (BbStamp) {
    .device = status.st_dev,
    .inode = status.st_ino,
    .size = g_bytes_get_size (bytes),
    .mtime_ns = mtime_ns (&status),
  };
  if (g_get_real_time () * 1000 - stamp->mtime_ns < FRESH_NS)
    stamp->mtime_ns = UNTRUSTED_TIME;
  hash (bytes, stamp->sha256);
  return TRUE;
}

gboolean
bb_stamp_changed (const char    *path,
                  const BbStamp *stamp)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  char sha256[65];

  if (stat (path, &status) != 0)
    return TRUE;
  if (status.st_dev == stamp->device && status.st_ino == stamp->inode && (guint64) status.st_size == stamp->size &&
      mtime_ns (&status) == stamp->mtime_ns)
    return FALSE;
  if ((guint64) status.st_size != stamp->size)
    return TRUE;
  bytes = bb_read_file (path, NULL, NULL);
  if (bytes == NULL)
    return TRUE;
  hash (bytes, sha256);
  return !g_str_equal (sha256, stamp->sha256);
}
