/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-session.h"

G_BEGIN_DECLS

struct _BbSession
{
  GObject parent_instance;

  BbReport *report;
  BbChecker *checker;

  /* The file */
  char *path;
  char *source;
  BbStamp stamp;
  BbLock *lock;         /* NULL where there can be none */
  BbLockHolder *holder; /* somebody else: the report is read-only */
  gboolean is_copy;     /* of @source, which is a document, and not in a file yet */
  gboolean was_modified;

  /* What reading told */
  BbSettled settled;
  char *guessed_encoding;
  BbImportMap *map;
  guint64 read_state; /* of the report, as it was read */
  gboolean reviewing;
  char *replaces; /* title of a report */

  /* Recovery */
  char *recovery_path;
  guint64 recovery_state;
  gboolean recovery_there;
  gboolean recovery_failed;
  guint recovery_timer;
  gint64 recovery_due; /* monotonic; by then there is a copy of what is not copied yet */
  BbJournal *journal;  /* what was done since; NULL once the work was given up */
  guint journal_timer; /* it is being prepared */
};

/** bb_session_set_file: @path: (nullable): the document that the report belongs to; @stamp: (nullable): what was read or saved there */
void bb_session_set_file (BbSession *self, const char *path, const BbStamp *stamp);

/* bb-session-lock.c */

/** bb_session_take_lock: for a document that was opened: where somebody else has it open the report becomes read-only. */
void bb_session_take_lock (BbSession *self);
/** bb_session_drop_lock: the session ends. */
void bb_session_drop_lock (BbSession *self);
/**
 * bb_session_lock_target: before @path is written.
 * @lock: (out) (nullable): %NULL where there can be none
 * @anyway: somebody else has it open, and a person decided to write all the same
 *
 * Returns: %FALSE with %BB_SAVE_ERROR_LOCKED when somebody else has it open.
 */
gboolean bb_session_lock_target (BbSession *self, const char *path, gboolean anyway, BbLock **lock, GError **error);
/** bb_session_move_lock: the report is in the file of @lock now. @lock: (transfer full) (nullable). */
void bb_session_move_lock (BbSession *self, BbLock *lock);

G_END_DECLS
