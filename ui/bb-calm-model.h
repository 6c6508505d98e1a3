/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A list that follows another one a frame later. Figures change the list of issues with every key; its rows are dear, and
 * they are not what the person looks at: the frame that shows the figure comes first.
 */
#define BB_TYPE_CALM_MODEL (bb_calm_model_get_type ())
G_DECLARE_FINAL_TYPE (BbCalmModel, bb_calm_model, BB, CALM_MODEL, GObject)

/** bb_calm_model_new: follows @source in the frames of @widget; at once while @widget is not on the screen. */
BbCalmModel *bb_calm_model_new (GListModel *source, GtkWidget *widget);

/** bb_calm_model_catch_up: follows now: somebody is about to use the list. */
void bb_calm_model_catch_up (BbCalmModel *self);

G_END_DECLS
