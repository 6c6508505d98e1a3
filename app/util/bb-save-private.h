/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-save.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* The parts of the one routine that writes files (safety.md, "Saving"). */

/**
 * BbTarget: where a save goes, links followed.
 * @asked: the path that was asked for, for messages
 * @path: where the content goes
 * @name: the last part of @path
 * @directory_fd: its directory, opened
 * @exists: whether a regular file is there
 * @status: what it looks like, if @exists
 */
typedef struct
{
  char *asked;
  char *path;
  char *name;
  int directory_fd;
  gboolean exists;
  struct stat status;
} BbTarget;

void bb_target_clear (BbTarget *target);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbTarget, bb_target_clear)

/** bb_target_follow_links: Returns: (transfer full) (type filename) (nullable): where @path leads, be a file there or not; %NULL with errno set. */
char *bb_target_follow_links (const char *path);

/** bb_target_open: follows links and opens the directory. Anything but a regular file or nothing is refused; so is a file, if @flags say so. */
gboolean bb_target_open (BbTarget *target, const char *path, BbSaveFlags flags, GError **error);

/** bb_target_copy_attributes: gives @fd, a file of ours, the mode, owner and extended attributes of the target, as far as we may. */
gboolean bb_target_copy_attributes (BbTarget *target, int fd);

/**
 * BbTemporary: a temporary file beside the target. It is locked while we live, so that another process can tell
 * that it is in use; it is removed when cleared, unless it was moved away (@name is %NULL then).
 */
typedef struct
{
  int directory_fd;
  int fd;
  int lock_fd;
  char *name;
} BbTemporary;

#define BB_TEMPORARY_PREFIX ".~bianbao-"
#define BB_TEMPORARY_RANDOM 6

void bb_temporary_clear (BbTemporary *temporary);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbTemporary, bb_temporary_clear)

/** bb_temporary_create: Returns: %FALSE with errno set. A file that replaces another or is private begins unreadable for others. */
gboolean bb_temporary_create (BbTemporary *temporary, const BbTarget *target, BbSaveFlags flags);
/** bb_temporary_commit: flushes, closes and moves it to the target. Returns: %FALSE with errno set, EEXIST when @flags forbid replacing. */
gboolean bb_temporary_commit (BbTemporary *temporary, const BbTarget *target, BbSaveFlags flags);

/** bb_save_copy_path: Returns: (transfer full) (type filename) (nullable): a new name in the user's data directory, which is made if need be. */
char *bb_save_copy_path (const BbTarget *target, GError **error);

/**
 * bb_save_in_place:
 * @copy: path of a file with @bytes, the complete new content, in the user's data directory
 *
 * For targets that can't be replaced by renaming: rewrites the file, then drops @copy. If rewriting fails the
 * old content is put back; if even that fails, @copy is kept and the message names it.
 */
gboolean bb_save_in_place (const BbTarget *target, const char *copy, GBytes *bytes, GError **error);

/** bb_write_all: Returns: %FALSE with errno set. */
gboolean bb_write_all (int fd, const void *data, gsize size);

/** bb_save_set_error: says in the user's words that @path can't be written because of @error_number. */
void bb_save_set_error (GError **error, int error_number, const char *path);

G_END_DECLS
