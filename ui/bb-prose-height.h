/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_prose_height_follow: the scrolled window that @view is the child of grows and shrinks with the text, from @least lines to @most;
 * no line is cut at its lower edge as long as nothing is scrolled. Where it stands in a scrolled page, that follows the caret.
 *
 * GtkScrolledWindow could propagate the height of its child, but GTK 4.8 asks a text view for it before its lines are laid out.
 */
void bb_prose_height_follow (GtkTextView *view, guint least, guint most);

G_END_DECLS
