/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-prose-view.h"

G_BEGIN_DECLS

/**
 * bb_prose_drag_watch: makes a text that is dragged within the program one step of undo: GTK inserts it at once and takes it
 * from where it came when the drag is over, in another turn of the main loop.
 */
void bb_prose_drag_watch (BbProseView *view);

G_END_DECLS
