/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/bb-document-private.h"

#include <bianbao/bb-journal.h>

G_BEGIN_DECLS

/*
 * A journal is a row of frames: a head of fixed size, then the payload. The first is a whole document, the others are whole
 * documents as well, or the fields that a step changed, as they are in a document: {"cells": {"t3.new.natural": "3"}}, null for
 * one that is as in a new report. Integers are little-endian.
 *
 *   0  "BBJ1"
 *   4  kind: 'D' a document, 'S' a step
 *   5  three zeros
 *   8  length of the payload
 *  12  when it was written: microseconds since 1970
 *  20  SHA-256, its first 20 bytes, of: that of the frame before (zeros before the first), bytes 0 to 19, the payload
 *
 * So no frame is taken for one that follows another one than it was written behind, and what was torn off or damaged ends it.
 */

#define BB_JOURNAL_SUFFIX ".journal"
#define BB_JOURNAL_MAGIC "BBJ1"
#define BB_JOURNAL_DOCUMENT 'D'
#define BB_JOURNAL_STEP 'S'
#define BB_JOURNAL_DIGEST 20
#define BB_JOURNAL_HEAD 40

/** bb_journal_path: Returns: (transfer full): the journal beside the recovery copy @copy. */
char *bb_journal_path (const char *copy);

/** bb_journal_put_head: fills the BB_JOURNAL_HEAD bytes of @head for @payload; @digest: (inout): that of the frame before, then of this one. */
void bb_journal_put_head (guint8 *head, char kind, gint64 time, const void *payload, gsize size, guint8 *digest);

/**
 * bb_journal_read: what the report was after the last step that is whole.
 * @time: (out): microseconds since 1970, of the last frame that counts
 *
 * Returns: (transfer full) (nullable): the document, to be given to bb_document_from_json(); %NULL with @error when nothing in it can be used
 */
json_t *bb_journal_read (const char *path, gint64 *time, GError **error);

G_END_DECLS
