/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/*
 * Where a line of Chinese may end (禁则): no closing punctuation begins a line, no opening bracket ends one, words and
 * figures stay whole. Unicode's rules (UAX 14) do most of it, but glue Chinese quotation marks to both their neighbours
 * and know no break in an address.
 */

/** BbPrintBreak: what may happen before a character. */
typedef enum
{
  BB_PRINT_NO_BREAK, /* inside a cluster: never */
  BB_PRINT_LAST_RESORT, /* where nothing else is in the line */
  BB_PRINT_BREAK
} BbPrintBreak;

/**
 * bb_print_breaks:
 * @attributes: (array length=n_characters + 1): as Pango finds them for @text
 *
 * Returns: (transfer full) (array length=n_characters + 1): for each character of @text, and for its end
 */
BbPrintBreak *bb_print_breaks (const char *text, const PangoLogAttr *attributes, guint n_characters);

/** bb_print_is_closing: Returns: whether @c is Chinese punctuation that ends something: its right half is white */
gboolean bb_print_is_closing (gunichar c);
/** bb_print_is_opening: Returns: whether @c is an opening Chinese bracket or quotation mark: its left half is white */
gboolean bb_print_is_opening (gunichar c);

/** bb_print_is_wide: Returns: whether @c is a character between which a justified line may be stretched. */
gboolean bb_print_is_wide (gunichar c);

G_END_DECLS
