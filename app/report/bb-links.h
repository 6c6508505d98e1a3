/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/bb-report-private.h"

G_BEGIN_DECLS

/*
 * Figures of tables that stand in a narrative and follow their cells. A link is a range of characters of the text and the
 * id of a cell; it belongs to the field's content, so history, undo and the document keep text and links together.
 */

/** bb_links_new: Returns: (transfer full) (element-type BbLink): empty. */
GArray *bb_links_new (void);
/** bb_links_add: appends; @cell is copied. */
void bb_links_add (GArray *links, guint start, guint length, const char *cell);
/** bb_links_copy: @links: (nullable). Returns: (transfer full) (nullable): %NULL when there are none. */
GArray *bb_links_copy (const GArray *links);
/** bb_links_equal: @a, @b: (nullable): %NULL is none. */
gboolean bb_links_equal (const GArray *a, const GArray *b);

/** bb_links_are_sound: whether @links stand in order inside @text, none empty, none in another. */
gboolean bb_links_are_sound (const GArray *links, const char *text);

/**
 * bb_links_adapt: the links of @before in @after, an edited version of the text: those behind the change move, those whose
 * own characters changed are gone.
 * Returns: (transfer full) (nullable)
 */
GArray *bb_links_adapt (const GArray *links, const char *before, const char *after);

/** bb_links_follow: writes the figures of the cells that changed in the open step where they are linked. Part of the step. */
void bb_links_follow (BbReport *report);

G_END_DECLS
