/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-prose-view.h"

G_BEGIN_DECLS

/**
 * bb_prose_primary_watch: offers what somebody selects in @view to the middle button of the mouse, and keeps it selected
 * whatever becomes of that offer. GTK's own way, which is taken away here, drops the selection as soon as another program or
 * another widget has one; on X11 also if one is given up and taken within the same millisecond, and the next place that was
 * found was not selected then.
 */
void bb_prose_primary_watch (BbProseView *view);

G_END_DECLS
