/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How matches look in a page: ranges of texts are tagged, cells and lines of metadata get a CSS class. */

/** bb_find_marks_show: shows the matches of @finder that stand in @page and the present one among them; %NULL takes all marks away. */
void bb_find_marks_show (GtkWidget *page, BbFinder *finder);

/**
 * bb_find_marks_reveal: brings @match into view, selected where it is a text, without taking the focus.
 * @page: the page of its field, which must have a size already
 */
void bb_find_marks_reveal (GtkWidget *page, const BbFound *match);

/** bb_find_marks_focus: puts the caret where @match is. Returns: %FALSE when @page does not show its field as a text. */
gboolean bb_find_marks_focus (GtkWidget *page, const BbFound *match);

G_END_DECLS
