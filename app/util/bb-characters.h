/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the readers of numbers and of labels agree on about single characters. */

/** bb_character_is_space: white space of any kind: ASCII, full-width, no-break, line and paragraph separators. */
gboolean bb_character_is_space (gunichar character);

/**
 * bb_character_is_invisible: characters that nobody sees and that web pages and PDF files leave inside words and numbers:
 * zero-width spaces and joiners, the byte order mark, the soft hyphen, direction marks.
 */
gboolean bb_character_is_invisible (gunichar character);

/** bb_character_is_dash: hyphens, dashes and minus signs of any width. */
gboolean bb_character_is_dash (gunichar character);

/** bb_character_is_han: a Chinese character. */
gboolean bb_character_is_han (gunichar character);

/** bb_character_half_width: full-width ASCII to ASCII, the ideographic space to a space; others unchanged. */
gunichar bb_character_half_width (gunichar character);

G_END_DECLS
