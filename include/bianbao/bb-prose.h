/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a narrative is made of. Everybody who shows or exports a text asks here, so that a heading is one on the screen
 * exactly when it is one on paper.
 */

/**
 * bb_prose_level:
 * @paragraph: a paragraph of a narrative, without white space at its beginning
 *
 * Returns: 1 for a paragraph that begins with `一、`, 2 for `（一）`, 3 for `1.`, 4 for `（1）` (the levels of GB/T 9704; brackets
 *   of either width), 0 for any other. `1.5` and `（一` are none.
 */
int bb_prose_level (const char *paragraph);

/**
 * bb_prose_lead:
 * @paragraph: as for bb_prose_level()
 *
 * Returns: how many bytes at its beginning are the heading: up to the first full stop when that comes soon, all of it when it
 *   has none and is short, else 0; 0 where bb_prose_level() is 0
 */
gsize bb_prose_lead (const char *paragraph);

G_END_DECLS
