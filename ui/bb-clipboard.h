/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BbClipboardFunc: what was on the clipboard; both %NULL when there was neither.
 * @widget: the one that was asked for
 * @html: (nullable): the bytes of text/html as they are
 * @text: (nullable): its plain text
 */
typedef void (*BbClipboardFunc) (GtkWidget *widget, GBytes *html, const char *text);

/**
 * bb_clipboard_read: reads the clipboard of @widget and calls @func once, later; never when @widget has left its window by then.
 * @pages: whether text/html is wanted, too
 */
void bb_clipboard_read (GtkWidget *widget, gboolean pages, BbClipboardFunc func);

/** bb_clipboard_offer: Returns: (transfer full): @text to be put on a clipboard as @type; without a mark of its own, text/html is UTF-8. */
GdkContentProvider *bb_clipboard_offer (const char *type, const char *text);

G_END_DECLS
