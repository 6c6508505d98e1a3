/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_prose_style_add: dresses the paragraphs of @buffer as they are printed, from now on and with every change: points （一） in their
 * face, and no second indent where somebody typed one. By tags only, and only in the paragraphs that changed.
 */
void bb_prose_style_add (GtkTextBuffer *buffer);

G_END_DECLS
