/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_SESSION (bb_session_get_type ())
/**
 * BbSession: one open report: the report, its checker, the file it is saved to, and the recovery copy of unsaved work.
 *
 * Properties: `report`, `checker` (both construct-only or fixed), `path` (nullable), `modified`, `reviewing`.
 * Signals:
 * - `recovery-failed (const char *message)`: a recovery copy could not be written; emitted once until one succeeds
 */
G_DECLARE_FINAL_TYPE (BbSession, bb_session, BB, SESSION, GObject)

/** bb_session_new: a session of a report that is in no file yet. */
BbSession *bb_session_new (BbReport *report);

/** bb_session_new_opened: a session of a file just opened. @path: what was opened; it is saved to again only when it is a document. */
BbSession *bb_session_new_opened (BbOpened *opened, const char *path);

/**
 * bb_session_new_recovered: takes over unsaved work of a session that ended. The copy is replaced by one of this session.
 * The work goes back to its document on save only when that was not written after the copy; else it is unsaved.
 */
BbSession *bb_session_new_recovered (const BbRecovery *recovery, GError **error);

BbReport *bb_session_get_report (BbSession *self);
BbChecker *bb_session_get_checker (BbSession *self);

/** bb_session_get_path: Returns: (nullable): the document that the report is saved to. */
const char *bb_session_get_path (BbSession *self);

/**
 * bb_session_get_holder: Returns: (transfer none) (nullable): who else had the document open when that was last looked at; the
 * report is read-only then.
 */
const BbLockHolder *bb_session_get_holder (BbSession *self);
gboolean bb_session_get_read_only (BbSession *self);
/** bb_session_look_at_holder: looks at the disk. Returns: whether it is somebody else than before, or nobody any more. */
gboolean bb_session_look_at_holder (BbSession *self);
/**
 * bb_session_begin_editing: the report is read-only no more.
 * @take_over: a person decided that who has the document open has it open no longer
 *
 * Returns: %FALSE when somebody has it open still. The file may have changed since it was read: see bb_session_look_at_file().
 */
gboolean bb_session_begin_editing (BbSession *self, gboolean take_over);
/** bb_session_become_copy: the report is one of its own, in no file yet, and no longer read-only. */
void bb_session_become_copy (BbSession *self);
gboolean bb_session_is_copy (BbSession *self);

/** bb_session_get_source: Returns: (nullable): the foreign file that the report was read from; never written. */
const char *bb_session_get_source (BbSession *self);

/** bb_session_dup_folder: Returns: (transfer full): where a chooser should begin: beside the document or its source, else the user's documents. */
char *bb_session_dup_folder (BbSession *self);

/** bb_session_dup_state: Returns: (transfer full): the file's name and whether it is saved, for people. */
char *bb_session_dup_state (BbSession *self);

gboolean bb_session_get_modified (BbSession *self);

/** bb_session_get_settled: what alignment and deduction did when the file was read; zeros for other reports. */
const BbSettled *bb_session_get_settled (BbSession *self);

/** bb_session_get_guessed_encoding: Returns: (nullable): the encoding that was guessed on reading, %NULL when it was certain. */
const char *bb_session_get_guessed_encoding (BbSession *self);

/** bb_session_get_map: Returns: (transfer none) (nullable): which cell stood where in the file that was read in this session. */
BbImportMap *bb_session_get_map (BbSession *self);

/**
 * bb_session_has_work: whether something would be lost without a question: unsaved changes, but not a report that was read from a
 * file, is as it was read, and can be read from that file again.
 */
gboolean bb_session_has_work (BbSession *self);

/** bb_session_get_reviewing: whether nobody kept yet what was read from the file. */
gboolean bb_session_get_reviewing (BbSession *self);
/** bb_session_set_replaces: @title: title of the report that is replaced when what was read is kept. */
void bb_session_set_replaces (BbSession *self, const char *title);
/** bb_session_get_replaces: Returns: (nullable) */
const char *bb_session_get_replaces (BbSession *self);
/** bb_session_keep: what was read is kept. */
void bb_session_keep (BbSession *self);

/**
 * BbSessionFile: what is the matter with the document of a session.
 * @BB_SESSION_FILE_FINE: nothing, or there is none yet
 * @BB_SESSION_FILE_PROTECTED: it can't be written
 * @BB_SESSION_FILE_CHANGED: it is not what was read or saved here
 * @BB_SESSION_FILE_GONE: it is no longer there
 * @BB_SESSION_FILE_SHARED: somebody opened it all the same while it is open here
 */
typedef enum
{
  BB_SESSION_FILE_FINE,
  BB_SESSION_FILE_PROTECTED,
  BB_SESSION_FILE_CHANGED,
  BB_SESSION_FILE_GONE,
  BB_SESSION_FILE_SHARED,
} BbSessionFile;

/** bb_session_look_at_file: looks at the disk. */
BbSessionFile bb_session_look_at_file (BbSession *self);

/** bb_session_is_shared: Returns: whether our lock was taken over. One that was only removed is made anew. */
gboolean bb_session_is_shared (BbSession *self);

/** bb_session_is_file: Returns: whether @path is the file of this session, under whatever name. */
gboolean bb_session_is_file (BbSession *self, const char *path);

/**
 * bb_session_save:
 * @path: (nullable): another place, %NULL for the document's own
 * @flags: %BB_SAVE_NO_CLOBBER to refuse to replace another file
 * @overwrite: replace the document although it changed on disk, or somebody else has it open
 *
 * Returns: %FALSE with a %BB_SAVE_ERROR; the report stays modified and keeps its file then.
 */
gboolean bb_session_save (BbSession *self, const char *path, BbSaveFlags flags, gboolean overwrite, GError **error);

/** bb_session_write_recovery: writes the recovery copy now if there is unsaved work that it does not hold yet. */
gboolean bb_session_write_recovery (BbSession *self, GError **error);

/** bb_session_discard: the user gave up the unsaved changes: drops the recovery copy and writes no more. */
void bb_session_discard (BbSession *self);

G_END_DECLS
