/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_PASTE_DIALOG (bb_paste_dialog_get_type ())
/**
 * BbPasteDialog: shows what pasting a block would do, place by place, and does it when told to: what needs a look stands first.
 *
 * Signals:
 * - `pasted (guint count)`: it was done; so many cells changed
 */
G_DECLARE_FINAL_TYPE (BbPasteDialog, bb_paste_dialog, BB, PASTE_DIALOG, AdwWindow)

/** bb_paste_dialog_new: @plan: (transfer full): a plan for @report that is not refused. */
GtkWidget *bb_paste_dialog_new (GtkWindow *parent, BbReport *report, BbPastePlan *plan);

G_END_DECLS
