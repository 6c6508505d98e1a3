/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_page_clean:
 * @text: (nullable): UTF-8 as the report holds it
 *
 * What may stand in one paragraph or one cell of any format: each tab, line break or other control white space becomes
 * one space (in the text format they are structure), every other control character and noncharacter becomes U+FFFD
 * (XML cannot hold it, and dropping it would hide that something was there).
 *
 * Returns: (transfer full): never %NULL
 */
char *bb_page_clean (const char *text);

/**
 * bb_page_point_level:
 * @paragraph: a paragraph of a narrative
 * @lead: (out) (optional): how many bytes at its beginning are the point's heading: up to the first full stop when
 *   that comes soon, the whole paragraph when it has none and is short, else 0
 *
 * Returns: 2 for a paragraph that begins with `（一）` or `(一)`, 3 for `1.`, else 0; for setting type only
 */
guint bb_page_point_level (const char *paragraph, gsize *lead);

G_END_DECLS
