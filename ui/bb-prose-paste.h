/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bb_prose_paste: puts the clipboard where the caret of @view is, over what is selected, as one step. What was left out or
 * changed its shape is told.
 * @verbatim: the plain text as it is; else the paragraphs of a page of Word, WPS or a browser without their dress
 */
void bb_prose_paste (GtkTextView *view, gboolean verbatim);

G_END_DECLS
