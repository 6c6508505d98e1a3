/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bb_confirming_apply: bb_confirm(), and a toast in the window of @widget that tells how many and offers to take it back. */
void bb_confirming_apply (GtkWidget *widget, BbReport *report, BbConfirmScope scope, guint cell);

G_END_DECLS
