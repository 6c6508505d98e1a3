/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-save.h>

G_BEGIN_DECLS

/**
 * BbLock: says to others that a document is open here, by a file `.~lock.NAME#` beside it (safety.md, "Saving"). It is held
 * as long as somebody has a reference; a process that is gone holds none. All functions belong to the main thread.
 */
typedef struct _BbLock BbLock;

/**
 * BbLockHolder: who has a document open.
 * @user, @host: fit for the screen: one short line without control characters; empty when it is not known
 * @time: since when, Unix seconds; 0 when it is not known
 * @certain: a process of this computer has it open now. Else it may be one of another computer, or a lock file that is not
 *   ours: nobody here can tell whether it is still meant
 */
typedef struct
{
  char *user;
  char *host;
  gint64 time;
  gboolean certain;
} BbLockHolder;

void bb_lock_holder_free (BbLockHolder *holder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbLockHolder, bb_lock_holder_free)

/** bb_lock_holder_dup_name: Returns: (transfer full): "Li Hua (office-3)", or words for somebody who is not known. */
char *bb_lock_holder_dup_name (const BbLockHolder *holder);
/** bb_lock_holder_dup_time: Returns: (transfer full): the time of day, with the date when that is not today; empty when it is not known. */
char *bb_lock_holder_dup_time (const BbLockHolder *holder);

/**
 * BbLockFlags:
 * @BB_LOCK_TAKE_OVER: a person decided that a lock which is not @certain is no longer meant
 */
typedef enum
{
  BB_LOCK_DEFAULT = 0,
  BB_LOCK_TAKE_OVER = 1 << 0
} BbLockFlags;

/**
 * bb_lock_take:
 * @path: the document; it need not be there yet. Links are followed: the lock stands beside the file itself
 * @holder: (out) (optional) (nullable) (transfer full): who has it open, when somebody else has
 *
 * A lock of a process of this computer that is gone is replaced. What this process holds already is given once more. Nothing
 * that stands in the place of the lock file is followed, written to, or read beyond a few lines.
 *
 * Returns: (transfer full) (nullable): %NULL without @holder when there can be no lock, as in a folder that can't be written
 */
BbLock *bb_lock_take (const char *path, BbLockFlags flags, BbLockHolder **holder);

BbLock *bb_lock_ref (BbLock *self);
/** bb_lock_unref: with the last reference the lock file goes. */
void bb_lock_unref (BbLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbLock, bb_lock_unref)

/** bb_lock_is_lost: whether the lock file was removed or replaced by somebody else's. */
gboolean bb_lock_is_lost (BbLock *self);

/** bb_lock_find: Returns: (transfer full) (nullable): who has the document open, other than this process. Changes nothing. */
BbLockHolder *bb_lock_find (const char *path);

/** bb_lock_refuse: sets %BB_SAVE_ERROR_LOCKED: @holder has @path open, so nothing is written there. */
void bb_lock_refuse (const char *path, const BbLockHolder *holder, GError **error);
/** bb_lock_check: before a document is written by who does not open it. Returns: %FALSE with %BB_SAVE_ERROR_LOCKED when somebody else has it open. */
gboolean bb_lock_check (const char *path, GError **error);

/** bb_lock_dup_path: Returns: (transfer full) (nullable) (type filename): the lock file of the document @path. */
char *bb_lock_dup_path (const char *path);

/** bb_lock_release_all: the process ends: no lock file stays, whoever has references still. */
void bb_lock_release_all (void);

G_END_DECLS
