/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-check.h>
#include <bianbao/bb-import-map.h>

G_BEGIN_DECLS

#define BB_IMPORT_ERROR (bb_import_error_quark ())
GQuark bb_import_error_quark (void);

/**
 * BbImportError:
 * @BB_IMPORT_ERROR_NOT_SUPPORTED: no reader for this format
 * @BB_IMPORT_ERROR_ENCODING: the bytes are text in no encoding that we know
 * @BB_IMPORT_ERROR_NO_REPORT: readable, but nothing of an annual report is in it
 * @BB_IMPORT_ERROR_TOO_LARGE: past a limit of safety.md; the message names it
 * @BB_IMPORT_ERROR_DAMAGED: the bytes are not what the format promises
 * @BB_IMPORT_ERROR_PROTECTED: a password keeps it closed
 * @BB_IMPORT_ERROR_FAILED: the reading process ended before its time, or could not be started; nothing else was harmed
 * @BB_IMPORT_ERROR_TOO_SLOW: reading took longer than any report does and was stopped
 */
typedef enum
{
  BB_IMPORT_ERROR_NOT_SUPPORTED,
  BB_IMPORT_ERROR_ENCODING,
  BB_IMPORT_ERROR_NO_REPORT,
  BB_IMPORT_ERROR_TOO_LARGE,
  BB_IMPORT_ERROR_DAMAGED,
  BB_IMPORT_ERROR_PROTECTED,
  BB_IMPORT_ERROR_FAILED,
  BB_IMPORT_ERROR_TOO_SLOW
} BbImportError;

/**
 * BbParagraph, BbGrid: what every reader makes of its bytes. Readers know bytes and blocks, the matcher knows
 * blocks and the form, nobody knows both (design.md).
 *
 * BbImportBlock:
 * @is_grid: a run of table rows, else one paragraph
 * @line: line (or other counter of the format) where it begins, from 1
 * @text: the paragraph
 * @rows: (element-type BbImportRow): the rows of a grid
 */
struct _BbImportBlock
{
  gboolean is_grid;
  guint line;
  char *text;
  GPtrArray *rows;
};

/**
 * BbImportRow:
 * @line: as of BbImportBlock
 * @cells: (element-type utf8): the texts of its places, left to right, trimmed, "" for an empty one
 * @text: (nullable): the row as one line, where the format has such a line: what is kept when it turns out to be
 *   no row of a table but a sentence
 * @above: (nullable) (element-type guint): places that belong to a cell of a row above; other merged places belong to one on the left
 * @broken: (nullable) (element-type guint): places whose lines of digits are full, in a format that knows how wide a cell is: one
 *   number that did not fit. Its text has line breaks where it may as well be several
 */
typedef struct
{
  guint line;
  GPtrArray *cells;
  char *text;
  GArray *above;
  GArray *broken;
} BbImportRow;

/**
 * BbReading: what came of reading a file that is no document of ours.
 * @report: as read: nothing aligned, nothing deduced; its history is empty, its notes tell what does not fit the form
 * @rows, @sums: (element-type BbLooseRow), (element-type BbLooseSum): for bb_settle(), which tells what came of them
 * @format: "text"
 * @encoding: "UTF-8", "GB 18030", …
 * @encoding_guessed: it was neither marked nor certain; say so
 * @map: which cell stood where; after bb_settle(), bb_reading_settled() tells it where the values of loose rows went
 */
typedef struct
{
  BbReport *report;
  GPtrArray *rows;
  GPtrArray *sums;
  const char *format;
  char *encoding;
  gboolean encoding_guessed;
  BbImportMap *map;
} BbReading;

void bb_reading_free (BbReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbReading, bb_reading_free)

/**
 * bb_reading_note_rows: notes each loose row as not placed: for who shows a reading without bb_settle() (`show --as-read`).
 */
void bb_reading_note_rows (BbReading *reading);

/** bb_reading_settled: bb_settle() is through: @reading's map learns where the values of loose rows are now. */
void bb_reading_settled (BbReading *reading);

/**
 * bb_import_bytes:
 * @name: file name, for the suffix, for messages, and as a last resort for organisation and year
 *
 * The bytes are read in a process of its own, which may use no file, no network and only so much memory and time
 * (safety.md, "Reading"); what it answers is examined and matched here. Synchronous; thread-safe on distinct inputs. Never
 * writes anything.
 *
 * Returns: (transfer full): the reading, or %NULL with a %BB_IMPORT_ERROR.
 */
BbReading *bb_import_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

/**
 * bb_import_decode: bytes to UTF-8: byte order mark → valid UTF-8 → GB 18030, each strictly.
 * @encoding: (out) (optional) (transfer full): "UTF-8", "UTF-16 (little-endian)", "GB 18030", …
 * @guessed: (out) (optional): no mark said so, and other encodings could be read from the same bytes
 *
 * NULs are refused: then it is no text. Other control characters are left for the reader, which counts and shows them.
 *
 * Returns: (transfer full): the text without its mark, or %NULL with %BB_IMPORT_ERROR_ENCODING or %BB_IMPORT_ERROR_TOO_LARGE
 */
char *bb_import_decode (GBytes *bytes, char **encoding, gboolean *guessed, GError **error);

/** bb_import_supports: whether a reader knows the suffix of @name, in upper or lower case. */
gboolean bb_import_supports (const char *name);

/**
 * bb_import_paste_grid:
 * @text: tab-separated text from a clipboard, cells quoted where they hold line breaks
 *
 * Returns: (transfer full) (element-type BbImportRow): the rows and cells in it; one row with one cell for a plain text.
 */
GPtrArray *bb_import_paste_grid (const char *text);

G_END_DECLS
