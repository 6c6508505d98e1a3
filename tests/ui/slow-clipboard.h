/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SLOW_TYPE_CLIPBOARD (slow_clipboard_get_type ())
G_DECLARE_FINAL_TYPE (SlowClipboard, slow_clipboard, SLOW, CLIPBOARD, GdkContentProvider)

/** slow_clipboard_put: (transfer full): puts text on the clipboard of @widget as a program does that takes its time: whoever reads
 * it gets @text only with slow_clipboard_answer(). */
SlowClipboard *slow_clipboard_put (GtkWidget *widget, const char *text);

/** slow_clipboard_answer: waits until somebody asks, and begins to answer: it comes through the main loop. */
void slow_clipboard_answer (SlowClipboard *self);

/** slow_clipboard_wait: waits until somebody asks, and leaves them waiting. */
void slow_clipboard_wait (SlowClipboard *self);

G_END_DECLS
