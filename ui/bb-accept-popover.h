/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_ACCEPT_POPOVER (bb_accept_popover_get_type ())
/**
 * BbAcceptPopover: asks why an issue is right as it is. Without a reason nothing is accepted.
 *
 * Signals:
 * - `accepted (const char *reason)`: @reason without white space at its ends, never empty
 */
G_DECLARE_FINAL_TYPE (BbAcceptPopover, bb_accept_popover, BB, ACCEPT_POPOVER, GtkPopover)

/**
 * bb_accept_popover_new:
 * @earlier: (nullable): the reason given earlier, to begin with
 * @offered: (array zero-terminated=1): reasons to choose from
 */
GtkWidget *bb_accept_popover_new (const char *earlier, const char *const *offered);

G_END_DECLS
