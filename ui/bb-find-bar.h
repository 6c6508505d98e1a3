/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-document-view.h"

G_BEGIN_DECLS

#define BB_TYPE_FIND_BAR (bb_find_bar_get_type ())
/**
 * BbFindBar: find and replace over all pages of a report, in a line above the page. It keeps the focus while it goes from place
 * to place: the place shows selected and scrolled clear in its page, all others of the page are marked. Escape closes it and
 * puts the caret where the present place is.
 *
 * Signals:
 * - `replaced (uint count, uint left_out)`: "Replace All" was done, as one undo step
 */
G_DECLARE_FINAL_TYPE (BbFindBar, bb_find_bar, BB, FIND_BAR, AdwBin)

/** bb_find_bar_attach: makes it work for @view, whose pages are the children of @pages. Both must outlive it. */
void bb_find_bar_attach (BbFindBar *self, BbDocumentView *view, GtkStack *pages);

/** bb_find_bar_open: shows it and takes the focus; with a text selected on the page, that is looked for. @replace: with the line to replace. */
void bb_find_bar_open (BbFindBar *self, gboolean replace);
/** bb_find_bar_step: the next (1) or previous (-1) place; opens the bar first when it is closed. */
void bb_find_bar_step (BbFindBar *self, int step);
void bb_find_bar_close (BbFindBar *self);
gboolean bb_find_bar_is_open (BbFindBar *self);

G_END_DECLS
