/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbTextHunk: a place where two texts differ.
 * @start: where it begins in the old text, in characters
 * @removed: how many of its characters go
 * @added: what comes instead: not terminated, it lies in the new text
 * @n_bytes, @n_added: its length in bytes and in characters
 */
typedef struct
{
  guint start;
  guint removed;
  const char *added;
  gsize n_bytes;
  guint n_added;
} BbTextHunk;

/**
 * bb_text_diff: where @before and @after differ, in order and apart from one another.
 *
 * The hunks are the fewest characters that have to change when these are some hundreds, so that marks, tags and caret in all
 * other places stay in their words; beyond that it is one hunk from the first difference to the last.
 *
 * Returns: (transfer full) (element-type BbTextHunk): empty for equal texts; it points into @after
 */
GArray *bb_text_diff (const char *before, const char *after);

G_END_DECLS
