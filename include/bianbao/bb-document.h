/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-import.h>
#include <bianbao/bb-save.h>

G_BEGIN_DECLS

#define BB_DOCUMENT_ERROR (bb_document_error_quark ())
GQuark bb_document_error_quark (void);

/**
 * BbDocumentError:
 * @BB_DOCUMENT_ERROR_SYNTAX: no JSON, or too deep, or a member twice; the message has line and column
 * @BB_DOCUMENT_ERROR_NOT_DOCUMENT: JSON, but no Bianbao document
 * @BB_DOCUMENT_ERROR_CHECKSUM: content and checksum differ: the file is damaged
 * @BB_DOCUMENT_ERROR_NEWER: written by a newer major version
 * @BB_DOCUMENT_ERROR_VALUE: a member has a value that can't be
 */
typedef enum
{
  BB_DOCUMENT_ERROR_SYNTAX,
  BB_DOCUMENT_ERROR_NOT_DOCUMENT,
  BB_DOCUMENT_ERROR_CHECKSUM,
  BB_DOCUMENT_ERROR_NEWER,
  BB_DOCUMENT_ERROR_VALUE
} BbDocumentError;

/** BB_DOCUMENT_SUFFIX: ".bianbao" */
#define BB_DOCUMENT_SUFFIX ".bianbao"

/**
 * bb_document_serialize:
 *
 * Texts, states, origins, sources, units, notes, and the members that this version does not know (except inside notes).
 * JSON, one member a line, always the same bytes for the same report.
 *
 * Returns: (transfer full): the document file's content
 */
GBytes *bb_document_serialize (BbReport *report);
/**
 * bb_document_parse:
 *
 * What does not fit its checksum is refused, and a computed total that is no sum of its parts: a document is either what
 * was saved or an error, never another figure.
 *
 * Returns: (transfer full): the report, clean and without history, or %NULL with a %BB_DOCUMENT_ERROR
 */
BbReport *bb_document_parse (GBytes *bytes, GError **error);

/**
 * bb_document_save:
 * @stamp: (inout) (nullable): what the file looked like when we last saw it: refused with %BB_SAVE_ERROR_CHANGED when it
 *   changed since (all zero: not seen yet; a file that is gone can't be lost and is written anew). Updated on success.
 *
 * Serializes, parses the bytes back and compares (%BB_SAVE_ERROR_VERIFY), saves by bb_save_bytes(), marks the report saved.
 * On any failure the report stays modified.
 */
gboolean bb_document_save (BbReport *report, const char *path, BbStamp *stamp, BbSaveFlags flags, GError **error);

/**
 * BbOpened: a file that was opened, whatever its format.
 * @report: settled unless asked otherwise; unsaved when @is_document is %FALSE
 * @format: "text", "bianbao"
 * @is_document: one of ours: saving goes to the same file
 * @stamp: valid when @is_document, without %BB_OPEN_ONCE
 * @map: (nullable): of a foreign file: which cell stood where
 * @settled: what alignment and deduction did (zeros for a document)
 */
typedef struct
{
  BbReport *report;
  const char *format;
  gboolean is_document;
  BbStamp stamp;
  char *encoding;
  gboolean encoding_guessed;
  BbImportMap *map;
  BbSettled settled;
} BbOpened;

void bb_opened_free (BbOpened *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbOpened, bb_opened_free)

/**
 * BbOpenFlags:
 * @BB_OPEN_AS_READ: without alignment and deduction (`show --as-read`)
 * @BB_OPEN_ONCE: the file will not be saved to: nobody needs to know later whether it changed
 */
typedef enum
{
  BB_OPEN_DEFAULT = 0,
  BB_OPEN_AS_READ = 1 << 0,
  BB_OPEN_ONCE = 1 << 1
} BbOpenFlags;

/** bb_open_path: reads any supported file by its content and suffix; a document's settling was done when it was read. */
BbOpened *bb_open_path (const char *path, BbOpenFlags flags, GCancellable *cancellable, GError **error);
/** bb_open_path_async: the same in a thread. The report is built there and handed over; nobody else has seen it. */
void bb_open_path_async (const char *path, BbOpenFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BbOpened *bb_open_path_finish (GAsyncResult *result, GError **error);

/* ---- recovery copies, and the journals beside them (bb-journal.h) ---- */

/**
 * BbRecovery: unsaved work in the user's data directory (bianbao/recovery/): a copy, or a journal that goes further.
 * @path: the copy, or the journal
 * @original: (nullable): the document it belongs to
 * @seen: (nullable): SHA-256 of that document when the report was read from it or saved there; it may have changed since
 * @title: the report's title
 * @time: when it was written, Unix seconds
 */
typedef struct
{
  char *path;
  char *original;
  char *seen;
  char *title;
  gint64 time;
} BbRecovery;

void bb_recovery_free (BbRecovery *recovery);

/** bb_recovery_new_path: Returns: (transfer full) (type filename): a new unique name for one window's copies. Our process holds a lock beside it as long as it lives. */
char *bb_recovery_new_path (void);
/**
 * bb_recovery_write: writes the report's present state to @path, mode 0600.
 * @original: (nullable): the document it belongs to
 * @stamp: (nullable): what that looked like when the report was read from it or saved there
 */
gboolean bb_recovery_write (BbReport *report, const char *path, const char *original, const BbStamp *stamp, GError **error);
/** bb_recovery_read: Returns: (transfer full): the report of @recovery, clean and without history, or %NULL with @error. */
BbReport *bb_recovery_read (const BbRecovery *recovery, GError **error);
/** bb_recovery_drop: after a save, or when the user discarded the work. A copy goes with its journal. */
void bb_recovery_drop (const char *path);
/**
 * bb_recovery_list: (transfer full) (element-type BbRecovery): work whose process is gone and that can be opened, newest
 * first. Who takes one over writes a copy of its own first, then drops it. What a crash left of a document that had to
 * be rewritten in place (bb_save_bytes()) is among them, without @original.
 */
GPtrArray *bb_recovery_list (void);

G_END_DECLS
