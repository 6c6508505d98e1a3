/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>
#include <bianbao/bb-save.h>

G_BEGIN_DECLS

/**
 * BbJournal: what was done since the last recovery copy, step by step in the user's data directory, so that a program that is
 * killed loses no step that was done (safety.md, "Saving"). It follows the report by itself: each step, undo and redo that
 * leaves the report modified is appended before anything else happens, whole or not at all. Nothing is flushed to the disk:
 * for the loss of power there is the copy, which is.
 */
typedef struct _BbJournal BbJournal;

/** BbJournalFailed: a step could not be written. The journal rests until bb_journal_begin_anew(). */
typedef void (*BbJournalFailed) (gpointer user_data, const GError *error);

/** bb_journal_new: @copy: path of the report's recovery copies, from bb_recovery_new_path(); the journal stands beside it. Takes a reference of @report. */
BbJournal *bb_journal_new (BbReport *report, const char *copy, BbJournalFailed failed, gpointer user_data);
/** bb_journal_free: follows the report no more; the file stays. */
void bb_journal_free (BbJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbJournal, bb_journal_free)

/** bb_journal_set_original: @original: (nullable): the document that the report belongs to; @stamp: (nullable): as in bb_recovery_write() */
void bb_journal_set_original (BbJournal *self, const char *original, const BbStamp *stamp);

/** bb_journal_begin_anew: what was written so far is not needed any more: it is in a copy, or in the document, or given up. */
void bb_journal_begin_anew (BbJournal *self);

/** bb_journal_prepare: serializes the report as it is, so that the next step has not to; done when nothing else is to do. */
void bb_journal_prepare (BbJournal *self);

G_END_DECLS
