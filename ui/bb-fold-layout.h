/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_FOLD_LAYOUT (bb_fold_layout_get_type ())
/**
 * BbFoldLayout: gives the one child all room, and folds a flap in it where that room is too narrow for its text. By itself a flap
 * folds where the least widths do not fit, and those hardly grow with the text: with text of 200 % the list beside a table would
 * leave it so narrow that each of its rows takes two lines or more.
 */
G_DECLARE_FINAL_TYPE (BbFoldLayout, bb_fold_layout, BB, FOLD_LAYOUT, GtkLayoutManager)

/** bb_fold_layout_new: @ems: Chinese characters; where fewer stand side by side, @flap is folded. It must outlive the layout. */
GtkLayoutManager *bb_fold_layout_new (AdwFlap *flap, int ems);

G_END_DECLS
