/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bb_label_distance_limit: how many characters of a label of this length may differ before it is another label: none in a short one. */
guint bb_label_distance_limit (const char *label);

/**
 * bb_label_distance: characters to change, add or leave out until @a is @b.
 * @limit: a larger distance is not worked out: anything above @limit then
 */
guint bb_label_distance (const char *a, const char *b, guint limit);

G_END_DECLS
