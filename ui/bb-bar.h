/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_BAR (bb_bar_get_type ())
/**
 * BbBar: a line above a report that tells something about it until it is closed.
 * Signals:
 * - `acted ()`: its button was pressed
 */
G_DECLARE_FINAL_TYPE (BbBar, bb_bar, BB, BAR, AdwBin)

/** bb_bar_new: @action: (nullable): label of the button. */
GtkWidget *bb_bar_new (const char *message, const char *action);

/** bb_bar_add_button: Returns: (transfer none): a button behind what is there. */
GtkWidget *bb_bar_add_button (BbBar *self, const char *label);
/** bb_bar_set_lasting: it can't be closed: what it tells is so while it is there. */
void bb_bar_set_lasting (BbBar *self);

const char *bb_bar_get_message (BbBar *self);

G_END_DECLS
