/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_decode_wide: UTF-16 that no mark says, known by where its NULs stand.
 * @decoded: (out): how many bytes the text has
 * @name: (out): "UTF-16 (little-endian)" or the other
 *
 * Returns: (transfer full) (nullable): the text in UTF-8
 */
char *bb_decode_wide (const char *data, gsize length, gsize *decoded, const char **name);

/**
 * bb_decode_damaged: text with a few bytes that are none: each becomes �, so that it is seen and counted, and nothing behind it
 * is lost. The encoding in which fewer are damaged is taken.
 * @name: (out): "UTF-8" or "GB 18030"
 *
 * Returns: (transfer full) (nullable): %NULL when more than one character in two hundred is damaged in both
 */
char *bb_decode_damaged (const char *data, gsize length, gsize *decoded, const char **name);

G_END_DECLS
