/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_match_marks_find: the marks of footnotes at the end of a label: ①, ¹, [1], 〔注2〕, *, ※. Plain digits are none: in 22(1) it may be
 * another year's figure that stands in brackets; and no footnote has three raised digits. Behind figures stars are none: what they say of the figure nobody can tell.
 *
 * Returns: where they begin, spaces before them included; the end of @text when there are none, or nothing else
 */
gsize bb_match_marks_find (const char *text);

/** bb_match_marks_cut: Returns: (transfer full): @text without marks when it is a number then; else @text. */
char *bb_match_marks_cut (const char *text);

/** bb_match_marks_is_marked: whether @text is a number with marks behind it. */
gboolean bb_match_marks_is_marked (const char *text);

G_END_DECLS
