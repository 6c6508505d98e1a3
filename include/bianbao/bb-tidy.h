/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbTidyKind: what tidying up changes.
 * @BB_TIDY_SPACES: white space at the ends of a paragraph, and inside it where Chinese has none
 * @BB_TIDY_LINES: empty lines
 * @BB_TIDY_PUNCTUATION: half-width punctuation and brackets in Chinese
 * @BB_TIDY_WIDTH: full-width digits and Latin letters
 * @BB_TIDY_DOUBLED: punctuation written twice
 */
typedef enum
{
  BB_TIDY_SPACES,
  BB_TIDY_LINES,
  BB_TIDY_PUNCTUATION,
  BB_TIDY_WIDTH,
  BB_TIDY_DOUBLED,
  BB_N_TIDY
} BbTidyKind;

/**
 * bb_tidy:
 * @text: a narrative
 * @counts: (array fixed-size=5) (out) (optional): how many places of each BbTidyKind were changed
 *
 * Puts layout and widths right, and nothing else: no word, no figure, no quotation mark is changed or moved, no paragraph
 * joined or split; numbers (`1,234`, `3:1`), times, addresses of pages and mail stay as they are, and so does `第（一）项`.
 * Indents go, because they are shown and printed anyway. Tidying up twice changes nothing more.
 *
 * Returns: (transfer full)
 */
char *bb_tidy (const char *text, guint counts[BB_N_TIDY]);

/** bb_tidy_describe: Returns: (transfer full): what was changed, translated: "7 spaces, 3 punctuation marks"; "" for nothing. */
char *bb_tidy_describe (const guint counts[BB_N_TIDY]);

G_END_DECLS
