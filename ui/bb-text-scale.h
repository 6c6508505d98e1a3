/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The size of all text of the program, in percent of what the desktop says. It goes through the resolution that fonts are
 * measured with, so everything that is laid out by its text grows with it: sheets, texts, lists, menus, dialogs.
 */

#define BB_TEXT_SCALE_LEAST 80
#define BB_TEXT_SCALE_NORMAL 100
#define BB_TEXT_SCALE_MOST 200

#define BB_TYPE_TEXT_SCALE (bb_text_scale_get_type ())
G_DECLARE_FINAL_TYPE (BbTextScale, bb_text_scale, BB, TEXT_SCALE, GObject)

/**
 * bb_text_scale_new: Returns: (transfer full): the scale of the default display, one a program. What "percent" is bound to
 * is the caller's business.
 */
BbTextScale *bb_text_scale_new (void);

/** bb_text_scale_get_percent: from %BB_TEXT_SCALE_LEAST to %BB_TEXT_SCALE_MOST. */
int bb_text_scale_get_percent (BbTextScale *self);

/** bb_text_scale_set_percent: applied at once; what lies outside the limits is taken as the limit. */
void bb_text_scale_set_percent (BbTextScale *self, int percent);

/** bb_text_scale_step: the next larger (@step > 0) or smaller size of the usual ones. Returns: whether there was one. */
gboolean bb_text_scale_step (BbTextScale *self, int step);

G_END_DECLS
