/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_text_fold_label:
 * @text: UTF-8 label as found
 *
 * The comparison form of a label: all white space dropped (also inside words, full-width,
 * NBSP, zero-width), full-width ASCII to half width, brackets of all kinds to `()`, quotation
 * marks of all kinds to `"`, `，` to `,`, `：` to `:`, dashes to `-`, `、` `．` `,` behind a leading number to `.` (behind
 * brackets dropped), leading bullets (`- `, `•`, `·`) dropped, lower case, compatibility forms (㈠, ⒈, radicals) to the
 * characters they stand for. `（三） 不予公开` and `(三)不予公开` fold alike; folding twice changes nothing more.
 *
 * Returns: (transfer full): the folded label
 */
char *bb_text_fold_label (const char *text);

/**
 * bb_text_strip_number:
 * @folded: a label from bb_text_fold_label()
 *
 * Returns: the part of @folded behind its leading number — `一.` `(七)` `3.` `3)` `第一` are numbers;
 *   `3危及` too (a digit directly before a Chinese character that is no counting word: `3件` is a count) — or @folded
 *   itself, also when nothing stands behind the number. `第三方`, `第二十条` are words. Not a copy.
 */
const char *bb_text_strip_number (const char *folded);

/** bb_text_width: Returns: columns in a fixed-width face: East Asian wide characters 2, others 1, combining 0. */
guint bb_text_width (const char *text);

/** bb_text_count_characters: characters as Word counts them for Chinese: every non-space character. */
guint bb_text_count_characters (const char *text);

/**
 * bb_text_trim: Returns: (transfer full): @text without white space of any kind (incl. U+3000, NBSP, U+FEFF) at both ends.
 */
char *bb_text_trim (const char *text);

/**
 * bb_text_paragraphs:
 * @text: a narrative
 *
 * Splits at line breaks (\n, \r\n, \r, U+2028, U+2029), trims each and drops empty ones:
 * blank lines and indentation are layout, not content (design.md).
 *
 * Returns: (transfer full) (array zero-terminated=1)
 */
char **bb_text_paragraphs (const char *text);

/** bb_text_normalize_narrative: Returns: (transfer full): the paragraphs joined by one "\n". */
char *bb_text_normalize_narrative (const char *text);

/**
 * bb_text_guard_formula:
 * @text: what is written into a TSV or CSV file and is no number
 *
 * Each line that a spreadsheet would compute — one that begins with `= + - @`, also full-width, also behind white space —
 * gets a `'` in front (safety.md).
 *
 * Returns: (transfer full)
 */
char *bb_text_guard_formula (const char *text);

/**
 * bb_text_safe_file_name:
 * @title: any text
 *
 * Returns: (transfer full): a file name without path separators, control characters or the characters
 *   Windows refuses, at most 200 bytes (a longer one has "…" for its middle), never empty, never "." or "..".
 */
char *bb_text_safe_file_name (const char *title);

G_END_DECLS
