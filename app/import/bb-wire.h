/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-blocks.h"
#include "import/bb-import-limits.h"

G_BEGIN_DECLS

/*
 * What the reading process answers, as bytes: the blocks that it made, or the error. Numbers are 32 bits, least byte first; a
 * text is its length and its bytes. It reads hostile files and may have been taken over by one: the window believes nothing.
 */

/** BB_WIRE_LIMIT: no answer is longer: nothing with so much text is an annual report. */
#define BB_WIRE_LIMIT (32 * 1024 * 1024)

/** bb_wire_write_source: Returns: (transfer full): or %NULL with %BB_IMPORT_ERROR_TOO_LARGE past what bb_wire_read() takes. */
GBytes *bb_wire_write_source (const BbImportSource *source, const char *encoding, gboolean guessed, GError **error);

/** bb_wire_write_error: @failure: any error of a reader; those that are no BbImportError become %BB_IMPORT_ERROR_FAILED. */
GBytes *bb_wire_write_error (const GError *failure);

/**
 * bb_wire_read: what bb_wire_write_source() or bb_wire_write_error() wrote.
 *
 * Every count, text and reference is examined: an answer is whole and within the limits of bb-import-limits.h, or refused
 * with %BB_IMPORT_ERROR_FAILED.
 *
 * @encoding: (out) (transfer full) (nullable): encoding of the file, where the format has one
 *
 * Returns: (transfer full): or %NULL with the error
 */
BbImportSource *bb_wire_read (GBytes *answer, char **encoding, gboolean *guessed, GError **error);

/* ---- shared by both directions ---- */

#define BB_WIRE_MARK "bianbao " BB_VERSION " 2\n"

/* Of what is no text of the report: names, messages, places; of paragraphs, tables and rows together. */
#define BB_WIRE_NAME_LIMIT 4096
#define BB_WIRE_LINE_LIMIT (2 * BB_IMPORT_LINE_LIMIT)

/* Instead of the length of a text: there is none. In a row: the place belongs to a merged cell. */
#define BB_WIRE_NO_TEXT G_MAXUINT32

/* The same in a row, for a merged cell that began in a row above. */
#define BB_WIRE_FROM_ABOVE (G_MAXUINT32 - 1)

typedef enum
{
  BB_WIRE_ERROR,
  BB_WIRE_SOURCE
} BbWireKind;

/** bb_wire_places: the names of places that formats with lines have: BbImportSource.place is one of them. Ends with %NULL. */
extern const char *const bb_wire_places[];

G_END_DECLS
