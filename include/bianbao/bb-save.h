/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** BB_SAVE_ERROR: the error domain of safe saving. */
#define BB_SAVE_ERROR (bb_save_error_quark ())
GQuark bb_save_error_quark (void);

/**
 * BbSaveError:
 * @BB_SAVE_ERROR_FAILED: the system refused (the message names path and reason)
 * @BB_SAVE_ERROR_NO_SPACE: the disk or quota is full
 * @BB_SAVE_ERROR_DENIED: no permission to write there
 * @BB_SAVE_ERROR_EXISTS: the file is there and overwriting was not asked for
 * @BB_SAVE_ERROR_NOT_REGULAR: the target is a directory, FIFO, socket or device
 * @BB_SAVE_ERROR_CHANGED: the file changed on disk since it was read
 * @BB_SAVE_ERROR_LOCKED: somebody else has the document open (bb_lock_take()); nothing was written
 * @BB_SAVE_ERROR_VERIFY: what was written does not read back to the same report; nothing was replaced
 */
typedef enum
{
  BB_SAVE_ERROR_FAILED,
  BB_SAVE_ERROR_NO_SPACE,
  BB_SAVE_ERROR_DENIED,
  BB_SAVE_ERROR_EXISTS,
  BB_SAVE_ERROR_NOT_REGULAR,
  BB_SAVE_ERROR_CHANGED,
  BB_SAVE_ERROR_LOCKED,
  BB_SAVE_ERROR_VERIFY
} BbSaveError;

/**
 * BbSaveFlags:
 * @BB_SAVE_NO_CLOBBER: refuse with %BB_SAVE_ERROR_EXISTS when the target is there (checked without a race: the
 *   final step is a link or RENAME_NOREPLACE)
 * @BB_SAVE_PRIVATE: a new file gets mode 0600 instead of 0666 & ~umask
 */
typedef enum
{
  BB_SAVE_DEFAULT = 0,
  BB_SAVE_NO_CLOBBER = 1 << 0,
  BB_SAVE_PRIVATE = 1 << 1
} BbSaveFlags;

/**
 * BbSaveWriter:
 * @temporary: path of the file to write; it exists, empty, in memory, and must not be moved or removed
 *
 * For libraries that write to a name (libxlsxwriter). Returns: %FALSE with @error set when it failed.
 */
typedef gboolean (*BbSaveWriter) (const char *temporary, gpointer user_data, GError **error);

/**
 * bb_save_bytes:
 * @path: target; a symbolic link is followed and stays a link
 *
 * The one routine that writes files for the user (safety.md, "Saving"): resolve the link, temporary file
 * `.~bianbao-XXXXXX` in the same directory, keep mode (owner, xattrs where allowed), write, fsync, checked close, rename,
 * fsync of the directory. Any failure removes the temporary file and leaves the old one untouched. A directory that is
 * not writable, or a hard-linked target: a full recovery copy in the user's data directory first, then rewriting in
 * place, then the copy is dropped.
 *
 * Returns: %FALSE with a %BB_SAVE_ERROR otherwise.
 */
gboolean bb_save_bytes (const char *path, GBytes *bytes, BbSaveFlags flags, GError **error);

/** bb_save_with: as bb_save_bytes(), for a library that writes to a name itself; an error of @writer is passed on as it is. */
gboolean bb_save_with (const char *path, BbSaveWriter writer, gpointer user_data, BbSaveFlags flags, GError **error);

/**
 * bb_save_sweep:
 * @directory: where to look
 *
 * Removes our own left-over temporary files whose process is gone (their lock is free; where the file system knows no
 * locks: that are older than a day).
 * Returns: how many were removed.
 */
guint bb_save_sweep (const char *directory);

/**
 * BbStamp: what a file looked like when it was last read or written by us.
 * Compare device, inode, size and mtime first; the SHA-256 only decides when those differ, or when the file was written
 * so shortly before that a further change might leave the same mtime.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64 mtime_ns;
  char sha256[65];
} BbStamp;

/** bb_stamp_take: @bytes: the content that was read or written, for the hash. Returns: %FALSE with @error when @path can't be examined. */
gboolean bb_stamp_take (const char *path, GBytes *bytes, BbStamp *stamp, GError **error);

/** bb_stamp_changed: Returns: whether the file at @path is no longer what @stamp saw (a file that is gone counts as changed). */
gboolean bb_stamp_changed (const char *path, const BbStamp *stamp);

/** bb_read_limits: BB_FILE_LIMIT is the largest file that is opened, 64 MiB (safety.md, "Limits"). */
#define BB_FILE_LIMIT (64 * 1024 * 1024)

/**
 * bb_read_file:
 *
 * Reads a regular file of at most %BB_FILE_LIMIT bytes. Directories, FIFOs, sockets, devices and endless files are refused
 * at once (opened non-blocking, examined by fstat), with a G_IO_ERROR whose message says what it is.
 *
 * Returns: (transfer full): the content
 */
GBytes *bb_read_file (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
