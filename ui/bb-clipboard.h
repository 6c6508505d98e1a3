/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BbClipboardFunc: what was on the clipboard.
 * @widget: the one that was asked for
 * @clipping: (transfer full): without page and text when there was neither
 */
typedef void (*BbClipboardFunc) (GtkWidget *widget, BbClipping *clipping, gpointer user_data);

/**
 * bb_clipboard_read: reads the clipboard of @widget and calls @func once, later; never when @widget has left its window by then.
 * A page is read by a process of its own, and the program that owns the clipboard may take its time: where it goes is settled by
 * who asks, in @user_data, and not by where the focus is when the answer comes.
 * @pages: whether text/html is wanted, too
 * @destroy: (nullable): of @user_data, called in any case and before @widget can go
 */
void bb_clipboard_read (GtkWidget *widget, gboolean pages, BbClipboardFunc func, gpointer user_data, GDestroyNotify destroy);

/** bb_clipboard_offer: Returns: (transfer full): @text to be put on a clipboard as @type; without a mark of its own, text/html is UTF-8. */
GdkContentProvider *bb_clipboard_offer (const char *type, const char *text);

G_END_DECLS
