/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-prose-view.h"

G_BEGIN_DECLS

/**
 * bb_prose_menu_add: gives @view a context menu by pointer and keyboard, in place of GTK's own: there undo and redo are those of
 * the text buffer, which has none here, because the report remembers every step. What stands in the extra menu of @view comes last.
 */
void bb_prose_menu_add (BbProseView *view);

/** bb_prose_menu_popup: Returns: (transfer none): the menu, opened at the caret of @view. */
GtkWidget *bb_prose_menu_popup (BbProseView *view);

/** bb_prose_menu_drop: takes the menu away; a text view that goes would not know it for its child. */
void bb_prose_menu_drop (BbProseView *view);

/** bb_prose_menu_place: for the size-allocate of @view: the menu is laid out with it, and as high as what it shows by now. */
void bb_prose_menu_place (BbProseView *view);

G_END_DECLS
